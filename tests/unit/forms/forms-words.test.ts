import { describe, expect, it } from 'vitest';
import { factNames } from '../../../widget/contract/facts.ts';
import { branchAt, textAt } from '../../../widget/contract/locale.ts';
import { factsIn } from '../../../widget/contract/rich-text.ts';
import {
  errorPaths,
  fieldPaths,
  firstText,
  optionPaths,
  stepPaths,
} from '../../../widget/forms/field-words.ts';
import { formFacts } from '../../../widget/forms/form-facts.ts';
import { fieldsOf, forms } from './every-form.ts';
import { choices, englishForms, texts } from './interpreter-form.ts';

const words = (path: string): string | undefined => textAt(englishForms, path);
const named = [...forms];

/** Texts that are shown as paragraphs, in which facts are filled in. The rest is shown as it is. */
const paragraphs =
  /\.(lead|easy|steps\.[^.]+\.text|receipt\.(late|call|call-by|call-no-number|call-by-no-number|more))$/;

describe.each(named)('the English words of the form "%s"', (id, form) => {
  const fields = fieldsOf(form);
  const own = branchAt(englishForms, id) ?? {};

  it('name the form, say what everyone should know first, and what to say on the phone', () => {
    const needed = ['title', 'card', 'card-hint', 'lead', 'easy', 'say'];
    const optional: readonly string[] = id === 'interpreter' || id === 'feedback' ? ['say'] : [];
    for (const part of needed.filter((one) => !optional.includes(one)))
      expect(words(`${id}.${part}`), part).toBeTruthy();
  });

  it('name every question in full, short and easy, and every answer in eight words', () => {
    for (const field of fields) {
      for (const part of ['label', 'short', 'easy'] as const) {
        if (field.given && part !== 'label') continue;
        expect(
          firstText(fieldPaths(id, field.id, part).slice(0, 2), words),
          `${field.id}.${part}`,
        ).toBeTruthy();
      }
      const easy = firstText(fieldPaths(id, field.id, 'easy'), words) ?? '';
      expect(easy.split(/\s+/).length, easy).toBeLessThanOrEqual(8);
      for (const code of choices(field)) {
        const label = firstText(optionPaths(id, field.id, code, 'label'), words);
        expect(label, `${field.id}.${code}`).toBeTruthy();
        // "I do not know its name. Please call me." is two sentences.
        if (code !== 'unknown') expect(label?.split(/\s+/).length, label).toBeLessThanOrEqual(8);
      }
    }
  });

  it('give every step one heading', () => {
    for (const step of form.steps) {
      const title = firstText(stepPaths(id, step.id, 'title'), words);
      const first = step.fields.find(({ given }) => !given);
      // A single yes is no heading; and a list that the hospital may not have cannot lend its label either.
      if (step.stop || first?.type === 'flag') expect(title, step.id).toBeTruthy();
      if (step.stop) expect(firstText(stepPaths(id, step.id, 'text'), words), step.id).toBeTruthy();
    }
  });

  it('say how to put right every required question, in words of its own', () => {
    for (const { id: field } of fields.filter(({ required }) => required)) {
      const text = firstText(errorPaths(id, field, 'missing').slice(0, 2), words);
      expect(text, field).toMatch(/^(Write|Choose) /);
    }
    for (const field of fields.filter(({ type }) => type === 'textarea')) {
      const text = firstText(errorPaths(id, field.id, 'too-long').slice(0, 2), words);
      const most = 'maxLength' in field ? field.maxLength : 500;
      if (text) expect(text).toContain(String(most));
    }
  });

  it('hold no word that nothing shows', () => {
    const used = new Set(fields.map((field) => field.id));
    const steps = new Set(form.steps.map((step) => step.id));
    for (const field of Object.keys(branchAt(own, 'fields') ?? {})) expect(used).toContain(field);
    for (const step of Object.keys(branchAt(own, 'steps') ?? {})) expect(steps).toContain(step);
    for (const field of fields) {
      const mine = branchAt(own, `fields.${field.id}.options`);
      if (mine) expect(Object.keys(mine).sort()).toEqual([...choices(field)].sort());
    }
  });

  it('fill in facts only where texts are paragraphs, and only facts there are', () => {
    const known = [...factNames, ...Object.keys(everyFact), 'formPhone', 'date', 'count'];
    for (const [path, text] of texts({ [id]: own, common: branchAt(englishForms, 'common') ?? {} })) {
      for (const fact of factsIn(text)) {
        expect(known, path).toContain(fact);
        if (!['date', 'count'].includes(fact)) expect(path).toMatch(paragraphs);
      }
    }
  });
});

const everyFact = formFacts({
  coordinator: { title: 'a', name: 'b', phone: '1', tty: '2', email: 'c', address: 'd' },
  grievance: { fileWithinDays: 1, answerWithinDays: 2, appealWithinDays: 3 },
});

describe('the English words of all forms', () => {
  it('are for readers of grade 6 and below', () => {
    for (const [id] of named) {
      const all = texts({ [id]: branchAt(englishForms, id) ?? {} }).map(([, text]) => text);
      expect(grade(all), id).toBeLessThanOrEqual(6);
      const long = texts({ [id]: branchAt(englishForms, id) ?? {} }).filter(([path]) =>
        paragraphs.test(`.${path}`),
      );
      for (const [path, text] of long) {
        if (text.split(/\s+/).length > 15) expect(grade([text]), path).toBeLessThanOrEqual(6);
      }
    }
  });

  it('shared by forms are used by two of them or more, or by the interpreter form', () => {
    const shared = Object.keys(branchAt(englishForms, 'common.fields') ?? {});
    for (const field of shared) {
      const asking = named.filter(([, form]) => fieldsOf(form).some(({ id }) => id === field));
      expect(asking.length, field).toBeGreaterThan(0);
    }
    const steps = Object.keys(branchAt(englishForms, 'common.steps') ?? {});
    for (const step of steps) {
      const having = named.filter(([, form]) => form.steps.some(({ id }) => id === step));
      expect(having.length, step).toBeGreaterThan(1);
    }
  });

  it('promise no answer that a form of its own cannot give: each says what happens next', () => {
    const parts = [
      'next-title',
      'today',
      'today-text',
      'reply-by',
      'reply-by-text',
      'reply-unknown',
      'visit',
      'call',
      'call-by',
      'call-no-number',
      'call-by-no-number',
    ];
    for (const part of [...parts, 'late', 'reply-unknown-text', 'visit-text'])
      expect(words(`common.receipt.${part}`), part).toBeTruthy();
  });
});

/** Flesch-Kincaid grade. Syllables are groups of vowels: right within a tenth for plain English. */
function grade(all: readonly string[]): number {
  const sentences = all
    .map((text) => text.replace(/\{\{\w+\}\}/g, 'number').replace(/\]\([^)]*\)/g, ''))
    .flatMap((text) => text.split(/[.?!:]+(?:\s|$)|\n+/))
    .map((sentence) => sentence.match(/[A-Za-z]+/g) ?? [])
    .filter((sentence) => sentence.length);
  const list = sentences.flat();
  const syllables = list.reduce((sum, word) => {
    const groups =
      word
        .toLowerCase()
        .replace(/([^l])e$/, '$1')
        .match(/[aeiouy]+/g)?.length ?? 1;
    return sum + Math.max(1, groups);
  }, 0);
  return 0.39 * (list.length / sentences.length) + 11.8 * (syllables / list.length) - 15.59;
}
