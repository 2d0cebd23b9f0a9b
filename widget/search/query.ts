import type { Guess } from './spelling.ts';
import { stem } from './stem.ts';
import { isDense, type Token, tokenize } from './tokenize.ts';
import type { WordIndex } from './word-index.ts';

/** What a query is read with. */
export interface Reading {
  language: string;
  index: WordIndex;
  stopWords: ReadonlySet<string>;
  /** Words of the entries that a misspelt stem might be. */
  guess: (word: string) => readonly Guess[];
  /** Stop words that a misspelt word might be. */
  guessStopWord: (word: string) => readonly Guess[];
}

/** One thing the query is about. */
export interface Unit {
  /** How much it says, 0 to 1: the rarer in the entries, the more. */
  weight: number;
  /** The terms that stand for it, each with the part of it that an entry with that term has. */
  credits: readonly Credit[];
  /** Whether those parts add up, as pairs of letters do, or the best one counts, as with guesses. */
  adds: boolean;
}

type Credit = readonly [term: string, credit: number];

export const longestQuery = 300;
const mostTokens = 30;
/** What is left of a word's credit: a slip in a short word is more likely another word. */
const slipCost = 1.2;
const creditAfterEdits = (edits: number, length: number): number => 1 - (slipCost * edits) / length;
/** A word still being typed, and one that may be whole already. */
const creditOfCompletion = { unknown: 0.9, known: 0.6 } as const;
/** Letters of a run-on; each of its words has at least `shortestPart`. More would take long to try. */
const shortestRunOn = 7;
const longestRunOn = 30;
const shortestPart = 3;

/** What a query is about. Only its first 300 characters and 30 words are read. */
export function readQuery(query: string, reading: Reading): readonly Unit[] {
  const { language, index, stopWords, guess, guessStopWord } = reading;
  const text = query.slice(0, longestQuery);
  const isTyping = /[\p{L}\p{M}\p{N}]$/u.test(text);
  const units: Unit[] = [];
  const stemOf = (word: string): string => stem(word, language);
  const isKnown = (word: string): boolean => index.has(stemOf(word));

  const rarest = (credits: readonly Credit[]): number =>
    Math.max(...credits.map(([term]) => index.rarity(term)));
  const add = (credits: readonly Credit[], adds = false): void => {
    // A known word comes first in its credits and says what it says, whatever rarer word it may still become.
    const weight = credits[0]?.[1] === 1 ? index.rarity(credits[0][0]) : rarest(credits);
    // A word that no entry has may be the very thing asked about: it counts in full.
    units.push({ weight: credits.length ? weight : 1, credits, adds });
  };

  /** Words run together: "freeinterpreter". Each must be known, or say nothing. */
  const split = (word: string): readonly string[] | undefined => {
    if (word.length < shortestRunOn || word.length > longestRunOn || isDense(word)) return undefined;
    const isPart = (part: string): boolean => stopWords.has(part) || isKnown(part);
    for (let at = word.length - shortestPart; at >= shortestPart; at--) {
      const first = word.slice(0, at);
      if (!isPart(first)) continue;
      const rest = word.slice(at);
      const parts = isPart(rest) ? [rest] : split(rest);
      if (parts) return [first, ...parts];
    }
    return undefined;
  };

  const addWord = ({ word, pairs }: Token, isLast: boolean): void => {
    const term = stemOf(word);
    const exact: Credit[] = index.has(term) ? [[term, 1]] : [];
    const credit = creditOfCompletion[exact.length ? 'known' : 'unknown'];
    if (isLast && isTyping && (word.length > 1 || isDense(word)))
      for (const completion of index.startingWith(term))
        if (completion !== term) exact.push([completion, credit]);
    const knownPairs = pairs.filter((pair) => index.has(pair));
    if (exact.length) add(exact);
    else if (knownPairs.length)
      // All pairs known: the parts add up to 1. Half of them: to 0.7, since a known pair is seldom chance.
      add(
        knownPairs.map((pair) => [pair, 1 / Math.sqrt(pairs.length * knownPairs.length)]),
        true,
      );
    else {
      const parts = split(word);
      for (const part of parts ?? []) if (!stopWords.has(part)) add([[stemOf(part), 1]]);
      if (parts) return;
      // "plese", "shoud"
      if (guessStopWord(word)[0]?.edits === 1) return;
      add(guess(term).map(({ word, edits }) => [word, creditAfterEdits(edits, word.length)]));
    }
  };

  const tokens = tokenize(text, language).slice(0, mostTokens);
  const telling = tokens.filter(({ word }) => !stopWords.has(word));
  const last = tokens.at(-1);
  // "can" may be the start of "cancer", when it is all there is yet.
  const words = tokens.length === 1 ? tokens : telling;
  const seen = new Set<string>();
  for (let i = 0; i < words.length; i++) {
    const token = words[i] as Token;
    const next = words[i + 1];
    const joined = token.word + (next?.word ?? '');
    // A word cut in two: "inter preter".
    if (next && isKnown(joined) && !(isKnown(token.word) && isKnown(next.word))) {
      add([[stemOf(joined), 1]]);
      i++;
    } else if (!seen.has(token.word)) {
      seen.add(token.word);
      addWord(token, token === last);
    }
  }
  return units;
}
