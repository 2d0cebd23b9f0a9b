import { maxBodyBytes, type Outcome, type Submission } from '../contract/submission.ts';
import { type Clock, startTimeLimit, systemClock } from './clock.ts';
import { readAnswer, readErrors, readReference } from './read-answer.ts';
import { parseRetryAfter } from './retry-after.ts';

/**
 * Delivers a submission. Always resolves; `sent` only after the hospital's system answered 2xx.
 * Aborting `signal` gives the exchange up: the outcome is then `queued`, since whether it arrived is not known.
 */
export type Send = (submission: Submission, signal?: AbortSignal) => Promise<Outcome>;

/** What goes over the wire. */
export interface Encoded {
  body: string;
  contentType: string;
}

export interface SendOptions {
  /** Absolute URL, as `checkEndpoint` answered it. */
  endpoint: string;
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  clock?: Clock;
  /** Milliseconds until an unanswered exchange counts as failed. */
  timeoutMs?: number;
  /** Whether the device believes it has a network. Only the reason given depends on it. */
  isOnline?: () => boolean;
  /** How a submission becomes a body: JSON, unless the hospital wants FHIR or sealed bodies. */
  encode?: (submission: Submission) => Encoded | Promise<Encoded>;
}

/** The status is the answer; its body only adds details, so it is not waited for long. */
const bodyTimeoutMs = 5_000;

/** One exchange with the hospital's endpoint per call. Says nothing to the console: answers stay out of logs. */
export function createSend(options: SendOptions): Send {
  const {
    endpoint,
    fetch = (url, init) => globalThis.fetch(url, init),
    clock = systemClock,
    timeoutMs = 20_000,
    isOnline = () => globalThis.navigator?.onLine !== false,
    encode = encodeJson,
  } = options;
  const encodeOnce = once(encode);

  async function post(submission: Submission, signal: AbortSignal): Promise<Response> {
    const { body, contentType } = await encodeOnce(submission);
    if (signal.aborted) throw new Error('given up while encoding');
    // Many servers cut the connection on a body that is too long, which looks like a network fault for ever.
    if (new TextEncoder().encode(body).length > maxBodyBytes) return new Response(null, { status: 413 });
    return fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': contentType, 'Idempotency-Key': submission.id },
      body,
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      // Answers never follow a redirect to another place. Not 'error', which looks like a network fault.
      redirect: 'manual',
      keepalive: false,
      signal,
    });
  }

  return async (submission, signal) => {
    const abort = new AbortController();
    // Raced as well as aborted: a host page's own wrapper around fetch may drop the signal.
    const limit = startTimeLimit(clock, timeoutMs, signal);
    let bodyLimit = limit;
    try {
      const exchange = signal?.aborted ? undefined : post(submission, abort.signal);
      const response = await Promise.race([exchange, limit.reached]);
      if (!response) return { state: 'queued', reason: 'timeout', retryAt: clock.now() };
      bodyLimit = startTimeLimit(clock, bodyTimeoutMs, signal);
      return await readOutcome(response, bodyLimit.reached, clock);
    } catch {
      return { state: 'queued', reason: isOnline() ? 'server' : 'offline', retryAt: clock.now() };
    } finally {
      limit.end();
      bodyLimit.end();
      abort.abort();
    }
  };
}

async function readOutcome(response: Response, deadline: Promise<void>, clock: Clock): Promise<Outcome> {
  const { status, headers } = response;
  if (status >= 200 && status < 300) {
    return { state: 'sent', reference: readReference(await readAnswer(response, deadline)) };
  }
  // Another origin's header is readable only when the receiver lists it in Access-Control-Expose-Headers.
  const retryAfter = headers.get('Retry-After');
  const reason = retryReason(status, retryAfter !== null);
  if (reason !== null) {
    const now = clock.now();
    const retryAt = now + parseRetryAfter(retryAfter, headers.get('Date'), now);
    return { state: 'queued', reason, retryAt };
  }
  return { state: 'rejected', status, errors: readErrors(await readAnswer(response, deadline)) };
}

/** Why to try again, or null when the request itself is refused and trying again cannot help. */
function retryReason(status: number, asksToWait: boolean): 'timeout' | 'busy' | 'server' | null {
  if (status === 408) return 'timeout';
  if (status === 425 || status === 429 || status === 503) return 'busy';
  // A receiver still working on the first attempt says 409 and when to come back; without a time it refuses.
  if (status === 409 && asksToWait) return 'busy';
  if (status >= 400 && status < 500) return null;
  // 5xx; also a redirect (status 0 in browsers), which is a mistake on the server and not the patient's.
  return 'server';
}

const encodeJson = (submission: Submission): Encoded => ({
  body: JSON.stringify(submission),
  contentType: 'application/json',
});

/**
 * A retry must be the same bytes, or the receiver cannot tell it from another request: sealing, for one,
 * gives different bytes each time. Only a failed encoding is tried again.
 */
function once(encode: (submission: Submission) => Encoded | Promise<Encoded>) {
  const results = new WeakMap<Submission, Promise<Encoded>>();
  return (submission: Submission): Promise<Encoded> => {
    const known = results.get(submission);
    if (known) return known;
    const result = (async () => encode(submission))();
    results.set(submission, result);
    result.catch(() => results.delete(submission));
    return result;
  };
}
