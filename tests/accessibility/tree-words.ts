import { readFileSync } from 'node:fs';
import { withHostileWords } from '../../demo/gallery/hostile-words.ts';
import { type LocaleTree, parseLocale } from '../../widget/contract/locale.ts';
import { examples } from '../examples.ts';
import { words } from './tree.ts';

const known = new Map<string, RegExp[]>();

/** What the widget may announce in a language, or in English where that is missing: any text of its own. */
export function announcedIn(locales: string, lang: string): RegExp[] {
  const found = known.get(lang) ?? [...new Set([lang, 'en'])].flatMap((each) => patternsOf(locales, each));
  known.set(lang, found);
  return found;
}

const patternsOf = (locales: string, lang: string): RegExp[] =>
  textsOf(parseLocale(readFileSync(`${locales}${lang}/ui.json`, 'utf8')).tree).map((text) => {
    const plain = words(text)
      .split(/\{\{.*?\}\}/)
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return new RegExp(`^${plain.join('.+')}$`, 'u');
  });

/** Texts that a state puts into a language, whatever letters they are in. */
export function givenIn(locales: string, lang: string, state: string): string[] {
  if (examples[state]?.locales !== 'partly' || lang === 'en') return [];
  const good = readFileSync(`${locales}${lang}/ui.json`, 'utf8');
  const own = new Set(textsOf(parseLocale(good).tree));
  return textsOf(parseLocale(withHostileWords(good)).tree).filter((text) => !own.has(text));
}

const textsOf = (tree: LocaleTree): string[] =>
  Object.values(tree).flatMap((node) => (typeof node === 'string' ? [node] : textsOf(node)));
