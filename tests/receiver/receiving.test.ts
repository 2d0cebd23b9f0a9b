import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../demo/receiver/database.ts';
import { referencePattern } from '../../demo/receiver/reference.ts';
import { maxBodyBytes, type Problem } from '../../widget/contract/submission.ts';
import { arabicWords, aSubmission } from './a-submission.ts';
import { onEveryDatabase } from './on-every-database.ts';
import { type RunningReceiver, startReceiver } from './running-receiver.ts';

async function problemOf(answer: Response): Promise<Problem> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return (await answer.json()) as Problem;
}

onEveryDatabase((openEmpty) => {
  describe('receiving requests', () => {
    let database: Database;
    let receiver: RunningReceiver;
    beforeAll(async () => {
      database = await openEmpty();
      receiver = await startReceiver({ database });
    });
    afterAll(() => receiver.close());

    const rowsOf = (id: string) => database.selectFrom('requests').selectAll().where('id', '=', id).execute();

    it('a patient gets a short number without look-alike letters', async () => {
      const answer = await receiver.send(aSubmission());
      expect(answer.status).toBe(201);
      const { reference } = (await answer.json()) as { reference: string };
      expect(reference).toMatch(referencePattern);
      expect(reference).not.toMatch(/[01OIL]/);
    });

    it('what a patient typed is stored as typed, in any script', async () => {
      const words = `${arabicWords}\n\u0000 \u{1F600} "quoted" \\ \ud800`;
      const submission = aSubmission({
        readable: [{ field: 'anything-else', label: 'Anything else', value: words, lang: 'ar' }],
      });
      expect((await receiver.send(submission)).status).toBe(201);
      const [row] = await rowsOf(submission.id);
      expect(JSON.parse(row?.body ?? '')).toEqual(submission);
    });

    it('sending the same again gives the same number and no second row', async () => {
      const submission = aSubmission();
      const first = (await (await receiver.send(submission)).json()) as { reference: string };
      const again = await receiver.send(submission, {
        body: JSON.stringify(Object.fromEntries(Object.entries(submission).reverse()), null, 2),
      });
      expect(again.status).toBe(200);
      expect(await again.json()).toEqual(first);
      expect(await rowsOf(submission.id)).toHaveLength(1);
    });

    it('an id that comes back with other answers is refused, and the first stays', async () => {
      const submission = aSubmission();
      await receiver.send(submission);
      const other = { ...submission, answers: { ...submission.answers, mode: 'video' } };
      const answer = await receiver.send(other);
      expect(answer.status).toBe(409);
      await problemOf(answer);
      const [row] = await rowsOf(submission.id);
      expect(JSON.parse(row?.body ?? '').answers.mode).toBe('phone');
    });

    it('fifty impatient presses at once make one request with one number', async () => {
      const submission = aSubmission();
      const answers = await Promise.all(Array.from({ length: 50 }, () => receiver.send(submission)));
      const references = await Promise.all(
        answers.map(async (answer) => ((await answer.json()) as { reference: string }).reference),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(49);
      expect(new Set(references).size).toBe(1);
      expect(await rowsOf(submission.id)).toHaveLength(1);
    });

    it('a request is still there when the receiver is started again', async () => {
      const submission = aSubmission();
      const first = (await (await receiver.send(submission)).json()) as { reference: string };
      const second = await startReceiver({ database });
      const answer = await second.send(submission);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual(first);
      await second.close();
    });

    it('the key has to be the id of the request', async () => {
      const submission = aSubmission();
      for (const headers of [{ 'idempotency-key': randomUUID() }, { 'idempotency-key': '' }]) {
        const answer = await receiver.send(submission, { headers });
        expect(answer.status).toBe(400);
        await problemOf(answer);
      }
      expect(await rowsOf(submission.id)).toHaveLength(0);
    });

    it('only JSON is taken', async () => {
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'application/jsonp',
        'application/json; charset=latin1',
      ]) {
        const answer = await receiver.send(aSubmission(), { headers: { 'content-type': type } });
        expect(answer.status, type).toBe(415);
        await problemOf(answer);
      }
    });

    it('broken JSON and broken letters are refused', async () => {
      for (const body of ['', '{', 'null,', Buffer.from([0x22, 0xff, 0x22]), '[1]]']) {
        const answer = await receiver.send(aSubmission(), { body });
        expect(answer.status).toBe(400);
        await problemOf(answer);
      }
    });

    it('a request of 65,536 bytes is taken, one byte more is not', async () => {
      const submission = aSubmission();
      const json = JSON.stringify(submission);
      const spaces = ' '.repeat(maxBodyBytes - Buffer.byteLength(json));
      const tooMuch = await receiver.send(submission, { body: `${json}${spaces} ` });
      expect(tooMuch.status).toBe(413);
      await problemOf(tooMuch);
      expect((await receiver.send(submission, { body: json + spaces })).status).toBe(201);
    });

    it('a request that does not say how long it is gets no further than the limit', async () => {
      const status = await new Promise<number>((resolve, reject) => {
        const sending = request(
          `${receiver.url}/api/requests`,
          { method: 'POST', headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' } },
          (answer) => {
            answer.resume();
            resolve(answer.statusCode ?? 0);
          },
        );
        sending.on('error', reject);
        for (let i = 0; i < 5; i++) sending.write('x'.repeat(20_000));
        sending.end();
      });
      expect(status).toBe(413);
    });

    it.each<[string, object, { field: string; code: string }]>([
      ['an unknown form', { form: 'lottery' }, { field: 'form', code: 'unknown-form' }],
      [
        'an unknown question',
        { answers: { horoscope: 'leo' } },
        { field: 'horoscope', code: 'unknown-field' },
      ],
      ['a choice that is none', { answers: { mode: 'pigeon' } }, { field: 'mode', code: 'not-a-choice' }],
      [
        'a day that does not exist',
        { answers: { date: '2026-02-30' } },
        { field: 'date', code: 'not-a-date' },
      ],
      [
        'a list where one answer belongs',
        { answers: { mode: ['phone'] } },
        { field: 'mode', code: 'not-accepted' },
      ],
      ['a number for an answer', { answers: { name: 5 } }, { field: 'name', code: 'not-accepted' }],
      ['an answer too long', { answers: { name: 'x'.repeat(10_001) } }, { field: 'name', code: 'too-long' }],
      [
        'an answer called constructor',
        { answers: { constructor: 'x' } },
        { field: 'answers', code: 'not-accepted' },
      ],
      ['another schema', { schema: 'health-help/submission/2' }, { field: 'schema', code: 'not-accepted' }],
      ['an id of another kind', { id: '1' }, { field: 'id', code: 'not-accepted' }],
      ['no language', { language: undefined }, { field: 'language', code: 'missing' }],
      [
        'a page with its query',
        { page: 'https://h.example/?name=x' },
        { field: 'page', code: 'not-accepted' },
      ],
      ['a script for a page', { page: 'javascript:alert(1)' }, { field: 'page', code: 'not-accepted' }],
      ['something nobody asked for', { extra: 1 }, { field: 'extra', code: 'not-accepted' }],
      [
        'a readable row without words',
        { readable: [{ field: 'name', label: 'Name' }] },
        { field: 'readable.0.value', code: 'missing' },
      ],
    ])('%s is refused, with the place and the reason', async (_, changes, error) => {
      const submission = { ...aSubmission(), ...changes };
      const answer = await receiver.send(submission, { body: JSON.stringify(submission) });
      expect(answer.status).toBe(422);
      const { errors, ...rest } = await problemOf(answer);
      expect(rest).toMatchObject({ type: 'about:blank', status: 422 });
      expect(errors).toContainEqual(error);
      expect(await rowsOf(submission.id)).toHaveLength(0);
    });

    it('a page kept for weeks still gets a choice through that has gone since', async () => {
      const submission = aSubmission({ formVersion: '0', answers: { mode: 'hologram' } });
      expect((await receiver.send(submission)).status).toBe(201);
    });

    it('whatever bytes arrive, the receiver answers and stays up', async () => {
      const pieces = fc.oneof(
        fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
        fc.json().map((json) => Buffer.from(json)),
        fc
          .record(
            {
              form: fc.string(),
              answers: fc.dictionary(fc.string(), fc.jsonValue()),
              readable: fc.jsonValue(),
            },
            { requiredKeys: [] },
          )
          .map((changes) => Buffer.from(JSON.stringify({ ...aSubmission(), ...changes }))),
      );
      await fc.assert(
        fc.asyncProperty(pieces, async (body) => {
          const answer = await receiver.send(aSubmission(), { body: new Uint8Array(body) });
          expect(answer.status).toBeLessThan(500);
          if (!answer.ok) expect((await problemOf(answer)).status).toBe(answer.status);
        }),
        { numRuns: 150 },
      );
    });

    it('a request whose time is over is deleted, a later one is not', async () => {
      const { createRequestStore } = await import('../../demo/receiver/request-store.ts');
      const early = aSubmission({ answers: { date: '2026-11-25' } });
      const late = aSubmission({ answers: { date: '2027-03-01' } });
      await receiver.send(early);
      await receiver.send(late);
      expect(await createRequestStore(database).deleteBefore('2027-02-28')).toBeGreaterThan(0);
      expect(await rowsOf(early.id)).toHaveLength(0);
      expect(await rowsOf(late.id)).toHaveLength(1);
    });
  });
});

