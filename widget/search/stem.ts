/** In order: what to take off, what to put in its place, and how many letters must be left. */
type Endings = readonly (readonly [ending: RegExp, instead?: string, least?: number])[];

/** Fewer letters say too little: of ألم (pain) the article must not be stripped. */
const shortestStem = 3;

/**
 * Light endings only: number, gender, the commonest verb and agent forms. What they miss, the spelling guesses find.
 * English needs four letters before most, or care would be car. Arabic: the article with what clings to it, then the
 * plural as the singular, then endings.
 */
const endings: Readonly<Record<string, Endings>> = {
  en: [
    [/ies$/, 'y'],
    [/([^su])s$/, '$1'],
    [/(?:ed?|y|ing|er|or|(?:at)?ion)$/, '', 4],
  ],
  es: [[/(?:[aeo]s?|[aei]r|s)$/]],
  pt: [[/(?:[aeo]s?|[aei]r|s)$/]],
  it: [[/[aeio]$/]],
  fr: [[/(?:es?|s)$/]],
  ar: [[/^(?:[وفبك]?ال|لل)/], [/ات$/, 'ه'], [/(?:ون|ين|ان|ها|هم|نا|ه|ي)$/]],
};

/** The part of a folded word that its forms share, for the languages we have endings for; else the word itself. */
export function stem(word: string, language: string): string {
  const base = language.split('-', 1)[0] ?? '';
  const rules = Object.hasOwn(endings, base) ? endings[base] : undefined;
  if (!rules) return word;
  let shared = word;
  for (const [ending, instead = '', least = shortestStem] of rules) {
    const shorter = shared.replace(ending, instead);
    if (shorter.length >= least) shared = shorter;
  }
  return shared;
}
