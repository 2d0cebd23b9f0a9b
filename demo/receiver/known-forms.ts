import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FieldStructure, FormStructure } from '../../widget/contract/form.ts';
import type { CheckedSubmission } from '../../widget/contract/submission-schema.ts';

export interface KnownForm {
  id: string;
  version: string;
  /** What staff call it, in English. The patient's words ("Ask for an interpreter") would read as an order here. */
  name: string;
  /** Every field, in the order asked, by id. */
  fields: ReadonlyMap<string, FieldStructure>;
}

export type KnownForms = ReadonlyMap<string, KnownForm>;

/**
 * Reads the forms the widget offers: `structure/forms/*.json`.
 * @param folders of locale files; a form of a later one takes the place of one before
 * @throws when a form file is not readable JSON: a receiver that does not know its forms must not start
 */
export function loadKnownForms(...folders: readonly string[]): KnownForms {
  const forms = new Map<string, KnownForm>();
  for (const folder of folders.map((locales) => join(locales, 'structure', 'forms'))) {
    for (const file of readdirSync(folder).sort()) {
      if (!file.endsWith('.json')) continue;
      const id = basename(file, '.json');
      const structure = JSON.parse(readFileSync(join(folder, file), 'utf8')) as FormStructure;
      forms.set(id, knownForm(id, structure));
    }
  }
  return forms;
}

export function knownForm(id: string, structure: FormStructure): KnownForm {
  const fields = new Map<string, FieldStructure>();
  for (const step of structure.steps) for (const field of step.fields ?? []) fields.set(field.id, field);
  return { id, version: structure.version, name: staffNames[id] ?? sentence(id), fields };
}

/**
 * What is wrong with the answers, given the form they belong to. An unknown form or field is always refused.
 * Choices are compared only when the form's version is ours: a page kept in a cache for a week still gets its request through.
 * Whether everything required is there is not judged here: half a request is better than none.
 */
export function checkAnswers(
  submission: CheckedSubmission,
  forms: KnownForms,
): readonly { field: string; code: string }[] {
  const form = forms.get(submission.form);
  if (!form) return [{ field: 'form', code: 'unknown-form' }];
  const sameVersion = form.version === submission.formVersion;
  return Object.entries(submission.answers).flatMap(([id, answer]) => {
    const field = form.fields.get(id) ?? otherText(form, id);
    if (!field) return [{ field: id, code: 'unknown-field' }];
    const code = sameVersion ? wrongAnswer(field, answer) : undefined;
    return code ? [{ field: id, code }] : [];
  });
}

/** `<id>-other`: the text beside "Another language". */
function otherText(form: KnownForm, id: string): FieldStructure | undefined {
  const base = form.fields.get(id.replace(/-other$/, ''));
  return id.endsWith('-other') && base?.type === 'language' && base.other ? { id, type: 'text' } : undefined;
}

function wrongAnswer(field: FieldStructure, answer: string | string[] | true): string | undefined {
  if (field.type === 'flag') return answer === true ? undefined : 'not-a-choice';
  const codes = 'optionsFrom' in field && field.optionsFrom ? undefined : optionCodes(field);
  if (field.type === 'checkbox') {
    if (!Array.isArray(answer)) return 'not-a-choice';
    return answer.every((code) => !codes || codes.has(code)) ? undefined : 'not-a-choice';
  }
  if (typeof answer !== 'string') return 'not-accepted';
  if (field.type === 'radio') return !codes || codes.has(answer) ? undefined : 'not-a-choice';
  if (field.type === 'date') return isDate(answer) ? undefined : 'not-a-date';
  if (field.type === 'time') return /^([01]\d|2[0-3]):[0-5]\d$/.test(answer) ? undefined : 'not-a-time';
  return undefined;
}

function optionCodes(field: FieldStructure): ReadonlySet<string> | undefined {
  return 'options' in field && field.options ? new Set(field.options.map(({ code }) => code)) : undefined;
}

export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

const staffNames: Readonly<Record<string, string>> = {
  advocate: 'Patient advocate',
  'faith-culture': 'Faith and culture',
};

function sentence(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
