import { longestQuery, readQuery, type Unit } from './query.ts';
import { createSpelling } from './spelling.ts';
import { stem } from './stem.ts';
import { stopWordsOf } from './stop-words.ts';
import { densePairs, phraseKey, tokenize } from './tokenize.ts';
import { createWordIndex, type WordIndex } from './word-index.ts';

/** One thing that can be found. */
export interface SearchEntry {
  /** What a hit names. May repeat: the same answer in two languages, say; it is found once. */
  id: string;
  title: string;
  /** What people call it, comma-separated. */
  phrases: string;
  /** The whole text; may be our Markdown. */
  text: string;
}

export interface Found {
  id: string;
  /** Larger is better; comparable only within one search. */
  score: number;
}

export interface Search {
  /** The entries that answer a query, best first, at most eight; none when nothing fits. Never throws. */
  find(query: string): readonly Found[];
}

const mostFound = 8;
/**
 * How much of what was asked an entry must be about. Below it, "we have nothing about that" is the honest answer.
 * People who write whole sentences say much that no entry says, so what is expected grows slower than what is asked.
 * Both chosen on the wordings of tests/unit/search that are not marked unseen, in four languages.
 */
const leastCoverage = 0.5;
const growth = 0.3;
/** Hits with less than this part of the best one's score are noise under it. */
const leastShare = 0.3;
const boosts = { title: 4, phrases: 2, text: 1 } as const;

/** The comma of any script: Latin, Arabic, Chinese full width, Chinese and Japanese enumeration. */
const phraseEnd = /[,،，、]/;

/** Link targets and `{{facts}}` are not words of the text. The rest of our Markdown is punctuation. */
const withoutMarkdown = (text: string): string =>
  text.replace(/\]\([^)]*\)/g, ' ').replace(/\{\{[^}]*\}\}/g, ' ');

/** @param language BCP 47 tag: how words are cut, which say nothing, and which endings they have. */
export function createSearch(entries: readonly SearchEntry[], language: string): Search {
  const stopWords = stopWordsOf(language);
  const termsOf = (text: string): readonly string[] => [
    ...tokenize(text, language)
      .filter(({ word }) => !stopWords.has(word))
      .map(({ word }) => stem(word, language)),
    ...densePairs(text, language),
  ];
  const index = createWordIndex(
    entries.map(({ title, phrases, text }) => [title, phrases, withoutMarkdown(text)].map(termsOf)),
    [boosts.title, boosts.phrases, boosts.text],
  );
  const exact = new Map<string, number[]>();
  entries.forEach(({ title, phrases }, entry) => {
    for (const phrase of [title, ...phrases.split(phraseEnd)]) {
      const key = phraseKey(phrase, language);
      const same = exact.get(key);
      if (same) same.push(entry);
      else if (key) exact.set(key, [entry]);
    }
  });
  const reading = {
    language,
    index,
    stopWords,
    guess: createSpelling(index.terms()),
    guessStopWord: createSpelling(stopWords),
  };

  return {
    find(query) {
      const units = readQuery(query, reading);
      const scores = new Map<number, number>();
      for (const unit of units)
        for (const [entry, strength] of strengthsOf(unit, index))
          scores.set(entry, (scores.get(entry) ?? 0) + unit.weight * strength);
      // Whoever types a title or a phrase as it stands, or follows a suggestion, gets its entry first.
      for (const entry of exact.get(phraseKey(query.slice(0, longestQuery), language)) ?? [])
        scores.set(entry, (scores.get(entry) ?? 0) + 1);
      const asked = units.reduce((sum, { weight }) => sum + weight, 0);
      const expected = leastCoverage * Math.min(asked, asked ** growth);
      const best = new Map<string, number>();
      for (const [entry, score] of scores) {
        const id = entries[entry]?.id;
        if (id !== undefined && score >= expected) best.set(id, Math.max(best.get(id) ?? 0, score));
      }
      const found = [...best].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score);
      const least = leastShare * (found[0]?.score ?? 0);
      return found.filter(({ score }) => score >= least).slice(0, mostFound);
    },
  };
}

/** How much each entry that has any of a unit's terms is about it, 0 to 1. */
function strengthsOf({ credits, adds }: Unit, index: WordIndex): ReadonlyMap<number, number> {
  const strengths = new Map<number, number>();
  for (const [term, credit] of credits)
    for (const { entry, strength } of index.postings(term)) {
      const before = strengths.get(entry) ?? 0;
      strengths.set(entry, adds ? before + credit * strength : Math.max(before, credit * strength));
    }
  return strengths;
}
