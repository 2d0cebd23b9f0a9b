import type { Fact } from '../contract/facts.ts';
import type { Hospital } from '../contract/hospital.ts';

/**
 * Facts that only texts of forms name: who answers a formal complaint, and the hospital's own times for it. A fact that is
 * not configured drops the sentence that needs it, as everywhere.
 */
export function formFacts(
  hospital: Pick<Hospital, 'coordinator' | 'grievance'>,
): Readonly<Record<string, Fact>> {
  const facts: Record<string, Fact> = Object.create(null);
  const put = (name: string, kind: Fact['kind'], value: string | number | undefined): void => {
    if (value !== undefined && value !== '') facts[name] = { kind, value: String(value) };
  };
  const { coordinator, grievance } = hospital;
  put('grievanceFileDays', 'text', grievance?.fileWithinDays);
  put('grievanceAnswerDays', 'text', grievance?.answerWithinDays);
  put('grievanceAppealDays', 'text', grievance?.appealWithinDays);
  put('coordinatorTitle', 'text', coordinator?.title);
  put('coordinatorName', 'text', coordinator?.name);
  put('coordinatorPhone', 'phone', coordinator?.phone);
  put('coordinatorTty', 'phone', coordinator?.tty);
  put('coordinatorEmail', 'email', coordinator?.email);
  put('coordinatorAddress', 'text', coordinator?.address);
  return facts;
}
