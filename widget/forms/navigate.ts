import type { AnswerValue, FieldStructure, StepStructure } from '../contract/form.ts';
import { checkStep, type FormSession, isCheck, visibleSteps } from './form-session.ts';
import { validateFields } from './validate.ts';
import { type VisibleForm, visibleForm } from './visible-form.ts';

/**
 * Continue. Checks the step shown: with errors it stays. While changing an answer it goes to the first question that is
 * now open (newly visible, or no longer valid), else back to `check`. At `check` it is Send: `done` is set when nothing
 * is open, else the first open question is shown. At a `stop` step nothing happens.
 */
export function next(session: FormSession): FormSession {
  const form = visibleForm(session);
  if (isCheck(session)) {
    const open = firstOpen(session, form);
    if (open === checkStep) return { ...session, errors: [], done: true };
    const fields = form.steps.find(({ step }) => step.id === open)?.fields ?? [];
    const wrong = validateFields(fields, form.answers, session.context);
    const others = session.errors.filter(({ field }) => !wrong.some((error) => error.field === field));
    return {
      ...session,
      stepId: open,
      changing: true,
      trail: [...session.trail, checkStep],
      // Only what was answered wrongly: a question not seen yet is asked before it is called missing.
      errors: session.seen.includes(open) ? [...others, ...wrong] : session.errors,
      done: false,
    };
  }
  const at = form.steps.findIndex(({ step }) => step.id === session.stepId);
  const here = form.steps[at];
  if (here?.step.stop) return session;
  const found = validateFields(here?.fields ?? [], form.answers, session.context);
  const elsewhere = session.errors.filter(({ field }) => !here?.fields.some(({ id }) => id === field));
  if (found.length) return { ...session, errors: [...found, ...elsewhere], done: false };
  const passed = {
    ...session,
    errors: elsewhere,
    seen: [...session.seen.filter((id) => id !== session.stepId), session.stepId],
    done: false,
  };
  const target = session.changing ? firstOpen(passed, form) : (form.steps[at + 1]?.step.id ?? checkStep);
  if (target !== checkStep) return { ...passed, stepId: target, trail: [...session.trail, session.stepId] };
  const change = session.changing ? session.trail.lastIndexOf(checkStep) : -1;
  return {
    ...passed,
    stepId: checkStep,
    changing: false,
    trail: change < 0 ? [...session.trail, session.stepId] : session.trail.slice(0, change),
  };
}

/** Back, to where the patient came from, without a check and with every answer kept. At the first step: the same session. */
export function back(session: FormSession): FormSession {
  const { steps } = visibleForm(session);
  const ids = steps.map(({ step }) => step.id);
  const trail = [...session.trail];
  let target = trail.pop();
  while (
    target !== undefined &&
    (target === session.stepId || !(target === checkStep || ids.includes(target)))
  ) {
    target = trail.pop();
  }
  const order = session.structure.steps.map(({ id }) => id);
  // In the order of the form, since an answer may have hidden the step that is shown.
  const before = (id: string): boolean => order.indexOf(id) < order.indexOf(session.stepId);
  target ??= isCheck(session) ? ids.at(-1) : ids.findLast(before);
  if (target === undefined) return session;
  const here = steps.find(({ step }) => step.id === session.stepId)?.fields ?? [];
  return {
    ...session,
    stepId: target,
    trail,
    changing: session.changing && target !== checkStep,
    errors: session.errors.filter(({ field }) => !here.some(({ id }) => id === field)),
    done: false,
  };
}

/** Change, from `check`: shows that step, and Continue or Back come back to `check`. A hidden step changes nothing. */
export function goToStep(session: FormSession, stepId: string): FormSession {
  if (stepId === session.stepId || !visibleSteps(session).some(({ id }) => id === stepId)) return session;
  return {
    ...session,
    stepId,
    changing: session.changing || isCheck(session),
    trail: [...session.trail, session.stepId],
    done: false,
  };
}

/** "Question 2 of 7". The total follows the answers, since they open and close questions. At `check`, all are done. */
export function progress(session: FormSession): { current: number; total: number } {
  const questions = visibleSteps(session).filter(({ stop }) => !stop);
  const at = questions.findIndex(({ id }) => id === session.stepId);
  return { current: at < 0 ? questions.length : at + 1, total: questions.length };
}

export interface ReviewRow {
  step: StepStructure;
  /** `value` is what would be sent; undefined when the question was skipped. */
  fields: readonly { field: FieldStructure; value: AnswerValue | undefined }[];
}

/** What the patient checks before sending: every visible question, answered or skipped, in the order asked. */
export function reviewRows(session: FormSession): readonly ReviewRow[] {
  const { steps, answers } = visibleForm(session);
  return steps
    .filter(({ step }) => !step.stop)
    .map(({ step, fields }) => ({
      step,
      fields: fields.map((field) => ({ field, value: answers[field.id] })),
    }));
}

/** The first step that was not asked yet, has a wrong answer or an error sent back, or ends the form; else `check`. */
function firstOpen(session: FormSession, form: VisibleForm): string {
  const open = form.steps.find(
    ({ step, fields }) =>
      step.stop ||
      !session.seen.includes(step.id) ||
      validateFields(fields, form.answers, session.context).length > 0 ||
      fields.some(({ id }) => session.errors.some(({ field }) => field === id)),
  );
  return open?.step.id ?? checkStep;
}
