import { type CompactJWEHeaderParameters, compactDecrypt, decodeProtectedHeader } from 'jose';
import type { PrivateKeys } from './private-keys.ts';

/** What was inside. */
export interface Opened {
  body: string;
  /** Media type of `body`: `application/json` or `application/fhir+json`. */
  contentType: string;
}

/** Why a body could not be opened. `message` can be shown to whoever sent it. */
export class SealedError extends Error {
  override name = 'SealedError';
  readonly code: 'not-sealed' | 'unknown-key' | 'not-opened';

  constructor(code: SealedError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const mediaTypes: Readonly<Record<string, string>> = {
  json: 'application/json',
  'fhir+json': 'application/fhir+json',
};

/**
 * Opens a sealed submission: a compact JWE, ECDH-ES with A256GCM.
 * @param keys the private key, or several while one takes over from another. `kid` chooses; without one all are tried.
 * @throws SealedError
 */
export async function openSealed(jwe: string, keys: PrivateKeys): Promise<Opened> {
  const header = headerOf(jwe);
  const contentType = mediaTypes[header.cty ?? 'json'];
  if (!contentType)
    throw new SealedError('not-sealed', 'What is sealed has to be "json" or "fhir+json" ("cty").');
  const candidates = header.kid === undefined ? keys : keys.filter(({ kid }) => kid === header.kid);
  if (candidates.length === 0)
    throw new SealedError('unknown-key', 'It was sealed with a key that is not in use here ("kid").');
  for (const key of candidates) {
    try {
      const { plaintext } = await compactDecrypt(jwe, key, {
        keyManagementAlgorithms: ['ECDH-ES'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      return { body: new TextDecoder('utf-8', { fatal: true }).decode(plaintext), contentType };
    } catch {
      // Why stays unsaid: telling a wrong tag from a wrong point helps only whoever tries keys.
    }
  }
  throw new SealedError('not-opened', 'It was changed on the way, or sealed with another key.');
}

function headerOf(jwe: string): CompactJWEHeaderParameters {
  const notSealed = new SealedError(
    'not-sealed',
    'The body has to be a compact JWE with "alg": "ECDH-ES" and "enc": "A256GCM".',
  );
  // Five parts; the second, an encrypted key, is empty in direct agreement.
  if (!/^[\w-]+\.\.[\w-]+\.[\w-]*\.[\w-]+$/.test(jwe)) throw notSealed;
  try {
    const header = decodeProtectedHeader(jwe) as CompactJWEHeaderParameters;
    const { alg, enc, kid, cty, zip } = header;
    const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';
    // Compressed: a few bytes could become gigabytes, and the widget never does it.
    if (alg === 'ECDH-ES' && enc === 'A256GCM' && zip === undefined && isText(kid) && isText(cty))
      return header;
  } catch {
    // Not JSON.
  }
  throw notSealed;
}
