import type { CheckedSubmission } from '../../widget/contract/submission-schema.ts';
import type { BundleFacts } from '../../widget/fhir/types.ts';
import { addWorkingDays, dayOf } from './dates.ts';
import { isDate, type KnownForm } from './known-forms.ts';

/** The facts of `hospital.json` the receiver uses. */
export interface ReceiverHospital {
  name: string;
  /** IANA name. */
  timeZone: string;
  /** BCP 47; what staff read. Default `en`. */
  language?: string | undefined;
  /** Working days within which staff answer; undefined: no date is promised. */
  replyWithinDays?: number | undefined;
  /** Days a request is kept after the visit, or after it came in; undefined: until someone deletes it. */
  keptForDays?: number | undefined;
  /** For the export as FHIR. */
  fhir?: BundleFacts | undefined;
}

export interface Schedule {
  visitOn: string | null;
  answerBy: string | null;
  dueOn: string;
}

/** When a request has to be dealt with: promised days count from its arrival, and never past the day before the visit. */
export function scheduleOf(
  submission: CheckedSubmission,
  form: KnownForm | undefined,
  receivedAt: Date,
  hospital: ReceiverHospital,
): Schedule {
  const today = dayOf(receivedAt, hospital.timeZone);
  const visitOn = visitDay(submission, form);
  const answerBy =
    hospital.replyWithinDays === undefined ? null : addWorkingDays(today, hospital.replyWithinDays);
  const dueOn = [visitOn, answerBy].filter((day) => day !== null).sort()[0] ?? today;
  return { visitOn, answerBy, dueOn };
}

/** The first date asked for that lies ahead: the visit. When something happened, or a date of birth, is none. */
function visitDay(submission: CheckedSubmission, form: KnownForm | undefined): string | null {
  for (const field of form?.fields.values() ?? []) {
    if (field.type !== 'date' || field.earliest !== 'today') continue;
    const answer = submission.answers[field.id];
    if (isDate(answer)) return answer;
  }
  return null;
}
