import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSearch, type SearchEntry } from '../../../widget/search/search.ts';

const entry = (id: string, title: string, phrases = '', text = ''): SearchEntry => ({
  id,
  title,
  phrases,
  text,
});

const english = [
  entry(
    'interpreter',
    'Is an interpreter free?',
    'translator cost, who pays',
    'It is free. See [rights](faq/zebra).',
  ),
  entry(
    'parking',
    'Where do I park?',
    'car, garage, wheelchair van',
    'Park behind the building. Call {{phone}}.',
  ),
  entry('records', 'How do I get my medical record?', 'chart, file, x-ray', 'Ask us for a **copy**.'),
  entry('rights', 'What are my rights?', 'complaint, fair care', 'You have the right to fair care.'),
  entry('food', 'I need food', 'hungry, food bank', 'Ask a social worker about a free meal.'),
  entry('password', 'I forgot my password', 'portal, login', 'Reset it on the sign-in page.'),
];

const first = (query: string, entries = english, language = 'en'): string | undefined =>
  createSearch(entries, language).find(query)[0]?.id;

describe('a patient finds the answer', () => {
  it.each([
    ['with a swap of two letters', 'intrepreter', 'interpreter'],
    ['with a letter too few', 'pasword', 'password'],
    ['with two mistakes in a long word', 'interpritor', 'interpreter'],
    ['with a word cut in two', 'inter preter', 'interpreter'],
    ['with words run together', 'freeinterpreter', 'interpreter'],
    ['while still typing', 'inter', 'interpreter'],
    ['with another form of the word', 'parking', 'parking'],
    ['with the plural', 'medical records', 'records'],
    ['in a whole sentence', 'could you please tell me who it is that pays for a translator', 'interpreter'],
    ['in capitals', 'PASSWORD', 'password'],
    ['with a misspelt little word', 'plese pasword', 'password'],
  ])('%s', (_, query, id) => {
    expect(first(query)).toBe(id);
  });

  it.each([
    ['ar', entry('a', 'هل المترجم مجاني؟'), 'مترجم', 'a'],
    ['ar', entry('a', 'خدمات اللغة'), 'اللغات', 'a'],
    ['fa', entry('a', 'مترجم رایگان'), 'رايگان', 'a'],
    ['vi', entry('a', 'Điện thoại miễn phí'), 'dien thoai', 'a'],
    ['es', entry('a', '¿Hay médicos?'), 'medica', 'a'],
    ['ko', entry('a', '통역을 요청하려면'), '통역사', 'a'],
    ['th', entry('a', 'ล่ามฟรีหรือไม่'), 'ล่าม', 'a'],
    ['km', entry('a', 'អ្នកបកប្រែឥតគិតថ្លៃទេ'), 'ឥតគិតថ្លៃ', 'a'],
    ['my', entry('a', 'စကားပြန် အခမဲ့လား'), 'စကားပြန်', 'a'],
    ['ja', entry('a', '通訳は無料ですか'), '無料', 'a'],
    ['zh-Hans', entry('a', '翻译免费吗'), '免费翻译', 'a'],
    ['tr', entry('a', 'Ücretsiz ışık'), 'ucretsiz isik', 'a'],
  ])('in %s', (language, wanted, query, id) => {
    const others = ['1', '2', '3'].map((other) =>
      entry(other, `abcde${other} fghij${other} klmno${other} pqrst${other}`),
    );
    expect(first(query, [wanted, ...others], language)).toBe(id);
  });

  it('in English, when the caller adds the English entries to those of another language', () => {
    const both = [entry('password', 'Olvidé mi contraseña'), ...english];
    const search = createSearch(both, 'es');
    expect(search.find('contrasena').map(({ id }) => id)).toEqual(['password']);
    expect(search.find('password').map(({ id }) => id)).toEqual(['password']);
  });

  it('in Chinese also in a browser without word boundaries', async () => {
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
    vi.resetModules();
    const fresh = await import('../../../widget/search/search.ts');
    const entries = [entry('a', '翻译免费吗'), entry('b', '在哪里停车'), entry('c', '病历复印')];
    expect(fresh.createSearch(entries, 'zh-Hans').find('免费翻译')[0]?.id).toBe('a');
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('nothing is found', () => {
  it.each([
    ['when no entry fits', 'how do I become an astronaut'],
    ['for a word that stands only in the target of a link', 'zebra'],
    ['for the name of a fact', 'phone'],
    ['for nothing', ''],
    ['for spaces', ' \t\n'],
    ['for one letter', 'q'],
    ['for little words alone', 'what is it'],
    ['for an emoji', '👩🏽‍⚕️🧑‍🦽'],
    ['for control characters', '\u0000\u0007\u001b[2J\u202e'],
    ['for half a surrogate pair', '\ud83d'],
    ['for the name of an inherited property', 'constructor __proto__ toString'],
  ])('%s', (_, query) => {
    expect(createSearch(english, 'en').find(query)).toEqual([]);
  });
  it('when there is nothing to find', () => {
    expect(createSearch([], 'en').find('interpreter')).toEqual([]);
  });
});

it('at most eight are found, best first', () => {
  const many = Array.from({ length: 20 }, (_, i) =>
    entry(`e${i}`, i === 7 ? 'parking' : 'my car', 'parking'),
  );
  const found = createSearch([...many, ...english], 'en').find('parking');
  expect(found).toHaveLength(8);
  expect(found[0]?.id).toBe('e7');
  expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
});

it('only the first 300 characters are read', () => {
  const search = createSearch(english, 'en');
  expect(search.find(`${'parking '.repeat(38)} ${'password '.repeat(1000)}`)[0]?.id).toBe('parking');
});

describe('whatever is typed', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('interpreter', 'intrepeter', 'ال', '翻译', 'ล่าม', 'ខ្មែរ', "'", ' ', '\u200d', '-'),
    ),
  );
  it.each(['en', 'ar', 'zh-Hans', 'th', 'und', 'constructor', 'not a tag!'])(
    'it is safe, and hits are ids of the index: %s',
    (language) => {
      const mixed = [
        ...english,
        entry('interpreter', 'هل المترجم مجاني؟'),
        entry('zh', '翻译免费吗'),
        entry('th', 'ล่ามฟรี'),
      ];
      const search = createSearch(mixed, language);
      fc.assert(
        fc.property(pieces, (typed) => {
          const ids = search.find(typed.join('')).map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(mixed.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
        }),
      );
    },
  );
  it('it is safe as the words of an entry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (title, text) => {
        const found = createSearch([{ id: 'a', title, phrases: text, text }], 'en').find(title);
        expect(found.every(({ id, score }) => id === 'a' && score > 0)).toBe(true);
      }),
    );
  });
});
