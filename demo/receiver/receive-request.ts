import { Hono } from 'hono';
import { maxBodyBytes } from '../../widget/contract/submission.ts';
import { checkSubmission } from '../../widget/contract/submission-schema.ts';
import { clientAddress } from './client-address.ts';
import { cors } from './cors.ts';
import type { PrivateKeys } from './keys/private-keys.ts';
import { submissionIn } from './keys/submission-in.ts';
import { checkAnswers, type KnownForms } from './known-forms.ts';
import type { AllowedOrigins } from './origins.ts';
import { problem } from './problem.ts';
import type { RateLimit } from './rate-limit.ts';
import { readBody } from './read-body.ts';
import type { RequestStore } from './request-store.ts';
import { type ReceiverHospital, scheduleOf } from './schedule.ts';

export interface ReceiveOptions {
  store: RequestStore;
  forms: KnownForms;
  hospital: ReceiverHospital;
  allowedOrigins: AllowedOrigins;
  rateLimit: RateLimit;
  trustedProxies: number;
  /** Open what was sealed. None: nothing sealed is taken. */
  keys: PrivateKeys;
  now: () => Date;
}

/** `POST /api/requests`: a submission in, a reference out. See the contract in `widget/contract/submission.ts`. */
export function receiveRequest(options: ReceiveOptions): Hono {
  const route = new Hono();
  const repeats = (form: string, field: string): boolean =>
    options.forms.get(form)?.fields.get(field)?.type === 'checkbox';
  route.use('/api/requests', cors(options.allowedOrigins));
  route.post('/api/requests', async (context) => {
    const wait = options.rateLimit.take(clientAddress(context, options.trustedProxies));
    if (wait) return problem(context, 429, { headers: { 'retry-after': String(wait) } });

    const text = await readBody(context.req.raw, maxBodyBytes);
    const contentType = context.req.header('content-type') ?? '';
    const checked = checkSubmission(await submissionIn(text, contentType, { keys: options.keys, repeats }));
    if (!checked.ok) return problem(context, 422, { errors: checked.errors });
    const { submission } = checked;
    if (context.req.header('idempotency-key')?.toLowerCase() !== submission.id) {
      return problem(context, 400, { detail: 'Idempotency-Key has to be the id of the submission.' });
    }
    const errors = checkAnswers(submission, options.forms);
    if (errors.length) return problem(context, 422, { errors });

    const receivedAt = options.now();
    const form = options.forms.get(submission.form);
    const schedule = scheduleOf(submission, form, receivedAt, options.hospital);
    const result = await options.store.accept(submission, schedule, receivedAt);
    if (!result.kept) {
      return problem(context, 409, { detail: 'Something else was sent before with the same id.' });
    }
    return context.json({ reference: result.reference }, result.created ? 201 : 200);
  });
  route.all('/api/requests', (context) => problem(context, 405, { headers: { allow: 'POST, OPTIONS' } }));
  return route;
}
