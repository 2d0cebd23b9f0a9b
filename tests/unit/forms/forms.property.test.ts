import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue, FieldStructure } from '../../../widget/contract/form.ts';
import { textAt } from '../../../widget/contract/locale.ts';
import { checkSubmission } from '../../../widget/contract/submission-schema.ts';
import {
  errorsHere,
  type FormSession,
  isStop,
  setAnswer,
  startSession,
  visibleFields,
  visibleSteps,
} from '../../../widget/forms/form-session.ts';
import { back, goToStep, next, progress, reviewRows } from '../../../widget/forms/navigate.ts';
import { toSubmission } from '../../../widget/forms/to-submission.ts';
import { validateAll } from '../../../widget/forms/validate.ts';
import { visibleForm } from '../../../widget/forms/visible-form.ts';
import { contexts, fieldsOf, forms } from './every-form.ts';
import { englishForms, languages } from './interpreter-form.ts';

const { full, bare } = contexts;

/** An answer that fits the kind of question. */
function fitting(field: FieldStructure): fc.Arbitrary<AnswerValue> {
  const codes = [
    ...('options' in field ? (field.options ?? []).map(({ code }) => code) : []),
    ...('optionsFrom' in field && field.optionsFrom?.dialectsOf ? ['levantine', 'mandarin'] : []),
    ...('optionsFrom' in field && field.optionsFrom?.hospital ? ['new-parents'] : []),
    ...(field.type === 'language' ? [...Object.keys(languages), 'unknown', 'other'] : []),
  ];
  switch (field.type) {
    case 'flag':
      return fc.constant(true as const);
    case 'checkbox':
      return fc.subarray(codes, { minLength: 1 });
    case 'radio':
    case 'language':
      return fc.constantFrom(...codes);
    case 'date':
      return field.latest
        ? fc.constantFrom('1990-02-03', '2026-11-24')
        : fc.constantFrom('2026-12-01', '2026-12-1');
    case 'time':
      return fc.constantFrom('10:30', '2:30 pm');
    case 'tel':
      return fc.constantFrom('3125550199', '+1 312 555 0199');
    case 'email':
      return fc.constantFrom('ana@example.org');
    default:
      return fc.string({ minLength: 1, maxLength: field.maxLength ?? 40, unit: 'grapheme' });
  }
}

const odd: fc.Arbitrary<AnswerValue> = fc.oneof(
  fc.string(),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.constant(true as const),
);

const send = (session: FormSession) =>
  toSubmission(session, {
    id: '3f0c2b1e-7d55-4c2a-9d1e-2a6b8f0c1d2e',
    language: 'zh-Hans',
    easyWords: true,
    page: 'https://hospital.example/visit?q=secret#x',
    now: new Date('2026-11-24T10:00:00Z'),
    staffWords: (path) => textAt(englishForms, path),
    staffLanguage: 'en',
    languages,
  });

