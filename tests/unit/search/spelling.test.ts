import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpelling, editDistance } from '../../../widget/search/spelling.ts';

/** Optimal string alignment by its definition, without the shortcuts. */
function naiveDistance(a: string, b: string): number {
  if (!a || !b) return a.length + b.length;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  const same = a.at(-1) === b.at(-1);
  let best = Math.min(naiveDistance(x, b) + 1, naiveDistance(a, y) + 1, naiveDistance(x, y) + (same ? 0 : 1));
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    best = Math.min(best, naiveDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  return best;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'م'), maxLength: 6 });

describe('mistakes between two words', () => {
  it('are as many as the definition says, up to the limit', () => {
    fc.assert(
      fc.property(word, word, fc.nat(3), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(naiveDistance(a, b), limit + 1));
      }),
    );
  });
  it('a swap of two neighbours is one', () => {
    expect(editDistance('intrepreter', 'interpreter', 2)).toBe(1);
  });
});

describe('guesses', () => {
  const guess = createSpelling(['ride', 'rude', 'side', 'interpreter', 'car', '翻译']);
  it('are the nearest words first', () => {
    expect(guess('rode').map(({ word }) => word)).toEqual(['ride', 'rude']);
  });
  it('are not made for words of three letters, which have too many neighbours', () => {
    expect(guess('cat')).toEqual([]);
  });
  it('allow one mistake in a short word, two in a long one', () => {
    expect(guess('sode').map(({ word }) => word)).toEqual(['side']);
    expect(guess('rdie').map(({ word }) => word)).toEqual(['ride']);
    expect(guess('interpriter')).toEqual([{ word: 'interpreter', edits: 1 }]);
    expect(guess('enterpriter')).toEqual([{ word: 'interpreter', edits: 2 }]);
    expect(guess('enterpritar')).toEqual([]);
  });
});
