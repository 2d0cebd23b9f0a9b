import type { Fact } from '../../contract/facts.ts';
import type { ChoiceField, FieldStructure, StepStructure } from '../../contract/form.ts';
import type { InterpreterLanguages } from '../../contract/structure.ts';
import { errorPaths, fieldPaths, languagePath, optionPaths, stepPaths } from '../../forms/field-words.ts';
import { formFacts } from '../../forms/form-facts.ts';
import { phoneFact, withFormPhone, withFormPhoneLink } from '../../forms/form-phone.ts';
import type { Text } from '../../language/words.ts';
import type { App } from '../../parts/app-context.ts';

/** Words of one form in the reader's language, easy ones when they asked for them. */
export interface FormWords {
  /** Facts that only texts of forms name. */
  facts: Readonly<Record<string, Fact>>;
  /** Of whoever arranges what the form asks for. */
  phone: string | undefined;
  title(): Text;
  text(path: string, values?: Record<string, string>): Text | undefined;
  /** A text of this form alone, not one that all forms share. */
  own(path: string, values?: Record<string, string>): Text | undefined;
  /** A text of `ui.json` that names the phone. */
  ui(key: string): Text;
  step(step: StepStructure, part: 'title' | 'hint' | 'text'): Text | undefined;
  field(field: string, part: 'label' | 'hint' | 'short'): Text | undefined;
  option(field: string, code: string, part: 'label' | 'hint'): Text | undefined;
  /** A place outside the hospital. */
  office(id: string, part: 'label' | 'hint'): Text | undefined;
  /** An option of a choice. @param name as the hospital calls it */
  choice(field: ChoiceField, code: string, name: string | undefined): Text;
  error(field: string, code: string): Text;
  language(code: string, languages: InterpreterLanguages): Text;
}

export function formWords(app: App, form: string, easy: boolean): FormWords {
  const { words, hospital } = app;
  const structure = app.store.getState().forms[form]?.structure ?? { version: '', steps: [] };
  const at = (path: string, values?: Record<string, string>): Text => {
    const found = words.text(path, values, 'forms');
    return { ...found, text: withFormPhone(found.text, structure) };
  };
  /** The first text of the reader's language; only then the first English one, so that a shared own word wins. */
  const first = (paths: readonly string[], values?: Record<string, string>): Text | undefined => {
    const own = paths.find((path) => words.has(path, 'forms'));
    if (own) return at(own, values);
    for (const path of paths) {
      const found = at(path, values);
      if (found.text) return found;
    }
    return undefined;
  };
  const foreign = hospital.language === words.language ? {} : { lang: hospital.language };
  return {
    facts: formFacts(hospital),
    phone: app.facts[phoneFact(structure)]?.value ?? app.facts.phone?.value,
    title: () => first([`${form}.title`]) ?? { text: form },
    text: (path, values) => first([`${form}.${path}`, `common.${path}`], values),
    own: (path, values) => first([`${form}.${path}`], values),
    ui: (key) => {
      const found = words.text(key);
      return { ...found, text: withFormPhoneLink(found.text, structure) };
    },
    step: (step, part) => first(stepPaths(form, step.id, easy && part === 'title' ? 'easy' : part)),
    field: (field, part) => first(fieldPaths(form, field, easy && part === 'label' ? 'easy' : part)),
    option: (field, code, part) => first(optionPaths(form, field, code, part)),
    choice: (field, code, name) => {
      const isDialect =
        field.optionsFrom?.dialectsOf && !field.options?.some((option) => option.code === code);
      const paths = isDialect ? [`dialects.${code}`] : optionPaths(form, field.id, code, 'label');
      return first(paths) ?? (name ? { text: name, ...foreign } : { text: code });
    },
    office: (id, part) => first([`offices.${id}.${part}`]),
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
