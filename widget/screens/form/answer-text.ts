import type { AnswerValue, FieldStructure } from '../../contract/form.ts';
import { type FormSession, optionsOf } from '../../forms/form-session.ts';
import { longDate } from '../../language/dates.ts';
import { clockTime } from '../../language/hours.ts';
import type { Text } from '../../language/words.ts';
import type { FormWords } from './form-words.ts';

/** What the patient answered, in the words of the screen. `own`: their own words, never to be translated. */
export function answerText(
  field: FieldStructure,
  value: AnswerValue,
  words: FormWords,
  session: FormSession,
  language: string,
  yes: Text,
): { texts: readonly Text[]; own?: true; number?: true } {
  if (value === true) return { texts: [yes] };
  const codes = typeof value === 'string' ? [value] : value;
  switch (field.type) {
    case 'radio':
    case 'checkbox':
      return {
        texts: codes.map((code) =>
          words.choice(field, code, optionsOf(session, field).find((option) => option.code === code)?.name),
        ),
      };
    case 'language':
      return {
        texts: codes.map(
          (code) =>
            (code === 'unknown' || code === 'other' ? words.option(field.id, code, 'label') : undefined) ??
            words.language(code, session.context.languages),
        ),
      };
    case 'date':
      return { texts: codes.map((code) => ({ text: longDate(code, language) })) };
    case 'time':
      return { texts: codes.map((code) => ({ text: clockTime(code, language) })) };
    case 'tel':
    case 'email':
    case 'number':
      return { texts: codes.map((text) => ({ text })), own: true, number: true };
    default:
      return { texts: codes.map((text) => ({ text })), own: true };
  }
}
