import { describe, expect, test } from 'vitest';
import { localesWith, question, run, runWith } from './fixture.ts';

/** What the checker says when only the Spanish answer about interpreters is changed. */
function saidOf(answer: string, part = 'answer'): { sentences: string[]; codes: string[]; code: number } {
  const { findings, sentences, code } = runWith({
    'es/faq.json': question('interpreter-free', { [part]: answer }),
  });
  return { sentences, codes: findings.map((finding) => `${finding.severity} ${finding.code}`), code };
}
const good = '**Sí.** Usted no paga.\n\nLlame al {{phone}} o [pida aquí](forms/interpreter). Relevo: 711.';

describe('facts', () => {
  test('An editor who misspells a fact is told which one was meant, at the place of the mistake', () => {
    const { sentences, code } = saidOf(good.replace('{{phone}}', '{{phon}}'));
    expect(code).toBe(1);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toBe(
      'es/faq.json, line 4, column 51: {{phon}} is not a fact. Did you mean {{phone}}?',
    );
  });

  test.each([
    ['{{ phone }}', 'Write {{phone}}, with two brackets on each side and no spaces.'],
    ['{phone}', 'Write {{phone}}'],
    ['{{phone}', 'Write {{phone}}'],
    ['｛｛phone｝｝', 'wide brackets'],
  ])('An editor who writes %s is told how to write a fact', (written, advice) => {
    expect(saidOf(good.replace('{{phone}}', written)).sentences.join('\n')).toContain(advice);
  });

  test('A translation that leaves out a fact of the English text is an error', () => {
    const { sentences } = saidOf(good.replace('{{phone}}', 'nosotros'));
    expect(sentences.join()).toContain('{{phone}} is in the English text but not here.');
  });

  test('A fact the English text does not have is only a warning', () => {
    expect(saidOf(`${good}\n\n{{email}}`).codes).toEqual(['warning extra-fact']);
  });

  test('A value that the widget fills in is fine where English has it, and unknown elsewhere', () => {
    const ui = (title: string) => ({ 'es/ui.json': (file: object) => ({ ...file, title }) });
    expect(runWith(ui('Ayuda {{count}}')).sentences.join()).toContain('{{count}} is not a fact.');
  });

  test('The form for one may leave out the number', () => {
    const { findings } = runWith({
      'es/ui.json': (file: object) => ({ ...file, found_one: 'una respuesta' }),
    });
    expect(findings).toEqual([]);
  });

  test('The form for many may not leave out the number', () => {
    const { findings } = runWith({
      'es/ui.json': (file: object) => ({ ...file, found_other: 'respuestas' }),
    });
    expect(findings.map(({ code, path }) => [code, path])).toEqual([['missing-fact', 'found_other']]);
  });

  test('A command of the translation program is refused', () => {
    expect(saidOf(`${good} $t(title)`).codes).toContain('error nesting');
  });
});

describe('links', () => {
  test('An editor who changes where a link leads is told what was meant', () => {
    const { sentences } = saidOf(good.replace('forms/interpreter', 'forms/interprete'));
    expect(sentences[0]).toContain(
      'the link "forms/interprete" leads nowhere. Did you mean "forms/interpreter"?',
    );
  });

  test('An editor who pastes a web address is told to put it into hospital.json', () => {
    expect(saidOf(`${good} [Mapa](https://maps.example/a)`).sentences.join()).toContain(
      'Put it into hospital.json',
    );
  });

  test.each([
    '[pida aquí] (forms/interpreter)',
    '[pida aquí]（forms/interpreter）',
    '[pida aquí](forms/interpreter',
  ])('A link written as %s is an error', (written) => {
    const { codes } = saidOf(good.replace('[pida aquí](forms/interpreter)', written));
    expect(codes).toContain('error broken-link');
  });

  test('A missing link is a warning that says what to write', () => {
    const { sentences, code } = saidOf(good.replace('[pida aquí](forms/interpreter)', 'pida'));
    expect(code).toBe(0);
    expect(sentences.join()).toContain('Put [words](forms/interpreter) where it belongs.');
  });

  test.each(['map', 'link:map', 'phone', 'phone:advocate', 'faq/my-rights', 'forms/interpreter'])(
    'A link to %s leads somewhere',
    (target) => {
      const { codes } = saidOf(`${good} [a](${target})`);
      expect(codes).not.toContain('error unknown-link');
    },
  );
});

