import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../../widget/contract/form.ts';
import { type LocaleTree, textAt } from '../../../widget/contract/locale.ts';
import { maxBodyBytes } from '../../../widget/contract/submission.ts';
import { checkSubmission } from '../../../widget/contract/submission-schema.ts';
import { isSensitive, isStop, setAnswer, startSession } from '../../../widget/forms/form-session.ts';
import { next } from '../../../widget/forms/navigate.ts';
import { parseForm } from '../../../widget/forms/parse-form.ts';
import { isReachable } from '../../../widget/forms/reachable.ts';
import { toSubmission } from '../../../widget/forms/to-submission.ts';
import { validateAll } from '../../../widget/forms/validate.ts';
import { visibleForm } from '../../../widget/forms/visible-form.ts';
import { contexts, everyPath, fieldsOf, formFiles, formNamed, forms } from './every-form.ts';
import { answer, englishForms, languages } from './interpreter-form.ts';

const { full, bare } = contexts;
const asked = (id: string, answers: Record<string, string | readonly string[] | true>, context = full) => {
  const { steps, stopped } = visibleForm({ structure: formNamed(id), answers, context });
  return {
    steps: steps.map(({ step }) => step.id),
    fields: steps.flatMap(({ fields }) => fields.map((field) => field.id)),
    stopped,
  };
};

describe.each([...forms])('the form "%s"', (id, form) => {
  it('has no problems, and every part of it is read', () => {
    expect(parseForm(formFiles.get(id))).toEqual({ structure: formFiles.get(id), problems: [] });
  });

  it('never has more than six required questions, whatever the patient answers', () => {
    // `FULL=1` walks also what makes no difference here: 1.6 million paths in the form for disability help.
    const about = process.env.FULL ? 'everything' : 'required';
    for (const context of [full, bare]) {
      let most: readonly string[] = [];
      for (const path of everyPath(form, context, about)) {
        const required = path.form.steps.flatMap((step) =>
          step.fields.filter((field) => field.required).map((field) => field.id),
        );
        if (required.length > most.length) most = required;
      }
      expect(most.length, most.join(', ')).toBeLessThanOrEqual(6);
      expect(most.length).toBeGreaterThan(0);
    }
  }, 600_000);

  it('asks for the name and how to reach somebody in the same way as all others', () => {
    for (const shared of ['name', 'contact', 'for', 'appointment']) {
      const ours = form.steps.find((step) => step.id === shared);
      const theirs = formNamed('interpreter').steps.find((step) => step.id === shared);
      for (const field of ours?.fields ?? []) {
        const model = theirs?.fields.find((other) => other.id === field.id);
        if (!model) continue;
        const { required: _ours, ...mine } = field;
        const { required: _theirs, ...other } = model;
        if (shared === 'for' || shared === 'appointment') {
          const codes = (one: typeof field) => ('options' in one ? (one.options ?? []) : []);
          expect(codes(model)).toEqual(expect.arrayContaining([...codes(field)]));
        } else if (field.id !== 'contact-language') {
          expect(mine).toEqual(other);
          expect(field.required).toBe(model.required);
        }
      }
      if (shared === 'contact' && ours)
        expect(ours.fields.map((field) => field.id)).toEqual(theirs?.fields.map((field) => field.id));
    }
  });

  it('asks one thing under one name: the same question has the same kind of answer in every form', () => {
    for (const other of forms.values()) {
      for (const field of fieldsOf(form)) {
        const same = fieldsOf(other).find((one) => one.id === field.id);
        if (same && !['language'].includes(field.id)) expect(same.type).toBe(field.type);
      }
    }
  });

  it('asks nothing personal before it says who reads it, and nothing of anybody who is told whom to call', () => {
    for (const step of form.steps.filter(({ stop }) => stop)) expect(step.fields).toEqual([]);
    for (const field of fieldsOf(form)) {
      const knowsYou = /^(name|patient-name|phone|email|.*-number|videophone|mailing-address|birth-date)$/;
      if (knowsYou.test(field.id)) expect(field.personal).toBe(true);
    }
  });

  it('never asks for a diagnosis, insurance, an identity number or immigration status', () => {
    const text = JSON.stringify([formFiles.get(id), englishForms[id]]).toLowerCase();
    for (const word of [
      'diagnos',
      'insur',
      'social security',
      'ssn',
      'immigra',
      'citizen',
      'passport number',
    ])
      expect(text).not.toContain(word);
    for (const word of ['weight', 'ethnic', 'sexual orientation', 'employer', 'password-', 'upload'])
      expect(Object.keys((englishForms[id] as LocaleTree).fields ?? {}).join(' ')).not.toContain(word);
  });

  it('fits into one request even when every answer is as long as it may be', () => {
    // One character of four bytes, and the form's own words twice: as the answer, and for staff.
    const long = (length: number): string => '𐓏'.repeat(length);
    const answers: Record<string, AnswerValue> = {};
    for (const field of fieldsOf(form)) {
      if (field.type === 'textarea') answers[field.id] = long(field.maxLength ?? 500);
      if (field.type === 'text') answers[field.id] = long(field.maxLength ?? 200);
      if (field.type !== 'checkbox') continue;
      const options = (field.options ?? []).filter(({ exclusive }) => !exclusive);
      answers[field.id] = options.map(({ code }) => code);
    }
    const way = id === 'advocate' ? { way: 'grievance' } : {};
    const base = startSession(id, form, full, {
      answers: { ...answers, ...way },
      stepId: 'check',
      seen: [],
      trail: [],
    });
    const submission = toSubmission(base, source);
    expect(checkSubmission(JSON.parse(JSON.stringify(submission)))).toMatchObject({ ok: true });
    expect(new TextEncoder().encode(JSON.stringify(submission)).length).toBeLessThan(maxBodyBytes);
  });
});

