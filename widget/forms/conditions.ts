import type { Answers, Condition } from '../contract/form.ts';
import type { InterpreterLanguages } from '../contract/structure.ts';

/**
 * Whether a condition holds. All its parts must hold.
 *
 * A question that was not answered (or is hidden) is in no list: `in` fails, `notIn` holds. It is neither a sign
 * language nor another one: both values of `sign` fail. "I do not know its name" is an answer, and not a sign language.
 * @param answers those of visible fields only
 */
export function holds(condition: Condition, answers: Answers, languages: InterpreterLanguages): boolean {
  const answer = own(answers, condition.field);
  const codes = answer === undefined || answer === true ? [] : typeof answer === 'string' ? [answer] : answer;
  const language = typeof answer === 'string' ? own(languages, answer) : undefined;
  if (condition.in && !condition.in.some((code) => codes.includes(code))) return false;
  if (condition.notIn?.some((code) => codes.includes(code))) return false;
  if (condition.answered !== undefined && condition.answered !== (answer !== undefined)) return false;
  if (condition.sign !== undefined) {
    if (typeof answer !== 'string' || condition.sign !== (language?.sign === true)) return false;
  }
  if (condition.dialects && !language?.dialects?.length) return false;
  return !condition.and || holds(condition.and, answers, languages);
}

/** Fields a condition looks at. */
export function fieldsIn(condition: Condition | undefined): readonly string[] {
  return condition ? [condition.field, ...fieldsIn(condition.and)] : [];
}

/** A key of its own, never one of `Object.prototype`: ids and codes come from files a hospital writes. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
