import { readFileSync } from 'node:fs';
import type { FormStructure } from '../../../widget/contract/form.ts';
import { type LocaleTree, parseLocale, textAt } from '../../../widget/contract/locale.ts';
import type { InterpreterLanguages } from '../../../widget/contract/structure.ts';

const locales = new URL('../../../locales/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, locales), 'utf8');

/** The interpreter form's questions, without words. */
export const interpreterForm: FormStructure = JSON.parse(read('structure/forms/interpreter.json'));
export const interpreterLanguages: InterpreterLanguages = JSON.parse(
  read('structure/interpreter-languages.json'),
);

/** What a reader of one language sees and hears, read from the locale files. */
export interface ReaderWords {
  /** A text of `ui.json`. */
  ui(key: string): string;
  /** A text of `ui.json` with something filled in, to be compared with what is on the screen. */
  uiPattern(key: string): RegExp;
  /** A question of the frequently asked ones. */
  question(id: string): string;
  /** The words of a step that has some of its own, else of its first question. */
  step(id: string): string;
  field(id: string, part?: 'label' | 'short'): string;
  option(field: string, code: string): string;
  dialect(code: string): string;
  /** Why an answer is not accepted. */
  error(field: string, code: string): string;
}

const englishForms = parseLocale(read('en/forms.json')).tree;

/** A text of the English `forms.json`, by its path. @throws when there is none */
export function word(path: string): string {
  const text = textAt(englishForms, path);
  if (text === undefined) throw new Error(`There is no ${path}`);
  return text;
}

/** @throws at a text the language does not have, naming it */
export function wordsOf(language: string): ReaderWords {
  const tree = (file: string): LocaleTree => parseLocale(read(`${language}/${file}.json`)).tree;
  const [ui, faq, forms] = [tree('ui'), tree('faq'), tree('forms')];
  const first = (from: LocaleTree, ...paths: readonly string[]): string => {
    for (const path of paths) {
      const text = textAt(from, path);
      if (text !== undefined) return text;
    }
    throw new Error(`${language} has no ${paths.join(' or ')}`);
  };
  const form = (path: string): string[] => [`interpreter.${path}`, `common.${path}`];
  const field = (id: string, part: 'label' | 'short' = 'label'): string =>
    first(forms, ...form(`fields.${id}.${part}`), ...form(`fields.${id}.label`));
  return {
    ui: (key) => first(ui, key),
    uiPattern: (key) => patternOf(first(ui, key)),
    question: (id) => first(faq, `${id}.question`),
    step: (id) => {
      const fields = interpreterForm.steps.find((step) => step.id === id)?.fields ?? [];
      const label = fields[0] ? form(`fields.${fields[0].id}.label`) : [];
      return first(forms, ...form(`steps.${id}.title`), ...label);
    },
    field,
    option: (id, code) => first(forms, ...form(`fields.${id}.options.${code}.label`)),
    dialect: (code) => first(forms, `dialects.${code}`),
    error: (id, code) => first(forms, ...form(`fields.${id}.errors.${code}`), `errors.${code}`),
  };
}

/** A name that begins with these words; "(optional)" may follow. */
export const beginsWith = (words: string): RegExp => new RegExp(`^${literally(words)}`);

const patternOf = (text: string): RegExp =>
  new RegExp(
    text
      .split(/\{\{\w+\}\}/)
      .map(literally)
      .join('.+'),
  );

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