describe('markup and characters', () => {
  test.each([
    ['**Sí. Usted no paga.', 'error bold', '** is opened but not closed'],
    ['<b>Sí</b>', 'error html', 'HTML is shown as text'],
    ['Sí&nbsp;no', 'error html', 'HTML is shown as text'],
    ['*Sí* no', 'warning italic', 'single * and _'],
    ['# Sí', 'warning heading', 'a heading starts with ##'],
    ['• Sí', 'warning list', 'starts with - and a space'],
    ['Sí \u202eon', 'error bidi', 'U+202E'],
    ['Sí\u200b no', 'warning invisible', 'zero-width space'],
    ['Informaci\ufffdn', 'error broken-letter', 'broken letter'],
    ['Sí, с\u0430sa casа', 'warning mixed-word', 'two alphabets'],
  ])('%j is found', (text, found, words) => {
    const { codes, sentences } = saidOf(`${good} \n\n${text}`);
    expect(codes).toContain(found);
    expect(sentences.join()).toContain(words);
  });

  test('Numbers like 3 * 4, names_with_lines and prices are not taken for markup', () => {
    expect(saidOf(`${good}\n\n3 * 4 * 5 y su_nombre, < 5 & > 3`).codes).toEqual([]);
  });

  test('Khmer and Persian may use the invisible characters they are written with', () => {
    const languages = { 'structure/languages.json': null };
    for (const [code, text] of [
      ['km', 'សួស្តី\u200bអ្នក'],
      ['fa', 'می\u200cخواهم'],
    ] as const) {
      const { findings } = runWith({ ...languages, [`${code}/ui.json`]: { title: text } });
      expect(findings.filter(({ code }) => code === 'invisible')).toEqual([]);
    }
  });

  test('A sentence in Latin letters inside Arabic is a warning, a name is not', () => {
    const arabic = (title: string) => runWith({ 'structure/languages.json': null, 'ar/ui.json': { title } });
    const codes = (title: string) => arabic(title).findings.map(({ code }) => code);
    expect(codes('مساعدة MyChart Health')).not.toContain('wrong-script');
    expect(codes('مساعدة we do not have it yet')).toContain('wrong-script');
  });
});

describe('wording', () => {
  test('A text that is still English is a warning, a name that is the same is not', () => {
    const same = runWith({ 'es/ui.json': (file: object) => ({ ...file, title: 'Health Help' }) });
    expect(same.findings).toEqual([]);
    expect(saidOf('You have rights.').codes).toContain('error missing-fact');
    const { sentences } = runWith({ 'es/faq.json': question('my-rights', { answer: 'You have rights.' }) });
    expect(sentences.join()).toContain('this is still the English text.');
  });

  test('An empty text is an error', () => {
    expect(saidOf('  ').codes).toEqual(['error empty']);
  });

  test('A space at the end is a warning at that place', () => {
    const { sentences } = runWith({ 'es/ui.json': (file: object) => ({ ...file, title: 'Ayuda ' }) });
    expect(sentences).toEqual([
      'es/ui.json, line 2, column 18: there is a space or an empty line at the end of the text. Delete it.',
    ]);
  });

  test('A phone number that was changed is an error', () => {
    expect(saidOf(good.replace('711', '771')).sentences.join()).toContain(
      'the number 711 of the English text',
    );
  });

  test('A phone number in Arabic digits is an error that says so', () => {
    expect(saidOf(good.replace('711', '٧١١')).sentences.join()).toContain('Write it with 0 to 9');
  });

  test('Too few keywords are a warning with the count', () => {
    const { sentences } = saidOf('costo, precio', 'keywords');
    expect(sentences.join()).toContain('"keywords" of "interpreter-free" has 2 phrases.');
  });

  test('A sentence of 13 words in an easy text is a warning', () => {
    const words = Array.from({ length: 13 }, (_, i) => `uno${'a'.repeat(i)}`).join(' ');
    expect(saidOf(`${words}.`, 'easy').sentences.join()).toContain('this sentence has 13 words');
    expect(saidOf(`${words.replace(/ \S+$/, '')}.`, 'easy').codes).toEqual([]);
  });

  test('Words of a language without spaces are counted', () => {
    const { findings } = runWith({
      'structure/languages.json': null,
      'zh-Hans/faq.json': {
        'my-rights': {
          question: '我有什么权利？',
          answer: '您有权利。',
          easy: '我们的医院会为您免费提供口译员帮助您和医生护士以及其他工作人员互相沟通。',
          keywords: '一，二，三，四，五，六，七，八',
        },
      },
    });
    expect(findings.filter(({ code }) => code === 'long-sentence').map(({ path }) => path)).toEqual([
      'my-rights.easy',
    ]);
    expect(findings.filter(({ code }) => code === 'few-keywords')).toEqual([]);
  });
});

