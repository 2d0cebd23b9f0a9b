import type { Submission } from '../contract/submission.ts';
import { toBundle } from './to-bundle.ts';
import type { BundleFacts } from './types.ts';

/** A body may have 65,536 bytes. Sealing makes four of three, and adds its header. */
const mostBytes = 48_000;

/**
 * The body for `endpoint-format="fhir-r4"`. A hospital's `hospital.json`, parsed, is all the facts it needs. Somebody who
 * writes a great deal gets it through without the parts that only repeat their answers.
 */
export function encodeFhir(
  submission: Submission,
  facts: BundleFacts,
): { body: string; contentType: string } {
  const full = JSON.stringify(toBundle(submission, facts));
  const fits = new TextEncoder().encode(full).length <= mostBytes;
  return {
    body: fits ? full : JSON.stringify(toBundle(submission, { ...facts, brief: true })),
    contentType: 'application/fhir+json',
  };
}
