import { readFileSync } from 'node:fs';
import type { JWK_EC_Private } from 'jose';
import { SettingsError } from '../settings.ts';

/** Private keys that open what was sealed with their public halves: the current one, and older ones still in use. */
export type PrivateKeys = readonly JWK_EC_Private[];

const curves = ['P-256', 'P-384'];

/**
 * The private keys of the environment variable `SEALING_KEY`: a JSON Web Key, a set of them (`{"keys": […]}`), or the
 * path of a file with either. None when it is not set.
 * @throws SettingsError, whose message never holds any part of a key
 */
export function readPrivateKeys(value: string | undefined): PrivateKeys {
  const given = value?.trim();
  if (!given) return [];
  const text = given.startsWith('{') ? given : readKeyFile(given);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new SettingsError('SEALING_KEY has to be a JSON Web Key, or the path of a file with one.');
  }
  const keys: unknown[] = isRecord(parsed) && Array.isArray(parsed.keys) ? parsed.keys : [parsed];
  return keys.map((key) => {
    const problem = problemOf(key);
    if (problem) throw new SettingsError(`SEALING_KEY ${problem}`);
    return key as JWK_EC_Private;
  });
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new SettingsError(
      'SEALING_KEY names a file that cannot be read. A key itself has to begin with {.',
    );
  }
}

function problemOf(key: unknown): string | undefined {
  if (!isRecord(key)) return 'has to be a JSON Web Key.';
  if (key.kty !== 'EC' || !curves.includes(String(key.crv)))
    return `has to be an EC key on ${curves.join(' or ')}. make-key makes one.`;
  if (typeof key.x !== 'string' || typeof key.y !== 'string') return 'lacks "x" or "y".';
  if (typeof key.d !== 'string') return 'is a public key. The private one has a "d".';
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
