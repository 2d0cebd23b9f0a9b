import type { Answers, FieldError } from './form.ts';

/** What is sent to the hospital's endpoint. See README, "What the receiver gets". */
export interface Submission {
  schema: typeof submissionSchema;
  /** UUID v4; also the `Idempotency-Key`. The same for every retry. */
  id: string;
  form: string;
  formVersion: string;
  /** BCP 47 tag of the language the patient read. */
  language: string;
  easyWords: boolean;
  /** ISO 8601, UTC. */
  submittedAt: string;
  /** Origin and path of the page; never a query or fragment. */
  page: string;
  answers: Answers;
  /** For staff, in the hospital's language, in the order asked. */
  readable: readonly ReadableAnswer[];
}

export interface ReadableAnswer {
  field: string;
  label: string;
  /** In the hospital's language, or the patient's own words as typed when `lang` is set. */
  value: string;
  /** Set when `value` is the patient's own words: the language they were typed in. */
  lang?: string;
}

export const submissionSchema = 'health-help/submission/1';

/** Bytes of the largest request body the contract allows. */
export const maxBodyBytes = 65_536;

/** RFC 9457 `application/problem+json`, with our `errors`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: readonly (FieldError | { field: string; code: string })[];
}

export type Outcome =
  | { state: 'sent'; reference: string | null }
  /** Kept and tried again: no network, time-out, 408, 425, 429, 5xx. `retryAt` is epoch milliseconds. */
  | { state: 'queued'; reason: 'offline' | 'timeout' | 'busy' | 'server'; retryAt: number }
  /** The hospital's system refused it: 4xx. */
  | { state: 'rejected'; status: number; errors: readonly { field: string; code: string }[] };
