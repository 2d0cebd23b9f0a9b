import type { Submission } from '../contract/submission.ts';
import type { Encoded } from './send.ts';

export interface EncoderOptions {
  /** The attribute `endpoint-format`. */
  format: 'json' | 'fhir-r4';
  /** The attribute `endpoint-key`, absolute; null: nothing is sealed. */
  keyUrl: string | null;
  /** Fetches the FHIR encoder. Asked only where FHIR is wanted; a failure is a reason to try again later. */
  loadFhir(): Promise<(submission: Submission) => Encoded>;
  /** Fetches what seals. Asked only where there is a key. */
  loadSeal(): Promise<(plain: Encoded, keyUrl: string) => Promise<Encoded>>;
}

/**
 * How a submission becomes a body: JSON or FHIR, then sealed where the hospital has a key. It rejects rather than leave a
 * step out: what should be sealed never goes open, and the outbox tries again.
 */
export function createEncoder(options: EncoderOptions): (submission: Submission) => Promise<Encoded> {
  const { format, keyUrl } = options;
  return async (submission) => {
    // Both at once: on a slow phone one after the other could take longer than an exchange may.
    const [fhir, seal] = await Promise.all([
      format === 'fhir-r4' ? options.loadFhir() : undefined,
      keyUrl === null ? undefined : options.loadSeal(),
    ]);
    const plain = fhir
      ? fhir(submission)
      : { body: JSON.stringify(submission), contentType: 'application/json' };
    return keyUrl === null || !seal ? plain : seal(plain, keyUrl);
  };
}
