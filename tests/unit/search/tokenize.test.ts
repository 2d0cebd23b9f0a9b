import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { densePairs, graphemes, tokenize } from '../../../widget/search/tokenize.ts';

const words = (text: string, language: string): readonly string[] =>
  tokenize(text, language).map(({ word }) => word);

afterEach(() => vi.unstubAllGlobals());

describe('a sentence becomes words', () => {
  it('at spaces and punctuation', () => {
    expect(words('Is an interpreter free? (Yes!)', 'en')).toEqual(['is', 'an', 'interpreter', 'free', 'yes']);
  });
  it('with an apostrophe inside a word, however it is typed', () => {
    expect(words("don’t don't dont", 'en')).toEqual(['dont', 'dont', 'dont']);
  });
  it('after the shortened article of French', () => {
    expect(words("l'interprète", 'fr')).toEqual(['l', 'interprete']);
  });
  it.each([
    ['zh-Hans', '翻译免费吗', '翻译'],
    ['ja', '通訳は無料ですか', '通訳'],
    ['th', 'ล่ามฟรีไหม', 'ล่าม'],
    ['km', 'អ្នកបកប្រែឥតគិតថ្លៃ', 'ឥតគិតថ្លៃ'],
  ])('without spaces, by the dictionary of the browser: %s', (language, sentence, word) => {
    expect(words(sentence, language)).toContain(word);
  });
  it('and a Korean word carries its pairs, since particles cling to it', () => {
    expect(tokenize('통역사가', 'ko')).toEqual([{ word: '통역사가', pairs: ['통역', '역사', '사가'] }]);
  });
});

describe('in a browser without word boundaries', () => {
  it('the words are pairs of letters', async () => {
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
    vi.resetModules();
    const fresh = await import('../../../widget/search/tokenize.ts');
    expect(fresh.tokenize('翻译免费', 'zh-Hans').map(({ word }) => word)).toEqual(['翻译', '译免', '免费']);
  });
});

describe('pairs of letters', () => {
  it('keep a consonant with the marks and the consonants under it', () => {
    expect(graphemes('ខ្មែរ')).toEqual(['ខ្មែ', 'រ']);
    expect(graphemes('ผู้ป่วย')).toEqual(['ผู้', 'ป่', 'ว', 'ย']);
    expect(graphemes('မြန်မာ')).toEqual(['မြ', 'န်', 'မာ']);
  });
  it('are made only where there are no spaces', () => {
    expect(densePairs('free 免费的 wifi', 'zh-Hans')).toEqual(['免费', '费的']);
  });
});

it('any text in any language becomes words that hold neither spaces nor capitals', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('en', 'zh-Hans', 'th', 'ar', 'fr', 'x', ''),
      (text, language) => {
        for (const { word } of tokenize(text, language)) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
      },
    ),
  );
});
