/** The terms of one entry, by field, in the order of the boosts given to `createWordIndex`. */
export type Fields = readonly (readonly string[])[];

export interface Posting {
  /** Position of the entry in the list that was indexed. */
  entry: number;
  /** How much the entry is about the term, 0 to 1. */
  strength: number;
}

export interface WordIndex {
  /** Number of entries. */
  entries: number;
  has(term: string): boolean;
  postings(term: string): readonly Posting[];
  /** How much a term says: 1 when no entry has it, near 0 when all are about it. A mention in passing counts less. */
  rarity(term: string): number;
  /** Terms that start so, in order, at most 40: a reader types on before more would matter. */
  startingWith(start: string): readonly string[];
  terms(): Iterable<string>;
}

/** BM25F: how soon a repeated word says no more, and how much a long field thins it. Robertson and Zaragoza 2009. */
const saturation = 1.2;
const lengthEffect = 0.6;
const mostCompletions = 40;

/** Inverted index with BM25F strengths, without the inverse frequency, which the query knows. */
export function createWordIndex(entries: readonly Fields[], boosts: readonly number[]): WordIndex {
  const averages = boosts.map(
    (_, field) =>
      entries.reduce((sum, fields) => sum + (fields[field]?.length ?? 0), 0) / entries.length || 1,
  );
  const index = new Map<string, Posting[]>();
  entries.forEach((fields, entry) => {
    const weights = new Map<string, number>();
    fields.forEach((terms, field) => {
      const thin = 1 - lengthEffect + (lengthEffect * terms.length) / (averages[field] ?? 1);
      const each = (boosts[field] ?? 1) / thin;
      for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + each);
    });
    for (const [term, weight] of weights) {
      const posting = { entry, strength: weight / (saturation + weight) };
      const postings = index.get(term);
      if (postings) postings.push(posting);
      else index.set(term, [posting]);
    }
  });
  const postings = (term: string): readonly Posting[] => index.get(term) ?? [];
  const idf = (count: number): number => Math.log(1 + (entries.length - count + 0.5) / (count + 0.5));
  const sorted = [...index.keys()].sort();

  return {
    entries: entries.length,
    has: (term) => index.has(term),
    postings,
    rarity: (term) => idf(postings(term).reduce((sum, { strength }) => sum + strength, 0)) / idf(0),
    terms: () => sorted,
    startingWith(start) {
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] ?? '') < start) low = middle + 1;
        else high = middle;
      }
      const found: string[] = [];
      for (const term of sorted.slice(low, low + mostCompletions)) {
        if (!term.startsWith(start)) break;
        found.push(term);
      }
      return found;
    },
  };
}
