import type { InterpreterLanguages } from '../../contract/structure.ts';
import { foldName } from '../../language/fold-name.ts';

export interface LanguageIndex {
  /** Codes whose names fit, best first; all in order for an empty query. */
  find(query: string): readonly string[];
}

/**
 * Finds a language by its own name, its name in English or in the reader's language, a synonym, or a country.
 * @param nameOf its name in the reader's language
 */
export function languageIndex(
  languages: InterpreterLanguages,
  codes: readonly string[],
  nameOf: (code: string) => string,
  reader: string,
): LanguageIndex {
  const country = countryNames([reader, 'en']);
  const entries = codes.map((code) => {
    const language = languages[code];
    const names = [nameOf(code), language?.name ?? '', language?.english ?? '', code];
    const others = [
      ...(language?.synonyms ?? '').split(','),
      ...(language?.countries ?? []).flatMap(country),
    ];
    return { code, names: names.map(foldName), others: others.map((other) => foldName(other.trim())) };
  });
  return {
    find(query) {
      const wanted = foldName(query.trim());
      if (!wanted) return codes;
      const rank = ({ names, others }: (typeof entries)[number]): number => {
        if (names.some((name) => name.startsWith(wanted))) return 0;
        if (names.some((name) => name.includes(` ${wanted}`) || name.includes(`(${wanted}`))) return 1;
        if (others.some((name) => name.startsWith(wanted))) return 2;
        if (wanted.length > 1 && [...names, ...others].some((name) => name.includes(wanted))) return 3;
        // One slip of the finger, for words long enough to be sure of the rest.
        if (wanted.length > 4 && names.some((name) => oneSlip(name.slice(0, wanted.length + 1), wanted)))
          return 4;
        return 9;
      };
      return entries
        .map((entry, order) => ({ code: entry.code, rank: rank(entry), order }))
        .filter((found) => found.rank < 9)
        .sort((a, b) => a.rank - b.rank || a.order - b.order)
        .map(({ code }) => code);
    },
  };
}

function countryNames(locales: readonly string[]): (code: string) => readonly string[] {
  const names = locales.flatMap((locale) => {
    try {
      return [new Intl.DisplayNames([locale], { type: 'region' })];
    } catch {
      return [];
    }
  });
  return (code) => {
    try {
      return names.map((name) => name.of(code) ?? '');
    } catch {
      // Not a country code: the language is found by its other names.
      return [];
    }
  };
}

/** True when one letter is changed, missing, added, or two are swapped. */
function oneSlip(name: string, wanted: string): boolean {
  for (const other of [name, name.slice(0, wanted.length), name.slice(0, wanted.length - 1)]) {
    let start = 0;
    while (start < other.length && other[start] === wanted[start]) start++;
    const a = other.slice(start);
    const b = wanted.slice(start);
    if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true;
    if (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)) return true;
  }
  return false;
}
