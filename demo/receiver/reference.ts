import { randomInt } from 'node:crypto';

/** No 0 and O, 1, I and L: a patient reads it out over the phone, perhaps from paper, perhaps in another alphabet. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

export const referencePattern = /^HH-[2-9A-HJKMNP-Z]{6}$/;

/**
 * A new reference, e.g. `HH-7K3FQ2`: 31^6, nearly 900 million, from the system's secure source.
 * It opens nothing by itself; the inbox needs a password as well.
 */
export function newReference(): string {
  let code = '';
  for (let i = 0; i < 6; i++) code += alphabet.charAt(randomInt(alphabet.length));
  return `HH-${code}`;
}
