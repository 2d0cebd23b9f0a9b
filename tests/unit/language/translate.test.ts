import { describe, expect, it } from 'vitest';
import { parseLocale } from '../../../widget/contract/locale.ts';
import { createTranslator, type Translator } from '../../../widget/language/translate.ts';

const open = '\u2068';
const close = '\u2069';

/** A translator with one file `ui` in a language. */
function inLanguage(language: string, texts: unknown, ...more: [string, unknown][]): Translator {
  const translator = createTranslator((tag) => tag === 'ar');
  for (const [tag, tree] of [[language, texts] as const, ...more]) {
    translator.add(tag, 'ui', parseLocale(JSON.stringify(tree)).tree);
  }
  return translator;
}

describe('a text', () => {
  it('is the one at its key, in the language asked for', () => {
    const translator = inLanguage('es', { home: { title: 'Hola' } }, ['en', { home: { title: 'Hello' } }]);
    expect(translator.text('es', 'ui', 'home.title')).toBe('Hola');
    expect(translator.text('en', 'ui', 'home.title')).toBe('Hello');
  });

  it('that this language lacks is none: the English is never passed off as it', () => {
    const translator = inLanguage('es', { home: {} }, ['en', { home: { title: 'Hello' } }]);
    expect(translator.text('es', 'ui', 'home.title')).toBeUndefined();
    expect(translator.text('es-MX', 'ui', 'home.title')).toBeUndefined();
    expect(translator.text('fr', 'ui', 'home.title')).toBeUndefined();
  });

  it('that is empty is none', () => {
    expect(inLanguage('es', { title: '' }).text('es', 'ui', 'title')).toBeUndefined();
  });

  it('is not a branch of texts', () => {
    expect(inLanguage('es', { home: { title: 'Hola' } }).text('es', 'ui', 'home')).toBeUndefined();
  });

  it.each([
    '__proto__',
    'constructor',
    'constructor.name',
    'toString',
    'hasOwnProperty.name',
    '__proto__.constructor.name',
    'home.constructor.name',
    'home.length',
    'home.title.length',
  ])('is not what every object has: %s', (key) => {
    const translator = inLanguage('es', { home: { title: 'Hola' } });
    expect(translator.text('es', 'ui', key)).toBeUndefined();
    expect(translator.text('es', 'ui', key, { count: 2 })).toBeUndefined();
  });

  it('of one widget is not known to another on the same page', () => {
    inLanguage('es', { title: 'Hola' });
    expect(createTranslator(() => false).text('es', 'ui', 'title')).toBeUndefined();
    expect(createTranslator(() => false).has('es', 'ui')).toBe(false);
  });

  it('of a file that came again is the newer one', () => {
    const translator = inLanguage('es', { title: 'Hola' }, ['es', { title: 'Buenas' }]);
    expect(translator.has('es', 'ui')).toBe(true);
    expect(translator.text('es', 'ui', 'title')).toBe('Buenas');
  });
});

