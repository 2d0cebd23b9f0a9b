import type {
  Answers,
  AnswerValue,
  ChoiceField,
  FieldError,
  FieldErrorCode,
  FieldStructure,
  FormStructure,
  StepStructure,
} from '../contract/form.ts';
import { own } from './conditions.ts';
import { type FormContext, type OfferedOption, visibleForm, visibleOptions } from './visible-form.ts';

export type { FormContext } from './visible-form.ts';

/** The pseudo-step after the last question: check your answers. No step of a form may have this id. */
export const checkStep = 'check';

/** One patient's way through one form. Immutable: every function returns a new one, or the same when nothing changed. */
export interface FormSession {
  form: string;
  structure: FormStructure;
  context: FormContext;
  /** Everything answered, as typed, also in questions that are hidden now. Sent are only the visible ones. */
  answers: Answers;
  /** Of these, what was filled in beforehand with what the patient gave in another form. */
  offered: Answers;
  /** The step shown, or `check`. */
  stepId: string;
  /** Found at the last Continue, or sent back by the hospital. The view shows those of the step shown (`errorsHere`). */
  errors: readonly FieldError[];
  /** The patient came from check-answers to change something, and goes back there. */
  changing: boolean;
  /** Steps the patient continued from. One that becomes visible later and is not here is asked before `check`. */
  seen: readonly string[];
  /** Where Back goes, last first to leave. */
  trail: readonly string[];
  /** Send was pressed at `check` and nothing is left to ask: the request may be sent. */
  done: boolean;
}

/** What a panel that replaces this one needs to go on. In memory only. */
export type KeptSession = Pick<FormSession, 'answers' | 'stepId' | 'seen' | 'trail'>;

/**
 * @param form id of the form, e.g. `interpreter`
 * @param kept goes on where another session of the same form stopped, if that step is still there
 * @param offered answers given in other forms, see `answersToOffer`
 */
export function startSession(
  form: string,
  structure: FormStructure,
  context: FormContext,
  kept?: KeptSession,
  offered: Answers = {},
): FormSession {
  const session: FormSession = {
    form,
    structure,
    context,
    answers: kept?.answers ?? offered,
    offered,
    stepId: '',
    errors: [],
    changing: false,
    seen: kept?.seen ?? [],
    trail: kept?.trail ?? [],
    done: false,
  };
  const steps = visibleSteps(session);
  const there = kept && (kept.stepId === checkStep || steps.some(({ id }) => id === kept.stepId));
  return { ...session, stepId: there ? kept.stepId : (steps[0]?.id ?? checkStep) };
}

export function visibleSteps(session: FormSession): readonly StepStructure[] {
  return visibleForm(session).steps.map(({ step }) => step);
}

/** The questions of a step (default: the one shown) that are asked. */
export function visibleFields(session: FormSession, stepId = session.stepId): readonly FieldStructure[] {
  return visibleForm(session).steps.find(({ step }) => step.id === stepId)?.fields ?? [];
}

/** The options of a choice that are offered now. */
export function optionsOf(session: FormSession, field: ChoiceField): readonly OfferedOption[] {
  return visibleOptions(field, visibleForm(session).answers, session.context);
}

/** What an input shows: the answer as typed, else the answer given beforehand (`default`). */
export function shownAnswer(session: FormSession, fieldId: string): AnswerValue | undefined {
  const beforehand = visibleForm(session).answers[fieldId];
  const typed = own(session.answers, fieldId);
  // A choice whose option is hidden now is not shown as chosen; a text stays as it is typed.
  const field = fieldOf(session, fieldId);
  return field?.type === 'radio' || field?.type === 'checkbox' ? beforehand : (typed ?? beforehand);
}

/** Errors of the questions shown. */
export function errorsHere(session: FormSession): readonly FieldError[] {
  const ids = visibleFields(session).map(({ id }) => id);
  return session.errors.filter(({ field }) => ids.includes(field));
}

export const isCheck = (session: FormSession): boolean => session.stepId === checkStep;

