import { isLanguageCode, isLanguageField } from './languages.ts';
import type { Reading } from './reading.ts';
import { extensions, systems } from './systems.ts';

/**
 * Every answer as an item of the `QuestionnaireResponse`, in the order asked. Nothing about a form needs to be known: the
 * kind of a value is seen from the answer and from what staff read for it.
 */
export function answerItems(reading: Reading): object[] {
  const { answers, readable } = reading.submission;
  const asked = readable.map(({ field }) => field);
  // A set: once each, those that staff have words for first.
  const fields = [...new Set([...asked, ...Object.keys(answers)])].filter((field) =>
    Object.hasOwn(answers, field),
  );
  return fields.flatMap((field) => {
    const value = answers[field];
    const answer =
      value === true
        ? [{ valueBoolean: true }]
        : reading.all(field).map((one) => valueItem(reading, field, one));
    return answer.length ? [{ linkId: field, text: reading.row(field)?.label || undefined, answer }] : [];
  });
}

function valueItem(reading: Reading, field: string, value: string): object {
  const row = reading.row(field);
  // Their own words stay text, whatever they look like.
  if (row?.lang)
    return {
      valueString: value,
      _valueString: { extension: [{ url: extensions.language, valueCode: row.lang }] },
    };
  if (isLanguageCode(field, value))
    return { valueCoding: { system: systems.language, code: value, display: reading.display(field, value) } };
  if (isDate(value)) return { valueDate: value };
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return { valueTime: `${value}:00` };
  const isChoice = isLanguageField(field) || Array.isArray(reading.submission.answers[field]);
  // What was typed is shown as it is; a code is shown in words.
  const isInWords = isChoice || (row !== undefined && row.value !== value);
  return isInWords && isCode(value) ? { valueCoding: reading.coding(field, value) } : { valueString: value };
}

/** Whether FHIR's type `code` can hold it: no spaces but single ones within. */
export const isCode = (value: string): boolean => /^\S+( \S+)*$/.test(value);

export function isDate(value: string | undefined): value is string {
  if (!value || !/^[12]\d{3}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
