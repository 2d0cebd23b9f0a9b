import { own } from './conditions.ts';
import type { FormProblem, FormProblemCode } from './parse-form.ts';

/**
 * What is wrong with a form, where, and what was probably meant: for the console. In a module of its own, so that only a
 * broken form costs its bytes.
 * @param json the form's file, as parsed JSON
 */
export function describeProblem(json: unknown, { path, code }: FormProblem): string {
  const keys = path ? path.split('.') : [];
  const value = valueAt(json, keys);
  const key = keys.at(-1) ?? '';
  const known = knownFor(json, keys, code);
  const shown = code === 'unknown-key' ? key : (culprit(value, known, code) ?? value);
  const guess = typeof shown === 'string' ? nearest(shown, known) : undefined;
  const list = known.length && known.length < 13 ? ` Known: ${known.join(', ')}.` : '';
  return [
    `${place(json, keys)}: ${sentences[code](quoted(shown))}`,
    guess ? ` Did you mean "${guess}"?` : list,
  ].join('');
}

const sentences: Readonly<Record<FormProblemCode, (value: string) => string>> = {
  'not-an-object': () => 'this must be a group in curly brackets { }.',
  missing: () => 'this is missing.',
  'wrong-value': (value) => `${value} is not allowed here.`,
  'unknown-key': (value) => `${value} is not known here, so it is not used.`,
  'bad-id': (value) => `${value} is no name. Names have only small letters a to z, digits and hyphens.`,
  'duplicate-id': () => 'this name is used twice. Rename one.',
  'not-asked-before': (value) => `${value} is not asked earlier in this form.`,
  'no-options': () => 'there is nothing to choose from. Add "options".',
  'too-many': () => 'this list is too long. The rest is not used.',
};

/** `steps.3.fields.0.type (step "name", question "phone")` */
function place(json: unknown, keys: readonly string[]): string {
  if (!keys.length) return 'the file';
  const names = [
    ['step', keys[0] === 'steps' ? keys.slice(0, 2) : []],
    ['question', keys[2] === 'fields' ? keys.slice(0, 4) : []],
    ['answer', keys[4] === 'options' ? keys.slice(0, 6) : []],
  ] as const;
  const named = names.flatMap(([what, at]) => {
    const item = at.length ? valueAt(json, at) : undefined;
    const id = isObject(item) ? (item.id ?? item.code) : undefined;
    return typeof id === 'string' ? [`${what} "${id.slice(0, 64)}"`] : [];
  });
  return named.length ? `${keys.join('.')} (${named.join(', ')})` : keys.join('.');
}

const fieldKeys =
  'id type required when onlyIf unless given personal maxLength autocomplete suggest ownWords options';
const words: Readonly<Record<string, string>> = {
  '': '$schema version sensitive phone steps',
  steps: 'id when fields stop sensitive list',
  fields: `${fieldKeys} optionsFrom earliest latest kinds unknown other default`,
  options: 'code icon when exclusive',
  type: 'text textarea tel email number radio checkbox flag date time language',
  onlyIf: 'askDateOfBirth places programs',
  unless: 'askDateOfBirth places programs',
  suggest: 'places',
  earliest: 'today',
  latest: 'today',
  kinds: 'all spoken written sign',
  list: 'complaints safety',
  when: 'field in notIn answered sign dialects and',
  optionsFrom: 'dialectsOf hospital',
};

/** What could stand there. */
function knownFor(json: unknown, keys: readonly string[], code: FormProblemCode): readonly string[] {
  if (code === 'not-asked-before') return idsBefore(json, Number(keys[1]), Number(keys[3]));
  // `steps.2.extra` is a key of a step, `extra` one of the file.
  if (code === 'unknown-key') return (own(words, keys.at(-3) ?? '') ?? '').split(' ');
  return code === 'wrong-value' ? (own(words, keys.at(-1) ?? '')?.split(' ') ?? []) : [];
}

function idsBefore(json: unknown, step: number, field: number): readonly string[] {
  const steps = isObject(json) && Array.isArray(json.steps) ? json.steps.slice(0, step + 1) : [];
  return steps.flatMap((one: unknown, index) => {
    const fields = isObject(one) && Array.isArray(one.fields) ? one.fields : [];
    const before = index < step ? fields : fields.slice(0, field || 0);
    return before.flatMap((item: unknown) =>
      isObject(item) && typeof item.id === 'string' ? [item.id] : [],
    );
  });
}

/** Of a condition: the question that is not asked before it, or the key that no condition has. */
function culprit(value: unknown, known: readonly string[], code: FormProblemCode): unknown {
  if (!isObject(value)) return undefined;
  if (code !== 'not-asked-before') return Object.keys(value).find((key) => !known.includes(key));
  return known.includes(String(value.field)) ? culprit(value.and, known, code) : value.field;
}

function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? 'this';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function valueAt(json: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (node, key) =>
      typeof node === 'object' && node !== null && Object.hasOwn(node, key) ? node[key as never] : undefined,
    json,
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The known word with the fewest letters to change, if a third of them at most. */
function nearest(word: string, known: readonly string[]): string | undefined {
  const all = known
    .map((candidate) => ({ candidate, letters: distance(word.slice(0, 64), candidate) }))
    .filter(({ candidate, letters }) => letters <= Math.max(1, Math.ceil(candidate.length / 3)));
  return all.sort((a, b) => a.letters - b.letters)[0]?.candidate;
}

/** Levenshtein's. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const swap = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
