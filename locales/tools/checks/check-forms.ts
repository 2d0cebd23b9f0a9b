import type { ChoiceField, Condition, FieldStructure, FormStructure } from '../../../widget/contract/form.ts';
import { branchAt, type LocaleTree, textAt } from '../../../widget/contract/locale.ts';
import type { Library } from '../library.ts';
import { didYouMean } from '../nearest.ts';
import type { SourceFile } from '../source-file.ts';

const mostRequired = 6;

/** Forms ask in an order that works, and every question and answer has English words. */
export function checkForms({ forms, english, content }: Library): void {
  const words = english.words.get('forms');
  for (const [id, { file, data }] of forms) {
    if (!data) continue;
    if (content?.data && !Object.hasOwn(content.data.forms, id)) {
      file.report(
        '',
        'warning',
        'not-offered',
        `the form "${id}" is not in content.json under forms, so nobody is offered it.`,
      );
    }
    checkOrder(file, data);
    if (words && words.scanned.problems.length === 0) checkWords(file, id, data, words.tree, words.report);
  }
}

function checkOrder(file: SourceFile, form: FormStructure): void {
  const earlier = new Map<string, FieldStructure>();
  const steps = new Set<string>();
  let required = 0;
  const check = (condition: Condition | undefined, path: string): void => {
    if (!condition) return;
    const field = earlier.get(condition.field);
    if (!field) {
      const guess =
        didYouMean(condition.field, earlier.keys()) || ' It must be a question asked before this one.';
      file.report(
        `${path}.field`,
        'error',
        'unknown-question',
        `"${condition.field}" is not asked earlier in this form.${guess}`,
      );
    } else {
      for (const list of ['in', 'notIn'] as const) {
        condition[list]?.forEach((code, index) => {
          const codes = codesOf(field);
          if (codes && !codes.includes(code)) {
            file.report(
              `${path}.${list}.${index}`,
              'error',
              'unknown-answer',
              `"${code}" is no answer of "${field.id}".${didYouMean(code, codes)}`,
            );
          }
        });
      }
      if ((condition.sign !== undefined || condition.dialects) && field.type !== 'language') {
        file.report(path, 'error', 'wrong-question', `"${field.id}" does not ask for a language.`);
      }
    }
    check(condition.and, `${path}.and`);
  };
  form.steps.forEach((step, s) => {
    const path = `steps.${s}`;
    if (steps.has(step.id))
      file.report(`${path}.id`, 'error', 'twice', `there are two steps "${step.id}". Rename one.`);
    steps.add(step.id);
    check(step.when, `${path}.when`);
    if (step.stop && step.fields.length)
      file.report(
        `${path}.fields`,
        'error',
        'stop-asks',
        'a step that ends the form cannot ask anything. Delete its fields or "stop".',
      );
    if (!step.stop && !step.fields.length)
      file.report(`${path}.fields`, 'error', 'empty', 'this step asks nothing. Delete it, or add a field.');
    step.fields.forEach((field, f) => {
      const at = `${path}.fields.${f}`;
      check(field.when, `${at}.when`);
      checkField(file, field, at, earlier);
      const options = 'options' in field ? (field.options ?? []) : [];
      for (const [o, option] of options.entries()) check(option.when, `${at}.options.${o}.when`);
      if (field.required && !field.when && !step.when) required++;
      earlier.set(field.id, field);
    });
  });
  if (required > mostRequired) {
    file.report(
      'steps',
      'warning',
      'many-required',
      `${required} questions must be answered by everybody; more than ${mostRequired} make people give up.`,
    );
  }
}

