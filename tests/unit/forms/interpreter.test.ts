import { describe, expect, it } from 'vitest';
import { branchAt, textAt } from '../../../widget/contract/locale.ts';
import { fieldsIn } from '../../../widget/forms/conditions.ts';
import {
  errorPaths,
  fieldPaths,
  firstText,
  optionPaths,
  stepPaths,
} from '../../../widget/forms/field-words.ts';
import { parseForm } from '../../../widget/forms/parse-form.ts';
import { visibleForm } from '../../../widget/forms/visible-form.ts';
import {
  choices,
  context,
  englishForms,
  interpreterForm,
  interpreterJson,
  languages,
  texts,
} from './interpreter-form.ts';

const form = interpreterForm();
const fields = form.steps.flatMap((step) => step.fields);
const words = (path: string): string | undefined => textAt(englishForms, path);

/** Every answer, and none, of every question that others depend on. */
function paths(): readonly Record<string, string>[] {
  const conditions = [...form.steps, ...fields].map(({ when }) => when);
  const options = fields.flatMap((field) => ('options' in field ? (field.options ?? []) : []));
  const branching = new Set([...conditions, ...options.map(({ when }) => when)].flatMap(fieldsIn));
  let all: Record<string, string>[] = [{}];
  for (const field of fields.filter(({ id }) => branching.has(id))) {
    const codes =
      field.type === 'language'
        ? [...Object.keys(languages), 'unknown', 'other']
        : 'options' in field
          ? (field.options ?? []).map(({ code }) => code)
          : [];
    all = all.flatMap((path) => [path, ...codes.map((code) => ({ ...path, [field.id]: code }))]);
  }
  return all;
}

describe('the interpreter form', () => {
  it('is a form without problems, and every part of it is read', () => {
    expect(parseForm(interpreterJson)).toEqual({ structure: interpreterJson, problems: [] });
  });

  it('never has more than six required questions, whatever the patient answers', () => {
    const all = paths();
    expect(all.length).toBeGreaterThan(2000);
    const required = all.map((answers) =>
      visibleForm({ structure: form, answers, context }).steps.flatMap((step) =>
        step.fields.filter((field) => field.required).map(({ id }) => id),
      ),
    );
    expect(required.filter((ids) => ids.length > 6)).toEqual([]);
    expect(required.some((ids) => ids.length === 6)).toBe(true);
  });

  // The route is not required: without one it is a phone call, so that exactly one thing is required to reach somebody.
  it('asks for one way to reach the patient, whichever is chosen', () => {
    const values = ['phone', 'email', 'relay-number', 'videophone'];
    for (const route of [undefined, 'phone-call', 'text-message', 'email', 'relay', 'videophone']) {
      const answers = route ? { 'contact-route': route } : {};
      const { steps } = visibleForm({ structure: form, answers, context });
      const asked = steps.flatMap((step) => step.fields).filter(({ id }) => values.includes(id));
      expect(asked).toHaveLength(1);
      expect(asked[0]?.required).toBe(true);
    }
  });

  it('does not stop a patient who does not know when or where the visit is', () => {
    for (const id of ['date', 'time', 'place'])
      expect(fields.find((f) => f.id === id)?.required).toBeUndefined();
    expect(fields.map(({ id }) => id)).toEqual(expect.arrayContaining(['when-not-sure', 'where-not-sure']));
  });

  it('asks about signing only for a sign language, and offers no phone interpreter then', () => {
    const seen = (language: string) => {
      const { steps, answers } = visibleForm({
        structure: form,
        answers: { language, mode: 'phone' },
        context,
      });
      return { steps: steps.map(({ step }) => step.id), mode: answers.mode };
    };
    expect(seen('ase').steps).toContain('sign-support');
    expect(seen('ase').mode).toBeUndefined();
    expect(seen('es').steps).not.toContain('sign-support');
    expect(seen('es').mode).toBe('phone');
    expect(seen('ar').steps).toContain('dialect');
    expect(seen('unknown').steps).not.toContain('dialect');
  });

  it('asks the date of birth only where the hospital needs it', () => {
    const asks = (askDateOfBirth: boolean) =>
      visibleForm({
        structure: form,
        answers: {},
        context: { ...context, hospital: { askDateOfBirth, places: [] } },
      }).steps.some((step) => step.fields.some(({ id }) => id === 'birth-date'));
    expect([asks(true), asks(false)]).toEqual([true, false]);
  });

  it('asks the name of the patient only when somebody else fills it in', () => {
    const asks = (answers: Record<string, string>) =>
      visibleForm({ structure: form, answers, context }).steps.some((step) =>
        step.fields.some(({ id }) => id === 'patient-name'),
      );
    expect([asks({}), asks({ for: 'me' }), asks({ for: 'my-child' })]).toEqual([false, false, true]);
  });

  it('never asks for a diagnosis, insurance, a social security number or immigration status', () => {
    const asked = [branchAt(englishForms, 'interpreter'), branchAt(englishForms, 'common')];
    const text = JSON.stringify(asked).toLowerCase();
    expect(text).toContain('hospital number');
    for (const word of ['diagnos', 'insur', 'social security', 'ssn', 'immigra', 'citizen', 'passport']) {
      expect(text).not.toContain(word);
    }
  });
});

