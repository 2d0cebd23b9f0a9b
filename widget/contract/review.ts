/**
 * `review.json` of one language: who checked which text. Written by `npm run check-locales -- review`, read by the widget.
 * Key: `<namespace>/<top-level id>`, e.g. `faq/interpreter-free`.
 */
import type { LocaleTree } from './locale.ts';

export interface ReviewRecord {
  /** `qualified`: by a qualified translator; `read`: by someone who speaks the language. */
  status: 'qualified' | 'read';
  /** Hash of the English entry that was checked. */
  source: string;
  /** Hash of this language's entry that was checked. */
  target: string;
  by: string;
  /** `YYYY-MM-DD` */
  on: string;
}

export type Reviews = Readonly<Record<string, ReviewRecord>>;

/**
 * Hash of an entry's parsed texts, whatever the order or spacing of the file: 53 bits, base 36.
 * It finds changes, it is no protection against someone who makes one on purpose (cyrb53, public domain).
 */
export function hashEntry(entry: string | LocaleTree | undefined): string {
  const flat = flatten(entry);
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < flat.length; i++) {
    const code = flat.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

function flatten(entry: string | LocaleTree | undefined): string {
  if (entry === undefined) return '';
  if (typeof entry === 'string') return JSON.stringify(entry.normalize('NFC'));
  return `{${Object.keys(entry)
    .sort()
    .map((id) => `${id}:${flatten(entry[id])}`)
    .join()}}`;
}
