import { CompactEncrypt } from 'jose/jwe/compact/encrypt';
import { loadSealKey, type Report, refuse } from './seal-key.ts';
import type { Encoded } from './send.ts';

/**
 * Seals a body for the hospital: a compact JWE, ECDH-ES with A256GCM, under a key pair made for this one body. Only who
 * has the hospital's private key can open it; not the browser that sealed it, and no server on the way.
 *
 * The media type of what is inside is in the header (`cty`, RFC 7516 4.1.12), so that the receiver knows what it opened.
 * @param keyUrl the attribute `endpoint-key`, absolute
 * @param report gets a sentence when the key cannot be used. The promise rejects then, and so nothing is sent.
 */
export async function seal(
  { body, contentType }: Encoded,
  keyUrl: string,
  report: Report = (sentence) => console.error(`Health Help: ${sentence}`),
): Promise<Encoded> {
  const key = await loadSealKey(keyUrl, report);
  const sealing = new CompactEncrypt(new TextEncoder().encode(body)).setProtectedHeader({
    alg: 'ECDH-ES',
    enc: 'A256GCM',
    cty: contentType.replace(/^application\/|;.*/g, ''),
    ...(key.kid ? { kid: key.kid } : {}),
  });
  try {
    return { body: await sealing.encrypt(key), contentType: 'application/jose' };
  } catch {
    // The form of the key was right, so what is left is a point that is not on its curve.
    return refuse(keyUrl, 'the key in it is not valid', report);
  }
}
