/** The forms a language needs for whole numbers, and those it names at all (CLDR). */
interface PluralCategories {
  /** Chosen for some whole number up to 1,000: without it patients read English. */
  needed: readonly string[];
  /** Every category of the language; the rest is for fractions and millions. */
  all: readonly string[];
}

/**
 * `Intl.PluralRules` knows no ht, hmn, rw, sm, ilo, mh, chk, nv, ksw, mam, quc, kjb and would silently use the language of
 * this computer. For those the widget asks for `_other` only.
 */
export function pluralCategories(language: string): PluralCategories {
  if (!isKnown(language)) return { needed: ['other'], all: ['other'] };
  const rules = new Intl.PluralRules(language);
  const needed = new Set<string>(['other']);
  for (let count = 0; count <= 1000; count++) needed.add(rules.select(count));
  return { needed: [...needed], all: rules.resolvedOptions().pluralCategories };
}

function isKnown(language: string): boolean {
  try {
    return Intl.PluralRules.supportedLocalesOf([language]).length > 0;
  } catch {
    return false;
  }
}

const suffix = /_(zero|one|two|few|many|other)$/;

/** `found_one` → `found`; undefined for a name without a plural ending. */
export function familyOf(id: string): { base: string; category: string } | undefined {
  const category = suffix.exec(id)?.[1];
  return category ? { base: id.slice(0, -category.length - 1), category } : undefined;
}