describe('a number in a text', () => {
  it.each([
    [0, 'لا شيء'],
    [1, 'شيء واحد'],
    [2, 'شيئان'],
    [3, '3 أشياء'],
    [11, '11 شيئًا'],
    [100, '100 شيء'],
  ])('takes the right one of six forms in Arabic: %i', (count, expected) => {
    const translator = inLanguage('ar', {
      things_zero: 'لا شيء',
      things_one: 'شيء واحد',
      things_two: 'شيئان',
      things_few: '{{count}} أشياء',
      things_many: '{{count}} شيئًا',
      things_other: '{{count}} شيء',
    });
    expect(translator.text('ar', 'ui', 'things', { count })).toBe(expected);
  });

  it.each([
    ['en', 1, 'one 1'],
    ['en', 0, 'other 0'],
    ['en', 5, 'other 5'],
    ['zh-Hans', 1, 'other 1'],
    ['ru', 3, 'few 3'],
    ['ru', 5, 'many 5'],
    ['ru', 21, 'one 21'],
    ['so', 1, 'one 1'],
  ])('takes the form of %s: %i', (language, count, expected) => {
    const forms = ['one', 'few', 'many', 'other'].map((form) => [`n_${form}`, `${form} {{count}}`]);
    const translator = inLanguage(language, Object.fromEntries(forms));
    expect(translator.text(language, 'ui', 'n', { count })).toBe(expected);
  });

  it('uses the form every file has when its own is missing', () => {
    expect(inLanguage('ar', { n_other: '{{count}} شيء' }).text('ar', 'ui', 'n', { count: 2 })).toBe('2 شيء');
  });

  describe.each(['ht', 'hmn', 'ilo', 'sm'])('in %s, whose plurals no browser knows', (language) => {
    it.each([0, 1, 2, 5])('uses the one form every file has, with the number in it: %i', (count) => {
      const translator = inLanguage(language, { n_one: 'one {{count}}', n_other: '{{count}} jwenn' });
      expect(translator.text(language, 'ui', 'n', { count })).toBe(`${count} jwenn`);
    });

    it('fills in the other values too', () => {
      const translator = inLanguage(language, { n_other: '{{count}} nan {{place}}' });
      expect(translator.text(language, 'ui', 'n', { count: 4, place: 'lopital' })).toContain('4 nan');
      expect(translator.text(language, 'ui', 'n', { count: 4, place: 'lopital' })).toContain('lopital');
    });
  });
});

describe('a value in a text', () => {
  it.each([
    ['an Arabic sentence with a Latin name', 'ar', 'Riverside', true],
    ['an Arabic sentence with a phone number', 'ar', '555-0100', true],
    ['an Arabic sentence with a plain number', 'ar', '911', false],
    ['an Arabic sentence with an Arabic name', 'ar', 'مستشفى', true],
    ['an English sentence with a Latin name', 'en', 'Riverside', false],
    ['an English sentence with a phone number', 'en', '555-0100', false],
    ['an English sentence with an Arabic name', 'en', 'مستشفى', true],
    ['an English sentence with a Hebrew name', 'en', 'בית', true],
    ['a Chinese sentence with a Latin name', 'zh-Hans', 'Riverside', false],
  ])('%s', (_, language, value, isolated) => {
    const text = inLanguage(language, { call: '- {{value}} -' }).text(language, 'ui', 'call', { value });
    expect(text).toBe(isolated ? `- ${open}${value}${close} -` : `- ${value} -`);
  });

  it.each(['<b>&amp;</b>', `"O'Neil" & Sons`, '$& $1 $$', '{{phone}}', '$t(home.title)', '\\n'])(
    'is shown as it is, neither escaped nor read as instructions: %s',
    (value) => {
      const translator = inLanguage('en', { hello: 'at {{value}}.', home: { title: 'Hello' } });
      expect(translator.text('en', 'ui', 'hello', { value, phone: '555' })).toBe(`at ${value}.`);
    },
  );

  it('is a number where a number is given', () => {
    expect(inLanguage('ar', { q: '{{a}} / {{b}}' }).text('ar', 'ui', 'q', { a: 2, b: 17 })).toBe('2 / 17');
  });
});

describe('instructions to i18next inside a text', () => {
  it('are text: one text cannot call another', () => {
    const translator = inLanguage('en', { a: 'See $t(b) and $t(ui:b)', b: 'secret' });
    expect(translator.text('en', 'ui', 'a')).toBe('See $t(b) and $t(ui:b)');
    expect(translator.text('en', 'ui', 'a', { x: 1 })).toBe('See $t(b) and $t(ui:b)');
  });

  it('cannot reach outside the values given', () => {
    const translator = inLanguage('en', { a: '[{{constructor.name}}] [{{__proto__}}] [{{lng}}]' });
    const text = translator.text('en', 'ui', 'a', { x: 1 }) ?? '';
    expect(text).not.toContain('Object');
    expect(text).not.toContain('function');
    expect(text).not.toContain('undefined');
  });

  it('leave facts of the hospital for the view to fill in when no value of that name is given', () => {
    expect(inLanguage('en', { a: 'Call [{{phone}}](phone).' }).text('en', 'ui', 'a')).toBe(
      'Call [{{phone}}](phone).',
    );
  });
});
