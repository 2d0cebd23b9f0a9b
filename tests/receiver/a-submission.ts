import { randomUUID } from 'node:crypto';
import type { Submission } from '../../widget/contract/submission.ts';

/** Words a Somali speaker could type: "My mother does not hear well." */
export const somaliWords = 'Hooyaday si fiican wax uma maqasho.';
/** The same in Arabic. */
export const arabicWords = 'أمي لا تسمع جيدًا.';

/** A request as the widget sends it, with parts replaced. */
export function aSubmission(changes: Partial<Submission> = {}): Submission {
  return {
    schema: 'health-help/submission/1',
    id: randomUUID(),
    form: 'interpreter',
    formVersion: '1',
    language: 'so',
    easyWords: false,
    submittedAt: '2026-11-24T10:00:00Z',
    page: 'https://hospital.example/visit',
    answers: {
      for: 'me',
      language: 'so',
      mode: 'phone',
      appointment: 'yes',
      date: '2026-12-01',
      time: '10:30',
      place: 'Eye clinic',
      name: 'Rima Nasser',
      phone: '(555) 010-0199',
      'safe-to-message': 'yes',
      'anything-else': somaliWords,
    },
    readable: [
      { field: 'language', label: 'Language', value: 'Somali' },
      { field: 'mode', label: 'How', value: 'By phone' },
      { field: 'date', label: 'Date of the visit', value: 'Tuesday, December 1, 2026' },
      { field: 'time', label: 'Time', value: '10:30 AM' },
      { field: 'place', label: 'Where', value: 'Eye clinic' },
      { field: 'name', label: 'Name', value: 'Rima Nasser' },
      { field: 'phone', label: 'Phone', value: '(555) 010-0199' },
      { field: 'safe-to-message', label: 'OK to leave a message', value: 'Yes' },
      { field: 'anything-else', label: 'Anything else', value: somaliWords, lang: 'so' },
    ],
    ...changes,
  };
}
