import type {
  Answers,
  AnswerValue,
  ChoiceField,
  FieldStructure,
  FormStructure,
  HospitalFact,
  LanguageField,
  OptionStructure,
  StepStructure,
} from '../contract/form.ts';
import type { Hospital } from '../contract/hospital.ts';
import type { InterpreterLanguages } from '../contract/structure.ts';
import { holds, own } from './conditions.ts';
import { normalise } from './normalise.ts';

/** What forms need to know of `hospital.json`. */
type FormHospital = Pick<Hospital, 'askDateOfBirth' | 'places' | 'programs'>;

export interface FormContext {
  languages: InterpreterLanguages;
  hospital: FormHospital;
  /** `YYYY-MM-DD` in the hospital's time zone. */
  today: string;
  /** The screen's language, for language questions whose `default` names no field. */
  language?: string;
}

/** A form and everything the patient answered in it, also in questions that are hidden now. */
export interface FilledForm {
  structure: FormStructure;
  /** As typed. */
  answers: Answers;
  context: FormContext;
}

export interface VisibleStep {
  step: StepStructure;
  fields: readonly FieldStructure[];
}

export interface VisibleForm {
  steps: readonly VisibleStep[];
  /** Answers of visible fields, as they are checked and sent. */
  answers: Answers;
  /** The form ends at a `stop` step: there is nothing to send. */
  stopped: boolean;
}

/**
 * What the patient can see of a form, given the answers so far. One pass from the first question to the last: a
 * condition sees the answers of visible questions before it, so a hidden answer opens nothing, and no circle is possible.
 */
export function visibleForm({ structure, answers: stored, context }: FilledForm): VisibleForm {
  const answers: Record<string, AnswerValue> = Object.create(null);
  const steps: VisibleStep[] = [];
  for (const step of structure.steps) {
    if (step.when && !holds(step.when, answers, context.languages)) continue;
    const fields = step.fields.filter((field) => {
      if (field.given || !isConfigured(field, context.hospital)) return false;
      if (field.when && !holds(field.when, answers, context.languages)) return false;
      if (isChoice(field) && !visibleOptions(field, answers, context).length) return false;
      const answer = answerOf(field, own(stored, field.id), answers, context);
      if (answer !== undefined) answers[field.id] = answer;
      return true;
    });
    if (fields.length || step.stop) steps.push({ step, fields });
    if (step.stop) return { steps, answers, stopped: true };
  }
  return { steps, answers, stopped: false };
}

/** An option as it is offered. */
export interface OfferedOption extends OptionStructure {
  /** As `hospital.json` calls it; words of `forms.json` for its code come first. */
  name?: string;
}

/** The options of a choice that are offered. For a dialect question: the dialects of the language answered. */
export function visibleOptions(
  field: ChoiceField,
  answers: Answers,
  context: FormContext,
): readonly OfferedOption[] {
  return [
    ...optionsFrom(field, answers, context),
    ...(field.options ?? []).filter(({ when }) => !when || holds(when, answers, context.languages)),
  ];
}

function optionsFrom(field: ChoiceField, answers: Answers, context: FormContext): readonly OfferedOption[] {
  const { dialectsOf, hospital } = field.optionsFrom ?? {};
  if (hospital) return (context.hospital[hospital] ?? []).map(({ id, name }) => ({ code: id, name }));
  const code = dialectsOf === undefined ? undefined : own(answers, dialectsOf);
  const language = typeof code === 'string' ? own(context.languages, code) : undefined;
  return (language?.dialects ?? []).map((dialect) => ({ code: dialect }));
}

function isChoice(field: FieldStructure): field is ChoiceField {
  return field.type === 'radio' || field.type === 'checkbox';
}

/** Whether a code can be the answer of a language question. */
export function isLanguageOffered(
  field: LanguageField,
  code: string,
  languages: InterpreterLanguages,
): boolean {
  if (code === 'unknown') return field.unknown === true;
  if (code === 'other') return field.other === true;
  const language = own(languages, code);
  return language !== undefined && (field.kinds === 'all' || (field.kinds === 'sign') === !!language.sign);
}

function isConfigured({ onlyIf, unless }: FieldStructure, hospital: FormHospital): boolean {
  const has = (fact: HospitalFact): boolean =>
    fact === 'askDateOfBirth' ? hospital.askDateOfBirth : (hospital[fact] ?? []).length > 0;
  return (!onlyIf || has(onlyIf)) && !(unless && has(unless));
}

function answerOf(
  field: FieldStructure,
  stored: AnswerValue | undefined,
  answers: Answers,
  context: FormContext,
): AnswerValue | undefined {
  const answer = normalise(field, stored);
  if (field.type === 'language' && answer === undefined && field.default) {
    const source = field.default.field;
    const given = source ? own(answers, source) : context.language;
    const offered = typeof given === 'string' && isLanguageOffered(field, given, context.languages);
    return offered ? given : undefined;
  }
  return isChoice(field) ? withoutHidden(field, answer, answers, context) : answer;
}

/**
 * An option that is hidden now (by phone, once the language is a sign language; a dialect of another language) is not
 * answered. A code that never was an option stays, for the check to refuse.
 */
function withoutHidden(
  field: ChoiceField,
  answer: AnswerValue | undefined,
  answers: Answers,
  context: FormContext,
): AnswerValue | undefined {
  const offered = new Set(visibleOptions(field, answers, context).map(({ code }) => code));
  const keep = (code: string): boolean =>
    offered.has(code) || (!field.optionsFrom && !field.options?.some((option) => option.code === code));
  if (typeof answer === 'string') return keep(answer) ? answer : undefined;
  if (answer === undefined || answer === true) return answer;
  const kept = answer.filter(keep);
  return kept.length ? kept : undefined;
}
