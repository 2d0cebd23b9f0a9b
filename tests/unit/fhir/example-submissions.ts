import type { AnswerValue } from '../../../widget/contract/form.ts';
import type { ReadableAnswer, Submission } from '../../../widget/contract/submission.ts';
import type { BundleFacts } from '../../../widget/fhir/types.ts';

/** A question, its answer, and both in words for staff; `lang` for the patient's own words. */
type Row = readonly [field: string, answer: AnswerValue, label: string, value: string, lang?: string];

export interface Example {
  submission: Submission;
  facts: BundleFacts;
}

const us: BundleFacts = { region: 'us', timeZone: 'America/Chicago', language: 'en' };

function example(
  number: number,
  form: string,
  language: string,
  rows: readonly Row[],
  facts: BundleFacts = us,
): Example {
  const submission: Submission = {
    schema: 'health-help/submission/1',
    id: `0b8e8c1e-6d0f-4f0a-9d3c-7f5d8a0f9a${number.toString(16).padStart(2, '0')}`,
    form,
    formVersion: '1',
    language,
    easyWords: language === 'so',
    submittedAt: '2026-11-24T10:00:00.000Z',
    page: 'https://hospital.example/visit',
    answers: Object.fromEntries(rows.map(([field, answer]) => [field, answer])),
    readable: rows.map(
      ([field, , label, value, lang]): ReadableAnswer => ({ field, label, value, ...(lang ? { lang } : {}) }),
    ),
  };
  return { submission, facts };
}

const byPhone: readonly Row[] = [
  ['contact-route', 'phone-call', 'How to reach you', 'Phone call'],
  ['phone', '312 555 0199', 'Phone', '312 555 0199'],
  ['safe-to-message', 'yes', 'Safe to leave a message', 'Yes'],
];
const december: readonly Row[] = [
  ['date', '2026-12-01', 'Day of the visit', 'Tuesday, December 1, 2026 (2026-12-01)'],
  ['time', '10:30', 'Start time', '10:30'],
];