/** The step shown ends the form: whom to call, no Continue. */
export function isStop(session: FormSession): boolean {
  return stepOf(session, session.stepId)?.stop === true;
}

/**
 * Keeps an answer as typed. `undefined`, an empty text and an empty list take it away. A field the form does not have
 * changes nothing. Errors stay until the next Continue: words that change under a focused field are read again and again.
 */
export function setAnswer(
  session: FormSession,
  fieldId: string,
  value: AnswerValue | undefined,
): FormSession {
  const field = fieldOf(session, fieldId);
  if (!field) return session;
  const { [fieldId]: before, ...others } = session.answers;
  const answer = field.type === 'checkbox' ? exclusive(field, before, value) : value;
  const empty = answer === undefined || (answer !== true && answer.length === 0);
  const answers: Answers = empty ? others : { ...session.answers, [fieldId]: answer };
  // A question whose choices depend on this one (the dialect of a language) has to be asked again.
  const stale = session.structure.steps
    .filter((step) => step.fields.some((other) => takesOptionsFrom(other, fieldId)))
    .map(({ id }) => id);
  const changed = JSON.stringify(before) !== JSON.stringify(answer);
  return {
    ...session,
    answers,
    seen: changed ? session.seen.filter((id) => !stale.includes(id)) : session.seen,
    done: false,
  };
}

/** Errors sent back by the hospital, shown at their questions. Errors of no visible question change nothing. */
export function withErrors(
  session: FormSession,
  errors: readonly { field: string; code: string }[],
): FormSession {
  const { steps } = visibleForm(session);
  const step = steps.find(({ fields }) => fields.some(({ id }) => errors.some(({ field }) => field === id)));
  if (!step) return session;
  const ids = steps.flatMap(({ fields }) => fields.map(({ id }) => id));
  return {
    ...session,
    errors: errors
      .filter(({ field }) => ids.includes(field))
      .map(({ field, code }) => ({
        field,
        code: knownCodes.find((known) => known === code) ?? 'not-accepted',
      })),
    stepId: step.step.id,
    changing: true,
    trail: isCheck(session) ? [...session.trail, checkStep] : session.trail,
    done: false,
  };
}

const knownCodes: readonly FieldErrorCode[] = [
  'missing',
  'too-long',
  'not-a-choice',
  'not-a-date',
  'in-the-past',
  'in-the-future',
  'not-a-time',
  'not-a-phone',
  'not-an-email',
];

/** The step shown needs a quick way out. At `check`, what was answered is on the screen: then any step of the form counts. */
export function isSensitive(session: FormSession): boolean {
  const steps = isCheck(session) ? visibleSteps(session) : [stepOf(session, session.stepId)];
  return session.structure.sensitive === true || steps.some((step) => step?.sensitive === true);
}

function fieldOf(session: FormSession, id: string): FieldStructure | undefined {
  return session.structure.steps.flatMap(({ fields }) => fields).find((field) => field.id === id);
}

function stepOf(session: FormSession, id: string): StepStructure | undefined {
  return session.structure.steps.find((step) => step.id === id);
}

function takesOptionsFrom(field: FieldStructure, source: string): boolean {
  return 'optionsFrom' in field && field.optionsFrom?.dialectsOf === source;
}

/** "None of these" unchooses the others, and any of them unchooses it; the last one chosen wins. */
function exclusive(
  field: ChoiceField,
  before: AnswerValue | undefined,
  after: AnswerValue | undefined,
): AnswerValue | undefined {
  if (!Array.isArray(after)) return after;
  const alone = (code: string): boolean =>
    field.options?.some((option) => option.exclusive && option.code === code) ?? false;
  const chosen: readonly string[] = [...new Set<string>(after)];
  const added = chosen.filter((code) => !(Array.isArray(before) && before.includes(code)));
  const lone = added.findLast(alone);
  if (lone !== undefined) return [lone];
  return added.length && chosen.some((code) => !alone(code)) ? chosen.filter((code) => !alone(code)) : chosen;
}
