import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LanguageNames {
  /** In English: `Arabic` for `ar`. The tag itself when nobody knows it. */
  nameOf(tag: string): string;
}

/**
 * Language names of `structure/languages.json` and `interpreter-languages.json`; `Intl.DisplayNames` for the rest,
 * which does not know Karen or Mixtec.
 * @param locales folder of the locale files; a missing file is no error
 */
export function loadLanguageNames(locales: string): LanguageNames {
  const known = new Map<string, string>();
  for (const file of ['interpreter-languages.json', 'languages.json']) {
    for (const [tag, entry] of Object.entries(readObject(join(locales, 'structure', file)))) {
      const english = (entry as { english?: unknown } | null)?.english;
      if (typeof english === 'string') known.set(tag, english);
    }
  }
  const display = new Intl.DisplayNames('en', { type: 'language' });
  return {
    nameOf(tag) {
      try {
        return known.get(tag) ?? display.of(tag) ?? tag;
      } catch {
        return tag;
      }
    },
  };
}

/** Languages written from right to left unless a script is named. CLDR 48, `layout/orientation`. */
const rightToLeft = new Set(
  'ar arc azb bal bgn bqi ckb dv fa glk he iw ks lrc mzn nqo pnb prs ps rhg sd skr sdh syr ug ur yi'.split(
    ' ',
  ),
);
const rightToLeftScript = /-(Arab|Hebr|Syrc|Thaa|Nkoo|Rohg|Adlm|Mand|Samr|Aran)\b/i;
const rightToLeftLetter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Hanifi_Rohingya}\p{Script=Adlam}]/u;

/**
 * The direction of words typed on a screen in the language `tag`. Someone who reads Arabic may have typed English:
 * without a letter of a right-to-left script the words run from left to right.
 */
export function directionOf(words: string, tag: string): 'ltr' | 'rtl' {
  if (!rightToLeftLetter.test(words)) return 'ltr';
  const written = /-[A-Z][a-z]{3}\b/.test(tag);
  const byLanguage = written ? rightToLeftScript.test(tag) : rightToLeft.has(tag.split('-')[0] ?? '');
  const latin = /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Han}/u.test(words);
  return byLanguage || !latin ? 'rtl' : 'ltr';
}

function readObject(file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
