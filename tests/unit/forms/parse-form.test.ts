import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startSession } from '../../../widget/forms/form-session.ts';
import { next } from '../../../widget/forms/navigate.ts';
import { parseForm } from '../../../widget/forms/parse-form.ts';
import { context, interpreterJson } from './interpreter-form.ts';

const ask = (field: object) => ({
  version: '1',
  steps: [{ id: 's', fields: [{ id: 'ok', type: 'text' }, field] }],
});
const problemsOf = (field: object) => parseForm(ask(field)).problems;

describe('a form a hospital wrote', () => {
  it('that is no form at all is refused, and said so', () => {
    for (const json of [null, undefined, 3, 'x', []]) {
      expect(parseForm(json)).toEqual({
        structure: undefined,
        problems: [{ path: '', code: 'not-an-object' }],
      });
    }
    expect(parseForm({ steps: [] }).problems).toEqual([{ path: 'version', code: 'missing' }]);
    expect(parseForm({ version: '1' }).problems[0]).toEqual({ path: 'steps', code: 'missing' });
    expect(parseForm({ version: '1', steps: [] }).structure).toBeUndefined();
  });

  it('keeps what can be used and leaves out the rest, with its place', () => {
    const { structure, problems } = parseForm(ask({ id: 'bad', type: 'upload' }));
    expect(structure?.steps[0]?.fields.map(({ id }) => id)).toEqual(['ok']);
    expect(problems).toEqual([{ path: 'steps.0.fields.1.type', code: 'wrong-value' }]);
  });

  it.each([
    [{ type: 'text' }, 'id', 'missing'],
    [{ id: 'Not An Id', type: 'text' }, 'id', 'bad-id'],
    [{ id: 'constructor', type: 'text' }, 'id', 'bad-id'],
    [{ id: 'q' }, 'type', 'missing'],
    [{ id: 'q', type: 'toString' }, 'type', 'wrong-value'],
    [{ id: 'q', type: 'text', required: 'yes' }, 'required', 'wrong-value'],
    [{ id: 'q', type: 'text', maxLength: 1e9 }, 'maxLength', 'wrong-value'],
    [{ id: 'q', type: 'text', autocomplete: '"><script>' }, 'autocomplete', 'wrong-value'],
    [{ id: 'q', type: 'text', html: '<b>' }, 'html', 'unknown-key'],
    [{ id: 'q', type: 'radio' }, 'options', 'no-options'],
    [{ id: 'q', type: 'radio', options: [{ code: 'A B' }] }, 'options.0.code', 'bad-id'],
    [{ id: 'q', type: 'language' }, 'kinds', 'missing'],
    [{ id: 'q', type: 'language', kinds: 'sung' }, 'kinds', 'wrong-value'],
    [{ id: 'q', type: 'text', when: { field: 'later' } }, 'when', 'not-asked-before'],
    [{ id: 'q', type: 'text', when: { field: 'q', answered: true } }, 'when', 'not-asked-before'],
    [{ id: 'q', type: 'text', when: { in: ['x'] } }, 'when', 'wrong-value'],
    [{ id: 'q', type: 'text', when: { field: 'ok', is: 'x' } }, 'when', 'wrong-value'],
    [
      { id: 'q', type: 'language', kinds: 'all', default: { field: 'no' } },
      'default.field',
      'not-asked-before',
    ],
    [
      { id: 'q', type: 'radio', optionsFrom: { dialectsOf: 'no' } },
      'optionsFrom.dialectsOf',
      'not-asked-before',
    ],
  ])('with %j has a problem at %s: %s', (field, path, code) => {
    expect(problemsOf(field)).toContainEqual({ path: `steps.0.fields.1.${path}`, code });
  });

  it('cannot ask two questions under one name, or take the name of the check', () => {
    expect(problemsOf({ id: 'ok', type: 'text' })).toEqual([
      { path: 'steps.0.fields.1', code: 'duplicate-id' },
    ]);
    const check = { version: '1', steps: [{ id: 'check', fields: [{ id: 'q', type: 'text' }] }] };
    expect(parseForm(check).problems).toContainEqual({ path: 'steps.0', code: 'duplicate-id' });
  });

  it('cannot nest conditions without end or be larger than a phone can show', () => {
    let when: object = { field: 'ok' };
    for (let i = 0; i < 1000; i++) when = { field: 'ok', and: when };
    expect(problemsOf({ id: 'q', type: 'text', when })[0]?.code).toBe('wrong-value');
    const steps = Array.from({ length: 100 }, (_, i) => ({
      id: `s${i}`,
      fields: [{ id: `q${i}`, type: 'text' }],
    }));
    const { structure, problems } = parseForm({ version: '1', steps });
    expect(structure?.steps).toHaveLength(60);
    expect(problems).toEqual([{ path: 'steps', code: 'too-many' }]);
  });

  it('never breaks the widget, whatever is in the file', () => {
    const junk = fc.jsonValue();
    const field = fc.record({
      id: junk,
      type: fc.constantFrom('text', 'radio', 'date', 'language'),
      when: junk,
      options: junk,
    });
    const file = fc.oneof(
      junk,
      fc.record({
        version: fc.constant('1'),
        steps: fc.array(fc.record({ id: junk, fields: fc.array(field) })),
      }),
    );
    fc.assert(fc.property(file, (json) => void parseForm(json)));
  });

  it('with one part broken still gives a form that can be filled in, and says what it left out', () => {
    const text = JSON.stringify(interpreterJson);
    const quotes = [...text.matchAll(/"[a-z-]+"/g)].map(({ index }) => index);
    fc.assert(
      fc.property(
        fc.constantFrom(...quotes),
        fc.constantFrom('"constructor"', '7', 'null', '{}', '[]'),
        (at, wrong) => {
          const broken = text.slice(0, at) + text.slice(at).replace(/^"[a-z-]+"/, wrong);
          let json: unknown;
          try {
            json = JSON.parse(broken);
          } catch {
            return; // A key was hit: not JSON any more, refused before it comes here.
          }
          const { structure, problems } = parseForm(json);
          // A code in a condition may be any code. Nothing is left out without saying so.
          if (!problems.length) expect(structure).toEqual(json);
          if (structure) next(startSession('interpreter', structure, context));
        },
      ),
    );
  });
});
