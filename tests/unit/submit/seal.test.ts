import { createDecipheriv, createECDH, createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { makeKeyPair } from '../../../demo/receiver/keys/key-pair.ts';
import { seal } from '../../../widget/submit/seal.ts';
import { createSend, type Encoded } from '../../../widget/submit/send.ts';
import { FakeClock } from './fake-clock.ts';
import { interpreterRequest } from './interpreter-request.ts';

const endpoint = 'https://hospital.example/api/requests';
const plain: Encoded = {
  body: '{"name":"Amina Warsame","note":"غرفة هادئة"}',
  contentType: 'application/json',
};
const { publicKey, privateKey } = await makeKeyPair();

let count = 0;
/** Keys are remembered by address: every test has its own. */
const keyUrl = (): string => `https://hospital.example/keys/${++count}.json`;

function serving(answer: () => Response | Promise<Response>) {
  const asked = vi.fn(async (_url: string, _init: RequestInit) => answer());
  vi.stubGlobal('fetch', asked);
  return asked;
}
const servingKey = (key: object) => serving(() => Response.json(key));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const part = (text = ''): Buffer => Buffer.from(text, 'base64url');
const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const withLength = (bytes: Buffer): Buffer => Buffer.concat([uint32(bytes.length), bytes]);

/** RFC 7516 and RFC 7518 4.6 by hand, as a hospital's system without our library would do it. */
function open(jwe: string): { header: Record<string, unknown>; text: string } {
  const [head = '', key, iv, sealed, tag] = jwe.split('.');
  expect(key).toBe('');
  const header = JSON.parse(part(head).toString());
  const own = createECDH('prime256v1');
  own.setPrivateKey(part(privateKey.d));
  const secret = own.computeSecret(Buffer.concat([Buffer.of(4), part(header.epk.x), part(header.epk.y)]));
  const nobody = withLength(Buffer.alloc(0));
  const contentKey = createHash('sha256')
    .update(
      Buffer.concat([uint32(1), secret, withLength(Buffer.from('A256GCM')), nobody, nobody, uint32(256)]),
    )
    .digest();
  const cipher = createDecipheriv('aes-256-gcm', contentKey, part(iv));
  cipher.setAAD(Buffer.from(head)).setAuthTag(part(tag));
  return { header, text: Buffer.concat([cipher.update(part(sealed)), cipher.final()]).toString() };
}

test('a sealed request is opened by any system that knows the standard, and says what is inside', async () => {
  servingKey(publicKey);
  const { body, contentType } = await seal(plain, keyUrl());
  expect(contentType).toBe('application/jose');
  const { header, text } = open(body);
  expect(text).toBe(plain.body);
  expect(header).toMatchObject({ alg: 'ECDH-ES', enc: 'A256GCM', cty: 'json', kid: publicKey.kid });
  const fhir = await seal({ body: '{}', contentType: 'application/fhir+json; charset=utf-8' }, keyUrl());
  expect(open(fhir.body).header.cty).toBe('fhir+json');
});

test('nothing a patient wrote can be read in a sealed request, and two of the same are not alike', async () => {
  servingKey(publicKey);
  const url = keyUrl();
  const [one, two] = [await seal(plain, url), await seal(plain, url)];
  expect(one.body).not.toBe(two.body);
  for (const name of ['kid', 'epk']) expect(Object.keys(open(one.body).header)).toContain(name);
  expect(JSON.stringify(open(one.body).header)).not.toMatch(/Amina|form|hospital\.example/);
});

test('the key is fetched once, without cookies or referrer, and never from where it is redirected to', async () => {
  const asked = servingKey(publicKey);
  const url = keyUrl();
  await seal(plain, url);
  await seal(plain, url);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(asked.mock.calls[0]?.[1]).toMatchObject({
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    cache: 'no-cache',
  });
});

test('a retry sends the same sealed bytes', async () => {
  servingKey(publicKey);
  const url = keyUrl();
  const bodies: unknown[] = [];
  const send = createSend({
    endpoint,
    clock: new FakeClock(),
    fetch: async (_url, init) => {
      bodies.push(init.body);
      return new Response(null, { status: bodies.length < 3 ? 503 : 201 });
    },
    encode: (submission) => seal({ ...plain, body: JSON.stringify(submission) }, url),
  });
  const request = interpreterRequest();
  for (let attempt = 0; attempt < 3; attempt++) await send(request);
  expect(bodies).toHaveLength(3);
  expect(new Set(bodies).size).toBe(1);
  expect(JSON.parse(open(String(bodies[0])).text)).toEqual(request);
});

const { x, y, ...noPoint } = publicKey;
test.each<[string, () => Response, RegExp]>([
  ['an error page', () => new Response('<h1>Not found', { status: 404 }), /answered 404/],
  ['a web page', () => new Response('<!doctype html>'), /not a JSON Web Key/],
  ['a private key', () => Response.json(privateKey), /private part/],
  ['a set of keys', () => Response.json({ keys: [publicKey] }), /set of keys/],
  ['an RSA key', () => Response.json({ kty: 'RSA', n: 'AQAB', e: 'AQAB' }), /"kty": "EC"/],
  ['a curve few browsers have', () => Response.json({ ...publicKey, crv: 'P-521' }), /"crv"/],
  ['a key without its point', () => Response.json(noPoint), /"x" or "y"/],
  ['a point that is not on the curve', () => Response.json({ ...publicKey, x: y, y: x }), /not valid/],
  ['a key for signing', () => Response.json({ ...publicKey, use: 'sig' }), /"use"/],
  ['a key for another way of sealing', () => Response.json({ ...publicKey, alg: 'RSA-OAEP' }), /"alg"/],
  ['a list', () => Response.json([]), /"kty"/],
  ['null', () => Response.json(null), /not a JSON Web Key/],
])('with %s for a key nothing is sent, and the console names the attribute once', async (_, answer, why) => {
  serving(answer);
  const url = keyUrl();
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const fetched = vi.fn(async () => new Response(null, { status: 201 }));
  const send = createSend({
    endpoint,
    clock: new FakeClock(),
    fetch: fetched,
    isOnline: () => true,
    encode: () => seal(plain, url),
  });
  const request = interpreterRequest();
  for (let attempt = 0; attempt < 3; attempt++)
    expect(await send(request)).toMatchObject({ state: 'queued', reason: 'server' });
  expect(fetched).not.toHaveBeenCalled();
  expect(said).toHaveBeenCalledTimes(1);
  const sentence = String(said.mock.calls[0]?.[0]);
  expect(sentence).toContain(`endpoint-key="${url}"`);
  expect(sentence).toMatch(why);
  expect(sentence).not.toContain('Amina');
});

test('a page served over http from another machine is told why nothing can be sealed', async () => {
  const report = vi.fn();
  vi.stubGlobal('crypto', {});
  await expect(seal(plain, keyUrl(), report)).rejects.toThrow(/https/);
  expect(report).toHaveBeenCalledTimes(1);
});

test('no network is no fault of the key: nothing is said, and the next attempt asks again', async () => {
  let online = false;
  vi.stubGlobal('navigator', { onLine: false });
  serving(() => {
    if (!online) throw new TypeError('Failed to fetch');
    return Response.json(publicKey);
  });
  const url = keyUrl();
  const report = vi.fn();
  await expect(seal(plain, url, report)).rejects.toThrow('Failed to fetch');
  expect(report).not.toHaveBeenCalled();
  online = true;
  expect(open((await seal(plain, url, report)).body).text).toBe(plain.body);
});

test('a key that cannot be fetched although there is a network is reported, and a mended one is used', async () => {
  let answer = (): Response => {
    throw new TypeError('Failed to fetch');
  };
  serving(() => answer());
  const url = keyUrl();
  const report = vi.fn();
  await expect(seal(plain, url, report)).rejects.toThrow(/connect-src/);
  expect(report).toHaveBeenCalledTimes(1);
  answer = () => Response.json(publicKey);
  expect(open((await seal(plain, url, report)).body).text).toBe(plain.body);
});

test('a key that never arrives ends in time for another attempt', async () => {
  vi.useFakeTimers();
  try {
    vi.stubGlobal(
      'fetch',
      (_url: string, { signal }: RequestInit) =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('given up')))),
    );
    const sealing = seal(plain, keyUrl(), () => {});
    const outcome = expect(sealing).rejects.toThrow(/not fetched/);
    await vi.advanceTimersByTimeAsync(15_000);
    await outcome;
  } finally {
    vi.useRealTimers();
  }
});
