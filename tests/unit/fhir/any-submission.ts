import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Answers, AnswerValue, FieldStructure, FormStructure } from '../../../widget/contract/form.ts';
import type { InterpreterLanguages } from '../../../widget/contract/structure.ts';
import type { ReadableAnswer, Submission } from '../../../widget/contract/submission.ts';

const structure = new URL('../../../locales/structure/', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, structure), 'utf8'));

export const languages: InterpreterLanguages = read('interpreter-languages.json');
const languageCodes = Object.keys(languages);
const dialects = [...new Set(Object.values(languages).flatMap((language) => language.dialects ?? []))];

/** Every form we ship: its version and its questions. */
export const forms = new Map(
  readdirSync(new URL('forms/', structure)).map(
    (file): [string, { version: string; fields: FieldStructure[] }] => {
      const { version, steps } = read(`forms/${file}`) as FormStructure;
      return [file.replace('.json', ''), { version, fields: steps.flatMap(({ fields }) => fields) }];
    },
  ),
);

export const optionsOf = (field: FieldStructure): string[] =>
  'options' in field ? (field.options ?? []).map(({ code }) => code) : [];

/** Words of a patient: any writing, also what a browser could only paste. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    '<b>&"\'',
    '2026-12-01',
    '10:30',
    'غرفة هادئة\nشكرا',
    'in-person',
    '</div>',
    '{{phone}}',
    'a; b',
  ),
);
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

function answerTo(field: FieldStructure): fc.Arbitrary<AnswerValue> {
  const codes = optionsOf(field);
  if ('optionsFrom' in field && field.optionsFrom) codes.push(...dialects, 'diabetes-class');
  switch (field.type) {
    case 'flag':
      return fc.constant(true);
    case 'checkbox':
      return fc.subarray(codes, { minLength: 1 });
    case 'radio':
      return fc.constantFrom(...codes);
    case 'language':
      return fc.constantFrom(...languageCodes, 'unknown', 'other');
    case 'date':
      return day;
    case 'time':
      return time;
    case 'tel':
      return fc.constantFrom('312 555 0199', '+44 20 7946 0018');
    case 'email':
      return fc.constantFrom('ana@example.org');
    default:
      return words;
  }
}

const isOwn = (field: FieldStructure): boolean =>
  field.type === 'textarea' || ('ownWords' in field && field.ownWords === true);

function inWords(field: FieldStructure, answer: AnswerValue): string {
  if (answer === true) return 'Yes';
  if (field.type === 'date') return `A day (${answer})`;
  if (field.type === 'language') return `Name of ${answer}`;
  if (field.type !== 'radio' && field.type !== 'checkbox') return String(answer);
  return (typeof answer === 'string' ? [answer] : answer).map((code) => `Words for ${code}`).join('; ');
}

const envelope = {
  id: fc.uuid({ version: 4 }),
  language: fc.constantFrom('en', 'so', 'zh-Hans', 'ar'),
  easyWords: fc.boolean(),
  submittedAt: fc
    .date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  page: fc.constantFrom('https://hospital.example/visit', 'http://127.0.0.1:8080/'),
};

/** Any answers to a form of ours, as `toSubmission` sends them; also combinations its conditions would not let through. */
export function submissionTo(form: string): fc.Arbitrary<Submission> {
  const { version, fields } = forms.get(form) ?? { version: '1', fields: [] };
  const answers = fc.record(Object.fromEntries(fields.map((field) => [field.id, answerTo(field)])), {
    requiredKeys: [],
  });
  return fc.record({ ...envelope, answers }).map((parts) => ({
    schema: 'health-help/submission/1' as const,
    form,
    formVersion: version,
    ...parts,
    answers: parts.answers as Answers,
    readable: fields.flatMap((field): ReadableAnswer[] => {
      const answer = (parts.answers as Answers)[field.id];
      if (answer === undefined) return [];
      return [
        {
          field: field.id,
          label: `Question ${field.id}`,
          value: inWords(field, answer),
          ...(isOwn(field) ? { lang: parts.language } : {}),
        },
      ];
    }),
  }));
}

const fieldId = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const anyText = fc.string({ unit: 'binary', maxLength: 30 });

/** Whatever the contract allows, of a form that only its hospital knows. */
export const unknownSubmission: fc.Arbitrary<Submission> = fc
  .record({
    ...envelope,
    page: fc.constantFrom('https://hospital.example/visit', ''),
    form: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/).filter((id) => !forms.has(id)),
    formVersion: fc.stringMatching(/^[A-Za-z0-9._-]{1,10}$/),
    answers: fc.dictionary(
      fc.oneof(
        fieldId,
        fc.constantFrom('name', 'language', 'date', 'phone', 'for', 'mode', 'way', 'share-teams'),
      ),
      fc.oneof(anyText, fc.array(anyText, { maxLength: 4 }), fc.constant(true as const)),
      { maxKeys: 12 },
    ),
    labels: fc.array(fc.record({ label: anyText, value: anyText, isOwn: fc.boolean() }), { maxLength: 12 }),
  })
  .map(({ labels, ...parts }) => ({
    schema: 'health-help/submission/1' as const,
    ...parts,
    readable: Object.keys(parts.answers).flatMap((field, index): ReadableAnswer[] => {
      const words = labels[index];
      if (!words) return [];
      const { label, value, isOwn } = words;
      return [{ field, label, value, ...(isOwn ? { lang: parts.language } : {}) }];
    }),
  }));

export const anyFacts = fc.record(
  {
    region: fc.constantFrom('us', 'gb', 'de'),
    timeZone: fc.constantFrom('America/Chicago', 'Asia/Kathmandu', 'Europe/London', 'Nowhere/None'),
    language: fc.constantFrom('en', 'de'),
    fhirBase: fc.constantFrom('https://hospital.example/fhir/', ''),
    emitFlags: fc.boolean(),
  },
  { requiredKeys: [] },
);
