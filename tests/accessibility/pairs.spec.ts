import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { type Factors, pairs, product } from './pairs.ts';

/** Pairs of values of two factors that no run has, found the slow way. */
function missing(factors: Factors): string[] {
  const runs = pairs(factors);
  const left: string[] = [];
  for (let a = 0; a < factors.length; a++)
    for (let b = a + 1; b < factors.length; b++)
      for (const [i] of (factors[a] ?? []).entries())
        for (const [j] of (factors[b] ?? []).entries())
          if (!runs.some((run) => run[a] === i && run[b] === j)) left.push(`${a}=${i} ${b}=${j}`);
  return left;
}

const anyFactors = fc.array(
  fc.integer({ min: 1, max: 7 }).map((size) => Array.from({ length: size }, (_, index) => index)),
  { minLength: 1, maxLength: 6 },
);

test('every language meets every theme, width and state, whatever their numbers', () => {
  fc.assert(
    fc.property(anyFactors, (factors) => {
      const sound = pairs(factors).every(
        (run) =>
          run.length === factors.length && run.every((value, column) => value in (factors[column] ?? [])),
      );
      return sound && missing(factors).length === 0;
    }),
    { numRuns: 200 },
  );
});

test('four visits to a state are enough to meet four languages, three themes and two widths', () => {
  for (const states of [4, 13, 60, 75]) {
    const factors = [states, 4, 3, 2].map((length) => Array(length).fill(0));
    expect(missing(factors)).toEqual([]);
    expect(pairs(factors)).toHaveLength(states * 4);
  }
});

test('the whole product has every combination once', () => {
  const runs = product([
    [1, 2, 3],
    [1, 2],
    [1, 2, 3, 4],
  ]);
  expect(new Set(runs.map(String)).size).toBe(24);
});
