import type { Answers } from '../contract/form.ts';
import { own } from './conditions.ts';

const ways: readonly string[] = ['phone', 'email', 'relay-number', 'videophone', 'mailing-address'];

/** Whether the hospital can answer: who gave no way to be reached is promised no answer. @param answers as sent */
export function isReachable(answers: Answers): boolean {
  return ways.some((way) => own(answers, way) !== undefined);
}
