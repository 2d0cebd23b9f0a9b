import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { submissionOf } from '../../../demo/fhir-examples/submission-of.ts';
import type { Submission } from '../../../widget/contract/submission.ts';
import { checkSubmission } from '../../../widget/contract/submission-schema.ts';
import { gravityOptions, meaningOf, serviceOptions, snomedOptions } from '../../../widget/fhir/codes.ts';
import { extensions, systems } from '../../../widget/fhir/systems.ts';
import { cleanText } from '../../../widget/fhir/tidy.ts';
import { toBundle } from '../../../widget/fhir/to-bundle.ts';
import type { BundleFacts } from '../../../widget/fhir/types.ts';
import { ukInterpreters, ukOptions } from '../../../widget/fhir/uk-codes.ts';
import { anyFacts, forms, optionsOf, submissionTo, unknownSubmission } from './any-submission.ts';
import { exampleFile, examplesFolder } from './example-files.ts';
import { type Example, examples } from './example-submissions.ts';
import { problemsOf } from './r4.ts';

/** Each run validates a Bundle against all definitions: a few hundredths of a second. */
const runs = process.env.FULL ? 300 : 30;

/** What may be in any Bundle, whatever was answered. */
const vocabulary = new Set<string>([
  ...Object.values(systems),
  ...Object.values(extensions),
  ...'Bundle Patient RelatedPerson Practitioner QuestionnaireResponse ServiceRequest Communication Task Consent Flag'.split(
    ' ',
  ),
  ...'collection completed active proposal requested fulfill generated phone sms email other type permit admin'.split(
    ' ',
  ),
  ...['Fulfill the focal request', 'Administrative', 'patient-privacy', 'Privacy Consent', '64292-6', 'NRAF'],
  ...[
    'Release of information consent ',
    '373066001',
    'Yes',
    'RSP',
    'RSGN',
    'RWR',
    'Parent or guardian',
    'Carer',
  ],
  ...['self-reported', 'reported-by-related-person', 'reported-by-staff', 'easy-words', 'Request'],
  ...['Section 1557 grievance', 'Do not leave messages.', 'Agreed to in the form'],
]);
const dialectTags = 'cmn yue hak cdo nan apc acm arz apd afb pt-BR pt-PT kea mww hnj hyw kmr ckb'.split(' ');

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(leavesOf);
}

/** Everything that the answers given, and no others, can bring into a Bundle. */
function explained(submission: Submission): (leaf: string) => boolean {
  const { answers, form } = submission;
  const given = new Set(leavesOf(submission).map(cleanText));
  const codes = Object.entries(answers).flatMap(([field, value]) =>
    (value === true ? [] : typeof value === 'string' ? [value] : value).flatMap((code) => [
      code,
      `${field}/${code}`,
    ]),
  );
  const meaning = meaningOf(form, answers.way);
  const tables = codes.flatMap((code) => [
    ...leavesOf(Object.hasOwn(snomedOptions, code) ? snomedOptions[code] : []),
    ...leavesOf(Object.hasOwn(serviceOptions, code) ? serviceOptions[code] : []),
    ...leavesOf(Object.hasOwn(gravityOptions, code) ? gravityOptions[code] : []),
    ...leavesOf([ukOptions.get(code), ukInterpreters.get(code)]),
  ]);
  const needsInterpreter = form === 'interpreter' || codes.some((code) => /interpreter$/.test(code));
  const known = new Set([
    ...tables,
    ...leavesOf(meaning),
    ...(needsInterpreter ? ['315594003', '130', 'Interpreting/Multilingual Service'] : []),
    ...(typeof answers.dialect === 'string' ? dialectTags : []),
    ...Object.keys(answers),
  ]);
  const id = submission.id.slice(0, 13);
  const moment = `${answers.date}T${answers.time}:00`;
  return (leaf) =>
    given.has(leaf) ||
    vocabulary.has(leaf) ||
    known.has(leaf) ||
    leaf.startsWith(`urn:uuid:${id}`) ||
    /^(urn:health-help:fhir|https:\/\/hospital\.example\/fhir)\/(CodeSystem|Questionnaire)\//.test(leaf) ||
    leaf.startsWith('<div xmlns="http://www.w3.org/1999/xhtml"') ||
    leaf.startsWith(moment) ||
    (leaf.endsWith(':00') && given.has(leaf.slice(0, -3))) ||
    // A choice's words are part of the row's; a row of Task's note is its label and value.
    [...given].some(
      (words) =>
        words !== '' &&
        (words.split('; ').includes(leaf) || leaf.startsWith(`${words}: `) || leaf.startsWith(`${words}, `)),
    );
}

