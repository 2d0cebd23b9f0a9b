import type { FieldStructure, StepStructure } from '../../contract/form.ts';
import type { InterpreterLanguages } from '../../contract/structure.ts';
import { errorPaths, fieldPaths, languagePath, optionPaths, stepPaths } from '../../forms/field-words.ts';
import type { Text } from '../../language/words.ts';
import type { App } from '../../parts/app-context.ts';

/** Words of one form in the reader's language, easy ones when they asked for them. */
export interface FormWords {
  title(): Text;
  text(path: string, values?: Record<string, string>): Text | undefined;
  step(step: StepStructure, part: 'title' | 'hint' | 'text'): Text | undefined;
  field(field: string, part: 'label' | 'hint' | 'short'): Text | undefined;
  option(field: string, code: string, part: 'label' | 'hint'): Text | undefined;
  dialect(code: string): Text;
  error(field: string, code: string): Text;
  language(code: string, languages: InterpreterLanguages): Text;
}

export function formWords(app: App, form: string, easy: boolean): FormWords {
  const { words } = app;
  /** The first text of the reader's language; only then the first English one, so that a shared own word wins. */
  const first = (paths: readonly string[], values?: Record<string, string>): Text | undefined => {
    const own = paths.find((path) => words.has(path, 'forms'));
    if (own) return words.text(own, values, 'forms');
    for (const path of paths) {
      const found = words.text(path, values, 'forms');
      if (found.text) return found;
    }
    return undefined;
  };
  return {
    title: () => first([`${form}.title`]) ?? { text: form },
    text: (path, values) => first([`${form}.${path}`, `common.${path}`], values),
    step: (step, part) => first(stepPaths(form, step.id, easy && part === 'title' ? 'easy' : part)),
    field: (field, part) => first(fieldPaths(form, field, easy && part === 'label' ? 'easy' : part)),
    option: (field, code, part) => first(optionPaths(form, field, code, part)),
    dialect: (code) => first([`dialects.${code}`]) ?? { text: code },
    error: (field, code) =>
      first(errorPaths(form, field, code)) ?? first(['errors.not-accepted']) ?? { text: code },
    language: (code, languages) =>
      first([languagePath(code)]) ?? { text: languages[code]?.english ?? code, lang: 'en' },
  };
}

/** The heading of a step: its own title, or the label of its first question. */
export function stepHeading(
  words: FormWords,
  step: StepStructure,
  fields: readonly FieldStructure[],
): { text: Text; field?: FieldStructure } {
  const title = words.step(step, 'title');
  if (title) return { text: title };
  const field = fields[0];
  const label = field && words.field(field.id, 'label');
  return field ? { text: label ?? { text: field.id }, field } : { text: words.title() };
}
