import { describe, expect, test } from 'vitest';
import { createDelivery } from '../../../widget/submit/delivery.ts';
import { createEncoder, type EncoderOptions } from '../../../widget/submit/encoder.ts';
import { interpreterRequest } from './interpreter-request.ts';

const key = 'https://hospital.example/key.json';
const endpoint = 'https://hospital.example/api/requests';

/** Encoders that say what was done, and which of them were downloaded. */
function encoder(options: Partial<EncoderOptions>) {
  const loaded: string[] = [];
  const encode = createEncoder({
    format: 'json',
    keyUrl: null,
    async loadFhir() {
      loaded.push('fhir');
      return ({ id }) => ({ body: `bundle ${id}`, contentType: 'application/fhir+json' });
    },
    async loadSeal() {
      loaded.push('seal');
      return async ({ body, contentType }, keyUrl) => ({
        body: `sealed for ${keyUrl}: ${contentType} ${body}`,
        contentType: 'application/jose',
      });
    },
    ...options,
  });
  return { encode, loaded };
}

describe('what goes to the hospital', () => {
  const request = interpreterRequest();
  const json = JSON.stringify(request);

  test.each<[string, Partial<EncoderOptions>, string, string, string[]]>([
    ['JSON', {}, json, 'application/json', []],
    ['FHIR', { format: 'fhir-r4' }, `bundle ${request.id}`, 'application/fhir+json', ['fhir']],
    [
      'sealed JSON',
      { keyUrl: key },
      `sealed for ${key}: application/json ${json}`,
      'application/jose',
      ['seal'],
    ],
    [
      'sealed FHIR',
      { format: 'fhir-r4', keyUrl: key },
      `sealed for ${key}: application/fhir+json bundle ${request.id}`,
      'application/jose',
      ['fhir', 'seal'],
    ],
  ])('is %s where the hospital asks for it, and nothing else is downloaded', async (...row) => {
    const [, options, body, contentType, downloads] = row;
    const { encode, loaded } = encoder(options);
    expect(await encode(request)).toEqual({ body, contentType });
    expect(loaded.sort()).toEqual(downloads);
  });

  const lost = async (): Promise<never> => {
    throw new Error('gone');
  };
  test.each<[string, Partial<EncoderOptions>]>([
    ['what seals', { keyUrl: key, loadSeal: lost }],
    ['what writes FHIR', { format: 'fhir-r4', loadFhir: lost }],
    ['the key', { keyUrl: key, loadSeal: async () => lost }],
  ])('is nothing at all while %s cannot be had: the request waits and goes later', async (_, options) => {
    const posts: unknown[] = [];
    const before = globalThis.fetch;
    globalThis.fetch = async (_url, init) => {
      posts.push(init?.body);
      return new Response(null, { status: 201 });
    };
    try {
      let broken = true;
      const failing = encoder(options).encode;
      const working = encoder({ keyUrl: key }).encode;
      const encode = (submission: typeof request) => (broken ? failing(submission) : working(submission));
      const outbox = createDelivery({ endpoint, encode, acrossPages: false });
      expect(await outbox.send(request)).toMatchObject({ state: 'queued', reason: 'server' });
      expect(posts).toEqual([]);
      expect(outbox.hasUnsent).toBe(true);
      broken = false;
      expect(await outbox.send(request)).toMatchObject({ state: 'sent' });
      expect(posts).toEqual([`sealed for ${key}: application/json ${json}`]);
    } finally {
      globalThis.fetch = before;
    }
  });
});
