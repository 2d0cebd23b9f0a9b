import { describe, expect, it } from 'vitest';
import {
  errorsHere,
  isCheck,
  isStop,
  optionsOf,
  setAnswer,
  shownAnswer,
  startSession,
  visibleFields,
  visibleSteps,
  withErrors,
} from '../../../widget/forms/form-session.ts';
import { back, goToStep, next, progress, reviewRows } from '../../../widget/forms/navigate.ts';
import { answer, context, continueToEnd, interpreterForm, shortest, start } from './interpreter-form.ts';

const atCheck = (answers: Record<string, string | readonly string[] | true> = shortest) =>
  continueToEnd(answer(start(), answers));

describe('a patient who fills in the form', () => {
  it('gets one question after another, then the check, and may send', () => {
    const session = atCheck();
    expect(isCheck(session)).toBe(true);
    expect(session.done).toBe(false);
    expect(next(session).done).toBe(true);
  });

  it('stays where something is missing and is told what', () => {
    const session = next(start());
    expect(session.stepId).toBe('for');
    expect(session.errors).toEqual([{ field: 'for', code: 'missing' }]);
    // Typing does not take the words away under the fingers; Continue does.
    expect(setAnswer(session, 'for', 'me').errors).toEqual(session.errors);
    expect(next(setAnswer(session, 'for', 'me'))).toMatchObject({ stepId: 'needs', errors: [] });
  });

  it('may skip what is not required', () => {
    const session = next(next(answer(start(), { for: 'me' })));
    expect(session.stepId).toBe('language');
  });

  it('goes back with every answer kept and no error shown', () => {
    const typed = setAnswer(next(answer(start(), { for: 'me' })), 'needs', 'both');
    const returned = back(typed);
    expect(returned).toMatchObject({ stepId: 'for', answers: { for: 'me', needs: 'both' }, errors: [] });
    expect(back(returned)).toBe(returned);
    expect(back(next(start())).errors).toEqual([{ field: 'for', code: 'missing' }]);
  });

  it('sees how far it is, and the number follows the answers', () => {
    expect(progress(start())).toEqual({ current: 1, total: 11 });
    expect(progress(answer(start(), { language: 'ar', appointment: 'telehealth' }))).toEqual({
      current: 1,
      total: 15,
    });
    expect(progress(atCheck())).toEqual({ current: 11, total: 11 });
  });

  it('who is in the hospital now is told whom to call, and asked nothing more', () => {
    const session = continueToEnd(answer(start(), { ...shortest, appointment: 'in-hospital' }));
    expect(session.stepId).toBe('in-hospital-now');
    expect(isStop(session)).toBe(true);
    expect(next(session)).toBe(session);
    expect(visibleSteps(session).at(-1)?.id).toBe('in-hospital-now');
    expect(back(session).stepId).toBe('appointment');
  });

  it('finds the answer given before to the language of contact, and may change it', () => {
    const session = answer(start(), { language: 'so' });
    expect(shownAnswer(session, 'contact-language')).toBe('so');
    expect(shownAnswer(answer(session, { 'contact-language': 'es' }), 'contact-language')).toBe('es');
    expect(shownAnswer(answer(start(), { language: 'unknown' }), 'contact-language')).toBeUndefined();
  });

  it('may choose "None of these" or some of these, not both', () => {
    const session = answer(start(), { language: 'ase', 'sign-support': ['tactile', 'captions'] });
    const none = setAnswer(session, 'sign-support', ['tactile', 'captions', 'none']);
    expect(none.answers['sign-support']).toEqual(['none']);
    expect(setAnswer(none, 'sign-support', ['none', 'oral']).answers['sign-support']).toEqual(['oral']);
    expect(setAnswer(none, 'sign-support', []).answers).not.toHaveProperty('sign-support');
  });

  it('sees the dialects of the language chosen', () => {
    const session = answer(start(), { language: 'ar' });
    const [dialect] = visibleFields(session, 'dialect');
    if (dialect?.type !== 'radio') throw new Error('The dialect is no choice.');
    expect(optionsOf(session, dialect).map(({ code }) => code)).toEqual(['levantine', 'iraqi']);
  });

  it('loses nothing when another panel goes on in the place of this one', () => {
    const before = next(answer(start(), { for: 'me', needs: 'both' }));
    const { answers, stepId, seen, trail } = JSON.parse(JSON.stringify(before));
    const after = startSession('interpreter', interpreterForm(), context, { answers, stepId, seen, trail });
    expect(after).toEqual(before);
    const gone = { answers, stepId: 'no-such-step', seen, trail };
    expect(startSession('interpreter', interpreterForm(), context, gone).stepId).toBe('for');
  });
});