/** Made-up people. Every form we ship is here, and one a hospital made itself. */
export const examples: Readonly<Record<string, Example>> = {
  interpreter: example(1, 'interpreter', 'so', [
    ['for', 'me', 'Who it is for', 'Me'],
    ['needs', 'patient', 'Who needs the interpreter', 'The patient'],
    ['language', 'so', 'Language', 'Somali'],
    ['mode', 'in-person', 'How', 'In person'],
    ['appointment', 'yes', 'Appointment', 'Yes, at the hospital or clinic'],
    ...december,
    ['place', 'Eye clinic', 'Clinic or department', 'Eye clinic'],
    ['gender', 'female', 'Interpreter', 'A woman'],
    ['written-language', 'en', 'Papers in', 'English'],
    ['name', 'Amina Warsame', 'Name', 'Amina Warsame'],
    ...byPhone,
    ['best-time', ['morning', 'evening'], 'Best time', 'Morning; Evening'],
    ['contact-language', 'so', 'Language to contact you in', 'Somali'],
    [
      'anything-else',
      'Hooyaday si fiican wax uma maqasho.',
      'Anything else',
      'Hooyaday si fiican wax uma maqasho.',
      'so',
    ],
  ]),
  'interpreter-for-my-child': example(
    2,
    'interpreter',
    'en',
    [
      ['for', 'my-child', 'Who it is for', 'My child'],
      ['needs', 'companion', 'Who needs the interpreter', 'The parent or companion'],
      ['language', 'bfi', 'Language', 'British Sign Language (BSL)'],
      ['sign-support', ['captions', 'note-taker'], 'Signing', 'Live captions; Note taker'],
      ['mode', 'video', 'How', 'By video'],
      ['appointment', 'telehealth', 'Appointment', 'Yes, by video or phone'],
      ...december,
      ['name', 'Jo Field', 'Name', 'Jo Field'],
      ['patient-name', 'Sam Field', 'Name of the patient', 'Sam Field'],
      ['contact-route', 'text-message', 'How to reach you', 'Text message'],
      ['phone', '+44 20 7946 0018', 'Phone', '+44 20 7946 0018'],
      ['safe-to-message', 'no', 'Safe to leave a message', 'No'],
      ['contact-language', 'en', 'Language to contact you in', 'English'],
    ],
    { region: 'gb', timeZone: 'Europe/London', language: 'en' },
  ),
  accessibility: example(3, 'accessibility', 'en', [
    ['for', 'someone-i-care-for', 'Who it is for', 'Someone I care for'],
    ['appointment', 'yes', 'Appointment', 'Yes, at the hospital or clinic'],
    ...december,
    [
      'groups',
      ['formats', 'communication', 'moving', 'senses'],
      'Kinds of help',
      'Papers; Talking; Moving; Senses',
    ],
    ['formats', ['large-print', 'braille-contracted'], 'Papers', 'Large print; Braille, contracted'],
    ['print-size', '24-point', 'Size of print', '24 point'],
    ['communication', ['sign-interpreter', 'face-me'], 'Talking', 'Sign language interpreter; Face me'],
    ['language', 'ase', 'Sign language', 'American Sign Language (ASL)'],
    ['moving', ['low-table', 'lift'], 'Moving', 'A table that goes low; A lift'],
    ['senses', ['low-light', 'woman-staff'], 'Senses', 'Low light; A woman on the staff'],
    ['every-time', 'always', 'Every time', 'Yes, every time'],
    ['share-teams', 'yes', 'Tell other teams', 'Yes'],
    ['name', 'Rosa Lind', 'Name', 'Rosa Lind'],
    ['patient-name', 'Karl Lind', 'Name of the patient', 'Karl Lind'],
    ...byPhone,
  ]),
  'accessibility-with-flags': example(
    4,
    'accessibility',
    'en',
    [
      ['for', 'me', 'Who it is for', 'Me'],
      ['groups', ['contact-by', 'formats', 'senses'], 'Kinds of help', 'Contact; Papers; Senses'],
      ['contact-by', ['text-message', 'relay'], 'Contact by', 'Text message; Relay'],
      ['formats', ['easy-read'], 'Papers', 'Easy read'],
      ['senses', ['low-noise', 'longer-visit'], 'Senses', 'Low noise; A longer visit'],
      ['every-time', 'always', 'Every time', 'Yes, every time'],
      ['share-teams', 'no', 'Tell other teams', 'No'],
      ['name', 'Ada Moss', 'Name', 'Ada Moss'],
      ['contact-route', 'email', 'How to reach you', 'Email'],
      ['email', 'ada@example.org', 'Email', 'ada@example.org'],
      ['safe-to-message', 'yes', 'Safe to leave a message', 'Yes'],
    ],
    { region: 'gb', timeZone: 'Europe/London', language: 'en', emitFlags: true },
  ),
  telehealth: example(5, 'telehealth', 'vi', [
    ['for', 'me', 'Who it is for', 'Me'],
    ['help', ['practice', 'interpreter'], 'Help', 'Practice before; An interpreter'],
    ['language', 'vi', 'Language', 'Vietnamese'],
    ['device', 'phone', 'Device', 'Smartphone'],
    ['internet', 'sometimes', 'Internet', 'Sometimes'],
    ['private-place', 'not-sure', 'A private place', 'Not sure'],
    ...december,
    ['name', 'Trần Thị Lan', 'Name', 'Trần Thị Lan'],
    ...byPhone,
  ]),
  advocate: example(6, 'advocate', 'es', [
    ['way', 'advocate', 'What you want to do', 'Talk to a patient advocate'],
    ['message', 'Nadie me explicó los papeles.', 'Message', 'Nadie me explicó los papeles.', 'es'],
    ['name', 'Ana Ruiz', 'Name', 'Ana Ruiz'],
    ...byPhone,
  ]),
  'grievance-without-a-name': example(7, 'advocate', 'ar', [
    ['way', 'grievance', 'What you want to do', 'Write a complaint'],
    ['what-happened', 'طلبت مترجماً ولم يأت أحد.', 'What happened', 'طلبت مترجماً ولم يأت أحد.', 'ar'],
    ['event-date', '2026-11-20', 'Day', 'Friday, November 20, 2026 (2026-11-20)'],
    ['still-happening', true, 'Still happening', 'Yes'],
    ['event-where', 'hospital', 'Where', 'At the hospital'],
    ['basis', ['national-origin', 'language'], 'Why', 'Where I come from; My language'],
    ['asked-help', ['interpreter'], 'Help asked for', 'An interpreter'],
    ['give-name', 'no', 'Give a name', 'No'],
    ['agree', true, 'This is true', 'Yes'],
  ]),
  'faith-culture': example(8, 'faith-culture', 'ar', [
    ['for', 'me', 'Who it is for', 'Me'],
    ['matters', ['prayer', 'diet', 'staff-gender'], 'What matters', 'Prayer; Food; Who cares for me'],
    ['diet', ['halal'], 'Food', 'Halal'],
    ['staff-gender', 'female', 'Staff', 'Women'],
    ['tradition', 'muslim', 'Tradition', 'Muslim'],
    ['appointment', 'want-one', 'Appointment', 'No, I want one'],
    ['name', 'ليلى حداد', 'Name', 'ليلى حداد'],
    ...byPhone,
  ]),
  'daily-needs': example(9, 'daily-needs', 'ht', [
    ['for', 'work-here', 'Who it is for', 'A patient. I work here.'],
    ['help', ['wheelchair-van', 'food', 'hospital-bill'], 'Help', 'Wheelchair van; Food; Hospital bill'],
    ...december,
    ['area', '60608', 'Where to be picked up', '60608'],
    ['share-partner', 'yes', 'Share with a partner', 'Yes'],
    ['name', 'Marie Pierre, nurse', 'Name', 'Marie Pierre, nurse'],
    ['patient-name', 'Jean Baptiste', 'Name of the patient', 'Jean Baptiste'],
    ...byPhone,
    ['contact-language', 'ht', 'Language to contact you in', 'Haitian Creole'],
  ]),
  programs: example(10, 'programs', 'zh-Hans', [
    ['for', 'me', 'Who it is for', 'Me'],
    ['program', ['diabetes-class'], 'Program', 'Diabetes class'],
    ['language', 'yue', 'Language', 'Cantonese'],
    ['access', ['captions', 'step-free'], 'Access', 'Captions; No steps'],
    ['name', '陈美玲', 'Name', '陈美玲'],
    ...byPhone,
  ]),
  contact: example(11, 'contact', 'uk', [
    ['topic', 'bill', 'Topic', 'A bill'],
    ['message', 'Я не розумію рахунок.', 'Message', 'Я не розумію рахунок.', 'uk'],
    ['name', 'Олена Коваль', 'Name', 'Олена Коваль'],
    ...byPhone,
  ]),
  feedback: example(12, 'feedback', 'en', [
    ['entry', 'interpreter-free', 'Entry', 'interpreter-free'],
    ['helped', 'yes', 'Did this help?', 'Yes'],
  ]),
  'made-by-the-hospital': example(
    13,
    'parking-permit',
    'pl',
    [
      ['plate', 'WX 12345', 'Number plate', 'WX 12345'],
      ['days', ['mon', 'wed'], 'Days', 'Monday; Wednesday'],
      ['reason', 'Chodzę o kulach.', 'Reason', 'Chodzę o kulach.', 'pl'],
      ['name', 'Jan Nowak', 'Name', 'Jan Nowak'],
      ...byPhone,
    ],
    { ...us, fhirBase: 'https://hospital.example/fhir' },
  ),
};
