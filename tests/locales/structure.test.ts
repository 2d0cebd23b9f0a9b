import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLibrary, readSchema } from '../../locales/tools/library.ts';
import { schemasOf } from '../../locales/tools/schemas.ts';
import { sourceFile } from '../../locales/tools/source-file.ts';
import { validate } from '../../locales/tools/validate.ts';
import { factNames } from '../../widget/contract/facts.ts';
import { linkNames } from '../../widget/contract/hospital.ts';
import { icons } from '../../widget/parts/icons.ts';
import { moreIcons } from '../../widget/parts/more-icons.ts';
import { localesWith, runWith } from './fixture.ts';

interface Content {
  faq: { groups: { id: string; icon: string; entries: string[] }[]; entries: Record<string, object> };
}
const content = (edit: (content: Content) => void) => ({
  'structure/content.json': (file: Content) => {
    edit(file);
    return file;
  },
});
const form = (...steps: object[]) => ({
  'structure/forms/interpreter.json': (file: { steps: object[] }) => ({
    ...file,
    steps: [...file.steps, ...steps],
  }),
});
const first = <T>(list: T[]): T => {
  const [item] = list;
  if (item === undefined) throw new Error('empty');
  return item;
};

describe('notices.json', () => {
  const notices = (edit: (file: { sample?: boolean; availability: Record<string, string> }) => void) => ({
    'structure/notices.json': (file: { sample?: boolean; availability: Record<string, string> }) => {
      edit(file);
      return file;
    },
  });

  test('A hospital learns that the sample is still there, and no more once it has put its own text', () => {
    const warned = (edit: Parameters<typeof notices>[0]) =>
      runWith(notices(edit)).findings.map(({ code }) => code);
    const sampled = warned((file) => {
      file.sample = true;
    });
    expect(sampled).toEqual(['sample']);
    expect(warned(() => undefined)).toEqual([]);
  });

  test('A fact that does not exist is an error with a suggestion, because its sentence is never shown', () => {
    const { code, sentences } = runWith(
      notices((file) => {
        file.availability.es = 'Gratis.\n\nLlame al {{interpeterPhone}}.';
      }),
    );
    expect(code).toBe(1);
    expect(sentences.join()).toContain(
      '{{interpeterPhone}} is not known, so its sentence is never shown. Did you mean "interpreterPhone"?',
    );
  });

  test('A language that names no number, and too few languages, are warnings', () => {
    const { findings } = runWith(
      notices((file) => {
        file.availability = { en: 'Free.', es: 'Gratis.' };
      }),
    );
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['no-phone', 'few-languages']));
  });
});

describe('content.json', () => {
  test('A button that leads nowhere is an error with a suggestion', () => {
    const { code, sentences } = runWith(
      content((file) => {
        file.faq.entries['my-rights'] = { action: 'phone:advocat' };
      }),
    );
    expect(code).toBe(1);
    expect(sentences.join()).toContain('"phone:advocat" leads nowhere. Did you mean "phone:advocate"?');
  });

  test('An icon we do not have is an error with a suggestion', () => {
    const { sentences } = runWith(
      content((file) => {
        first(file.faq.groups).icon = 'interpeter';
      }),
    );
    expect(sentences.join()).toContain('"interpeter" is not known here. Did you mean "interpreter"?');
  });

  test('A question in no group is an error, because nobody finds it', () => {
    const { findings } = runWith(content((file) => first(file.faq.groups).entries.pop()));
    expect(findings.map(({ code }) => code)).toEqual(['no-group']);
  });

  test('A question without structure is an error at the English words', () => {
    const { sentences } = runWith(
      content((file) => {
        first(file.faq.groups).entries.pop();
        delete file.faq.entries['my-rights'];
        file.faq.entries['interpreter-free'] = {};
      }),
    );
    expect(sentences).toEqual([
      expect.stringMatching(/^en\/faq\.json, line 8, column 3: "my-rights" is not in structure/),
    ]);
  });

  test('A question without English words is an error', () => {
    const { sentences } = runWith({
      'en/faq.json': ({ 'my-rights': _, ...rest }: Record<string, object>) => rest,
    });
    expect(sentences.join()).toContain('"my-rights" has no English words.');
  });

  test('A misspelled flag is an error with a suggestion', () => {
    const { sentences } = runWith(
      content((file) => {
        file.faq.entries['my-rights'] = { critcal: true };
      }),
    );
    expect(sentences.join()).toContain('"critcal" is not known here. Did you mean "critical"?');
  });

  test('Every icon offered to editors is one the widget can draw', () => {
    // The screen of questions draws "language" as `translate`.
    const drawn = [...Object.keys({ ...icons, ...moreIcons }), 'language'];
    const offered = readSchema('content').$defs?.icon?.enum ?? [];
    expect(offered.length).toBeGreaterThan(10);
    expect(offered.filter((name) => !drawn.includes(String(name)))).toEqual([]);
  });
});

