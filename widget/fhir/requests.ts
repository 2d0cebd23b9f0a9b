import { isCode, isDate } from './answers.ts';
import {
  detailFields,
  type FormMeaning,
  gravityOptions,
  interpreterOptions,
  serviceOptions,
  snomedOptions,
} from './codes.ts';
import { visitMoment } from './moment.ts';
import type { Reading } from './reading.ts';
import { systems } from './systems.ts';
import type { Coding, Concept, Reference, Resource } from './types.ts';
import { ukInterpreters, ukOptions } from './uk-codes.ts';

/** Addresses of what a request points at. */
export interface Links {
  patient: Reference | undefined;
  submitter: Reference | undefined;
  answers: Reference;
}

/** What is to be arranged. `proposal`: a patient asks, and orders nothing. */
export function serviceRequest(reading: Reading, meaning: FormMeaning, links: Links): Resource {
  const place = reading.text('place');
  const details = detailsOf(reading);
  return {
    resourceType: 'ServiceRequest',
    status: 'active',
    intent: 'proposal',
    category: meaning.category && [concept(systems.serviceCategory, meaning.category)],
    code: {
      coding: [
        meaning.service && coding(systems.serviceType, meaning.service),
        meaning.snomed && { system: systems.snomed, code: meaning.snomed },
        ...(reading.submission.form === 'interpreter' ? ukInterpreter(reading) : []),
      ],
      text: meaning.name,
    },
    orderDetail: details,
    subject: links.patient,
    occurrenceDateTime: visitMoment(reading),
    authoredOn: reading.submission.submittedAt,
    requester: links.submitter,
    locationCode: place && [{ text: place }],
    supportingInfo: [links.answers],
  };
}

/** What was said. A complaint is a `Communication`, never an observation about the patient. */
export function communication(reading: Reading, meaning: FormMeaning, links: Links): Resource {
  const { form, submittedAt } = reading.submission;
  const topic = form === 'contact' ? reading.text('topic') : undefined;
  const isAct = form === 'advocate' && reading.facts.region === 'us';
  return {
    resourceType: 'Communication',
    status: 'completed',
    subject: links.patient,
    topic: {
      coding: topic && [reading.coding('topic', topic)],
      text: (topic && reading.display('topic', topic)) || (isAct ? 'Section 1557 grievance' : meaning.name),
    },
    about: [links.answers],
    sent: submittedAt,
    sender: links.submitter,
    payload: ['what-happened', 'message'].map((field) => {
      const contentString = reading.text(field);
      return contentString && { contentString };
    }),
  };
}

/** Somebody has to act on it: on the request, the message, or the answers of a form we know nothing about. */
export function task(
  reading: Reading,
  meaning: FormMeaning | undefined,
  focus: Reference,
  links: Links,
): Resource {
  const date = reading.text('date');
  const safe = reading.row('safe-to-message');
  return {
    resourceType: 'Task',
    status: 'requested',
    intent: 'proposal',
    code:
      meaning?.kind === 'service'
        ? concept(systems.taskCode, ['fulfill', 'Fulfill the focal request'])
        : { text: meaning?.name ?? 'Request' },
    description: meaning?.name ?? reading.submission.form,
    focus,
    for: links.patient,
    authoredOn: reading.submission.submittedAt,
    requester: links.submitter,
    // Whoever only opens the task must see it: a message left can put somebody in danger.
    note:
      reading.text('safe-to-message') === 'no'
        ? [{ text: safe ? `${safe.label}: ${safe.value}` : 'Do not leave messages.' }]
        : [],
    restriction: isDate(date) ? { period: { end: date } } : undefined,
  };
}

/** Each chosen option, in words for staff and in the codes we know for it. */
export function detailsOf(reading: Reading): Concept[] {
  const { answers } = reading.submission;
  const ownCoding = (field: string, code: string): Coding[] =>
    // It is in the answers too; a code with odd spaces cannot be a code in FHIR.
    reading.facts.brief || !isCode(code) ? [] : [{ ...reading.coding(field, code), display: undefined }];
  return Object.keys(answers)
    .filter((field) => detailFields.has(field))
    .flatMap((field): Concept[] => {
      if (answers[field] === true) return [{ text: reading.row(field)?.label || field }];
      return reading.all(field).map((code) => ({
        coding: [...ownCoding(field, code), ...codesOf(reading, field, code)],
        text: reading.display(field, code) ?? code,
      }));
    });
}

function codesOf(reading: Reading, field: string, code: string): Coding[] {
  const { region } = reading.facts;
  const key = `${field}/${code}`;
  const found = <T>(table: Readonly<Record<string, T>>): T | undefined =>
    Object.hasOwn(table, key) ? table[key] : Object.hasOwn(table, code) ? table[code] : undefined;
  const isInterpreter = interpreterOptions.has(key);
  const snomed = isInterpreter ? '315594003' : found(snomedOptions);
  const service = isInterpreter
    ? (['130', 'Interpreting/Multilingual Service'] as const)
    : found(serviceOptions);
  const gravity = region === 'us' ? found(gravityOptions) : undefined;
  const uk = region === 'gb' ? (ukOptions.get(key) ?? ukOptions.get(code)) : undefined;
  return [
    ...(service ? [coding(systems.serviceType, service)] : []),
    ...(snomed ? [{ system: systems.snomed, code: snomed }] : []),
    ...(uk ? [{ system: systems.snomed, code: uk }] : []),
    ...(isInterpreter ? ukInterpreter(reading) : []),
    ...(gravity ? [{ system: systems.gravity, code: gravity }] : []),
  ];
}

function ukInterpreter(reading: Reading): Coding[] {
  const code = reading.facts.region === 'gb' ? ukInterpreters.get(reading.text('language') ?? '') : undefined;
  return code ? [{ system: systems.snomed, code }] : [];
}

const coding = (system: string, [code, display]: readonly [string, string]): Coding => ({
  system,
  code,
  display,
});

const concept = (system: string, code: readonly [string, string]): Concept => ({
  coding: [coding(system, code)],
});
