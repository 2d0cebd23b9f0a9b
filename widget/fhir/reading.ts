import type { ReadableAnswer, Submission } from '../contract/submission.ts';
import type { BundleFacts, Coding } from './types.ts';

/** A submission as the mapping asks it. */
export interface Reading {
  readonly submission: Submission;
  readonly facts: BundleFacts;
  /** The one answer to a question, when it is text or a code. White space alone is none. */
  text(field: string): string | undefined;
  /** Every answer to a question, as text. */
  all(field: string): readonly string[];
  row(field: string): ReadableAnswer | undefined;
  /** What staff read for a code; undefined when there are no words for it. */
  display(field: string, code: string): string | undefined;
  /** Name of one of our own systems. */
  system(name: string): string;
  /** One of our own codes. */
  coding(field: string, code: string): Coding;
}

const defaultBase = 'urn:health-help:fhir';

export function createReading(submission: Submission, facts: BundleFacts): Reading {
  const { answers } = submission;
  const base = (facts.fhirBase || defaultBase).replace(/\/+$/, '');
  const rows = new Map(submission.readable.map((row) => [row.field, row]));
  const answer = (field: string) => (Object.hasOwn(answers, field) ? answers[field] : undefined);

  const reading: Reading = {
    submission,
    facts,
    text(field) {
      const value = answer(field);
      return typeof value === 'string' && value.trim() !== '' ? value : undefined;
    },
    all(field) {
      const value = answer(field);
      const list = typeof value === 'string' ? [value] : value === true ? [] : (value ?? []);
      return list.filter((one) => one.trim() !== '');
    },
    row: (field) => rows.get(field),
    display(field, code) {
      const words = rows.get(field)?.value;
      const codes = reading.all(field);
      // Several choices are written one after the other; a name that holds the sign between them leaves all without.
      const parts = codes.length > 1 ? (words?.split('; ') ?? []) : [words];
      const name = parts.length === codes.length ? parts[codes.indexOf(code)] : undefined;
      return name === code ? undefined : name;
    },
    system: (name) => `${base}/${name}`,
    coding: (field, code) => ({
      system: reading.system(`CodeSystem/${submission.form}/${field}`),
      code,
      display: reading.display(field, code),
    }),
  };
  return reading;
}
