const first = 2_000;
const longest = 300_000;
/** Keeps an unlucky draw from asking a struggling server twice in the same instant. */
const shortest = 250;

/**
 * Milliseconds to wait before the next attempt: exponential with full jitter, from 2 s up to 5 minutes.
 * Full jitter, because a whole hospital's pages lose the same server at the same moment and would otherwise
 * return together (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 *
 * @param failures attempts that have failed so far, 1 or more
 * @param random 0 (inclusive) to 1
 */
export function backoff(failures: number, random: () => number): number {
  const ceiling = Math.min(longest, first * 2 ** Math.max(0, failures - 1));
  return Math.max(shortest, Math.round(random() * ceiling));
}