describe('a patient who changes an answer', () => {
  it('comes back to the check, by Continue and by Back', () => {
    const change = goToStep(atCheck(), 'needs');
    expect(change).toMatchObject({ stepId: 'needs', changing: true });
    expect(next(setAnswer(change, 'needs', 'both'))).toMatchObject({ stepId: 'check', changing: false });
    expect(back(change)).toMatchObject({ stepId: 'check', changing: false });
    expect(back(next(change)).stepId).toBe('anything-else');
  });

  it('is asked the questions the change opens, then comes back to the check', () => {
    let session = setAnswer(goToStep(atCheck(), 'appointment'), 'appointment', 'yes');
    session = next(session);
    expect(session.stepId).toBe('visit-when');
    expect(back(session).stepId).toBe('appointment');
    session = next(session);
    expect(session.stepId).toBe('visit-where');
    expect(next(session)).toMatchObject({ stepId: 'check', changing: false });
  });

  it('is asked the dialect again when the language is another one', () => {
    const session = atCheck({ ...shortest, language: 'ar', dialect: 'iraqi' });
    const changed = next(setAnswer(goToStep(session, 'language'), 'language', 'zh'));
    expect(changed.stepId).toBe('dialect');
    expect(shownAnswer(changed, 'dialect')).toBeUndefined();
    expect(shownAnswer(setAnswer(changed, 'language', 'ar'), 'dialect')).toBe('iraqi');
  });

  it('cannot send what is not right: the question is shown', () => {
    const broken = back(setAnswer(goToStep(atCheck(), 'contact'), 'phone', '12'));
    const refused = next(broken);
    expect(refused).toMatchObject({ stepId: 'contact', done: false });
    expect(errorsHere(refused)).toEqual([{ field: 'phone', code: 'not-a-phone' }]);
    expect(next(next(setAnswer(refused, 'phone', '312 555 0199'))).done).toBe(true);
  });

  it('finds the old answer when the change is taken back', () => {
    const visit = { ...shortest, appointment: 'yes', date: '2026-12-01' };
    const changed = setAnswer(atCheck(visit), 'appointment', 'want-one');
    expect(reviewRows(changed).some(({ step }) => step.id === 'visit-when')).toBe(false);
    const again = reviewRows(setAnswer(changed, 'appointment', 'yes'));
    expect(again.find(({ step }) => step.id === 'visit-when')?.fields[0]?.value).toBe('2026-12-01');
  });

  it('who changes to being in the hospital now is told whom to call', () => {
    const session = next(setAnswer(goToStep(atCheck(), 'appointment'), 'appointment', 'in-hospital'));
    expect(session.stepId).toBe('in-hospital-now');
  });

  it('cannot go to a question that is not asked', () => {
    const session = atCheck();
    expect(goToStep(session, 'visit-when')).toBe(session);
    expect(goToStep(session, 'no-such-step')).toBe(session);
  });

  it('sees every question at the check, the skipped ones too', () => {
    const rows = reviewRows(atCheck());
    expect(rows.map(({ step }) => step.id)).toEqual(visibleSteps(atCheck()).map(({ id }) => id));
    expect(rows[1]?.fields).toEqual([{ field: expect.objectContaining({ id: 'needs' }), value: undefined }]);
  });
});

describe('errors the hospital sends back', () => {
  it('are shown at their questions, and cleared when the patient continues', () => {
    const session = next(atCheck());
    const refused = withErrors(session, [
      { field: 'phone', code: 'not-a-phone' },
      { field: 'name', code: 'some-new-code' },
      { field: 'no-such-field', code: 'missing' },
    ]);
    expect(refused).toMatchObject({ stepId: 'name', changing: true, done: false });
    expect(errorsHere(refused)).toEqual([{ field: 'name', code: 'not-accepted' }]);
    const contact = next(refused);
    expect(contact.stepId).toBe('contact');
    expect(errorsHere(contact)).toEqual([{ field: 'phone', code: 'not-a-phone' }]);
    expect(next(contact)).toMatchObject({ stepId: 'check', errors: [] });
  });

  it('at no question of this form change nothing', () => {
    const session = atCheck();
    expect(withErrors(session, [{ field: 'visit', code: 'missing' }])).toBe(session);
  });
});