describe('names', () => {
  test('An editor who misspells the name of a question is told which one was meant', () => {
    const { code, sentences } = runWith({
      'es/faq.json': ({ 'my-rights': rights, ...rest }: Record<string, object>) => ({
        ...rest,
        'my-right': rights,
      }),
    });
    expect(code).toBe(1);
    expect(sentences.join('\n')).toContain('"my-right" is not known.');
    expect(sentences.join('\n')).toContain('Did you mean "my-rights"?');
  });

  test('A missing question is one warning, not four', () => {
    const { code, findings } = runWith({
      'es/faq.json': (file: Record<string, object>) => ({ 'interpreter-free': file['interpreter-free'] }),
    });
    expect(code).toBe(0);
    expect(findings.map((finding) => finding.code)).toEqual(['missing']);
  });

  test('A missing easy text is a warning', () => {
    const { findings } = runWith({ 'es/faq.json': question('my-rights', { easy: undefined }) });
    expect(findings.map(({ code }) => code)).toEqual(['missing-easy']);
  });

  test('A number, a list or capital letters in names are errors', () => {
    const { findings } = runWith({
      'es/ui.json': (file: object) => ({ ...file, one: 1, two: ['a'], Three: 'c' }),
    });
    expect(findings.map(({ code }) => code)).toEqual(['not-text', 'not-text', 'bad-id']);
  });

  test('A whole missing file is one warning', () => {
    const { findings, summary } = runWith({ 'es/faq.json': null });
    expect(findings.map(({ code }) => code)).toEqual(['missing-file']);
    expect(summary[1]).toMatchObject({ language: 'es', complete: 55 });
  });
});

describe('plural forms', () => {
  test('A Polish editor is told which forms are missing and how to name them', () => {
    const { sentences, findings } = runWith({
      'structure/languages.json': null,
      'pl/ui.json': { found_one: '{{count}} odpowiedź', found_other: '{{count}} odpowiedzi' },
    });
    const missing = findings.filter(({ code }) => code === 'missing-plural').map(({ severity }) => severity);
    expect(missing).toEqual(['error', 'error']);
    expect(sentences.join()).toContain('Add "found_few" beside "found_one".');
  });

  test('Spanish without its form for millions is only a warning', () => {
    const { findings } = runWith({
      'es/ui.json': ({ found_many: _, ...rest }: Record<string, unknown>) => rest,
    });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['missing-plural', 'warning']]);
  });

  test('Haitian Creole, unknown to computers, needs only one form, whatever the language of this computer', () => {
    const { findings } = runWith({
      'structure/languages.json': null,
      'ht/ui.json': { found_other: '{{count}} repons' },
    });
    expect(findings.filter(({ code }) => code.endsWith('plural'))).toEqual([]);
  });

  test('A form the language does not have is a warning', () => {
    const { findings } = runWith({
      'structure/languages.json': null,
      'vi/ui.json': { found_one: '{{count}} kết quả', found_other: '{{count}} kết quả' },
    });
    expect(findings.filter(({ code }) => code === 'extra-plural').map(({ path }) => path)).toEqual([
      'found_one',
    ]);
  });
});

test('With a language named, only its messages are shown, and all of them', () => {
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`wort-${i}`, 'x']));
  const dir = localesWith({
    'es/ui.json': (file: object) => ({ ...file, ...many }),
    'en/ui.json': (file: object) => ({ ...file, title: '' }),
  });
  const all = run(dir);
  expect(all.code).toBe(1);
  expect(all.output).toContain('… and 4 more warnings. To see them all: npm run check-locales -- es');
  const spanish = run(dir, 'es');
  expect(spanish.code).toBe(0);
  expect(spanish.output.match(/wort-/g)).toHaveLength(9);
  expect(spanish.output).not.toContain('en/ui.json');
});
