/** Where the words of a form are in `forms.json`, first choice first: the form's own, then those all forms share. */

export type FieldPart = 'label' | 'short' | 'hint' | 'easy';

/** `easy` and `short` fall back to `label`. */
export function fieldPaths(form: string, field: string, part: FieldPart): readonly string[] {
  const parts = part === 'easy' || part === 'short' ? [part, 'label'] : [part];
  return parts.flatMap((name) => both(form, `fields.${field}.${name}`));
}

/** An option of a choice, or `unknown` and `other` of a language question. `short` (for staff and review) falls back to `label`. */
export function optionPaths(
  form: string,
  field: string,
  code: string,
  part: 'label' | 'short' | 'hint',
): readonly string[] {
  const parts = part === 'short' ? ['short', 'label'] : [part];
  return parts.flatMap((name) => both(form, `fields.${field}.options.${code}.${name}`));
}

/** Why an answer is not accepted: the field's own words, then those for any field. */
export function errorPaths(form: string, field: string, code: string): readonly string[] {
  return [...both(form, `fields.${field}.errors.${code}`), `errors.${code}`];
}

/** A step without a `title` takes the label of its first question as heading. `easy` falls back to `title`. */
export function stepPaths(
  form: string,
  step: string,
  part: 'title' | 'hint' | 'text' | 'easy',
): readonly string[] {
  const parts = part === 'easy' ? ['easy', 'title'] : [part];
  return parts.flatMap((name) => both(form, `steps.${step}.${name}`));
}

/** The name of a language to be interpreted. Keys are in lower case: `zh-Hant` is at `languages.zh-hant`. */
export const languagePath = (code: string): string => `languages.${code.toLowerCase()}`;

export const dialectPath = (code: string): string => `dialects.${code}`;

/** The first text there is. */
export function firstText(
  paths: readonly string[],
  words: (path: string) => string | undefined,
): string | undefined {
  for (const path of paths) {
    const text = words(path);
    if (text !== undefined) return text;
  }
  return undefined;
}

function both(form: string, path: string): readonly string[] {
  return [`${form}.${path}`, `common.${path}`];
}
