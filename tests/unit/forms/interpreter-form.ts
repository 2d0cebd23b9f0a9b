import { readFileSync } from 'node:fs';
import type { FieldStructure, FormStructure } from '../../../widget/contract/form.ts';
import { type LocaleTree, parseLocale } from '../../../widget/contract/locale.ts';
import type { InterpreterLanguages } from '../../../widget/contract/structure.ts';
import type { FormContext, FormSession } from '../../../widget/forms/form-session.ts';
import { setAnswer, startSession } from '../../../widget/forms/form-session.ts';
import { next } from '../../../widget/forms/navigate.ts';
import { parseForm } from '../../../widget/forms/parse-form.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** The form as shipped, as JSON. */
export const interpreterJson: unknown = JSON.parse(read('locales/structure/forms/interpreter.json'));

/** The English words as shipped. */
export const englishForms: LocaleTree = parseLocale(read('locales/en/forms.json')).tree;

/** One language of each kind that a form tells apart. */
export const languages: InterpreterLanguages = {
  en: { name: 'English', english: 'English' },
  es: { name: 'Español', english: 'Spanish' },
  so: { name: 'Soomaali', english: 'Somali' },
  ar: { name: 'العربية', english: 'Arabic', dir: 'rtl', dialects: ['levantine', 'iraqi'] },
  zh: { name: '中文', english: 'Chinese', dialects: ['mandarin', 'cantonese'] },
  ase: { name: 'American Sign Language', english: 'American Sign Language (ASL)', sign: true },
  kjb: { name: "Q'anjob'al", english: "Q'anjob'al", rare: true },
};

/** A Tuesday. */
export const today = '2026-11-24';

export const context: FormContext = {
  languages,
  hospital: { askDateOfBirth: false, places: ['Eye clinic'] },
  today,
};

export function interpreterForm(): FormStructure {
  const { structure } = parseForm(interpreterJson);
  if (!structure) throw new Error('The interpreter form cannot be read.');
  return structure;
}

export const start = (over: Partial<FormContext> = {}): FormSession =>
  startSession('interpreter', interpreterForm(), { ...context, ...over });

export function answer(
  session: FormSession,
  answers: Record<string, string | readonly string[] | true>,
): FormSession {
  return Object.entries(answers).reduce((now, [field, value]) => setAnswer(now, field, value), session);
}

/** Answers that let a patient without an appointment reach the end. */
export const shortest = {
  for: 'me',
  language: 'es',
  appointment: 'want-one',
  name: 'Ana',
  phone: '312 555 0199',
  'safe-to-message': 'yes',
} as const;

/** Presses Continue until `check`, or until it stays on a step. */
export function continueToEnd(session: FormSession): FormSession {
  for (let now = session; ; ) {
    const after = next(now);
    if (after.stepId === now.stepId || after.stepId === 'check') return after;
    now = after;
  }
}

/** The codes of a field's choices. */
export function choices(field: FieldStructure): readonly string[] {
  if (field.type === 'language')
    return [...(field.unknown ? ['unknown'] : []), ...(field.other ? ['other'] : [])];
  return 'options' in field ? (field.options ?? []).map(({ code }) => code) : [];
}

/** Every text of a branch, with its path. */
export function texts(tree: LocaleTree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([id, child]) => {
    const at = path ? `${path}.${id}` : id;
    return typeof child === 'string' ? [[at, child] as const] : texts(child, at);
  });
}
