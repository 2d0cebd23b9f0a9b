import { type FormSession, startSession } from '../../../widget/forms/form-session.ts';

/** A form with one question, answered or not. */
export function aSession(form: string, answers: FormSession['answers'] = {}): FormSession {
  const session = startSession(
    form,
    { version: '1', steps: [{ id: 'name', fields: [{ id: 'name', type: 'text' }] }] },
    { language: 'en', languages: {}, hospital: { places: [], askDateOfBirth: false }, today: '2026-11-24' },
  );
  return { ...session, answers };
}
