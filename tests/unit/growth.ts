/**
 * How many times longer eight times as much takes, the best of several tries each: about 8 where the work grows as its
 * input does, 64 where it grows with the square of it. A busy machine is slow at both.
 * @param run does the work on so much input; warmed up once
 */
export function growth(run: (size: number) => unknown, size: number): number {
  const best = (much: number): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < 9; tries++) {
      const start = performance.now();
      run(much);
      least = Math.min(least, performance.now() - start);
    }
    return least;
  };
  best(size);
  return best(size * 8) / best(size);
}

/** Between growing as the input does and with the square of it. */
export const muchFaster = 30;
