import { describe, expect, it } from 'vitest';
import { type Namespace, parseLocale } from '../../../widget/contract/locale.ts';
import { createTranslator } from '../../../widget/language/translate.ts';
import { builtIn, createWords, type Words } from '../../../widget/language/words.ts';

/** Words in a language, with the files that are there. `missing` is what was asked for in English. */
function wordsIn(
  language: string,
  files: Readonly<Record<string, unknown>>,
): { words: Words; missing: Namespace[] } {
  const translator = createTranslator((tag) => tag === 'ar');
  for (const [path, tree] of Object.entries(files)) {
    const [tag = '', namespace] = path.split('/');
    translator.add(tag, namespace as Namespace, parseLocale(JSON.stringify(tree)).tree);
  }
  const missing: Namespace[] = [];
  return { words: createWords(translator, language, (namespace) => missing.push(namespace)), missing };
}

const english = {
  panel: { title: 'Health Help', close: 'Close the window' },
  home: { title: 'How can we help you?' },
};

describe('a text on the screen', () => {
  it("in the reader's language has no mark", () => {
    const { words, missing } = wordsIn('ar', { 'ar/ui': { home: { title: 'كيف' } }, 'en/ui': english });
    expect(words.text('home.title')).toEqual({ text: 'كيف' });
    expect(words.has('home.title')).toBe(true);
    expect(missing).toEqual([]);
  });

  it('that is missing is English, marked as English, and the English file is asked for', () => {
    const { words, missing } = wordsIn('ar', { 'ar/ui': {}, 'en/ui': english });
    expect(words.text('home.title')).toEqual({ text: 'How can we help you?', lang: 'en' });
    expect(words.has('home.title')).toBe(false);
    expect(missing).toEqual(['ui']);
  });

  it('of another file is asked for in that file', () => {
    const { words, missing } = wordsIn('ar', { 'en/forms': { title: 'Ask' } });
    expect(words.text('title', undefined, 'forms')).toEqual({ text: 'Ask', lang: 'en' });
    expect(missing).toEqual(['forms']);
  });

  it('that no file has is built in when the panel is unusable without it', () => {
    const { words } = wordsIn('ar', {});
    expect(words.text('panel.close')).toEqual({ text: 'Close', lang: 'en' });
    expect(words.text('emergency.call', { number: '911' })).toEqual({ text: 'Call 911', lang: 'en' });
    expect(wordsIn('en', {}).words.text('panel.close')).toEqual({ text: 'Close' });
  });

  it('that a file has is not the built-in one', () => {
    expect(wordsIn('en', { 'en/ui': english }).words.text('panel.close')).toEqual({
      text: 'Close the window',
    });
  });

  it('that exists nowhere is empty, and carries no language', () => {
    expect(wordsIn('ar', { 'en/ui': english }).words.text('home.gone')).toEqual({ text: '' });
  });

  it.each(['constructor', '__proto__', 'toString'])('is never what every object has: %s', (key) => {
    expect(wordsIn('ar', {}).words.text(key)).toEqual({ text: '' });
    expect(wordsIn('ar', {}).words.has(key)).toBe(false);
  });

  it('is in English text itself not marked, and no file is missing for ever', () => {
    const { words } = wordsIn('en', { 'en/ui': english });
    expect(words.text('home.title')).toEqual({ text: 'How can we help you?' });
  });

  it('is built in for title, emergency, phone, back and close', () => {
    expect(Object.keys(builtIn)).toEqual(
      expect.arrayContaining([
        'panel.title',
        'panel.close',
        'panel.back',
        'emergency.question',
        'emergency.call',
        'home.talk',
      ]),
    );
  });

  it('built in never shows an instruction instead of a value', () => {
    expect(wordsIn('ar', {}).words.text('emergency.call').text).not.toMatch(/[{}]/);
  });
});
