import type { AnswerValue, FieldStructure } from '../contract/form.ts';

/** Left-to-right marks and their like come along when a number is copied from a page in Arabic or Hebrew. */
const invisible = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

const digit = /^\p{Nd}$/u;

/**
 * Digits of any script as 0 to 9. Each script's ten digits follow one another in Unicode, so the distance to the
 * script's zero is the value.
 */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (character) => {
    const point = character.codePointAt(0) ?? 0;
    let zero = point;
    while (zero > point - 9 && digit.test(String.fromCodePoint(zero - 1))) zero--;
    return String(point - zero);
  });
}

/**
 * An answer as it is checked and sent, or undefined when there is nothing in it.
 *
 * Numbers, dates, times, phones and email addresses get ASCII digits and signs, because staff and their systems read
 * those. Every other text loses only the spaces around it: what a patient wrote is never changed.
 */
export function normalise(field: FieldStructure, value: AnswerValue | undefined): AnswerValue | undefined {
  if (value === undefined || value === true) return value;
  if (typeof value !== 'string') return value.length ? value : undefined;
  const text = field.type in shape ? shape[field.type as keyof typeof shape](plain(value)) : value.trim();
  return text === '' ? undefined : text;
}

/** NFKC turns full-width signs (`＋`, `＠`, `：`) and mathematical digits into ordinary ones. */
const plain = (text: string): string => asciiDigits(text.normalize('NFKC').replace(invisible, '')).trim();

const shape = {
  tel: (text: string): string => text,
  email: (text: string): string => text,
  number: (text: string): string => text,
  date: (text: string): string => {
    const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
    return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  },
  /** `9:30`, `9.30`, `9:30 pm`, `9 p.m.` → `HH:MM`. What is not understood stays, for the check to find. */
  time: (text: string): string => {
    const [, hours, minutes = '00', half] =
      /^(\d{1,2})(?:[:.](\d{2}))?(?::00)?\s*([ap]\.?\s?m\.?)?$/i.exec(text) ?? [];
    if (!hours || (!half && !/[:.]/.test(text))) return text;
    const hour = Number(hours);
    if (!half) return `${hours.padStart(2, '0')}:${minutes}`;
    if (hour < 1 || hour > 12) return text;
    const afternoon = /^p/i.test(half);
    return `${String((hour % 12) + (afternoon ? 12 : 0)).padStart(2, '0')}:${minutes}`;
  },
};
