import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { CompactEncrypt, type JWK } from 'jose';
import { afterAll, describe, expect, test } from 'vitest';
import { makeKeyPair } from '../../demo/receiver/keys/key-pair.ts';
import { openSealed, SealedError } from '../../demo/receiver/keys/open-sealed.ts';
import { readPrivateKeys } from '../../demo/receiver/keys/private-keys.ts';
import { submissionIn } from '../../demo/receiver/keys/submission-in.ts';
import { ProblemError } from '../../demo/receiver/problem.ts';
import { SettingsError } from '../../demo/receiver/settings.ts';
import { checkSubmission } from '../../widget/contract/submission-schema.ts';
import { aSubmission } from './a-submission.ts';

const pair = await makeKeyPair();
const other = await makeKeyPair();
const keys = readPrivateKeys(JSON.stringify(pair.privateKey));
const body = JSON.stringify(aSubmission());

async function sealed(key: JWK, header: object = {}, text: string | Uint8Array = body): Promise<string> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const protectedHeader = { alg: 'ECDH-ES', enc: 'A256GCM', cty: 'json', kid: key.kid as string, ...header };
  return new CompactEncrypt(bytes).setProtectedHeader(protectedHeader).encrypt(key);
}

async function codeOf(opening: Promise<unknown>): Promise<string> {
  const error = await opening.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SealedError);
  const { code, message } = error as SealedError;
  for (const secret of [pair.privateKey.d, other.privateKey.d]) expect(message).not.toContain(secret);
  return code;
}

describe('opening what was sealed', () => {
  test('staff get the request as it was sent, and its kind', async () => {
    expect(await openSealed(await sealed(pair.publicKey), keys)).toEqual({
      body,
      contentType: 'application/json',
    });
    const fhir = await openSealed(await sealed(pair.publicKey, { cty: 'fhir+json' }), keys);
    expect(fhir.contentType).toBe('application/fhir+json');
  });

  test('a request sealed with the old key is opened while both keys are in use', async () => {
    const both = readPrivateKeys(JSON.stringify({ keys: [other.privateKey, pair.privateKey] }));
    expect((await openSealed(await sealed(pair.publicKey), both)).body).toBe(body);
    expect((await openSealed(await sealed(other.publicKey), both)).body).toBe(body);
  });

  test('a key without a name is found by trying', async () => {
    const { kid: _, ...nameless } = pair.publicKey;
    const jwe = await sealed({ ...nameless, kid: undefined } as unknown as JWK, { kid: undefined });
    const both = readPrivateKeys(JSON.stringify({ keys: [other.privateKey, pair.privateKey] }));
    expect((await openSealed(jwe, both)).body).toBe(body);
  });

  test('a request sealed for somebody else is refused by the name of its key', async () => {
    expect(await codeOf(openSealed(await sealed(other.publicKey), keys))).toBe('unknown-key');
    expect(await codeOf(openSealed(await sealed(pair.publicKey), []))).toBe('unknown-key');
    const pretending = await sealed(other.publicKey, { kid: pair.publicKey.kid });
    expect(await codeOf(openSealed(pretending, keys))).toBe('not-opened');
  });

  test('a request changed anywhere on the way is refused, never opened to something else', async () => {
    const jwe = await sealed(pair.publicKey);
    await fc.assert(
      fc.asyncProperty(fc.nat(jwe.length - 1), fc.constantFrom(...'AZaz09-_.'), async (at, character) => {
        const changed = jwe.slice(0, at) + character + jwe.slice(at + 1);
        const opened = await openSealed(changed, keys).catch((error: unknown) => error);
        // The last character of a part may hold bits that mean nothing.
        if (!(opened instanceof SealedError)) expect(opened).toMatchObject({ body });
        if (changed.length !== jwe.length) throw new Error('not the change that was meant');
      }),
      { numRuns: 150 },
    );
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['JSON', body],
    ['a signed token', 'eyJhbGciOiJub25lIn0.eyJhIjoxfQ.'],
    ['a header that is not JSON', 'AAAA..AAAA.AAAA.AAAA'],
    ['a key that was wrapped', `${btoa('{"alg":"ECDH-ES+A256KW","enc":"A256GCM"}')}.AAAA.AAAA.AAAA.AAAA`],
    ['another way of sealing', `${btoa('{"alg":"dir","enc":"A256GCM"}')}..AAAA.AAAA.AAAA`],
    ['no curve', `${btoa('{"alg":"ECDH-ES","enc":"A256GCM"}').replace(/=/g, '')}..AAAA.AAAA.AAAA`],
  ])('%s is not taken for a sealed request', async (_, text) => {
    expect(['not-sealed', 'not-opened']).toContain(await codeOf(openSealed(text, keys)));
  });

  test('a sealed request of another kind, compressed, or with a weaker cipher is refused', async () => {
    const { alg: _, ...anyWay } = pair.publicKey;
    for (const header of [{ cty: 'html' }, { enc: 'A128GCM' }, { alg: 'ECDH-ES+A256KW' }])
      expect(await codeOf(openSealed(await sealed(anyWay, header), keys))).toBe('not-sealed');
    const [, ...rest] = (await sealed(pair.publicKey)).split('.');
    const zipped = Buffer.from('{"alg":"ECDH-ES","enc":"A256GCM","zip":"DEF"}').toString('base64url');
    expect(await codeOf(openSealed([zipped, ...rest].join('.'), keys))).toBe('not-sealed');
  });

  test("broken letters are refused, never shown as question marks in a patient's words", async () => {
    const jwe = await sealed(pair.publicKey, {}, Uint8Array.of(0x22, 0xff, 0x22));
    expect(await codeOf(openSealed(jwe, keys))).toBe('not-opened');
  });
});

