import { expect, test } from 'vitest';
import {
  detailFields,
  gravityOptions,
  interpreterOptions,
  meaningOf,
  serviceOptions,
  snomedOptions,
} from '../../../widget/fhir/codes.ts';
import { isSignLanguage } from '../../../widget/fhir/languages.ts';
import { ukInterpreters, ukOptions } from '../../../widget/fhir/uk-codes.ts';
import { forms, languages, optionsOf } from './any-submission.ts';

const fields = [...forms.values()].flatMap((form) => form.fields);
const options = new Set(
  fields.flatMap((field) => optionsOf(field).flatMap((code) => [code, `${field.id}/${code}`])),
);

/** Verhoeff's check over a whole SNOMED CT identifier is 0. */
function isSnomed(code: string): boolean {
  const permute = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  const multiply = (a: number, b: number): number =>
    a < 5 ? (b < 5 ? (a + b) % 5 : ((a + b) % 5) + 5) : b < 5 ? ((a - b) % 5) + 5 : (a - b + 5) % 5;
  let check = 0;
  [...code].reverse().forEach((digit, place) => {
    let value = Number(digit);
    for (let turn = 0; turn < place % 8; turn++) value = permute[value] as number;
    check = multiply(check, value);
  });
  return check === 0 && /^\d{6,18}$/.test(code);
}

test('every code of SNOMED CT has a right check digit, and UK codes are in the UK name space', () => {
  const international = [...Object.values(snomedOptions), '315594003', '225835008', '373066001'];
  const uk = [...ukInterpreters.values(), ...ukOptions.values()];
  expect([...international, ...uk].filter((code) => !isSnomed(code))).toEqual([]);
  expect(uk.filter((code) => !/1000000\d\d\d$/.test(code))).toEqual([]);
  expect(international.filter((code) => /1000000\d\d\d$/.test(code))).toEqual([]);
});

test('every option and question in the tables is one a form asks', () => {
  const named = [
    ...Object.keys(snomedOptions),
    ...Object.keys(serviceOptions),
    ...Object.keys(gravityOptions),
    ...interpreterOptions,
    ...ukOptions.keys(),
  ];
  expect(named.filter((option) => !options.has(option))).toEqual([]);
  const asked = new Set(fields.map(({ id }) => id));
  expect([...detailFields].filter((field) => !asked.has(field))).toEqual([]);
});

test('every form we ship has a meaning, and names like those of built-in things have none', () => {
  for (const form of forms.keys()) expect(meaningOf(form, undefined), form).toBeDefined();
  for (const form of ['constructor', 'toString', '__proto__', 'parking'])
    expect(meaningOf(form, 'x')).toBeUndefined();
  expect(meaningOf('advocate', 'grievance')?.kind).toBe('message');
  expect(meaningOf('contact', 'grievance')?.name).toBe('Message');
});

test('sign languages are those of the list patients choose from, and UK codes are for languages on it', () => {
  for (const [code, { sign }] of Object.entries(languages))
    expect(isSignLanguage(code), code).toBe(sign === true);
  expect([...ukInterpreters.keys()].filter((code) => !Object.hasOwn(languages, code))).toEqual([]);
  expect(ukInterpreters.size).toBeGreaterThan(100);
});
