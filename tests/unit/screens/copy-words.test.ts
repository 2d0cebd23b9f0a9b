import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseLocale, textAt } from '../../../widget/contract/locale.ts';

const locales = new URL('../../../locales/', import.meta.url);
const languages = readdirSync(locales).filter((name) => existsSync(new URL(`${name}/ui.json`, locales)));

test.each(languages)(
  'who reads %s sees the word that the name of the button to copy the number begins with',
  (language) => {
    const { tree } = parseLocale(readFileSync(new URL(`${language}/ui.json`, locales), 'utf8'));
    const [seen = '', heard = ''] = ['copy', 'copy-number'].map((key) => textAt(tree, `receipt.${key}`));
    expect(heard.slice(0, seen.length)).toBe(seen);
    expect(heard.length).toBeGreaterThan(seen.length);
  },
);