describe('a body of any kind the widget sends', () => {
  const repeats = (): boolean => false;
  const reading = { keys, repeats };
  const status = (reason: unknown): unknown => (reason instanceof ProblemError ? reason.status : reason);
  const bundle = readFileSync(new URL('../../demo/fhir-examples/contact.json', import.meta.url), 'utf8');

  test('a request is the same to staff whether it came open, as FHIR, or sealed', async () => {
    expect(await submissionIn(body, 'application/json; charset=utf-8', reading)).toEqual(JSON.parse(body));
    expect(await submissionIn(await sealed(pair.publicKey), 'application/jose', reading)).toEqual(
      JSON.parse(body),
    );
    const open = await submissionIn(bundle, 'application/fhir+json', reading);
    expect(checkSubmission(open)).toMatchObject({ ok: true });
    const inside = await sealed(pair.publicKey, { cty: 'fhir+json' }, bundle);
    expect(await submissionIn(inside, 'application/jose', reading)).toEqual(open);
  });

  test.each<[string, string, string, number]>([
    ['something else', body, 'text/plain', 415],
    ['broken JSON', '{', 'application/json', 400],
    ['broken FHIR', '{', 'application/fhir+json', 400],
    ['JSON that says it is sealed', body, 'application/jose', 400],
  ])('%s is refused with a problem', async (_, text, type, expected) => {
    expect(await submissionIn(text, type, reading).catch(status)).toBe(expected);
  });

  test('a sealed request inside a sealed one is refused, and none is taken where there is no key', async () => {
    const once = await sealed(pair.publicKey);
    const twice = await sealed(pair.publicKey, { cty: 'json' }, once);
    expect(await submissionIn(twice, 'application/jose', reading).catch(status)).toBe(400);
    expect(await submissionIn(once, 'application/jose', { keys: [], repeats }).catch(status)).toBe(415);
  });

  test('a Bundle without answers is refused by the check that every request goes through', async () => {
    for (const text of ['null', '[]', '{"resourceType":"Bundle"}', '{"entry":[{"resource":null}]}'])
      expect(checkSubmission(await submissionIn(text, 'application/fhir+json', reading))).toMatchObject({
        ok: false,
      });
  });
});

describe('the private key in SEALING_KEY', () => {
  const folder = mkdtempSync(join(tmpdir(), 'health-help-keys-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('it is a key, a set of keys or a file with either, and may be left out', () => {
    const file = join(folder, 'key.json');
    writeFileSync(file, JSON.stringify(pair.privateKey));
    expect(readPrivateKeys(file)).toEqual([pair.privateKey]);
    expect(readPrivateKeys(` ${JSON.stringify({ keys: [pair.privateKey] })}\n`)).toEqual([pair.privateKey]);
    for (const nothing of [undefined, '', ' ']) expect(readPrivateKeys(nothing)).toEqual([]);
  });

  test.each<[string, string, RegExp]>([
    ['a file that is not there', '/nowhere/key.json', /cannot be read/],
    ['broken JSON', '{"kty":', /JSON Web Key/],
    ['the public key', JSON.stringify(pair.publicKey), /public/],
    ['a set with a hole', '{"keys":[null]}', /JSON Web Key/],
    ['an RSA key', '{"kty":"RSA"}', /EC key/],
    ['a curve few browsers have', '{"kty":"EC","crv":"P-521"}', /P-256 or P-384/],
    ['half a key', JSON.stringify({ ...pair.privateKey, y: undefined }), /lacks/],
  ])('%s stops the start, with a sentence that holds no key', (_, value, why) => {
    expect(() => readPrivateKeys(value)).toThrow(SettingsError);
    expect(() => readPrivateKeys(value)).toThrow(why);
    try {
      readPrivateKeys(value);
    } catch (error) {
      expect(String(error)).not.toContain(pair.privateKey.d);
    }
  });

  test('a made pair works together, and is new each time', async () => {
    expect(pair.publicKey).not.toHaveProperty('d');
    expect(pair.publicKey).toMatchObject({ kty: 'EC', crv: 'P-256', use: 'enc', alg: 'ECDH-ES' });
    expect(other.publicKey.kid).not.toBe(pair.publicKey.kid);
  });

  test('a hospital gets both halves from one command, each on a line that can be copied', async () => {
    const command = join(import.meta.dirname, '../../demo/receiver/keys/make-key.ts');
    const { stdout, status } = spawnSync('npx', ['--no-install', 'tsx', command], { encoding: 'utf8' });
    expect(status).toBe(0);
    const [publicLine = '', privateLine = ''] = stdout
      .split('\n')
      .filter((line) => line.startsWith('{"kty"'));
    expect(stdout.indexOf('data-endpoint-key=')).toBeLessThan(stdout.indexOf(publicLine));
    expect(stdout.indexOf('SEALING_KEY')).toBeLessThan(stdout.indexOf(privateLine));
    const jwe = await sealed(JSON.parse(publicLine));
    expect((await openSealed(jwe, readPrivateKeys(privateLine))).body).toBe(body);
  });
});