const source = {
  id: '3f0c2b1e-7d55-4c2a-9d1e-2a6b8f0c1d2e',
  language: 'so',
  easyWords: false,
  page: 'https://hospital.example/visit',
  now: new Date('2026-11-24T10:00:00Z'),
  staffWords: (path: string) => textAt(englishForms, path),
  staffLanguage: 'en',
  languages,
} as const;

describe('disability help', () => {
  it('opens the questions of a group only for who chose it', () => {
    const groups = [
      'contact-by',
      'formats',
      'communication',
      'moving',
      'vision',
      'senses',
      'people',
      'remote',
    ];
    for (const group of groups) {
      const { steps } = asked('accessibility', { groups: [group] });
      expect(steps.filter((step) => groups.includes(step))).toEqual([group]);
    }
    expect(asked('accessibility', {}).steps.filter((step) => groups.includes(step))).toEqual([]);
  });

  it('has eight groups, and a way to say what is in none of them', () => {
    const groups = fieldsOf(formNamed('accessibility')).find(({ id }) => id === 'groups');
    expect(groups && 'options' in groups && groups.options?.map(({ code }) => code)).toHaveLength(9);
    expect(asked('accessibility', { groups: ['something-else'] }).fields).toContain('other-need');
    expect(asked('accessibility', { groups: ['something-else'] }).fields).not.toContain('anything-else');
    expect(asked('accessibility', { groups: ['moving'] }).fields).toContain('anything-else');
  });

  it('asks who the helper is once, wherever a helper was chosen', () => {
    const helper = (answers: Record<string, string[]>) =>
      asked('accessibility', { groups: ['contact-by', 'people'], ...answers }).fields.filter((id) =>
        ['contact-person', 'supporter'].includes(id),
      );
    expect(helper({ 'contact-by': ['support-person'], people: ['support-person'] })).toEqual([
      'contact-person',
    ]);
    expect(helper({ people: ['support-person'] })).toEqual(['supporter']);
    expect(helper({ people: ['service-animal'] })).toEqual([]);
  });

  it('asks of a service animal only whether one comes', () => {
    const before = asked('accessibility', { groups: ['people'] }).fields;
    expect(asked('accessibility', { groups: ['people'], people: ['service-animal'] }).fields).toEqual(before);
  });

  it('offers sign languages only, where it asks which one', () => {
    const form = formNamed('accessibility');
    const answers = { groups: ['communication'], communication: ['sign-interpreter'], language: 'es' };
    const errors = validateAll({ structure: form, answers, context: full });
    expect(errors).toContainEqual({ field: 'language', code: 'not-a-choice' });
    const right = validateAll({ structure: form, answers: { ...answers, language: 'ase' }, context: full });
    expect(right.map(({ field }) => field)).not.toContain('language');
  });

  it('tells who is in the hospital now whom to call, before anything else is asked', () => {
    const { steps, stopped } = asked('accessibility', { for: 'me', appointment: 'in-hospital' });
    expect([steps, stopped]).toEqual([['for', 'appointment', 'in-hospital-now'], true]);
  });
});

