import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { createSend, type SendOptions } from '../../../widget/submit/send.ts';
import { FakeClock } from './fake-clock.ts';
import { interpreterRequest } from './interpreter-request.ts';

const endpoint = 'https://hospital.example/api/requests';
const never = () => new Promise<never>(() => {});

afterEach(() => vi.restoreAllMocks());

function answering(response: Response | (() => Promise<Response>), options: Partial<SendOptions> = {}) {
  const clock = new FakeClock();
  const calls: { url: string; init: RequestInit }[] = [];
  const send = createSend({
    endpoint,
    clock,
    fetch: async (url, init) => {
      calls.push({ url, init });
      return typeof response === 'function' ? response() : response;
    },
    ...options,
  });
  return { send, clock, calls };
}

const json = (status: number, value: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });

test('a request is sent as JSON, without cookies, referrer or cache, and never follows a redirect', async () => {
  const { send, calls } = answering(json(201, { reference: 'HH-7K3F' }));
  const request = interpreterRequest();
  await send(request);
  expect(calls).toHaveLength(1);
  const { url, init } = calls[0] ?? { url: '', init: {} };
  expect(url).toBe(endpoint);
  expect(init).toMatchObject({
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    redirect: 'manual',
    keepalive: false,
    mode: 'cors',
  });
  expect(init.headers).toEqual({ 'Content-Type': 'application/json', 'Idempotency-Key': request.id });
  expect(JSON.parse(String(init.body))).toEqual(request);
});

test('the patient gets the reference the hospital gave', async () => {
  const { send } = answering(json(201, { reference: 'HH-7K3F' }));
  expect(await send(interpreterRequest())).toEqual({ state: 'sent', reference: 'HH-7K3F' });
});

test.each([
  ['no body', new Response(null, { status: 204 })],
  ['a web page', new Response('<!doctype html><p>Thank you', { headers: { 'Content-Type': 'text/html' } })],
  ['broken JSON', new Response('{"reference": "HH-')],
  ['a list', json(200, ['HH-7K3F'])],
  ['a number as reference', json(200, { reference: 12 })],
  ['HTML as reference', json(200, { reference: '<img src=x onerror=alert(1)>' })],
  ['a reference of 41 characters', json(200, { reference: 'A'.repeat(41) })],
  ['a reference with a line break', json(200, { reference: 'HH\n7K3F' })],
  ['a reference that reverses the text', json(200, { reference: 'HH\u202e7K3F' })],
  ['an endless body', new Response(`{"reference":"HH-1"${' '.repeat(70_000)}}`)],
])('accepted with %s is sent, without a reference', async (_name, response) => {
  const { send } = answering(response);
  expect(await send(interpreterRequest())).toEqual({ state: 'sent', reference: null });
});

