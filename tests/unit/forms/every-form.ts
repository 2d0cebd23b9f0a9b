import { readdirSync, readFileSync } from 'node:fs';
import type { AnswerValue, Condition, FieldStructure, FormStructure } from '../../../widget/contract/form.ts';
import type { InterpreterLanguages } from '../../../widget/contract/structure.ts';
import type { FormContext } from '../../../widget/forms/form-session.ts';
import { parseForm } from '../../../widget/forms/parse-form.ts';
import { isLanguageOffered, type VisibleForm, visibleForm } from '../../../widget/forms/visible-form.ts';
import { languages, today } from './interpreter-form.ts';

const folder = new URL('../../../locales/structure/forms/', import.meta.url);

/** Every form as shipped, as JSON, by id. */
export const formFiles: ReadonlyMap<string, unknown> = new Map(
  readdirSync(folder)
    .sort()
    .map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(new URL(name, folder), 'utf8'))]),
);

/** Every form as the widget reads it. */
export const forms: ReadonlyMap<string, FormStructure> = new Map(
  [...formFiles].map(([id, json]) => {
    const { structure } = parseForm(json);
    if (!structure) throw new Error(`The form "${id}" cannot be read.`);
    return [id, structure];
  }),
);

export const formNamed = (id: string): FormStructure => {
  const form = forms.get(id);
  if (!form) throw new Error(`There is no form "${id}".`);
  return form;
};

export const fieldsOf = (form: FormStructure): readonly FieldStructure[] =>
  form.steps.flatMap(({ fields }) => fields);

/** A hospital that configured everything forms ask about, and one that configured nothing. */
export const contexts: Readonly<Record<'full' | 'bare', FormContext>> = {
  full: {
    languages,
    hospital: {
      askDateOfBirth: true,
      places: ['Eye clinic'],
      programs: [
        { id: 'living-with-diabetes', name: 'Living with diabetes' },
        { id: 'new-parents', name: 'New parents' },
      ],
    },
    today,
    language: 'es',
  },
  bare: { languages, hospital: { askDateOfBirth: false, places: [] }, today },
};

/**
 * Every path through a form: each combination of answers that opens or closes different questions, found by trying, at the
 * first question that others depend on, one answer of each kind its conditions tell apart, and none.
 * @param about `required`: only combinations that differ in what is required or where the form ends. The form for
 * disability help has 1.6 million others.
 */
export function* everyPath(
  structure: FormStructure,
  context: FormContext,
  about: 'everything' | 'required' = 'everything',
): Generator<{ answers: Readonly<Record<string, AnswerValue>>; form: VisibleForm }> {
  const conditions = about === 'everything' ? conditionsOf(structure) : decisive(structure);
  const branching = new Set(conditions.map(({ field }) => field));
  const order = fieldsOf(structure).map(({ id }) => id);
  function* from(answers: Record<string, AnswerValue>, at: number): ReturnType<typeof everyPath> {
    const form = visibleForm({ structure, answers, context });
    const next = form.steps
      .flatMap((step) => step.fields)
      .find(({ id }) => branching.has(id) && order.indexOf(id) >= at);
    if (!next) {
      yield { answers, form };
      return;
    }
    const after = order.indexOf(next.id) + 1;
    yield* from(answers, after);
    for (const value of answersThatDiffer(next, conditions, context.languages)) {
      yield* from({ ...answers, [next.id]: value }, after);
    }
  }
  yield* from({}, 0);
}

/** One answer of each kind that the conditions on a question tell apart. */
function answersThatDiffer(
  field: FieldStructure,
  all: readonly Condition[],
  known: InterpreterLanguages,
): readonly AnswerValue[] {
  const conditions = all.filter((condition) => condition.field === field.id);
  const sign = (code: string): string =>
    JSON.stringify(conditions.map((one) => [one.in?.includes(code), one.notIn?.includes(code)]));
  const apart = (codes: readonly string[]): string[] => [
    ...new Map(codes.map((code) => [sign(code), code])).values(),
  ];
  switch (field.type) {
    case 'radio':
      return apart((field.options ?? []).map(({ code }) => code));
    case 'checkbox': {
      const codes = (field.options ?? []).filter(({ exclusive }) => !exclusive).map(({ code }) => code);
      const alone = (field.options ?? []).filter(({ exclusive }) => exclusive).map(({ code }) => [code]);
      return [...subsets(apart(codes)), ...alone];
    }
    case 'language':
      return [...Object.keys(known), 'unknown', 'other'].filter((code) =>
        isLanguageOffered(field, code, known),
      );
    case 'flag':
      return [true];
    default:
      return ['1'];
  }
}

function subsets(codes: readonly string[]): readonly string[][] {
  const all: string[][] = [[]];
  for (const code of codes) all.push(...all.map((one) => [...one, code]));
  return all.slice(1);
}

const unfold = (condition: Condition | undefined): readonly Condition[] =>
  condition ? [condition, ...unfold(condition.and)] : [];

function conditionsOf(structure: FormStructure): readonly Condition[] {
  return structure.steps.flatMap((step) => [
    ...unfold(step.when),
    ...step.fields.flatMap((field) => [
      ...unfold(field.when),
      ...('options' in field ? (field.options ?? []).flatMap(({ when }) => unfold(when)) : []),
    ]),
  ]);
}

/** The conditions that decide whether a required question is asked or the form ends, and those that decide about these. */
function decisive(structure: FormStructure): readonly Condition[] {
  const found = new Set<Condition>();
  const fields = new Set<string>();
  const add = (conditions: readonly Condition[]): void => {
    for (const condition of conditions) {
      found.add(condition);
      fields.add(condition.field);
    }
  };
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const step of structure.steps) {
      const deciding = step.fields.filter(({ id, required }) => required || fields.has(id));
      if (step.stop || deciding.length) add(unfold(step.when));
      for (const field of deciding) add(unfold(field.when));
    }
  }
  return [...found];
}
