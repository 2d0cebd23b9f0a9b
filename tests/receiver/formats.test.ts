import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { CompactEncrypt, type JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../demo/receiver/database.ts';
import { makeKeyPair } from '../../demo/receiver/keys/key-pair.ts';
import { readPrivateKeys } from '../../demo/receiver/keys/private-keys.ts';
import type { Submission } from '../../widget/contract/submission.ts';
import { toBundle } from '../../widget/fhir/to-bundle.ts';
import { aSubmission } from './a-submission.ts';
import { onEveryDatabase } from './on-every-database.ts';
import { type RunningReceiver, startReceiver } from './running-receiver.ts';

const pair = await makeKeyPair();
const facts = { region: 'us', timeZone: 'America/Chicago', language: 'en' };
const fhir = { 'content-type': 'application/fhir+json' };
const jose = { 'content-type': 'application/jose' };

function sealed(body: string, kind = 'json', key: JWK = pair.publicKey): Promise<string> {
  const header = { alg: 'ECDH-ES', enc: 'A256GCM', cty: kind, kid: key.kid as string };
  return new CompactEncrypt(new TextEncoder().encode(body)).setProtectedHeader(header).encrypt(key);
}

/** With every kind of answer a Bundle holds in another way than we do. */
const request = (changes: Partial<Submission> = {}): Submission => {
  const { answers, readable } = aSubmission();
  return aSubmission({
    submittedAt: '2026-11-24T10:00:00.000Z',
    answers: { ...answers, 'best-time': ['morning'], 'translated-papers': true },
    readable: [
      ...readable,
      { field: 'best-time', label: 'Best time', value: 'Morning' },
      { field: 'translated-papers', label: 'Papers in my language', value: 'Yes' },
    ],
    ...changes,
  });
};

onEveryDatabase((openEmpty) => {
  describe('what can be sent', () => {
    let database: Database;
    let receiver: RunningReceiver;
    beforeAll(async () => {
      database = await openEmpty();
      receiver = await startReceiver({ database, keys: readPrivateKeys(JSON.stringify(pair.privateKey)) });
    });
    afterAll(() => receiver.close());
    const rowsOf = (id: string) => database.selectFrom('requests').selectAll().where('id', '=', id).execute();

    it.each(['json', 'fhir+json'])(
      'a request is one row, as it was sent, whether %s comes open or sealed, and however often',
      async (kind) => {
        const submission = request();
        const body = JSON.stringify(kind === 'json' ? submission : toBundle(submission, facts));
        const open = { body, headers: { 'content-type': `application/${kind}` } };
        const ways = [
          open,
          { body: await sealed(body, kind), headers: jose },
          { body: await sealed(body, kind), headers: jose },
          open,
        ];
        const answers: Response[] = [];
        for (const way of ways) answers.push(await receiver.send(submission, way));
        expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 200]);
        const references = await Promise.all(answers.map(async (answer) => (await answer.json()).reference));
        expect(new Set(references).size).toBe(1);
        const [row, ...more] = await rowsOf(submission.id);
        expect(more).toEqual([]);
        const stored = JSON.parse(row?.body ?? '') as Submission;
        // FHIR has the words of what was asked for; a date is a date there.
        const asked = submission.readable.map(({ field }) => field);
        expect(Object.keys(stored.answers)).toEqual(expect.arrayContaining(asked));
        expect(submission.answers).toMatchObject(stored.answers);
      },
    );

    it('staff read a request that came sealed, and its plain words are in no log', async () => {
      const submission = request();
      const body = await sealed(JSON.stringify(submission));
      expect(body).not.toContain('Rima');
      const answer = await receiver.send(submission, { body, headers: jose });
      const { reference } = (await answer.json()) as { reference: string };
      const html = await (await (await receiver.signIn())(`/inbox/${reference}`)).text();
      expect(html).toContain('Rima Nasser');
      expect(receiver.lines.join('\n')).not.toContain('Rima');
    });

    it('sealed requests that cannot be opened are refused in words that help whoever runs the page', async () => {
      const other = await makeKeyPair();
      const submission = request();
      const foreign = await sealed(JSON.stringify(submission), 'json', other.publicKey);
      const answer = await receiver.send(submission, { body: foreign, headers: jose });
      expect(answer.status).toBe(400);
      expect((await answer.json()).detail).toContain('key that is not in use here');
      const keyless = await startReceiver({ database });
      const ours = await sealed(JSON.stringify(submission));
      expect((await keyless.send(submission, { body: ours, headers: jose })).status).toBe(415);
      await keyless.close();
      expect(await rowsOf(submission.id)).toEqual([]);
    });

    it('every example Bundle is taken, and gives the same number when it comes again', async () => {
      const folder = new URL('../../demo/fhir-examples/', import.meta.url);
      for (const name of ['contact', 'interpreter', 'daily-needs', 'feedback', 'telehealth']) {
        const body = readFileSync(new URL(`${name}.json`, folder), 'utf8');
        const id = /"value": "urn:uuid:([0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
        const send = () => receiver.send(aSubmission({ id }), { body, headers: fhir });
        const first = await send();
        expect(first.status, `${name}: ${await first.clone().text()}`).toBe(201);
        const again = await send();
        expect(again.status).toBe(200);
        expect(await again.json()).toEqual(await first.json());
      }
    });

    it('whatever a Bundle or a sealed body holds, the answer is a request taken or a clear no', async () => {
      const bundle = toBundle(request(), facts);
      const paths = pathsOf(bundle);
      const hostile = fc.oneof(
        fc.jsonValue(),
        fc.constant({ toString: 1, valueOf: 1 }),
        fc.constant(JSON.parse('{"__proto__":{"resourceType":"QuestionnaireResponse"}}')),
        fc.integer({ min: 1, max: 3_000 }).map((deep) => JSON.parse('['.repeat(deep) + ']'.repeat(deep))),
      );
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...paths), hostile, fc.boolean(), async (path, value, seal) => {
          const text = JSON.stringify(replaced(bundle, path, value));
          const [body, headers] = seal ? [await sealed(text, 'fhir+json'), jose] : [text, fhir];
          const answer = await receiver.send(aSubmission({ id: request().id }), { body, headers });
          expect(answer.status).toBeGreaterThanOrEqual(400);
          expect(answer.status).toBeLessThan(500);
          expect(await answer.json()).toMatchObject({ status: answer.status });
        }),
        { numRuns: 200 },
      );
    });

    it('any bytes in any of the four ways to write them get a clear no', async () => {
      const types = ['application/json', 'application/fhir+json', 'application/jose', 'text/html', ';;', ''];
      await fc.assert(
        fc.asyncProperty(
          fc.uint8Array({ maxLength: 400 }),
          fc.constantFrom(...types),
          async (bytes, type) => {
            const answer = await receiver.send(aSubmission(), {
              body: new Uint8Array(bytes),
              headers: { 'content-type': type },
            });
            expect([400, 415, 422]).toContain(answer.status);
          },
        ),
        { numRuns: 150 },
      );
    });
  });
});

