import { createApp, type ReceiverOptions } from '../../demo/receiver/app.ts';
import { serve } from '../../demo/receiver/serve.ts';
import type { Submission } from '../../widget/contract/submission.ts';

export interface RunningReceiver {
  url: string;
  /** Everything it logged. */
  lines: readonly string[];
  /** Sends as the widget does. `body` instead of the submission for what a widget would never send. */
  send(
    submission: Submission,
    more?: { body?: BodyInit; headers?: Record<string, string> },
  ): Promise<Response>;
  /** Signs staff in and answers a fetch that carries their cookie and follows no redirects. */
  signIn(): Promise<(path: string, form?: Record<string, string>) => Promise<Response>>;
  close(): Promise<void>;
}

export const password = 'correct horse battery';

/** The receiver on a free loopback port, at 2026-11-24 09:00 in Chicago unless told otherwise. */
export async function startReceiver(options: ReceiverOptions): Promise<RunningReceiver> {
  const lines: string[] = [];
  let moment = Date.parse('2026-11-24T15:00:00Z');
  const app = createApp({
    password,
    rateLimit: 0,
    hospital: { name: 'Riverside County Hospital', timeZone: 'America/Chicago', replyWithinDays: 3 },
    // Moves on by a millisecond with every look, so that what came first is always known.
    now: () => new Date(moment++),
    log: (line) => lines.push(line),
    ...options,
  });
  const server = await serve(app, { host: '127.0.0.1', port: 0 });
  const { url } = server;
  return {
    url,
    lines,
    send: (submission, more = {}) =>
      fetch(`${url}/api/requests`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': submission.id,
          ...more.headers,
        },
        body: more.body ?? JSON.stringify(submission),
      }),
    async signIn() {
      const answer = await fetch(`${url}/inbox/sign-in`, {
        method: 'POST',
        headers: { origin: url },
        body: new URLSearchParams({ password }),
        redirect: 'manual',
      });
      const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
      return (path, form) =>
        fetch(url + path, {
          method: form ? 'POST' : 'GET',
          headers: { cookie, ...(form ? { origin: url } : {}) },
          ...(form ? { body: new URLSearchParams(form) } : {}),
          redirect: 'manual',
        });
    },
    close: server.close,
  };
}
