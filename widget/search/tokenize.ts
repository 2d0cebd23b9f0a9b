import { fold } from './fold.ts';

/** Scripts written without spaces between words, and Hangul, whose particles cling to the word: 통역을, 통역사가. */
const dense =
  '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\u30fc\\p{sc=Hang}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}';
const letter = '[\\p{L}\\p{M}\\p{N}]';
const runPattern = new RegExp(`(?:(?=${letter})[${dense}])+|(?:(?![${dense}])${letter})+`, 'gu');
const densePattern = new RegExp(`[${dense}]`, 'u');
/** A letter with its marks; Khmer and Myanmar stack the consonant after U+17D2 or U+1039 under it. */
const graphemePattern = /\P{M}(?:[\u17d2\u1039]\P{M}|\p{M})*|\p{M}+/gu;

/** Languages that shorten the word before an apostrophe: l'interprète, dell'ospedale. Elsewhere it is inside a word. */
const elides = /^(fr|it|ca)\b/;

export interface Token {
  word: string;
  /** Overlapping pairs of graphemes; only for scripts without spaces. Empty when the word has fewer than three. */
  pairs: readonly string[];
}

export const graphemes = (text: string): readonly string[] => text.match(graphemePattern) ?? [];

/** Whether any of it is in a script without spaces between words. */
export const isDense = (text: string): boolean => densePattern.test(text);

const segmenters = new Map<string, Intl.Segmenter | undefined>();

/** Word boundaries of a language, or undefined in browsers without them (Firefox before 125). */
function segmenterOf(language: string): Intl.Segmenter | undefined {
  if (!segmenters.has(language)) {
    let segmenter: Intl.Segmenter | undefined;
    try {
      segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    } catch {
      // Absent, or the language is not a tag: pairs alone still find.
    }
    segmenters.set(language, segmenter);
  }
  return segmenters.get(language);
}

const pairsOf = (letters: readonly string[]): readonly string[] =>
  letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);

const runsOf = (text: string, language: string): readonly string[] =>
  fold(text)
    .replace(/['’ʼʻ`´]/g, elides.test(language) ? ' ' : '')
    .match(runPattern) ?? [];

/**
 * The folded words of a text, in order. A run of a script without spaces is cut by the browser's dictionary; where it
 * has none, its pairs of letters are the words.
 */
export function tokenize(text: string, language: string): readonly Token[] {
  return runsOf(text, language).flatMap((run) => {
    if (!isDense(run)) return [{ word: run, pairs: [] }];
    const segmenter = segmenterOf(language);
    if (segmenter)
      return [...segmenter.segment(run)].map(({ segment }) => {
        const letters = graphemes(segment);
        return { word: segment, pairs: letters.length > 2 ? pairsOf(letters) : [] };
      });
    const letters = graphemes(run);
    return (letters.length > 2 ? pairsOf(letters) : [run]).map((word) => ({ word, pairs: [] }));
  });
}

/**
 * The pairs of letters of every run without spaces. Indexed beside the words, because the dictionaries of two
 * browsers, and two writers, do not cut a sentence in the same places.
 */
export const densePairs = (text: string, language: string): readonly string[] =>
  isDense(text) ? runsOf(text, language).flatMap((run) => (isDense(run) ? pairsOf(graphemes(run)) : [])) : [];

/** The same for every way to write a phrase; empty when it has no letters. */
export const phraseKey = (text: string, language: string): string => runsOf(text, language).join(' ');
