import type { PhoneName } from './hospital.ts';

/**
 * `locales/structure/forms/<id>.json`: a request form without words.
 * One step is one screen; its words are in `forms.json` under `<form>.<step or field>`.
 *
 * A hospital's own form is one more such file, its words under its id in `forms.json`, and its id in `content.json`.
 * Questions that mean the same have the same `id` in every form, so that what was given once can be offered again.
 */

export interface FormStructure {
  /** Sent with every request, so that staff tools can tell old answers from new. */
  version: string;
  /** Others must not see that it was open: every screen of it has a quick way out, and nothing of it is offered for sharing. */
  sensitive?: true;
  /** Who arranges it: whom to call instead, and after it. `{{formPhone}}` in its words. Default `main`. */
  phone?: PhoneName;
  steps: readonly StepStructure[];
}

export interface StepStructure {
  id: string;
  /** Shown only when the condition holds. Answers of hidden steps are not sent. */
  when?: Condition;
  fields: readonly FieldStructure[];
  /** As `sensitive` of the form, for this step alone. */
  sensitive?: true;
  /**
   * A step that ends the form: no questions, no request, only whom to call.
   * Its words are `title` and `text` (Markdown subset). A step that asks may have a `text` too, shown above its questions.
   */
  stop?: true;
  /** With `stop`: the offices of that list in the region file, under the text. Their words are at `offices.<id>`. */
  list?: OfficeList;
}

export const officeLists = ['complaints', 'safety'] as const;
/** `complaints`: government offices that take complaints. `safety`: lines for people who are not safe at home. */
export type OfficeList = (typeof officeLists)[number];

/** A place outside the hospital, in `regions/<cc>.json` under a list's name. Everything but `id` is shown as written. */
export interface Office {
  /** `^[a-z0-9-]+$`; what it is called, and for what it is, is at `offices.<id>` in `forms.json`. */
  id: string;
  phone?: string;
  /** Number for text messages. */
  text?: string;
  videophone?: string;
  tty?: string;
  /** `https:` only. */
  website?: string;
  address?: string;
}

/** A class or program people can sign up for, in `hospital.json` under `programs`. */
export interface Program {
  /** `^[a-z0-9-]+$`; sent as the answer. */
  id: string;
  /** Not translated, unless `forms.json` has words for the option `<id>`. */
  name: string;
}

/** Days the hospital's own procedure gives, in `hospital.json` under `grievance`. Nothing is refused for being late. */
export interface GrievanceTimes {
  /** Days after what happened, within which it asks people to write. */
  fileWithinDays?: number;
  /** Days until its answer in writing. */
  answerWithinDays?: number;
  /** Days after the answer, within which people can ask to have it looked at again. */
  appealWithinDays?: number;
}

export type FieldStructure = TextField | ChoiceField | DateField | TimeField | LanguageField;

export type HospitalFact = 'askDateOfBirth' | 'places' | 'programs';

interface FieldBase {
  /** `^[a-z0-9-]+$`, unique in the form; the key in `answers`. */
  id: string;
  required?: true;
  when?: Condition;
  /** A fact of `hospital.json` that must be true or non-empty for this field to be asked, e.g. `askDateOfBirth`. */
  onlyIf?: HospitalFact;
  /** The opposite: asked only where the hospital has not set it. */
  unless?: HospitalFact;
  /** Filled in by the widget, never asked: the question that "Did this help?" is about. */
  given?: true;
  /** Not for staff of other departments; never shared. */
  personal?: true;
}

export interface TextField extends FieldBase {
  type: 'text' | 'textarea' | 'tel' | 'email' | 'number';
  /** Characters. Default 200; 500 for `textarea`. */
  maxLength?: number;
  autocomplete?: string;
  /** Offered as suggestions, never the only choice. */
  suggest?: 'places';
  /** The answer is the patient's own words: sent as typed, with the language it was typed in. Default true for `textarea`. */
  ownWords?: true;
}

export interface ChoiceField extends FieldBase {
  /** `radio`: one of a few, a string. `checkbox`: any of a few, an array of strings. `flag`: one yes, `true`. */
  type: 'radio' | 'checkbox' | 'flag';
  /** Codes; words in `forms.json` at `<form>.<field>.options.<code>`. None for `flag`. */
  options?: readonly OptionStructure[];
  /**
   * More options, before those of `options`: the dialects of the language answered in that field, or a list of
   * `hospital.json`. One of the two. A choice that has nothing to choose from is not asked.
   */
  optionsFrom?: { dialectsOf?: string; hospital?: 'programs' };
}

export interface OptionStructure {
  code: string;
  icon?: string;
  when?: Condition;
  /** Choosing it unchooses the others (checkbox). */
  exclusive?: true;
}

export interface DateField extends FieldBase {
  type: 'date';
  /** Earliest date allowed. */
  earliest?: 'today';
  latest?: 'today';
}

export interface TimeField extends FieldBase {
  type: 'time';
}

/** One of `interpreter-languages.json` (`kinds`; `sign`: sign languages only), or `unknown` ("I do not know its name"), or `other` with `<id>-other` as text. */
export interface LanguageField extends FieldBase {
  type: 'language';
  kinds: 'all' | 'spoken' | 'written' | 'sign';
  unknown?: true;
  other?: true;
  /** Answered beforehand with the answer of that field, or with the screen's language. */
  default?: { field?: string };
}

/** All parts must hold. `{ "field": "appointment", "in": ["yes"] }`; `{ "field": "language", "sign": true }`. */
export interface Condition {
  field: string;
  /** Its answer is one of these; of a checkbox, one of these is chosen. */
  in?: readonly string[];
  notIn?: readonly string[];
  /** The field has (true) or has not (false) an answer. */
  answered?: boolean;
  /** The language answered is (true) or is not (false) a sign language. */
  sign?: boolean;
  /** The language answered has dialects to choose from. */
  dialects?: true;
  and?: Condition;
}

/**
 * What a patient answered, as codes. Dates are `YYYY-MM-DD`, times `HH:MM`, the rest strings as typed.
 * The same whatever the language of the screen.
 */
export type AnswerValue = string | readonly string[] | true;
export type Answers = Readonly<Record<string, AnswerValue>>;

/** Why an answer cannot be accepted. Words are in `forms.json` under `errors.<code>` (or the field's own `errors.<code>`). */
export type FieldErrorCode =
  | 'missing'
  | 'too-long'
  | 'not-a-choice'
  | 'not-a-date'
  | 'in-the-past'
  | 'in-the-future'
  | 'not-a-time'
  | 'not-a-phone'
  | 'not-an-email'
  | 'not-accepted';

export interface FieldError {
  field: string;
  code: FieldErrorCode;
}