describe('bytes that are hardly HTTP', () => {
  it('no line, method, address or header makes the receiver fail, and it stays up', async () => {
    const { openDatabase } = await import('../../demo/receiver/database.ts');
    const dataDir = mkdtempSync(join(tmpdir(), 'health-help-bytes-'));
    const database = await openDatabase({ dataDir });
    const receiver = await startReceiver({ database });
    const { port } = new URL(receiver.url);
    const line = fc.string({ maxLength: 60, unit: 'binary-ascii' });
    const message = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc
        .record({
          method: fc.constantFrom('GET', 'POST', 'PUT', 'TRACE', 'CONNECT', 'OPTIONS', 'PROPFIND', 'BREW'),
          path: fc.oneof(
            fc.constantFrom('/api/requests', '/inbox', '//', '*', '/%', '/inbox/%ff', '/health', 'http://x/'),
            fc.webPath().map((path) => `/${path}`),
          ),
          host: fc.oneof(fc.constantFrom('127.0.0.1', '[', 'a b', '', 'x:99999'), line),
          headers: fc.array(fc.tuple(fc.constantFrom('Origin', 'Cookie', 'X', 'Expect'), line), {
            maxLength: 4,
          }),
          body: line,
        })
        .map(({ method, path, host, headers, body }) => {
          const more = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
          const length = `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close`;
          return Buffer.from(
            `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}${length}\r\n\r\n${body}`,
          );
        }),
    );
    await fc.assert(
      fc.asyncProperty(message, async (bytes) => {
        const answer = await exchange(Number(port), bytes);
        // Closed without a word, or answered; never "it is our fault".
        if (answer) expect(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
    expect((await receiver.send(aSubmission())).status).toBe(201);
    await receiver.close();
    await database.destroy();
    rmSync(dataDir, { recursive: true, force: true });
  });
});

/** What comes back on a connection that says only this. */
function exchange(port: number, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    socket.setEncoding('latin1').on('data', (part: string) => {
      answer += part;
    });
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on('error', () => undefined).on('close', () => resolve(answer));
  });
}

type Path = readonly (string | number)[];

/** Places of a value, by the names on the way there; the top is one of them. */
function pathsOf(value: unknown, here: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [here];
  return [here, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...here, key]))].filter(
    (path) => path.join('.').length === 0 || isNeeded(path),
  );
}

/** What a receiver reads: without it, or with something else there, a Bundle is no request. */
function isNeeded(path: Path): boolean {
  const text = path.join('.');
  return /^entry(\.\d+\.resource(\.(questionnaire|identifier.*|item(\.\d+(\.linkId)?)?|language|authored))?)?$/.test(
    text,
  );
}

function replaced(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value))
    return value.map((child, i) => (i === Number(first) ? replaced(child, rest, by) : child));
  return { ...(value as object), [first]: replaced((value as Record<string, unknown>)[first], rest, by) };
}
