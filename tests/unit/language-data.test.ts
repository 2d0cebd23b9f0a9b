import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseLocale } from '../../widget/contract/locale.ts';
import type { InterfaceLanguages, InterpreterLanguages, Region } from '../../widget/contract/structure.ts';

const folder = fileURLToPath(new URL('../../locales/', import.meta.url));
const textOf = (path: string): string => readFileSync(folder + path, 'utf8');
const interfaceLanguages = JSON.parse(textOf('structure/languages.json')) as InterfaceLanguages;
const languages = JSON.parse(textOf('structure/interpreter-languages.json')) as InterpreterLanguages;
const regionFiles = readdirSync(`${folder}structure/regions`).filter((file) => file.endsWith('.json'));

const codes = Object.keys(languages);
const dialectCodes = Object.values(languages).flatMap((language) => language.dialects ?? []);
const locales = Object.keys(interfaceLanguages);

type Names = Readonly<Record<string, string>>;

/** The `languages` and `dialects` of a locale, wherever its files keep them; read by the widget's own parser. */
function namesOf(locale: string): { languages: Names; dialects: Names } {
  const files = ['languages-part.json', 'forms.json'].map((file) => `${locale}/${file}`);
  const trees = files.filter((file) => existsSync(folder + file)).map((file) => parseLocale(textOf(file)));
  expect(trees.flatMap((parsed) => parsed.problems)).toEqual([]);
  const branch = (id: string): Names => Object.assign({}, ...trees.map((parsed) => parsed.tree[id]));
  return { languages: branch('languages'), dialects: branch('dialects') };
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** Scripts written from right to left. `Intl.Locale` is no help: it says `ltr` for Dhivehi and Kurdish in Arabic script. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

const needed = {
  spoken:
    `en es zh vi ko tl ar ru pt ht fr pl ja hi fa bn ur gu it de uk pa ne hy km te hmn lo th sr bs hr my so am
    ti om sw rw ps prs ku ro sq ilo sm to mh chk nv yi he el tr ksw mam quc kjb mww hnj kjp eky yue cmn nan hak wuu
    kek ixl acr mix trq zap tzo nah ceb hil pag war ymm swc rn ln man bm wo ff fuf kea pap cnh ctd kac rhg dz fj haw
    pau pon kos yap ckb aii cld ug uz tk jam lou frc pdc ta sd ks dv pnb az ha`.split(/\s+/),
  sign: `ase bfi fcs isg asf mfs fsl gsg ssp ise dse psr bzs csn vsl rsl jsl kvk csl hks psp ins tsm swl nsl eth hps
    psd ils sgg ssr nzs`.split(/\s+/),
};

/** Longer codes of the same language, as other systems send them, and the key that stands for them here. */
const sameLanguage: Names = {
  fil: 'tl',
  gaz: 'om',
  hat: 'ht',
  kmr: 'ku',
  pbt: 'ps',
  pes: 'fa',
  swh: 'sw',
  uzn: 'uz',
  nav: 'nv',
  mah: 'mh',
};

describe('a patient looking for their language', () => {
  it.each(Object.entries(needed))('finds every %s language hospitals are asked for', (_kind, list) => {
    expect(list.filter((code) => !(code in languages))).toEqual([]);
  });

  it('finds each language once, under its shortest code', () => {
    expect(Object.keys(sameLanguage).filter((code) => code in languages)).toEqual([]);
    expect(Object.values(sameLanguage).filter((code) => !(code in languages))).toEqual([]);
    expect(codes.filter((code) => !/^[a-z]{2,3}$/.test(code))).toEqual([]);
    expect(repeated(Object.values(languages).map((language) => language.name))).toEqual([]);
  });

  it('can tell sign languages from spoken ones', () => {
    const signed = codes.filter((code) => languages[code]?.sign);
    expect(needed.sign.filter((code) => !signed.includes(code))).toEqual([]);
    expect(needed.spoken.filter((code) => signed.includes(code))).toEqual([]);
    // A sign language's name is written in a spoken language, so it always needs that language's tag.
    expect(signed.filter((code) => !languages[code]?.lang)).toEqual([]);
    expect(signed.filter((code) => !languages[code]?.english.includes('Sign'))).toEqual([]);
  });

  it('meets the languages most asked for first, then American Sign Language', () => {
    expect(codes.slice(0, 6)).toEqual(['es', 'zh', 'yue', 'cmn', 'vi', 'ar']);
    const firstSign = codes.find((code) => languages[code]?.sign);
    expect(firstSign).toBe('ase');
    expect(codes.indexOf('ase')).toBeLessThan(40);
  });

  it.each([
    ['Filipino', 'tl'],
    ['farsi', 'fa'],
    ['Afghan', 'prs'],
    ['Afghan', 'ps'],
    ['Myanmar', 'my'],
    ['burma', 'ksw'],
    ['Karen', 'kjp'],
    ['putonghua', 'cmn'],
    ['Mandarin', 'zh'],
    ['castellano', 'es'],
    ['creole', 'ht'],
    ['darija', 'ar'],
    ['Egyptian', 'ar'],
    ['kurmanji', 'ku'],
    ['cambodian', 'km'],
    ['kiche', 'quc'],
    ['kanjobal', 'kjb'],
    ['Cabo Verde', 'kea'],
    ['ASL', 'ase'],
    ['Libras', 'bzs'],
  ])('who calls it %s finds %s', (word, code) => {
    const language = languages[code];
    const known = [language?.name, language?.english, language?.synonyms].join(', ').toLowerCase();
    expect(known).toContain(word.toLowerCase());
  });
});

describe('names of languages', () => {
  it.each(locales)('are all there for a reader of %s, and no two are the same', (locale) => {
    const names = namesOf(locale);
    expect(Object.keys(names.languages).sort()).toEqual([...codes].sort());
    expect(Object.keys(names.dialects).sort()).toEqual([...dialectCodes].sort());
    for (const group of [names.languages, names.dialects]) {
      const shown = Object.values(group);
      expect(shown.filter((name) => name !== name.trim() || name === '')).toEqual([]);
      expect(repeated(shown)).toEqual([]);
      expect(shown.filter((name) => /^\p{Ll}/u.test(name))).toEqual([]);
    }
  });

  it('are in the script of the reader', () => {
    const without = (locale: string, script: RegExp): string[] => {
      const names = namesOf(locale);
      return [...Object.values(names.languages), ...Object.values(names.dialects)].filter(
        (n) => !script.test(n),
      );
    };
    expect(without('ar', /\p{Script=Arabic}/u)).toEqual([]);
    expect(without('zh-Hans', /\p{Script=Han}/u)).toEqual([]);
    expect(without('en', /^[\p{Script=Latin}\p{M}\p{P}\u02BB\u02BC ]+$/u)).toEqual([]);
    expect(without('es', /^[\p{Script=Latin}\p{M}\p{P}\u02BB\u02BC ]+$/u)).toEqual([]);
  });

  it('are the same in the English locale and in the list staff see', () => {
    const english = Object.fromEntries(codes.map((code) => [code, languages[code]?.english]));
    expect(namesOf('en').languages).toEqual(english);
  });

  it('are normalised, so that what a patient types matches', () => {
    const files = ['structure/languages.json', 'structure/interpreter-languages.json'];
    for (const text of files.map(textOf)) expect(text === text.normalize('NFC')).toBe(true);
    for (const locale of locales) {
      for (const group of Object.values(namesOf(locale))) {
        expect(Object.values(group).filter((name) => name !== name.normalize('NFC'))).toEqual([]);
      }
    }
  });

  it('are shown from right to left exactly when their script is', () => {
    const wrong = codes.filter((code) => {
      const language = languages[code];
      return rightToLeft.test(language?.name ?? '') !== (language?.dir === 'rtl');
    });
    expect(wrong).toEqual([]);
    for (const { name, dir } of Object.values(interfaceLanguages)) {
      expect(dir).toBe(rightToLeft.test(name) ? 'rtl' : 'ltr');
    }
  });

  it('carry language tags a screen reader understands', () => {
    const tags = codes.map((code) => languages[code]?.lang ?? code);
    expect(() => tags.map((tag) => new Intl.Locale(tag))).not.toThrow();
    // Kosovo is XK: not in ISO 3166, but what browsers and CLDR use.
    const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const countries = Object.values(languages).flatMap((language) => language.countries ?? []);
    expect(countries.filter((country) => !countryNames.of(country))).toEqual([]);
  });

  it('keep dialect codes apart', () => {
    expect(repeated(dialectCodes)).toEqual([]);
    expect(dialectCodes.filter((code) => !/^[a-z-]+$/.test(code) || code in languages)).toEqual([]);
    expect(languages.ar?.dialects).toEqual(
      expect.arrayContaining(['levantine', 'iraqi', 'egyptian', 'maghrebi', 'sudanese']),
    );
  });
});

it('a reader is offered English, Spanish, Arabic and Chinese, each under its own name', () => {
  expect(Object.entries(interfaceLanguages).map(([code, { name }]) => [code, name])).toEqual([
    ['en', 'English'],
    ['es', 'Español'],
    ['ar', 'العربية'],
    ['zh-Hans', '简体中文'],
  ]);
});

describe('a patient in danger', () => {
  it.each([
    ['us', '911', '988'],
    ['gb', '999', '116 123'],
    ['ie', '112', '116 123'],
    ['ca', '911', '988'],
    ['au', '000', '13 11 14'],
    ['nz', '111', '1737'],
    ['de', '112', '0800 1110111'],
    ['fr', '112', '3114'],
    ['es', '112', '024'],
    ['it', '112', '02 2327 2327'],
    ['pt', '112', '1411'],
    ['nl', '112', '113'],
    ['in', '112', '14416'],
    ['mx', '911', '800 911 2000'],
    ['br', '192', '188'],
  ])('in region %s is told to call %s, or %s in a crisis', (region, emergency, crisis) => {
    const numbers = JSON.parse(textOf(`structure/regions/${region}.json`)) as Region;
    expect(numbers.emergency.number).toBe(emergency);
    expect(numbers.crisis?.number).toBe(crisis);
  });

  it('never meets a number that cannot be dialled, or a check nobody made', () => {
    for (const file of regionFiles) {
      const { emergency, crisis, verifiedOn } = JSON.parse(textOf(`structure/regions/${file}`)) as Region;
      const numbers = [...Object.values(emergency), ...Object.values(crisis ?? {})];
      expect(
        numbers.filter((number) => !/^[0-9][0-9 ]+[0-9]$/.test(number)),
        file,
      ).toEqual([]);
      expect(verifiedOn === null || /^\d{4}-\d\d-\d\d$/.test(verifiedOn), file).toBe(true);
    }
  });
});