test('accepted with a body that never ends is sent once the wait for a reference is over', async () => {
  const body = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{"refer')) });
  const { send, clock } = answering(new Response(body, { status: 201 }));
  const outcome = send(interpreterRequest());
  await clock.advance(5_000);
  expect(await outcome).toEqual({ state: 'sent', reference: null });
});

test('accepted with a body that breaks off is sent', async () => {
  const body = new ReadableStream({ start: (stream) => stream.error(new TypeError('network error')) });
  const { send } = answering(new Response(body, { status: 201 }));
  expect(await send(interpreterRequest())).toEqual({ state: 'sent', reference: null });
});

test.each([
  [408, 'timeout'],
  [425, 'busy'],
  [429, 'busy'],
  [500, 'server'],
  [502, 'server'],
  [503, 'busy'],
  [504, 'server'],
  [599, 'server'],
  [301, 'server'],
  [302, 'server'],
  [307, 'server'],
  [308, 'server'],
])('status %i is tried again later (%s)', async (status, reason) => {
  const { send, clock } = answering(
    new Response(null, { status, headers: { Location: 'https://evil.example/' } }),
  );
  expect(await send(interpreterRequest())).toEqual({ state: 'queued', reason, retryAt: clock.now() });
});

test('a redirect as browsers show it is not followed and is tried again later', async () => {
  const opaque = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
  const { send, calls } = answering(opaque);
  expect(await send(interpreterRequest())).toMatchObject({ state: 'queued', reason: 'server' });
  expect(calls).toHaveLength(1);
});

test.each([400, 401, 403, 404, 405, 409, 410, 413, 415, 422])('status %i is a refusal', async (status) => {
  const { send } = answering(new Response(null, { status }));
  expect(await send(interpreterRequest())).toEqual({ state: 'rejected', status, errors: [] });
});

test('a hospital still working on the first attempt is asked again when it says', async () => {
  const { send, clock } = answering(new Response(null, { status: 409, headers: { 'Retry-After': '3' } }));
  const retryAt = clock.now() + 3_000;
  expect(await send(interpreterRequest())).toEqual({ state: 'queued', reason: 'busy', retryAt });
});

test('the hospital says which answers it refuses, in codes we may not know', async () => {
  const errors = [
    { field: 'date', code: 'in-the-past' },
    { field: 'new-field', code: 'new-code', extra: true },
    { field: 'date' },
    { field: 7, code: 'missing' },
    null,
    'date',
  ];
  const { send } = answering(
    json(
      422,
      { type: 'about:blank', title: 'Invalid', status: 400, errors },
      { 'Content-Type': 'application/problem+json' },
    ),
  );
  expect(await send(interpreterRequest())).toEqual({
    state: 'rejected',
    status: 422,
    errors: [
      { field: 'date', code: 'in-the-past' },
      { field: 'new-field', code: 'new-code' },
    ],
  });
});

test('at most 50 refused answers are listed', async () => {
  const errors = Array.from({ length: 80 }, (_, index) => ({ field: `field-${index}`, code: 'missing' }));
  const { send } = answering(json(400, { errors }));
  const outcome = await send(interpreterRequest());
  expect(outcome.state === 'rejected' && outcome.errors.length).toBe(50);
});

test.each([
  [false, 'offline'],
  [true, 'server'],
])('a failed connection while the device is online: %s counts as %s', async (isOnline, reason) => {
  const { send, clock } = answering(() => Promise.reject(new TypeError('Failed to fetch')), {
    isOnline: () => isOnline,
  });
  expect(await send(interpreterRequest())).toEqual({ state: 'queued', reason, retryAt: clock.now() });
});

test('no answer in 20 seconds is a time-out, even where the page drops our abort signal', async () => {
  const { send, clock, calls } = answering(never);
  const outcome = send(interpreterRequest());
  await clock.advance(19_999);
  expect(calls[0]?.init.signal?.aborted).toBe(false);
  await clock.advance(1);
  expect(await outcome).toEqual({ state: 'queued', reason: 'timeout', retryAt: clock.now() });
  expect(calls[0]?.init.signal?.aborted).toBe(true);
});

test('giving up ends the exchange at once, and nothing is sent when given up beforehand', async () => {
  const { send, calls, clock } = answering(never);
  const abort = new AbortController();
  const outcome = send(interpreterRequest(), abort.signal);
  await clock.advance(10);
  abort.abort();
  expect(await outcome).toMatchObject({ state: 'queued', reason: 'timeout' });
  expect(calls[0]?.init.signal?.aborted).toBe(true);
  expect(await send(interpreterRequest(), abort.signal)).toMatchObject({ state: 'queued' });
  expect(calls).toHaveLength(1);
  expect(clock.waiting).toBe(0);
});

test('a request over the allowed size is refused without being sent', async () => {
  const { send, calls } = answering(json(201, {}));
  const outcome = await send(interpreterRequest({ answers: { note: 'ب'.repeat(33_000) } }));
  expect(outcome).toEqual({ state: 'rejected', status: 413, errors: [] });
  expect(calls).toHaveLength(0);
});

test('a retry has the same bytes, although the answers have changed since and encoding is never twice the same', async () => {
  let count = 0;
  const { send, calls } = answering(() => Promise.reject(new TypeError()), {
    encode: async (submission) => {
      count += 1;
      return { body: `${count} ${JSON.stringify(submission)}`, contentType: 'application/jose' };
    },
  });
  const answers: Record<string, string> = { mode: 'phone' };
  const request = interpreterRequest({ answers });
  await send(request);
  answers.mode = 'video';
  await send(request);
  expect(calls).toHaveLength(2);
  expect(calls[1]?.init.body).toBe(calls[0]?.init.body);
  expect(calls[1]?.init.headers).toEqual(calls[0]?.init.headers);
});

test('an encoding that fails, because the key cannot be fetched, is tried anew', async () => {
  let failing = true;
  const { send } = answering(json(201, {}), {
    encode: () => {
      if (failing) throw new Error('no key');
      return { body: 'sealed', contentType: 'application/jose' };
    },
  });
  const request = interpreterRequest();
  expect(await send(request)).toMatchObject({ state: 'queued' });
  failing = false;
  expect(await send(request)).toMatchObject({ state: 'sent' });
});

test('whatever a server answers, sending never throws and the outcome is well formed', async () => {
  const logs = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => {}),
  );
  const body = fc.oneof(
    fc.constant(null),
    fc.string({ unit: 'binary' }),
    fc.uint8Array().map((bytes) => new Uint8Array(bytes)),
    fc.json(),
    fc.record({ reference: fc.anything() }).map((value) => safeJson(value)),
    fc
      .record({
        errors: fc.array(fc.record({ field: fc.anything(), code: fc.anything() }), { maxLength: 80 }),
      })
      .map((value) => safeJson(value)),
    fc.constantFrom('['.repeat(60_000), '{"__proto__":{"reference":"HH-1"}}', '{"errors":{"length":9}}'),
  );
  const header = fc.oneof(
    fc.constant(undefined),
    fc.nat().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    fc.string().map((text) => text.replace(/[^\x20-\x7e]/g, '')),
  );
  const status = fc.oneof(
    fc.integer({ min: 200, max: 599 }),
    fc.constantFrom(200, 201, 400, 409, 422, 429, 503),
  );
  await fc.assert(
    fc.asyncProperty(status, body, header, header, async (status, body, retryAfter, type) => {
      const headers = new Headers();
      if (retryAfter !== undefined) headers.set('Retry-After', retryAfter);
      if (type !== undefined) headers.set('Content-Type', type);
      const bodyless = [204, 205, 304].includes(status);
      const { send, clock } = answering(new Response(bodyless ? null : body, { status, headers }));
      const outcome = await send(interpreterRequest());
      expect(outcome.state === 'sent').toBe(status < 300);
      if (outcome.state === 'sent') {
        expect(outcome.reference ?? 'none').toMatch(/^[\x20-\x7e]{1,40}$/);
      } else if (outcome.state === 'queued') {
        const wait = outcome.retryAt - clock.now();
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(3_600_000);
      } else {
        expect(outcome.status).toBe(status);
        expect(outcome.errors.length).toBeLessThanOrEqual(50);
        for (const error of outcome.errors) {
          expect([typeof error.field, typeof error.code]).toEqual(['string', 'string']);
        }
      }
    }),
    { numRuns: 500 },
  );
  for (const log of logs) expect(log).not.toHaveBeenCalled();
});

/** What `fc.anything` makes may hold bigints, which JSON cannot. */
function safeJson(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? String(part) : part)) ?? 'null';
}
