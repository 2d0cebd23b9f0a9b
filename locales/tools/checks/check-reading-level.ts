import type { TextInPlace } from './text-in-place.ts';

/** Low-literacy targets: 12 words a sentence and 30 words in all for easy texts, 25 a sentence for answers. */
const easyLimits = { sentence: 12, text: 30 };
const answerSentence = 25;

/** Length of sentences. It measures length, not meaning, so it only warns. */
export function checkReadingLevel({ text, language, key, say }: TextInPlace): void {
  const easy = key === 'easy';
  if (!easy && key !== 'answer') return;
  const most = easy ? easyLimits.sentence : answerSentence;
  let all = 0;
  for (const sentence of sentencesOf(text)) {
    const words = countWords(sentence, language);
    all += words;
    if (words > most) {
      const start = text.indexOf(sentence);
      say(
        'warning',
        'long-sentence',
        `this sentence has ${words} words; ${easy ? 'easy texts' : 'answers'} should have at most ${most}. Make two of it: "${sentence.slice(0, 40)}…"`,
        Math.max(0, start),
      );
    }
  }
  if (easy && all > easyLimits.text) {
    say(
      'warning',
      'long-text',
      `this easy text has ${all} words; it should have at most ${easyLimits.text}. Keep what people must do.`,
    );
  }
}

/** Splits after the stops of all our scripts, and at lines. A point inside a number is no stop. */
function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…؟۔।։።])(?=\s|\*|$)|(?<=[。！？])|\n+/u)
    .map((sentence) => sentence.replace(/^\s*([-*]|\d+[.)])\s+/, '').trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Words of a sentence; a fact counts as one. `Intl.Segmenter` finds them in scripts without spaces. */
function countWords(sentence: string, language: string): number {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    } catch {
      segmenter = new Intl.Segmenter('en', { granularity: 'word' });
    }
    segmenters.set(language, segmenter);
  }
  const plain = sentence.replace(/\{\{[^}]*\}\}/g, 'X').replace(/\]\([^)]*\)/g, ' ');
  return [...segmenter.segment(plain)].filter(({ isWordLike }) => isWordLike).length;
}
