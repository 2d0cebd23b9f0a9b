import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../widget/forms/describe-problem.ts';
import { parseForm } from '../../../widget/forms/parse-form.ts';
import { formFiles } from './every-form.ts';

const say = (json: unknown): readonly string[] =>
  parseForm(json).problems.map((problem) => describeProblem(json, problem));
const ask = (...fields: object[]) => ({
  version: '1',
  steps: [{ id: 'name', fields: [{ id: 'colour', type: 'text' }, ...fields] }],
});

describe('a hospital that wrote a form reads in the console', () => {
  it.each([
    [
      ask({ id: 'q', type: 'txt' }),
      'steps.0.fields.1.type (step "name", question "q"): "txt" is not allowed here. Did you mean "text"?',
    ],
    [
      ask({ id: 'q', type: 'text', requird: true }),
      'steps.0.fields.1.requird (step "name", question "q"): "requird" is not known here, so it is not used. Did you mean "required"?',
    ],
    [
      ask({ id: 'q', type: 'text', when: { field: 'color' } }),
      'steps.0.fields.1.when (step "name", question "q"): "color" is not asked earlier in this form. Did you mean "colour"?',
    ],
    [
      ask({ id: 'q', type: 'text', when: { field: 'colour', and: { field: 'shape' } } }),
      'steps.0.fields.1.when (step "name", question "q"): "shape" is not asked earlier in this form. Known: colour.',
    ],
    [
      ask({ id: 'q', type: 'text', when: { field: 'colour', inn: ['red'] } }),
      'steps.0.fields.1.when (step "name", question "q"): "inn" is not allowed here. Did you mean "in"?',
    ],
    [
      ask({ id: 'q', type: 'radio', options: [{ code: 'Red One' }] }),
      'steps.0.fields.1.options.0.code (step "name", question "q", answer "Red One"): "Red One" is no name. Names have only small letters a to z, digits and hyphens.',
    ],
    [
      ask({ id: 'q', type: 'radio' }),
      'steps.0.fields.1.options (step "name", question "q"): there is nothing to choose from. Add "options".',
    ],
    [
      ask({ id: 'colour', type: 'text' }),
      'steps.0.fields.1 (step "name", question "colour"): this name is used twice. Rename one.',
    ],
    [
      ask({ id: 'q', type: 'checkbox', optionsFrom: { hospital: 'places' } }),
      'steps.0.fields.1.optionsFrom (step "name", question "q"): {"hospital":"places"} is not allowed here. Known: dialectsOf, hospital.',
    ],
    [
      { ...ask(), sensitiv: true },
      'sensitiv: "sensitiv" is not known here, so it is not used. Did you mean "sensitive"?',
    ],
    [{ steps: [] }, 'version: this is missing.'],
    [[], 'the file: this must be a group in curly brackets { }.'],
  ])('what is wrong, where, and what was probably meant: %j', (json, sentence) => {
    expect(say(json)).toContain(sentence);
  });

  it('nothing about a form without mistakes', () => {
    for (const json of formFiles.values()) expect(say(json)).toEqual([]);
  });

  it('a short sentence, whatever is in the file', () => {
    const json = fc.oneof(
      fc.jsonValue(),
      fc.record({
        version: fc.constant('1'),
        steps: fc.array(fc.record({ id: fc.jsonValue(), fields: fc.jsonValue() })),
      }),
    );
    fc.assert(
      fc.property(json, (file) => {
        for (const sentence of say(file)) expect(sentence.length).toBeLessThan(700);
      }),
    );
  });

  it('the names that the editors’ schema has, and no others', () => {
    const url = new URL('../../../locales/schema/form.schema.json', import.meta.url);
    const schema = JSON.parse(readFileSync(url, 'utf8'));
    const { field, step, option } = schema.$defs;
    const offered = (json: object): string[] =>
      (say(json)[0]?.match(/Known: (.*)\.$/)?.[1] ?? '').split(', ').filter(Boolean);
    const odd = 'zzzzzzzzzzzz';
    expect(offered({ ...ask(), [odd]: 1 })).toEqual(Object.keys(schema.properties));
    expect(
      offered({ version: '1', steps: [{ id: 'a', [odd]: 1, fields: [{ id: 'b', type: 'text' }] }] }).sort(),
    ).toEqual(Object.keys(step.properties).sort());
    expect(offered(ask({ id: 'q', type: 'radio', options: [{ code: 'x', [odd]: 1 }] })).sort()).toEqual(
      Object.keys(option.properties).sort(),
    );
    const types: Readonly<Record<string, string>> = { kinds: 'language', suggest: 'text' };
    for (const key of ['type', 'onlyIf', 'unless', 'kinds', 'suggest', 'earliest', 'latest']) {
      const question = { id: 'q', type: types[key] ?? 'date', [key]: odd };
      expect(offered(ask(question)), key).toEqual(field.properties[key].enum);
    }
    expect(offered({ version: '1', steps: [{ id: 'a', stop: true, list: odd }] })).toEqual(
      step.properties.list.enum,
    );
  });
});