describe('a problem or a complaint', () => {
  it('to the government is not sent from here: the offices are shown', () => {
    const session = next(
      setAnswer(startSession('advocate', formNamed('advocate'), full), 'way', 'government'),
    );
    expect(isStop(session)).toBe(true);
    expect(session.structure.steps.find(({ id }) => id === session.stepId)?.list).toBe('complaints');
    expect(() => toSubmission(session, source)).toThrow('ended without a request');
  });

  it('asks little of who only wants to talk to somebody', () => {
    const { fields } = asked('advocate', { way: 'advocate' });
    expect(fields).toEqual(expect.arrayContaining(['way', 'for', 'message', 'date', 'name', 'phone']));
    for (const id of ['what-happened', 'basis', 'agree', 'give-name']) expect(fields).not.toContain(id);
  });

  it('without a name asks for no name and no way to be reached, and can be sent', () => {
    const answers = { way: 'grievance', 'give-name': 'no', 'what-happened': 'Dhib', agree: true } as const;
    const { fields } = asked('advocate', answers);
    for (const id of ['name', 'phone', 'email', 'safe-to-message', 'mailing-address'])
      expect(fields).not.toContain(id);
    const session = answer(startSession('advocate', formNamed('advocate'), full), answers);
    expect(validateAll(session)).toEqual([]);
    expect(isReachable(toSubmission(session, source).answers)).toBe(false);
  });

  it('is never too late', () => {
    const answers = { way: 'grievance', 'event-date': '1990-01-01' };
    const errors = validateAll({ structure: formNamed('advocate'), answers, context: full });
    expect(errors.map(({ field }) => field)).not.toContain('event-date');
  });

  it('has a quick way out on every screen', () => {
    let session = startSession('advocate', formNamed('advocate'), full);
    session = answer(session, { way: 'grievance', 'what-happened': 'x', agree: true, 'give-name': 'no' });
    for (let at = session; at.stepId !== 'check'; at = next(at)) expect(isSensitive(at)).toBe(true);
    expect(isSensitive(startSession('contact', formNamed('contact'), full))).toBe(false);
  });
});

describe('rides and daily needs', () => {
  it('never takes down that someone is not safe at home: it says whom to call', () => {
    let session = startSession('daily-needs', formNamed('daily-needs'), full);
    session = answer(session, { for: 'me', help: ['food'] });
    session = setAnswer(session, 'help', ['food', 'safety']);
    expect(session.answers.help).toEqual(['safety']);
    session = next(next(session));
    expect([session.stepId, isStop(session), isSensitive(session)]).toEqual(['safe-at-home', true, true]);
    expect(() => toSubmission(session, source)).toThrow('ended without a request');
    expect(asked('daily-needs', { for: 'me', help: ['safety'] }).fields).toEqual(['for', 'help']);
  });

  it('asks for the town of who needs a ride, and of nobody else', () => {
    expect(asked('daily-needs', { help: ['ride'] }).fields).toEqual(expect.arrayContaining(['date', 'area']));
    for (const id of ['date', 'area'])
      expect(asked('daily-needs', { help: ['food'] }).fields).not.toContain(id);
  });
});

describe('classes and programs', () => {
  const programOf = (context = full, answers: Record<string, string[]> = {}) =>
    asked('programs', answers, context).fields.filter((id) => id.startsWith('program'));

  it('are those of the hospital, and another one', () => {
    expect(programOf()).toEqual(['program']);
    expect(programOf(full, { program: ['new-parents', 'other'] })).toEqual(['program', 'program-other']);
    const session = answer(startSession('programs', formNamed('programs'), full), {
      program: ['new-parents', 'other', 'not-a-class'],
    });
    const { answers, readable } = toSubmission(session, source);
    expect(answers.program).toEqual(['new-parents', 'other']);
    expect(readable.find(({ field }) => field === 'program')?.value).toBe('New parents; Another one');
  });

  it('are asked for in the patient’s words, where the hospital lists none', () => {
    expect(programOf(bare)).toEqual(['program-name']);
  });
});

describe('feedback', () => {
  it('asks whether it helped, and never who says so or about which answer', () => {
    expect(asked('feedback', {}).fields).toEqual(['helped', 'comment']);
    const session = answer(startSession('feedback', formNamed('feedback'), full), {
      entry: 'my-rights',
      helped: 'no',
    });
    expect(toSubmission(session, source).answers).toEqual({ helped: 'no' });
  });
});
