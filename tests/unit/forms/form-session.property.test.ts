import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../../widget/contract/form.ts';
import {
  type FormSession,
  setAnswer,
  startSession,
  visibleFields,
  visibleSteps,
} from '../../../widget/forms/form-session.ts';
import { back, goToStep, next, progress, reviewRows } from '../../../widget/forms/navigate.ts';
import { toSubmission } from '../../../widget/forms/to-submission.ts';
import { validateAll } from '../../../widget/forms/validate.ts';
import { visibleForm } from '../../../widget/forms/visible-form.ts';
import { context, interpreterForm, languages, shortest, start } from './interpreter-form.ts';

const form = interpreterForm();
const fields = form.steps.flatMap((step) => step.fields);

/** Right, odd and wrong answers of every question. */
const anAnswer = fc.constantFrom(...fields).chain((field) => {
  const codes = [
    ...('options' in field ? (field.options ?? []).map(({ code }) => code) : []),
    ...(field.type === 'language' ? [...Object.keys(languages), 'unknown', 'other'] : []),
    ...('optionsFrom' in field ? ['levantine', 'mandarin'] : []),
    ...(field.type === 'date' ? ['2026-12-01', '1990-02-03'] : []),
    ...(field.type === 'time' ? ['10:30'] : []),
    ...(field.type === 'tel' ? ['3125550199'] : []),
    ...(field.type === 'email' ? ['ana@example.org'] : []),
  ];
  const fits: fc.Arbitrary<AnswerValue> =
    field.type === 'flag'
      ? fc.constant(true as const)
      : field.type === 'checkbox'
        ? fc.subarray(codes, { minLength: 1 })
        : codes.length
          ? fc.constantFrom(...codes)
          : fc.string({ minLength: 1, maxLength: 30, unit: 'binary' });
  const odd: fc.Arbitrary<AnswerValue> = fc.oneof(
    fc.string(),
    fc.array(fc.string(), { maxLength: 3 }),
    fc.constant(true as const),
  );
  return fc.record({
    field: fc.constant(field.id),
    value: fc.oneof({ weight: 9, arbitrary: fits }, { weight: 1, arbitrary: odd }),
  });
});

const aMove = fc.oneof(
  { weight: 4, arbitrary: anAnswer.map((given) => ({ kind: 'answer' as const, ...given })) },
  { weight: 6, arbitrary: fc.constant({ kind: 'next' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'back' as const }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...form.steps.map(({ id }) => id))
      .map((step) => ({ kind: 'change' as const, step })),
  },
);

const submit = (session: FormSession) =>
  toSubmission(session, {
    id: '3f0c2b1e-0000-4000-8000-000000000000',
    language: 'so',
    easyWords: false,
    page: 'https://hospital.example/visit?q=secret#x',
    now: new Date('2026-11-24T10:00:00Z'),
    staffWords: () => undefined,
    staffLanguage: 'en',
    languages,
  });

describe('whatever a patient does', () => {
  it('nothing breaks, no answer is lost, and there is always a step to show', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(aMove, { maxLength: 80 }), (filled, moves) => {
        let session = filled ? startSession('interpreter', form, context, keptAt(shortest)) : start();
        const given = new Map<string, AnswerValue>(Object.entries(session.answers));
        for (const move of moves) {
          const before = session;
          if (move.kind === 'next') session = next(session);
          if (move.kind === 'back') session = back(session);
          if (move.kind === 'change') session = goToStep(session, move.step);
          if (move.kind === 'answer') {
            session = setAnswer(session, move.field, move.value);
            const kept = session.answers[move.field];
            if (kept === undefined) given.delete(move.field);
            else given.set(move.field, kept);
            if (fields.find(({ id }) => id === move.field)?.type !== 'checkbox') {
              // Nothing and an empty list are no answer; a list that holds an empty text is one, until it is checked.
              const isEmpty = move.value === '' || (Array.isArray(move.value) && move.value.length === 0);
              expect(kept).toEqual(isEmpty ? undefined : move.value);
            }
          } else expect(session.answers).toBe(before.answers);
          expect(session.answers).toEqual(Object.fromEntries(given));
          const shown = [...visibleSteps(session).map(({ id }) => id), 'check'];
          if (move.kind !== 'answer') expect(shown).toContain(session.stepId);
          const { current, total } = progress(session);
          expect(current).toBeLessThanOrEqual(total);
          reviewRows(session);
          visibleFields(session);
          if (session.done) expect(validateAll(session)).toEqual([]);
        }
      }),
    );
  });

  it('Back after Continue returns to the same question', () => {
    fc.assert(
      fc.property(fc.array(aMove, { maxLength: 40 }), (moves) => {
        let session = start();
        for (const move of moves) {
          if (move.kind === 'answer') session = setAnswer(session, move.field, move.value);
          const after = next(session);
          const isShown = visibleSteps(session).some(({ id }) => id === session.stepId);
          if (after.stepId !== session.stepId && isShown) expect(back(after).stepId).toBe(session.stepId);
          session = after;
        }
      }),
    );
  });

  it('pressing Continue and mending errors always ends at the check or at whom to call', () => {
    fc.assert(
      fc.property(fc.array(anAnswer, { maxLength: 40 }), (given) => {
        let session = given.reduce((now, { field, value }) => setAnswer(now, field, value), start());
        for (let presses = 0; presses < 60 && !session.done; presses++) {
          session = next(session);
          for (const { field } of session.errors) session = setAnswer(session, field, mended[field]);
          if (visibleForm(session).steps.find(({ step }) => step.id === session.stepId)?.step.stop) return;
        }
        expect(session.done).toBe(true);
      }),
    );
  });
});

describe('whatever is sent', () => {
  it('holds visible questions only, and survives JSON', () => {
    let sent = 0;
    fc.assert(
      fc.property(fc.array(anAnswer, { maxLength: 40 }), (given) => {
        const base = startSession('interpreter', form, context, keptAt(shortest));
        const session = given.reduce((now, { field, value }) => setAnswer(now, field, value), base);
        const { steps, stopped } = visibleForm(session);
        if (stopped || validateAll(session).length) return;
        sent++;
        const submission = submit(session);
        const visible = steps.flatMap((step) => step.fields.map(({ id }) => id));
        for (const id of Object.keys(submission.answers)) expect(visible).toContain(id);
        expect(submission.readable.map(({ field }) => field)).toEqual(
          visible.filter((id) => id in submission.answers),
        );
        expect(JSON.parse(JSON.stringify(submission))).toEqual(submission);
        expect(JSON.stringify(submission)).not.toContain('secret');
      }),
      { numRuns: 300 },
    );
    expect(sent).toBeGreaterThan(20);
  });
});

const mended: Record<string, AnswerValue | undefined> = {
  ...shortest,
  email: 'a@b.org',
  videophone: '3125550199',
};
mended['relay-number'] = '3125550199';

function keptAt(answers: FormSession['answers']) {
  return { answers, stepId: 'check', seen: form.steps.map(({ id }) => id), trail: [] };
}
