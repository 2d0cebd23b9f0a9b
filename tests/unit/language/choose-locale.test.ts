import { describe, expect, it } from 'vitest';
import { chooseLocale } from '../../../widget/language/choose-locale.ts';

const all = [
  'en',
  'es',
  'ar',
  'zh-Hans',
  'zh-Hant',
  'fil',
  'fa',
  'prs',
  'he',
  'yi',
  'id',
  'ro',
  'pt',
  'sr',
  'uk',
];
const few = ['en', 'es', 'ar', 'zh-Hans'];

describe('a reader meets their language', () => {
  it.each([
    ['en-US', all, 'en'],
    ['es-419', all, 'es'],
    ['es-MX', few, 'es'],
    ['AR', all, 'ar'],
    ['ar-EG-u-nu-arab', all, 'ar'],
    ['tl', all, 'fil'],
    ['tl-PH', all, 'fil'],
    ['fil-PH', all, 'fil'],
    ['iw', all, 'he'],
    ['iw-IL', all, 'he'],
    ['ji', all, 'yi'],
    ['in-ID', all, 'id'],
    ['mo', all, 'ro'],
    ['fa-IR', all, 'fa'],
    ['fa-AF', all, 'prs'],
    ['fa-AF', ['en', 'fa'], 'fa'],
    ['pt-BR', all, 'pt'],
    ['sr-Latn-RS', all, 'sr'],
  ])('%s', (wanted, offered, expected) => {
    expect(chooseLocale([wanted], offered)).toBe(expected);
  });

  it.each([
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-Hant-TW', 'zh-Hant'],
    ['zh-hant-hk', 'zh-Hant'],
    ['yue', 'zh-Hant'],
    ['yue-HK', 'zh-Hant'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
  ])('%s is read in %s', (wanted, expected) => {
    expect(chooseLocale([wanted], all)).toBe(expected);
  });

  it.each(['zh-TW', 'zh-HK', 'zh-Hant', 'zh-MO', 'yue-HK', 'yue'])(
    '%s is read in simplified characters when we have no others',
    (wanted) => {
      expect(chooseLocale([wanted, 'en'], few)).toBe('zh-Hans');
    },
  );

  it.each(['zh-CN', 'zh-Hans', 'zh'])(
    '%s is read in traditional characters when we have no others',
    (wanted) => {
      expect(chooseLocale([wanted, 'en'], ['en', 'zh-Hant'])).toBe('zh-Hant');
    },
  );

  it('is the first they want that we have, not the first we have', () => {
    expect(chooseLocale(['so', 'ar', 'en'], few)).toBe('ar');
    expect(chooseLocale(['es', 'ar'], ['en', 'ar', 'es'])).toBe('es');
  });

  it('is an exact tag before a base language', () => {
    expect(chooseLocale(['pt-BR'], ['pt', 'pt-BR'])).toBe('pt-BR');
  });

  it('is named as we name it, whatever the letters of the tag', () => {
    expect(chooseLocale(['ZH-HANS'], ['zh-Hans'])).toBe('zh-Hans');
  });

  it.each([[[]], [['so']], [['']], [['-']], [['x-klingon']], [['constructor']], [['*']]])(
    'is not guessed from %j',
    (wanted: readonly string[]) => {
      expect(chooseLocale(wanted, few)).toBeUndefined();
    },
  );
});
