import type { Answers, AnswerValue, FieldError, FieldErrorCode, FieldStructure } from '../contract/form.ts';
import { isDate } from './date-parts.ts';
import {
  type FilledForm,
  type FormContext,
  isLanguageOffered,
  visibleForm,
  visibleOptions,
} from './visible-form.ts';

/** What is wrong with the visible answers of one step, in the order asked. */
export function validateStep(form: FilledForm, stepId: string): readonly FieldError[] {
  const { steps, answers } = visibleForm(form);
  const fields = steps.find(({ step }) => step.id === stepId)?.fields ?? [];
  return validateFields(fields, answers, form.context);
}

/** What is wrong with the visible answers of the whole form, in the order asked. */
export function validateAll(form: FilledForm): readonly FieldError[] {
  const { steps, answers } = visibleForm(form);
  return steps.flatMap(({ fields }) => validateFields(fields, answers, form.context));
}

/** @param answers normalised, of visible fields only (see `visibleForm`) */
export function validateFields(
  fields: readonly FieldStructure[],
  answers: Answers,
  context: FormContext,
): readonly FieldError[] {
  return fields.flatMap((field) => {
    const code = errorOf(field, answers[field.id], answers, context);
    return code ? [{ field: field.id, code }] : [];
  });
}

function errorOf(
  field: FieldStructure,
  value: AnswerValue | undefined,
  answers: Answers,
  context: FormContext,
): FieldErrorCode | undefined {
  if (value === undefined) return field.required ? 'missing' : undefined;
  switch (field.type) {
    case 'flag':
      return value === true ? undefined : 'not-a-choice';
    case 'radio':
    case 'checkbox': {
      if (value === true || (field.type === 'radio') !== (typeof value === 'string')) return 'not-a-choice';
      const offered = visibleOptions(field, answers, context);
      const codes = typeof value === 'string' ? [value] : value;
      return codes.every((code) => offered.some((option) => option.code === code))
        ? undefined
        : 'not-a-choice';
    }
    case 'language':
      return typeof value === 'string' && isLanguageOffered(field, value, context.languages)
        ? undefined
        : 'not-a-choice';
    default:
      return typeof value === 'string' ? textError(field, value, context.today) : 'not-accepted';
  }
}

function textError(
  field: Exclude<FieldStructure, { type: 'flag' | 'radio' | 'checkbox' | 'language' }>,
  value: string,
  today: string,
): FieldErrorCode | undefined {
  switch (field.type) {
    case 'date':
      if (!isDate(value)) return 'not-a-date';
      if (field.earliest && value < today) return 'in-the-past';
      return field.latest && value > today ? 'in-the-future' : undefined;
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? undefined : 'not-a-time';
    default:
      if ([...value].length > (field.maxLength ?? (field.type === 'textarea' ? 500 : 200))) return 'too-long';
      if (field.type === 'tel') return isPhone(value) ? undefined : 'not-a-phone';
      if (field.type === 'email') return isEmail(value) ? undefined : 'not-an-email';
      return field.type === 'number' && !/^-?\d+(\.\d+)?$/.test(value) ? 'not-accepted' : undefined;
  }
}

/** Any country's way to write a number, with an extension or not: 7 digits or more. A wrong refusal costs the request. */
const isPhone = (value: string): boolean => value.replace(/\D/g, '').length >= 7 && !value.includes('@');

/** One `@`, a dot after it, no spaces. Only a letter sent to it could tell more. */
const isEmail = (value: string): boolean => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value);
