/** Letters to add, take away or change, to make one word from the other (Levenshtein); at most `limit`, else `limit + 1`. */
function distance(from: string, to: string, limit = 3): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The known word somebody most likely meant, or undefined. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > 80) return undefined;
  const limit = word.length < 4 ? 1 : Math.min(3, Math.ceil(word.length / 4));
  let best: string | undefined;
  let fewest = limit + 1;
  const plain = word.toLowerCase();
  for (const candidate of known) {
    const letters = distance(plain, candidate.toLowerCase(), limit);
    if (letters < fewest) [best, fewest] = [candidate, letters];
  }
  return best;
}

/** ` Did you mean "…"?`, or nothing. */
export function didYouMean(
  word: string,
  known: Iterable<string>,
  wrap = (found: string) => `"${found}"`,
): string {
  const found = nearest(word, known);
  return found ? ` Did you mean ${wrap(found)}?` : '';
}
