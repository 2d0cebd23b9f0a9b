import { performance } from 'node:perf_hooks';

export interface Row {
  what: string;
  /** Milliseconds. */
  ours: number;
  /** Milliseconds of what it is compared with, in the same run on the same machine. */
  other: number;
}

export interface Benchmark {
  title: string;
  /** What `other` is. */
  comparedWith: string;
  rows(): readonly Row[] | Promise<readonly Row[]>;
}

/** Milliseconds a call takes. */
export function timeOf(call: () => unknown): number {
  const start = performance.now();
  call();
  return performance.now() - start;
}

/** @param part 0 to 1, e.g. 0.95 */
export function percentile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** Whole numbers that look random and are the same in every run (mulberry32). */
export function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}
