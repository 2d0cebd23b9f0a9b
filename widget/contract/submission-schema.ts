/**
 * The strict shape of a submission, for whoever receives one. The widget never imports this file:
 * it would carry a validation library to every patient.
 */
import * as v from 'valibot';
import { submissionSchema } from './submission.ts';

/** Largest sizes accepted. Characters are UTF-16 code units. */
const submissionLimits = {
  id: 64,
  text: 10_000,
  label: 1_000,
  page: 2_048,
  answers: 200,
  choices: 200,
  rows: 200,
} as const;

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const languageTag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}$/;
const utcTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const fieldId = v.pipe(v.string(), v.maxLength(submissionLimits.id), v.regex(/^[a-z0-9-]+$/));
const tag = v.pipe(v.string(), v.maxLength(40), v.regex(languageTag));

const answer = v.union([
  text(submissionLimits.text),
  v.pipe(v.array(text(submissionLimits.label)), v.maxLength(submissionLimits.choices)),
  v.literal(true),
]);

/**
 * `v.record` silently leaves out `constructor` and its like; an answer must be kept or refused, never dropped,
 * so the names are looked at first.
 */
const answers = v.pipe(
  v.custom<Record<string, unknown>>(isPlainObject),
  v.check((given) => {
    const names = Object.keys(given);
    return names.length <= submissionLimits.answers && names.every((name) => !(name in Object.prototype));
  }),
  v.record(fieldId, answer),
);

const readableAnswer = v.strictObject({
  field: fieldId,
  label: text(submissionLimits.label),
  value: text(submissionLimits.text),
  lang: v.exactOptional(tag),
});

const submissionShape = v.strictObject({
  schema: v.literal(submissionSchema),
  id: v.pipe(v.string(), v.toLowerCase(), v.regex(uuidV4)),
  form: fieldId,
  formVersion: v.pipe(v.string(), v.minLength(1), v.maxLength(32), v.regex(/^[A-Za-z0-9._-]+$/)),
  language: tag,
  easyWords: v.boolean(),
  submittedAt: v.pipe(
    v.string(),
    v.regex(utcTime),
    v.check((time) => !Number.isNaN(Date.parse(time))),
  ),
  page: v.pipe(v.string(), v.maxLength(submissionLimits.page), v.check(isPage)),
  answers,
  readable: v.pipe(v.array(readableAnswer), v.maxLength(submissionLimits.rows)),
});

/** What is left after checking: a `Submission` whose `id` is in lower case. */
export type CheckedSubmission = v.InferOutput<typeof submissionShape>;

export type SubmissionCheck =
  | { ok: true; submission: CheckedSubmission }
  | { ok: false; errors: readonly { field: string; code: string }[] };

/** Error codes that are not valibot's own: the words the widget knows, see `FieldErrorCode`. */
const codes: Readonly<Record<string, string>> = { max_length: 'too-long' };

/**
 * Checks a parsed JSON value. Never throws.
 * @returns the submission, or one error per place. `field` is the id of the question for an answer,
 * else the path (`readable.0.label`); `code` is `missing`, `too-long` or `not-accepted`.
 */
export function checkSubmission(value: unknown): SubmissionCheck {
  const result = v.safeParse(submissionShape, value);
  if (result.success) return { ok: true, submission: result.output };
  const errors = new Map<string, string>();
  for (const issue of result.issues) {
    const path = v.getDotPath(issue) ?? '';
    const field = path.replace(/^answers\.([^.]+).*$/, '$1').slice(0, 100);
    const code = issue.received === 'undefined' ? 'missing' : (codes[issue.type] ?? 'not-accepted');
    if (!errors.has(field)) errors.set(field, code);
  }
  return { ok: false, errors: [...errors].slice(0, 50).map(([field, code]) => ({ field, code })) };
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A web page's origin and path, without user, query or fragment. */
function isPage(value: string): boolean {
  if (/[?#\s]/.test(value) || !URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return (protocol === 'https:' || protocol === 'http:') && !username && !password;
}