describe('around the receiver', () => {
  let receiver: RunningReceiver;
  let database: Database;
  const dataDir = `/tmp/health-help-around-${process.pid}`;
  beforeAll(async () => {
    database = await openDatabase({ dataDir });
    receiver = await startReceiver({ database, allowedOrigins: ['https://hospital.example'], rateLimit: 3 });
  });
  afterAll(async () => {
    await receiver.close();
    await database.destroy();
    const { rmSync } = await import('node:fs');
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('every wrong address or method gets a problem, with the headers that keep it harmless', async () => {
    for (const [path, method, status] of [
      ['/api/requests', 'GET', 405],
      ['/api/requests', 'DELETE', 405],
      ['/healthz', 'POST', 405],
      ['/api/none', 'GET', 404],
      ['/none', 'POST', 404],
    ] as const) {
      const answer = await fetch(receiver.url + path, { method });
      expect(answer.status, `${method} ${path}`).toBe(status);
      await problemOf(answer);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  it('a page on the list may ask, send, and read errors', async () => {
    const origin = 'https://hospital.example';
    const asked = await fetch(`${receiver.url}/api/requests`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,idempotency-key',
      },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe(origin);
    expect(asked.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('idempotency-key');
    const refused = await receiver.send(aSubmission(), { body: '{', headers: { origin } });
    expect(refused.status).toBe(400);
    expect(refused.headers.get('access-control-allow-origin')).toBe(origin);
    expect(refused.headers.get('vary')).toContain('Origin');
  });

  it('a page that is not on the list cannot send', async () => {
    for (const origin of [
      'https://elsewhere.example',
      'https://hospital.example.elsewhere.example',
      'null',
    ]) {
      const answer = await receiver.send(aSubmission(), { headers: { origin } });
      expect(answer.status, origin).toBe(403);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
    expect(await database.selectFrom('requests').selectAll().execute()).toHaveLength(0);
  });

  it('someone who sends too often is told when to come back', async () => {
    const own = await startReceiver({ database, rateLimit: 3 });
    const answers: Response[] = [];
    for (let i = 0; i < 5; i++) answers.push(await own.send(aSubmission()));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 429, 429]);
    expect(Number(answers[4]?.headers.get('retry-after'))).toBe(20);
    await own.close();
  });

  it('a failing database gives a problem without its words, and the health check says so', async () => {
    const { rmSync } = await import('node:fs');
    const folder = `${dataDir}-gone`;
    const gone = await openDatabase({ dataDir: folder });
    const own = await startReceiver({ database: gone });
    expect((await fetch(`${own.url}/healthz`)).status).toBe(200);
    await gone.destroy();
    const answer = await own.send(aSubmission());
    expect(answer.status).toBe(500);
    expect(await problemOf(answer)).toEqual({
      type: 'about:blank',
      title: 'Something failed here',
      status: 500,
    });
    expect((await fetch(`${own.url}/healthz`)).status).toBe(503);
    await own.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
