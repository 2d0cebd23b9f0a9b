import { isDense } from './tokenize.ts';

export interface Guess {
  word: string;
  /** Mistakes it takes: a letter left out, added, changed, or swapped with its neighbour. */
  edits: number;
}

/** Mistakes we look past: a word of three letters has too many neighbours. */
const editsAllowed = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : 2);

const mostGuesses = 4;

/** One bit per letter: words whose bits differ in more places than the edits can explain need no closer look. */
function signature(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) % 31);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count++;
  return count;
}

/**
 * Optimal string alignment distance, or `limit + 1` when it is more. A swap of two letters, the commonest slip, is one
 * edit, where Levenshtein counts two. By code unit: every script people type in here is in the BMP.
 */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
      least = Math.min(least, best);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

/** Answers which known words a misspelt one might be: at most four, nearest first. */
export function createSpelling(known: Iterable<string>): (word: string) => readonly Guess[] {
  const words = [...known].filter((word) => !isDense(word)).map((word) => ({ word, bits: signature(word) }));
  return (asked) => {
    const limit = editsAllowed(asked.length);
    if (!limit || isDense(asked)) return [];
    const bits = signature(asked);
    const guesses: Guess[] = [];
    for (const known of words) {
      if (Math.abs(known.word.length - asked.length) > limit || bitCount(known.bits ^ bits) > 2 * limit)
        continue;
      // The first letter is seldom wrong, and words of four letters that differ in it are many: moon, soon, room.
      if (limit === 1 && known.word[0] !== asked[0] && /^[a-z]/.test(asked)) continue;
      const edits = editDistance(asked, known.word, limit);
      if (edits <= limit) guesses.push({ word: known.word, edits });
    }
    return guesses.sort((a, b) => a.edits - b.edits).slice(0, mostGuesses);
  };
}
