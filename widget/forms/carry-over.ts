import type { Answers, AnswerValue, FieldStructure, FormStructure } from '../contract/form.ts';
import { own } from './conditions.ts';
import type { FormSession } from './form-session.ts';
import { visibleForm } from './visible-form.ts';

/**
 * Questions about the person, the visit and how to reach somebody: their answer in one form is right in another.
 * `safe-to-message` is not among them. A voice message about a ride can be safe where one about a complaint is not.
 */
const shared: ReadonlySet<string> = new Set([
  'for',
  'appointment',
  'date',
  'time',
  'when-not-sure',
  'place',
  'clinician',
  'where-not-sure',
  'name',
  'patient-name',
  'birth-date',
  'hospital-number',
  'contact-route',
  'phone',
  'email',
  'relay-number',
  'videophone',
  'best-time',
  'contact-language',
]);

/** An answer that other forms may offer, and the type of the question it was given to. */
export type Given = Readonly<Record<string, { type: FieldStructure['type']; answer: AnswerValue }>>;

/**
 * What of a form is offered in others. Only what the patient could see, so an address left behind by a changed mind does
 * not come back; nothing in their own words but names and places.
 */
export function givenIn(session: FormSession): Given {
  const { steps, answers } = visibleForm(session);
  const given = steps
    .flatMap((step) => step.fields)
    .flatMap(({ id, type }) => {
      const answer = shared.has(id) ? own(answers, id) : undefined;
      return answer === undefined ? [] : [[id, { type, answer }] as const];
    });
  return Object.fromEntries(given);
}

/**
 * What the patient gave in other forms and would have to give again in this one (WCAG 2.2, 3.3.7).
 * @param sessions of the other forms, in the order begun; the later of two wins
 * @param before given in forms that are sent and forgotten
 */
export function answersToOffer(
  structure: FormStructure,
  sessions: readonly FormSession[],
  before: Given = {},
): Answers {
  const given: Given = Object.assign({}, before, ...sessions.map(givenIn));
  const fields = structure.steps.flatMap((step) => step.fields);
  return Object.fromEntries(
    fields.flatMap(({ id, type }) => {
      const known = own(given, id);
      return known?.type === type ? [[id, known.answer]] : [];
    }),
  );
}