describe('the English words of the form', () => {
  it('name every question and every choice', () => {
    const missing = fields.flatMap((field) => [
      ...((['label', 'short', 'easy'] as const).filter(
        (part) =>
          words(`interpreter.fields.${field.id}.${part}`) ?? words(`common.fields.${field.id}.${part}`),
      ).length === 3
        ? []
        : [field.id]),
      ...choices(field).filter(
        (code) => !firstText(optionPaths('interpreter', field.id, code, 'label'), words),
      ),
    ]);
    expect(missing).toEqual([]);
  });

  it('give every step one heading: its title, or its first question', () => {
    for (const step of form.steps) {
      const title = firstText(stepPaths('interpreter', step.id, 'title'), words);
      if (step.fields.length !== 1 && !title) {
        // Without a title the first question is the heading, so the rest must belong to it.
        expect(['language', 'dialect', 'mode', 'telehealth']).toContain(step.id);
      }
      if (step.stop) expect(firstText(stepPaths('interpreter', step.id, 'text'), words)).toBeTruthy();
    }
  });

  it('hold no word that nothing shows', () => {
    const used = new Set(fields.map(({ id }) => id));
    const steps = new Set(form.steps.map(({ id }) => id));
    for (const id of Object.keys(branchAt(englishForms, 'interpreter.fields') ?? {}))
      expect(used).toContain(id);
    for (const id of Object.keys(branchAt(englishForms, 'interpreter.steps') ?? {}))
      expect(steps).toContain(id);
    for (const field of fields) {
      const options =
        branchAt(englishForms, `interpreter.fields.${field.id}.options`) ??
        branchAt(englishForms, `common.fields.${field.id}.options`);
      expect(Object.keys(options ?? {}).sort()).toEqual([...choices(field)].sort());
    }
  });

  it('say how to put every error right, without blame or begging', () => {
    for (const field of fields.filter(({ required }) => required)) {
      expect(firstText(errorPaths('interpreter', field.id, 'missing').slice(0, 2), words)).toBeTruthy();
    }
    const errors = texts(englishForms).filter(([path]) => path.includes('errors.'));
    expect(errors.length).toBeGreaterThan(15);
    for (const [, text] of errors) {
      expect(text).toMatch(/^(Answer|Write|Choose|Check) /);
      expect(text).not.toMatch(/please|sorry|invalid|oops|!/i);
    }
  });

  it('are short: easy labels of at most 8 words, hints of one sentence, no sentence over 15 words', () => {
    for (const [path, text] of texts(englishForms)) {
      if (/^(languages|dialects)\./.test(path)) continue;
      if (/fields\.[^.]+\.easy$/.test(path)) expect(text.split(/\s+/).length, path).toBeLessThanOrEqual(8);
      if (path.endsWith('.hint')) expect(text.split(/[.?!](?:\s|$)/).filter(Boolean), path).toHaveLength(1);
      for (const sentence of text.split(/[.?!:](?:\s|$)|\n/)) {
        expect(sentence.trim().split(/\s+/).length, `${path}: ${sentence}`).toBeLessThanOrEqual(15);
      }
    }
  });

  it('are found under the form first, then under what all forms share', () => {
    expect(fieldPaths('interpreter', 'name', 'easy')).toEqual([
      'interpreter.fields.name.easy',
      'common.fields.name.easy',
      'interpreter.fields.name.label',
      'common.fields.name.label',
    ]);
    expect(errorPaths('interpreter', 'name', 'missing').at(-1)).toBe('errors.missing');
  });
});