describe('forms', () => {
  test('A condition on a question asked later is an error', () => {
    const { findings, sentences } = runWith(
      form({ id: 'more', when: { field: 'when', answered: true }, fields: [{ id: 'name', type: 'text' }] }),
    );
    expect(sentences.join('\n')).toContain('"when" is not asked earlier in this form.');
    expect(findings.map(({ code }) => code)).toEqual(['unknown-question', 'twice']);
  });

  test('A condition on an answer that cannot be given is an error with a suggestion', () => {
    const { sentences } = runWith(
      form({ id: 'stop', stop: true, fields: [], when: { field: 'appointment', in: ['yess'] } }),
    );
    expect(sentences.join('\n')).toContain('"yess" is no answer of "appointment". Did you mean "yes"?');
  });

  test('A question without English words is an error that says where to write them', () => {
    const { sentences } = runWith(form({ id: 'more', fields: [{ id: 'color', type: 'text' }] }));
    expect(sentences.join()).toContain('Add "interpreter", "fields", "color", "label" to en/forms.json.');
  });

  test('A choice without answers and a step without questions are errors', () => {
    const { findings } = runWith(
      form({ id: 'a', fields: [{ id: 'b', type: 'radio' }] }, { id: 'c', fields: [] }),
    );
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['no-answers', 'empty']));
  });

  test('More than six required questions are a warning', () => {
    const fields = Array.from({ length: 6 }, (_, i) => ({ id: `q-${i}`, type: 'text', required: true }));
    const { findings } = runWith(form({ id: 'more', fields }));
    expect(findings.filter(({ code }) => code === 'many-required').map(({ severity }) => severity)).toEqual([
      'warning',
    ]);
  });

  test('Words for an answer the form does not have are a warning with a suggestion', () => {
    const { sentences } = runWith({
      'en/forms.json': (file: {
        interpreter: { fields: { appointment: { options: Record<string, object> } } };
      }) => {
        file.interpreter.fields.appointment.options.noo = { label: 'No' };
        return file;
      },
    });
    expect(sentences.join()).toContain('the question "appointment" has no answer "noo". Did you mean "no"?');
  });
});

describe('languages and regions', () => {
  test('Arabic set from left to right is an error', () => {
    const { sentences } = runWith({
      'structure/languages.json': (file: object) => ({
        ...file,
        ar: { name: 'العربية', english: 'Arabic', dir: 'ltr' },
      }),
      'ar/ui.json': { title: 'مساعدة' },
    });
    expect(sentences.join()).toContain('"ar" is written from right to left. Write "rtl".');
  });

  test('A language offered without a folder is an error', () => {
    const { sentences } = runWith({
      'structure/languages.json': (file: object) => ({
        ...file,
        fr: { name: 'Français', english: 'French', dir: 'ltr' },
      }),
    });
    expect(sentences.join()).toContain('there is no folder "fr" with its words.');
  });

  test('Emergency numbers nobody checked are a warning', () => {
    const { code, findings } = runWith({
      'structure/regions/us.json': { emergency: { number: '911' }, verifiedOn: null },
    });
    expect(code).toBe(0);
    expect(findings.map((finding) => finding.code)).toEqual(['not-verified']);
  });

  test('An emergency number that is no number is an error', () => {
    const { code } = runWith({
      'structure/regions/us.json': { emergency: { number: 'nine' }, verifiedOn: null },
    });
    expect(code).toBe(1);
  });
});

test('Every schema an editor’s program is pointed at exists and is JSON', () => {
  const root = new URL('../../', import.meta.url);
  const settings = JSON.parse(readFileSync(new URL('.vscode/settings.json', root), 'utf8'));
  const urls: string[] = settings['json.schemas'].map(({ url }: { url: string }) => url);
  expect(urls.length).toBeGreaterThan(8);
  for (const url of urls) {
    const schema = JSON.parse(readFileSync(new URL(url, root), 'utf8'));
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.type).toBe('object');
  }
});

test('While typing, an editor is offered every English name, with the English text beside it', () => {
  const library = readLibrary(localesWith());
  const schemas = schemasOf(library);
  expect([...schemas.keys()]).toEqual(['ui', 'forms', 'faq']);
  for (const [name, schema] of schemas) {
    for (const { words } of [library.english, ...library.translations]) {
      const file = [...words].find(([namespace]) => namespace === name)?.[1];
      expect(file && validate(file, schema)).toBe(true);
    }
  }
  const title = schemas.get('ui')?.properties?.title;
  expect(title).toEqual({ type: 'string', description: 'English: Health Help' });
  const typo = sourceFile('{ "titel": "Ayuda" }', 'ui.json');
  expect(schemas.get('ui') && validate(typo, schemas.get('ui') ?? {})).toBe(false);
  expect(typo.findings[0]?.message).toBe('"titel" is not known here. Did you mean "title"?');
});

test('The editors’ guide names every fact, and every page a text can link to', () => {
  const guide = readFileSync(new URL('../../locales/README.md', import.meta.url), 'utf8');
  expect(factNames.filter((name) => !guide.includes(`| \`{{${name}}}\` |`))).toEqual([]);
  expect(linkNames.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});
