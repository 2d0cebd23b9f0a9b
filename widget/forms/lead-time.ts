import type { Answers } from '../contract/form.ts';
import type { Hospital, LeadTimes } from '../contract/hospital.ts';
import type { InterpreterLanguages } from '../contract/structure.ts';
import { own } from './conditions.ts';

export type LeadTimeKind = keyof LeadTimes;

/** Support that few people give: usually 5 to 10 working days' notice, like languages marked `rare`. */
const rareSupport: readonly string[] = ['deaf-interpreter', 'tactile', 'deafblind-manual', 'co-navigator'];

/** Support by people who must be booked like an interpreter. */
const people: readonly string[] = ['sign-interpreter', 'captions'];

/** The kinds of interpreting asked for in an interpreter request, for which a hospital may want different notice. */
export function leadTimeKinds(answers: Answers, languages: InterpreterLanguages): readonly LeadTimeKind[] {
  const code = own(answers, 'language');
  const language = typeof code === 'string' ? own(languages, code) : undefined;
  const chosen = supportIn(answers);
  const sign = language?.sign === true || chosen.includes('sign-interpreter');
  const kinds: LeadTimeKind[] = [sign ? 'sign' : 'spoken'];
  if (chosen.includes('captions')) kinds.push('cart');
  // "Another language" is not among the languages we list, so it is rare here. An unknown one may be a common one.
  if (language?.rare || code === 'other' || chosen.some((one) => rareSupport.includes(one)))
    kinds.push('rare');
  return kinds;
}

/**
 * Working days from now until what any form asks for can be there: the notice for interpreters where one is asked for,
 * else the days until staff answer. A visit before that is not refused; the patient is told to call.
 */
export function noticeDays(
  answers: Answers,
  languages: InterpreterLanguages,
  hospital: Pick<Hospital, 'leadTimes' | 'replyWithinDays'>,
): number {
  const asksForOne = own(answers, 'language') !== undefined || supportIn(answers).length > 0;
  if (!asksForOne) return hospital.replyWithinDays ?? 0;
  return Math.max(...leadTimeKinds(answers, languages).map((kind) => hospital.leadTimes[kind] ?? 0));
}

/** Of the interpreter form, and of the one for disability help. */
function supportIn(answers: Answers): readonly string[] {
  const of = (field: string): readonly string[] => {
    const support = own(answers, field);
    return Array.isArray(support) ? support : [];
  };
  return [...of('sign-support'), ...of('communication')].filter(
    (code) => people.includes(code) || rareSupport.includes(code),
  );
}

/**
 * Whether the visit asked about comes before what is asked for can be there. The request is sent all the same; the
 * patient is told "We will still try".
 * @param today `YYYY-MM-DD`, as is the answer to `date`
 */
export function isSoon(
  answers: Answers,
  languages: InterpreterLanguages,
  hospital: Pick<Hospital, 'leadTimes' | 'replyWithinDays'>,
  today: string,
): boolean {
  const date = own(answers, 'date');
  if (typeof date !== 'string' || date < today) return false;
  return date < addWorkingDays(today, noticeDays(answers, languages, hospital));
}

/**
 * The day `count` working days (Monday to Friday; holidays are not known) after a date.
 * @param date `YYYY-MM-DD`; also the form of the answer
 * @param count 0 or more; 0 is the date itself
 */
export function addWorkingDays(date: string, count: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  for (let left = count; left > 0; ) {
    at.setUTCDate(at.getUTCDate() + 1);
    if (at.getUTCDay() !== 0 && at.getUTCDay() !== 6) left--;
  }
  return at.toISOString().slice(0, 10);
}
