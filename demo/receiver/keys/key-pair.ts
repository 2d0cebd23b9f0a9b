import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

export interface KeyPair {
  /** To be published: what `endpoint-key` points at. */
  publicKey: JWK;
  /** For the receiver alone. */
  privateKey: JWK;
}

/** A new pair. P-256, because every browser has it. The name (`kid`) is the key's thumbprint, RFC 7638. */
export async function makeKeyPair(): Promise<KeyPair> {
  const pair = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const { kty, crv, x, y } = (await exportJWK(pair.publicKey)) as Required<JWK>;
  const { d } = (await exportJWK(pair.privateKey)) as Required<JWK>;
  const kid = await calculateJwkThumbprint({ kty, crv, x, y });
  const publicKey = { kty, crv, x, y, use: 'enc', alg: 'ECDH-ES', kid };
  return { publicKey, privateKey: { ...publicKey, d } };
}
