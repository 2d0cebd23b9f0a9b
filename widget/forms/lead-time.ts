import type { Answers } from '../contract/form.ts';
import type { LeadTimes } from '../contract/hospital.ts';
import type { InterpreterLanguages } from '../contract/structure.ts';
import { own } from './conditions.ts';

export type LeadTimeKind = keyof LeadTimes;

/** Support that few people give: usually 5 to 10 working days' notice, like languages marked `rare`. */
const rareSupport: readonly string[] = ['deaf-interpreter', 'tactile', 'deafblind-manual', 'co-navigator'];

/** The kinds of interpreting asked for in an interpreter request, for which a hospital may want different notice. */
export function leadTimeKinds(answers: Answers, languages: InterpreterLanguages): readonly LeadTimeKind[] {
  const code = own(answers, 'language');
  const language = typeof code === 'string' ? own(languages, code) : undefined;
  const support = own(answers, 'sign-support');
  const chosen = Array.isArray(support) ? support : [];
  const kinds: LeadTimeKind[] = [language?.sign ? 'sign' : 'spoken'];
  if (chosen.includes('captions')) kinds.push('cart');
  // "Another language" is not among the languages we list, so it is rare here. An unknown one may be a common one.
  if (language?.rare || code === 'other' || chosen.some((one) => rareSupport.includes(one)))
    kinds.push('rare');
  return kinds;
}

/**
 * Whether a visit comes sooner than the notice the hospital asks for. The request is sent all the same; the patient is
 * told "We will still try".
 * @param date `YYYY-MM-DD`, as is `today`
 */
export function isSooner(
  date: string,
  today: string,
  leadTimes: LeadTimes,
  kinds: readonly LeadTimeKind[],
): boolean {
  const days = Math.max(0, ...kinds.map((kind) => leadTimes[kind] ?? 0));
  return date < addWorkingDays(today, days);
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
