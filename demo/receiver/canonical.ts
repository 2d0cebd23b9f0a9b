import { createHash } from 'node:crypto';

/**
 * JSON with the keys of every object in code-unit order and no spaces, as RFC 8785 has it for our values
 * (text, lists, objects, true and false; a submission holds no numbers).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${canonicalJson(child)}`).join()}}`;
}

/** SHA-256, hex: two bodies with the same hash say the same. */
export function hashOf(canonical: string): string {
  return createHash('sha256').update(canonical).digest('hex');
}