describe.each([...forms])('whatever a patient does in the form "%s"', (id, form) => {
  const fields = fieldsOf(form);
  const anAnswer = fc.constantFrom(...fields).chain((field) =>
    fc.record({
      field: fc.constant(field.id),
      value: fc.oneof({ weight: 9, arbitrary: fitting(field) }, { weight: 1, arbitrary: odd }),
    }),
  );
  const aMove = fc.oneof(
    { weight: 5, arbitrary: anAnswer.map((given) => ({ kind: 'answer' as const, ...given })) },
    { weight: 6, arbitrary: fc.constant({ kind: 'next' as const }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'back' as const }) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...form.steps.map((step) => step.id))
        .map((step) => ({ kind: 'change' as const, step })),
    },
  );
  /** Every question answered as it should be: some are hidden then. */
  const allAnswered = fc
    .tuple(
      ...fields.map((field) =>
        field.required ? fitting(field) : fc.option(fitting(field), { nil: undefined, freq: 6 }),
      ),
    )
    .map((values) =>
      Object.fromEntries(
        fields.flatMap(({ id: of }, i) => (values[i] === undefined ? [] : [[of, values[i]]])),
      ),
    )
    .map((answers) => answers as Record<string, AnswerValue>);
  const steps = form.steps.map((step) => step.id);

  it('no answer is lost, no hidden question is shown or called wrong, and there is always a step to show', () => {
    fc.assert(
      fc.property(allAnswered, fc.boolean(), fc.array(aMove, { maxLength: 60 }), (answers, filled, moves) => {
        const kept = { answers, stepId: 'check', seen: steps, trail: [] };
        let session = startSession(id, form, full, filled ? kept : undefined);
        for (const move of moves) {
          const before = session.answers;
          if (move.kind === 'next') session = next(session);
          if (move.kind === 'back') session = back(session);
          if (move.kind === 'change') session = goToStep(session, move.step);
          if (move.kind === 'answer') {
            session = setAnswer(session, move.field, move.value);
            const { [move.field]: _, ...others } = before;
            const { [move.field]: answer, ...same } = session.answers;
            expect(same).toEqual(others);
            // An answer that stands alone ("None of these") takes the place of others, as it says.
            const empty = move.value !== true && move.value.length === 0;
            expect(answer === undefined).toBe(empty);
          } else expect(session.answers).toBe(before);
          const shown = [...visibleSteps(session).map((step) => step.id), 'check'];
          if (move.kind !== 'answer') expect(shown).toContain(session.stepId);
          const here = visibleFields(session).map((field) => field.id);
          for (const { field } of errorsHere(session)) expect(here).toContain(field);
          for (const field of visibleFields(session)) expect(field.given).toBeUndefined();
          const { current, total } = progress(session);
          expect(current).toBeLessThanOrEqual(total);
          for (const row of reviewRows(session)) expect(shown).toContain(row.step.id);
          if (session.done) expect(validateAll(session)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('what the form takes, the hospital takes: visible answers only, checked by the contract', () => {
    let sent = 0;
    fc.assert(
      fc.property(allAnswered, fc.constantFrom(full, bare), (answers, context) => {
        const session = startSession(id, form, context, { answers, stepId: 'check', seen: steps, trail: [] });
        const { steps: visible, stopped } = visibleForm(session);
        if (stopped) {
          expect(() => send(session)).toThrow('ended without a request');
          return;
        }
        if (validateAll(session).length) return;
        sent++;
        const submission = send(session);
        expect(next(session).done).toBe(true);
        expect(checkSubmission(JSON.parse(JSON.stringify(submission)))).toMatchObject({ ok: true });
        const here = visible.flatMap((step) => step.fields.map((field) => field.id));
        for (const answered of Object.keys(submission.answers)) expect(here).toContain(answered);
        expect(submission.readable.map(({ field }) => field)).toEqual(
          here.filter((field) => field in submission.answers),
        );
        expect(JSON.stringify(submission)).not.toContain('secret');
      }),
      { numRuns: 100 },
    );
    expect(sent).toBeGreaterThan(10);
  });

  it('pressing Continue and mending errors always ends at the check or at whom to call', () => {
    const mended = new Map<string, AnswerValue>(
      fields.map((field) => {
        const right: Record<string, AnswerValue> = {
          tel: '3125550199',
          email: 'a@b.org',
          language: 'ase',
          flag: true,
        };
        const first = 'options' in field ? field.options?.[0]?.code : undefined;
        const choice = field.type === 'checkbox' ? [first ?? ''] : (first ?? 'x');
        return [field.id, right[field.type] ?? choice];
      }),
    );
    fc.assert(
      fc.property(fc.array(anAnswer, { maxLength: 30 }), (given) => {
        let session = given.reduce(
          (now, { field, value }) => setAnswer(now, field, value),
          startSession(id, form, full),
        );
        for (let presses = 0; presses < 120 && !session.done && !isStop(session); presses++) {
          session = next(session);
          for (const { field, code } of session.errors)
            session = setAnswer(session, field, code === 'missing' ? mended.get(field) : undefined);
        }
        expect(session.done || isStop(session)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
