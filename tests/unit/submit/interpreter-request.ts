import { randomUUID } from 'node:crypto';
import type { Submission } from '../../../widget/contract/submission.ts';

/** A request for an interpreter, as `to-submission` makes it. */
export function interpreterRequest(changes: Partial<Submission> = {}): Submission {
  return {
    schema: 'health-help/submission/1',
    id: randomUUID(),
    form: 'interpreter',
    formVersion: '1',
    language: 'so',
    easyWords: true,
    submittedAt: '2026-11-24T10:00:00Z',
    page: 'https://hospital.example/visit',
    answers: { language: 'so', mode: 'in-person', date: '2026-12-01' },
    readable: [{ field: 'language', label: 'Language', value: 'Somali' }],
    ...changes,
  };
}
