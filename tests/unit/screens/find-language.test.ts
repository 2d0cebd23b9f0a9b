import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InterpreterLanguages } from '../../../widget/contract/structure.ts';
import { languageIndex } from '../../../widget/screens/form/find-language.ts';

const file = new URL('../../../locales/structure/interpreter-languages.json', import.meta.url);
const languages = JSON.parse(readFileSync(file, 'utf8')) as InterpreterLanguages;
const codes = Object.keys(languages);
const english = languageIndex(languages, codes, (code) => languages[code]?.english ?? code, 'en');
const spanishNames = new Intl.DisplayNames(['es'], { type: 'language', fallback: 'none' });
const spanish = languageIndex(languages, codes, (code) => spanishNames.of(code) ?? code, 'es');

describe('a patient types the name of their language', () => {
  it.each([
    ['in English', 'somali', 'so'],
    ['in their own language', 'soomaali', 'so'],
    ['by the country', 'Somalia', 'so'],
    ['in capitals, with a space', ' SOMALI ', 'so'],
    ['with a letter missing', 'somli', 'so'],
    ['with a letter too many', 'sommali', 'so'],
    ['with another letter', 'somaly', 'so'],
    ['with two letters swapped', 'soamli', 'so'],
    ['while still typing', 'som', 'so'],
    ['by its code', 'ase', 'ase'],
    ['in its own letters', 'العربية', 'ar'],
    ['in its own letters without the seat of an alif', 'اردو', 'ur'],
    ['without marks', 'tieng viet', 'vi'],
    ['with marks', 'Tiếng Việt', 'vi'],
    ['in Chinese', '廣東話', 'yue'],
    ['as Mandarin', 'mandarin', 'cmn'],
    ['as sign language', 'ASL', 'ase'],
    ['as Creole', 'creole', 'ht'],
    ['as Kreyòl', 'kreyol', 'ht'],
    ['as Farsi', 'farsi', 'fa'],
    ['by the country, misnamed', 'haiti', 'ht'],
  ])('%s: %s', (_, query, code) => {
    expect(english.find(query)[0]).toBe(code);
  });

  it.each([
    ['in Spanish', 'somalí', 'so'],
    ['by the country in Spanish', 'Rusia', 'ru'],
    ['by the country in English', 'Russia', 'ru'],
    ['in Spanish, without marks', 'arabe', 'ar'],
  ])('to a panel in Spanish, %s: %s', (_, query, code) => {
    expect(spanish.find(query)).toContain(code);
    expect(spanish.find(query).indexOf(code)).toBeLessThan(3);
  });

  it('and sees all languages while nothing is typed', () => {
    expect(english.find('')).toEqual(codes);
    expect(english.find('   ')).toEqual(codes);
  });

  it('and finds nothing for what is no language', () => {
    expect(english.find('qqqxxx')).toEqual([]);
    expect(english.find('.*')).toEqual([]);
  });

  it('and is not shown half the list for one letter in the middle of words', () => {
    expect(english.find('x').length).toBeLessThan(codes.length / 4);
  });

  it('and finds every language by its own name and by its English name', () => {
    const lost = codes.filter((code) => {
      const { name = '', english: inEnglish = '' } = languages[code] ?? {};
      return !english.find(name).includes(code) || !english.find(inEnglish).includes(code);
    });
    expect(lost).toEqual([]);
  });

  it('and no mistake in the file takes the list away', () => {
    const broken: InterpreterLanguages = {
      so: { name: 'Soomaali', english: 'Somali', countries: ['SO', 'Somaliland', ''] },
      ar: { name: 'العربية', english: 'Arabic' },
    };
    const index = languageIndex(broken, ['so', 'ar', 'gone'], (code) => code, 'not a language');
    expect(index.find('somali')).toEqual(['so']);
    expect(index.find('')).toEqual(['so', 'ar', 'gone']);
  });
});
