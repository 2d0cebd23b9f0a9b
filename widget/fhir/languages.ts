import type { Reading } from './reading.ts';
import { systems } from './systems.ts';
import type { Concept } from './types.ts';

/** A test compares this list with `interpreter-languages.json`. */
const signLanguages = new Set(
  (
    'ase asf bzs bfi csl csn csf dse eth psp fsl gsg gsm hps hds hks ins ils isg ise jsl kvk mfs nsp nzs ' +
    'nsl psd psr fcs rsl esn ssp swl ssr sgg tsm ukl vsl'
  ).split(' '),
);

/** Dialects of our list that have a tag of their own. Spoken Cantonese and written Chinese are not one language. */
const dialects: Readonly<Record<string, string>> = {
  mandarin: 'cmn',
  cantonese: 'yue',
  hakka: 'hak',
  fuzhounese: 'cdo',
  hokkien: 'nan',
  levantine: 'apc',
  iraqi: 'acm',
  egyptian: 'arz',
  sudanese: 'apd',
  gulf: 'afb',
  brazil: 'pt-BR',
  portugal: 'pt-PT',
  'cape-verde': 'kea',
  white: 'mww',
  green: 'hnj',
  'western-armenian': 'hyw',
  kurmanji: 'kmr',
  sorani: 'ckb',
};

export const isSignLanguage = (code: string): boolean => signLanguages.has(code);

/** Whether the answers to a question are languages, by the way such questions are called. */
export const isLanguageField = (field: string): boolean => /(^|-)language$/.test(field);

/** `other` and `unknown` are answers about languages, and no languages. */
export const isLanguageCode = (field: string, code: string): boolean =>
  isLanguageField(field) &&
  code !== 'other' &&
  code !== 'unknown' &&
  /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(code);

/** The language answered to a question, or what was written instead; undefined when its name is not known. */
export function languageConcept(reading: Reading, field: string): Concept | undefined {
  const code = reading.text(field);
  if (code === undefined || !isLanguageCode(field, code)) {
    const text = code === 'other' ? reading.text(`${field}-other`) : undefined;
    return text === undefined ? undefined : { text };
  }
  const name = reading.display(field, code);
  const coding = [{ system: systems.language, code, display: name }];
  const dialect = field === 'language' ? reading.text('dialect') : undefined;
  if (dialect === undefined) return { coding, text: name };
  const tag = Object.hasOwn(dialects, dialect) ? dialects[dialect] : undefined;
  const dialectName = reading.display('dialect', dialect) ?? dialect;
  if (tag) coding.push({ system: systems.language, code: tag, display: undefined });
  return { coding, text: name === undefined ? dialectName : `${name}, ${dialectName}` };
}
