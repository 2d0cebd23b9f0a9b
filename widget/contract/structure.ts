import type { Office, OfficeList } from './form.ts';

/**
 * `locales/structure/`: order, groups, icons, links and flags. It holds no words, so a translator cannot break it.
 */

/** A place a patient can be sent to: `forms/interpreter`, `faq/my-rights`, `phone`, `phone:interpreter`, `link:map`. */
export type Target = string;

export interface EntryStructure {
  /** The one button under the answer. */
  action?: Target;
  /** Where `action` is a form that the hospital does not offer. Default: its main phone. */
  otherwise?: Target;
  icon?: string;
  /** Accuracy matters for rights, safety or access: unreviewed translations show the English beside them. */
  critical?: true;
  /** Not offered for sharing; gets quick exit. */
  sensitive?: true;
  related?: readonly string[];
  sources?: readonly string[];
  owner?: string | null;
  reviewedOn?: string | null;
}

export interface GroupStructure {
  id: string;
  icon: string;
  entries: readonly string[];
}

/** `content.json` */
export interface ContentStructure {
  faq: { groups: readonly GroupStructure[]; entries: Readonly<Record<string, EntryStructure>> };
  /** Forms in the order offered, each with its icon. */
  forms: Readonly<Record<string, { icon: string }>>;
  /** Languages offered first on the home screen, before the reader has chosen one. */
  likelyLanguages: readonly string[];
}

/** `languages.json`: the languages the widget speaks, in the order offered. */
export interface InterfaceLanguage {
  /** Its own name, e.g. `العربية`. */
  name: string;
  /** Its name in English. */
  english: string;
  dir: 'ltr' | 'rtl';
  /** Other names people search by, comma-separated. */
  synonyms?: string;
}
export type InterfaceLanguages = Readonly<Record<string, InterfaceLanguage>>;

/** `interpreter-languages.json`: the languages a patient can ask an interpreter for; key = BCP 47 code sent to the hospital. */
export interface InterpreterLanguage {
  /** Own name; for a language without a written one, its usual name. */
  name: string;
  english: string;
  /** BCP 47 tag of `name`, when it differs from the key. */
  lang?: string;
  dir?: 'rtl';
  sign?: true;
  /** Other names and countries people search by, comma-separated. */
  synonyms?: string;
  /** Country codes (ISO 3166-1 alpha-2, upper case) where many speak it: searched by the country's name. */
  countries?: readonly string[];
  /** Dialect codes of `forms.json` `dialects`, in order. */
  dialects?: readonly string[];
  /** Longer notice is usual. */
  rare?: true;
}
export type InterpreterLanguages = Readonly<Record<string, InterpreterLanguage>>;

/** `regions/<cc>.json` */
export interface Region extends Partial<Record<OfficeList, readonly Office[]>> {
  emergency: RegionNumber & { sms?: string; relay?: string };
  crisis?: RegionNumber & { sms?: string };
  /** Date a person checked these numbers, or null. */
  verifiedOn: string | null;
}
export interface RegionNumber {
  number: string;
}