function checkField(
  file: SourceFile,
  field: FieldStructure,
  path: string,
  earlier: ReadonlyMap<string, FieldStructure>,
): void {
  const error = (part: string, code: string, message: string): void =>
    file.report(`${path}${part}`, 'error', code, message);
  if (earlier.has(field.id)) error('.id', 'twice', `there are two questions "${field.id}". Rename one.`);
  const choice = field.type === 'radio' || field.type === 'checkbox';
  const asked = field as {
    options?: readonly { code: string }[];
    optionsFrom?: ChoiceField['optionsFrom'];
    default?: { field?: string };
    kinds?: string;
  };
  if (choice && !asked.options && !asked.optionsFrom)
    error('', 'no-answers', `"${field.id}" has no answers to choose from. Add "options".`);
  if (!choice && (asked.options || asked.optionsFrom))
    error(
      '',
      'no-choice',
      `"${field.id}" is no choice, so it cannot have answers. Delete them, or make it "radio" or "checkbox".`,
    );
  if (field.type === 'language' && !asked.kinds)
    error('', 'missing', `"kinds" is missing: which languages are offered?`);
  for (const [index, { code }] of (asked.options ?? []).entries()) {
    if (asked.options?.findIndex((other) => other.code === code) !== index)
      error(`.options.${index}.code`, 'twice', `the answer "${code}" is here twice.`);
  }
  for (const [part, source] of [
    ['.optionsFrom.dialectsOf', asked.optionsFrom?.dialectsOf],
    ['.default.field', asked.default?.field],
  ] as const) {
    if (source !== undefined && earlier.get(source)?.type !== 'language') {
      error(
        part,
        'unknown-question',
        `"${source}" is no question for a language earlier in this form.${didYouMean(source, earlier.keys())}`,
      );
    }
  }
}

/** Codes a condition may name; undefined when any answer is possible. */
function codesOf(field: FieldStructure): string[] | undefined {
  if (field.type !== 'radio' && field.type !== 'checkbox') return undefined;
  // Every hospital has its own list.
  if (field.optionsFrom) return undefined;
  return field.options?.map(({ code }) => code);
}

type Say = SourceFile['report'];

/** Words of a question are at `<form>.fields.<field>`, or at `common.fields.<field>` when forms share it. */
function checkWords(file: SourceFile, id: string, form: FormStructure, tree: LocaleTree, say: Say): void {
  const need = (path: string, structurePath: string, what: string): void => {
    const common = path.replace(/^[^.]+/, 'common');
    if (textAt(tree, path) === undefined && textAt(tree, common) === undefined) {
      file.report(
        structurePath,
        'error',
        'missing-words',
        `${what} has no English words. Add "${path.replaceAll('.', '", "')}" to en/forms.json.`,
      );
    }
  };
  need(`${id}.title`, '', `the form "${id}"`);
  const fields = new Map<string, FieldStructure>();
  form.steps.forEach((step, s) => {
    const path = `steps.${s}`;
    // A step with one question is headed by that question.
    if (step.stop)
      for (const part of ['title', 'text'])
        need(`${id}.steps.${step.id}.${part}`, `${path}.id`, `the step "${step.id}"`);
    step.fields.forEach((field, f) => {
      const at = `${path}.fields.${f}`;
      fields.set(field.id, field);
      need(`${id}.fields.${field.id}.label`, `${at}.id`, `the question "${field.id}"`);
      if (!('options' in field)) return;
      field.options?.forEach((option, o) => {
        need(
          `${id}.fields.${field.id}.options.${option.code}.label`,
          `${at}.options.${o}.code`,
          `the answer "${option.code}"`,
        );
      });
    });
  });
  const steps = form.steps.map((step) => step.id);
  for (const step of Object.keys(branchAt(tree, `${id}.steps`) ?? {})) {
    if (!steps.includes(step))
      say(
        `${id}.steps.${step}`,
        'warning',
        'unknown-name',
        `the form has no step "${step}".${didYouMean(step, steps)}`,
        { key: true },
      );
  }
  for (const field of Object.keys(branchAt(tree, `${id}.fields`) ?? {})) {
    const structure = fields.get(field);
    const path = `${id}.fields.${field}`;
    if (!structure) {
      say(
        path,
        'warning',
        'unknown-name',
        `the form has no question "${field}".${didYouMean(field, fields.keys())}`,
        { key: true },
      );
      continue;
    }
    const codes = codesOf(structure);
    for (const code of Object.keys(branchAt(tree, `${path}.options`) ?? {})) {
      if (codes && !codes.includes(code))
        say(
          `${path}.options.${code}`,
          'warning',
          'unknown-name',
          `the question "${field}" has no answer "${code}".${didYouMean(code, codes)}`,
          { key: true },
        );
    }
  }
}
