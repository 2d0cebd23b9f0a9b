import { readFileSync } from 'node:fs';
import { type LocaleTree, type Namespace, parseLocale } from '../../widget/contract/locale.ts';

const kinds: readonly Namespace[] = ['ui', 'faq', 'forms'];

/**
 * English texts and parts of texts that a language says differently. A name such as `Braille` that is the same in both
 * is not among them.
 * @param locales folder of the locale files, with a trailing slash
 */
export function englishOnly(locales: string, lang: string): string[] {
  if (lang === 'en') return [];
  const own = new Set(kinds.flatMap((kind) => pieces(read(`${locales}${lang}/${kind}.json`))));
  const english = kinds.flatMap((kind) => pieces(read(`${locales}en/${kind}.json`)));
  return [...new Set(english)].filter((text) => !own.has(text));
}

const read = (file: string): LocaleTree => parseLocale(readFileSync(file, 'utf8')).tree;

/** Texts as they stand on the screen: one for each paragraph, list item and link, split where a value is put in. */
function pieces(tree: LocaleTree): string[] {
  return Object.values(tree).flatMap((node) =>
    typeof node === 'string'
      ? node
          .split(/\n+|\{\{.*?\}\}|\*\*|\[|\]\([^)]*\)/)
          .map((text) => text.replace(/^(#+|-|\d+\.)\s+/, '').trim())
          .filter((text) => /\p{L}{2}/u.test(text))
      : pieces(node),
  );
}
