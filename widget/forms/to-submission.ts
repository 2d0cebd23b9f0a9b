import type { AnswerValue, ChoiceField, FieldStructure, LanguageField } from '../contract/form.ts';
import type { InterpreterLanguages } from '../contract/structure.ts';
import { type ReadableAnswer, type Submission, submissionSchema } from '../contract/submission.ts';
import { own } from './conditions.ts';
import { dialectPath, fieldPaths, firstText, languagePath, optionPaths } from './field-words.ts';
import { type FormSession, optionsOf } from './form-session.ts';
import { visibleForm } from './visible-form.ts';

export interface SubmissionSource {
  /** UUID v4, made once per request: every retry uses the same. */
  id: string;
  /** BCP 47 tag of the language on the screen. */
  language: string;
  easyWords: boolean;
  /** Address of the page, in full. Only origin and path are sent. */
  page: string;
  now: Date;
  /** A text of `forms.json` in the hospital's language. */
  staffWords: (path: string) => string | undefined;
  /** BCP 47 tag of that language. */
  staffLanguage: string;
  languages: InterpreterLanguages;
}

/**
 * The request as it is sent: stable codes of visible questions, and the same in words for staff.
 * @throws when the form ended at a `stop` step, which is no request
 */
export function toSubmission(session: FormSession, source: SubmissionSource): Submission {
  const { steps, answers, stopped } = visibleForm(session);
  if (stopped) throw new Error(`The form "${session.form}" ended without a request.`);
  const readable = steps
    .flatMap(({ fields }) => fields)
    .flatMap((field): ReadableAnswer[] => {
      const value = answers[field.id];
      if (value === undefined) return [];
      const isOwn = isOwnWords(field) && !session.context.hospital.places.includes(String(value));
      return [
        {
          field: field.id,
          label: firstText(fieldPaths(session.form, field.id, 'short'), source.staffWords) ?? field.id,
          value: inWords(session, field, value, source),
          ...(isOwn ? { lang: source.language } : {}),
        },
      ];
    });
  return {
    schema: submissionSchema,
    id: source.id,
    form: session.form,
    formVersion: session.structure.version,
    language: source.language,
    easyWords: source.easyWords,
    submittedAt: source.now.toISOString(),
    page: originAndPath(source.page),
    answers: { ...answers },
    readable,
  };
}

/** Where the request comes from, without query, fragment or user: those can say what a patient looked for. */
function originAndPath(page: string): string {
  try {
    const { protocol, origin, pathname } = new URL(page);
    if (protocol !== 'https:' && protocol !== 'http:') return '';
    const address = origin + pathname;
    // The receiver's limit. Half a path is none.
    return address.length > 2048 ? `${origin}/` : address;
  } catch {
    return '';
  }
}

function isOwnWords(field: FieldStructure): boolean {
  return field.type === 'textarea' || ('ownWords' in field && field.ownWords === true);
}

function inWords(
  session: FormSession,
  field: FieldStructure,
  value: AnswerValue,
  source: SubmissionSource,
): string {
  if (value === true) return source.staffWords('common.yes') ?? 'Yes';
  if (field.type === 'date') return `${dateInWords(String(value), source.staffLanguage)} (${value})`;
  if (field.type === 'language') return languageInWords(session.form, field, String(value), source);
  if (field.type !== 'radio' && field.type !== 'checkbox') return String(value);
  const codes = typeof value === 'string' ? [value] : value;
  return codes.map((code) => optionInWords(session, field, code, source)).join('; ');
}

function optionInWords(
  session: FormSession,
  field: ChoiceField,
  code: string,
  source: SubmissionSource,
): string {
  if (field.optionsFrom?.dialectsOf) return firstText([dialectPath(code)], source.staffWords) ?? code;
  const words = firstText(optionPaths(session.form, field.id, code, 'short'), source.staffWords);
  return words ?? optionsOf(session, field).find((option) => option.code === code)?.name ?? code;
}

function languageInWords(
  form: string,
  field: LanguageField,
  code: string,
  { staffWords, languages }: SubmissionSource,
): string {
  const paths = [languagePath(code), ...optionPaths(form, field.id, code, 'short')];
  return firstText(paths, staffWords) ?? own(languages, code)?.english ?? code;
}

/** Gregorian with Latin digits in every language: the default calendar of Persian or Thai gives another year. */
function dateInWords(date: string, language: string): string {
  const format = {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  } as const;
  const at = new Date(`${date}T00:00:00Z`);
  try {
    return new Intl.DateTimeFormat(language, format).format(at);
  } catch {
    // Not a date, or not a language tag: the date in figures follows anyway.
    return '';
  }
}
