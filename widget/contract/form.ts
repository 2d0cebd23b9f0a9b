/**
 * `locales/structure/forms/<id>.json`: a request form without words.
 * One step is one screen; its words are in `forms.json` under `<form>.<step or field>`.
 */

export interface FormStructure {
  /** Sent with every request, so that staff tools can tell old answers from new. */
  version: string;
  steps: readonly StepStructure[];
}

export interface StepStructure {
  id: string;
  /** Shown only when the condition holds. Answers of hidden steps are not sent. */
  when?: Condition;
  fields: readonly FieldStructure[];
  /**
   * A step that ends the form: no questions, no request, only whom to call.
   * Its words are `title` and `text` (Markdown subset).
   */
  stop?: true;
}

export type FieldStructure = TextField | ChoiceField | DateField | TimeField | LanguageField;

interface FieldBase {
  /** `^[a-z0-9-]+$`, unique in the form; the key in `answers`. */
  id: string;
  required?: true;
  when?: Condition;
  /** A fact of `hospital.json` that must be true or non-empty for this field to be asked, e.g. `askDateOfBirth`. */
  onlyIf?: 'askDateOfBirth' | 'places';
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
  /** The options are the dialects of the language answered in that field. */
  optionsFrom?: { dialectsOf: string };
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

/** One of `interpreter-languages.json` (`kinds`), or `unknown` ("I do not know its name"), or `other` with `<id>-other` as text. */
export interface LanguageField extends FieldBase {
  type: 'language';
  kinds: 'all' | 'spoken' | 'written';
  unknown?: true;
  other?: true;
  /** Answered beforehand with the answer of that field, or with the screen's language. */
  default?: { field?: string };
}

/** All parts must hold. `{ "field": "appointment", "in": ["yes"] }`; `{ "field": "language", "sign": true }`. */
export interface Condition {
  field: string;
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