function check(
  submission: Submission,
  facts: BundleFacts,
  repeats: (form: string, field: string) => boolean,
): void {
  const bundle = toBundle(submission, facts);
  expect(problemsOf(bundle)).toEqual([]);
  expect(JSON.stringify(toBundle(structuredClone(submission), { ...facts }))).toBe(JSON.stringify(bundle));

  const back = submissionOf(JSON.parse(JSON.stringify(bundle)), repeats) as Submission;
  const clean = (value: unknown): unknown =>
    typeof value === 'string'
      ? cleanText(value)
      : Array.isArray(value)
        ? value.filter((one) => one.trim() !== '').map(clean)
        : value;
  const expected = Object.entries(submission.answers)
    .map(([field, value]) => [field, clean(value)] as const)
    .filter(
      ([, value]) =>
        !(typeof value === 'string' && value.trim() === '') && !(Array.isArray(value) && value.length === 0),
    );
  expect(back.answers).toEqual(Object.fromEntries(expected));
  for (const part of ['schema', 'id', 'form', 'formVersion', 'language', 'easyWords', 'submittedAt'] as const)
    expect(back[part]).toBe(submission[part]);
  expect(back.page ?? '').toBe(submission.page);

  const isExplained = explained(submission);
  expect(leavesOf(bundle).filter((leaf) => !isExplained(leaf))).toEqual([]);
  const written = JSON.stringify(bundle);
  expect(written).not.toMatch(/"resourceType":"(Condition|Observation|Coverage)"/);
}

const repeatsIn = (form: string, field: string): boolean =>
  forms.get(form)?.fields.find(({ id }) => id === field)?.type === 'checkbox';

describe.each(Object.keys(examples))('the example %s', (name) => {
  const { submission, facts } = examples[name] as Example;
  test('it is valid FHIR R4, and its file is as the mapping is now', () => {
    expect(problemsOf(toBundle(submission, facts))).toEqual([]);
    expect(
      readFileSync(`${examplesFolder}${name}.json`, 'utf8'),
      'run npx tsx tests/unit/fhir/write-examples.ts',
    ).toBe(exampleFile(name));
  });

  test('its answers are answers of the form', () => {
    expect(checkSubmission(submission)).toMatchObject({ ok: true });
    const form = forms.get(submission.form);
    for (const [field, answer] of Object.entries(form ? submission.answers : {})) {
      const structure = form?.fields.find(({ id }) => id === field);
      expect(structure, field).toBeDefined();
      const options = structure ? optionsOf(structure) : [];
      if (options.length && !(structure && 'optionsFrom' in structure && structure.optionsFrom))
        expect(options).toEqual(expect.arrayContaining([answer].flat()));
    }
  });
});

test('every form we ship has an example, and no other file lies there', () => {
  const shown = new Set(Object.values(examples).map(({ submission }) => submission.form));
  expect([...shown]).toEqual(expect.arrayContaining([...forms.keys()]));
  const files = readdirSync(examplesFolder).filter((file) => file.endsWith('.json'));
  expect(files.sort()).toEqual(
    Object.keys(examples)
      .map((name) => `${name}.json`)
      .sort(),
  );
});

describe.each([...forms.keys()])('whatever is answered in the form %s', (form) => {
  test('the Bundle is valid FHIR R4, the same each time, with every answer and nothing that was not answered', () => {
    fc.assert(
      fc.property(submissionTo(form), anyFacts, (submission, facts) => check(submission, facts, repeatsIn)),
      { numRuns: runs },
    );
  });

  test('a receiver that reads the Bundle back has a submission it accepts', () => {
    fc.assert(
      fc.property(submissionTo(form), anyFacts, (submission, facts) => {
        const back = submissionOf(toBundle(submission, facts), repeatsIn);
        expect(checkSubmission(back)).toMatchObject({ ok: true });
      }),
      { numRuns: runs },
    );
  });
});

test('a form only the hospital knows becomes valid FHIR too, whatever is in it', () => {
  fc.assert(
    fc.property(unknownSubmission, anyFacts, (submission, facts) =>
      check(submission, facts, (_, field) => Array.isArray(submission.answers[field])),
    ),
    { numRuns: 4 * runs },
  );
});

test('reading a Bundle back never fails, whatever was sent instead', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.jsonValue()), (value) => {
      submissionOf(value, () => true);
      submissionOf(
        { entry: [{ resource: { resourceType: 'QuestionnaireResponse', item: value, meta: value } }] },
        () => false,
      );
    }),
    { numRuns: 500 },
  );
});
