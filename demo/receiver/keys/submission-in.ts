import { submissionOf } from '../../fhir-examples/submission-of.ts';
import { ProblemError } from '../problem.ts';
import { openSealed, SealedError } from './open-sealed.ts';
import type { PrivateKeys } from './private-keys.ts';

export interface SubmissionReading {
  /** Without any, sealed bodies are not taken. */
  keys: PrivateKeys;
  /** Whether a question takes several answers. */
  repeats(form: string, field: string): boolean;
}

/**
 * What a body says, for `checkSubmission`, in each of the forms the widget sends: JSON, FHIR, and either of them sealed.
 * @param contentType the header, with or without parameters
 * @throws ProblemError 415 or 400
 */
export async function submissionIn(
  text: string,
  contentType: string,
  { keys, repeats }: SubmissionReading,
): Promise<unknown> {
  const type = contentType.replace(/;.*/s, '').trim().toLowerCase();
  if (type === 'application/jose' && keys.length > 0) {
    const opened = await openSealed(text, keys).catch((error: unknown) => {
      if (error instanceof SealedError) throw new ProblemError(400, { detail: error.message });
      throw error;
    });
    // Sealed things hold no sealed things: `openSealed` answers the two other types only.
    return submissionIn(opened.body, opened.contentType, { keys: [], repeats });
  }
  if (type === 'application/json') return parse(text);
  if (type === 'application/fhir+json') return submissionOf(parse(text), repeats);
  throw new ProblemError(415, {
    detail: `Send application/json, application/fhir+json${keys.length ? ' or application/jose' : ''}.`,
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError(400, { detail: 'The body is not JSON.' });
  }
}
