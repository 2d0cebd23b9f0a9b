import type {
  Condition,
  FieldStructure,
  FormStructure,
  OptionStructure,
  StepStructure,
} from '../contract/form.ts';
import { fieldsIn } from './conditions.ts';
import { keyOk } from './parse-keys.ts';

export type FormProblemCode =
  | 'not-an-object'
  | 'missing'
  | 'wrong-value'
  | 'unknown-key'
  | 'bad-id'
  | 'duplicate-id'
  /** A condition looks at a question that is not asked before. */
  | 'not-asked-before'
  | 'no-options'
  | 'too-many';

export interface FormProblem {
  /** Where, e.g. `steps.3.fields.0.type`; empty for the file itself. */
  path: string;
  code: FormProblemCode;
}

export interface ParsedForm {
  /** What can be used of the form; undefined when nothing can. */
  structure: FormStructure | undefined;
  problems: readonly FormProblem[];
}

/** More than any form needs; less than what would make a phone slow. */
const most = { steps: 60, fields: 40, options: 100, nesting: 5 };

type Json = Record<string, unknown>;
type Report = (path: string, code: FormProblemCode) => void;

/**
 * Checks a form a hospital wrote. Never throws. A key that is not known is left out; a step, question or option with
 * anything else wrong is left out whole, because half of one could ask or hide the wrong thing.
 */
export function parseForm(json: unknown): ParsedForm {
  const problems: FormProblem[] = [];
  const report: Report = (path, code) => problems.push({ path, code });
  if (!isObject(json)) return { structure: undefined, problems: [{ path: '', code: 'not-an-object' }] };
  unknownKeys(json, formKeys, '', report);
  const { version } = json;
  if (typeof version !== 'string' || !/^[A-Za-z0-9._-]{1,32}$/.test(version)) {
    report('version', version === undefined ? 'missing' : 'wrong-value');
    return { structure: undefined, problems };
  }
  const asked = new Set<string>();
  const ids = new Set(['check']);
  const steps = list(json.steps, 'steps', most.steps, report, (step, path) =>
    parseStep(step, path, ids, asked, report),
  );
  if (!steps.length) report('steps', 'missing');
  const { phone, sensitive } = json;
  for (const key of ['phone', 'sensitive']) {
    if (!keyOk(key, json[key], 0)) report(key, 'wrong-value');
  }
  const structure: FormStructure = {
    version,
    // Anything but a clear no: a quick way out too many harms less than one too few.
    ...(sensitive ? { sensitive: true } : {}),
    ...(keyOk('phone', phone, 0) ? pick(json, ['phone']) : {}),
    steps,
  };
  return { structure: steps.length ? structure : undefined, problems };
}

/** Of the file, of a step and of an option. `$schema` is for the editor's program. */
const formKeys = ['$schema', 'version', 'sensitive', 'phone', 'steps'];
const stepKeys = ['id', 'when', 'stop', 'sensitive', 'list'];
const optionKeys = ['code', 'icon', 'when', 'exclusive'];

function parseStep(
  json: Json,
  path: string,
  ids: Set<string>,
  asked: Set<string>,
  report: Report,
): StepStructure | undefined {
  unknownKeys(json, [...stepKeys, 'fields'], path, report);
  const whole = keysOk(json, stepKeys, path, report);
  if (!whole || !isNew(json.id, ids, path, report) || !isAsked(json.when, asked, path, report))
    return undefined;
  const fields = list(json.fields ?? [], `${path}.fields`, most.fields, report, (field, at) =>
    parseField(field, at, asked, report),
  );
  if (!fields.length && !json.stop) {
    report(`${path}.fields`, 'missing');
    return undefined;
  }
  return { ...pick(json, stepKeys), fields } as unknown as StepStructure;
}

const anyField = ['id', 'type', 'required', 'when', 'onlyIf', 'unless', 'given', 'personal'];
const text = [...anyField, 'maxLength', 'autocomplete', 'suggest', 'ownWords'];
const choice = [...anyField, 'options', 'optionsFrom'];
const fieldKeys: Readonly<Record<string, readonly string[]>> = {
  text,
  textarea: text,
  tel: text,
  email: text,
  number: text,
  radio: choice,
  checkbox: choice,
  flag: anyField,
  date: [...anyField, 'earliest', 'latest'],
  time: anyField,
  language: [...anyField, 'kinds', 'unknown', 'other', 'default'],
};

function parseField(
  json: Json,
  path: string,
  asked: Set<string>,
  report: Report,
): FieldStructure | undefined {
  const { type } = json;
  if (typeof type !== 'string' || !Object.hasOwn(fieldKeys, type)) {
    report(`${path}.type`, type === undefined ? 'missing' : 'wrong-value');
    return undefined;
  }
  const keys = fieldKeys[type] ?? [];
  unknownKeys(json, keys, path, report);
  const plain = keys.filter((key) => key !== 'options' && key !== 'type');
  if (!keysOk(json, plain, path, report) || !isAsked(json.when, asked, path, report)) return undefined;
  if (type === 'language' && json.kinds === undefined) {
    report(`${path}.kinds`, 'missing');
    return undefined;
  }
  const sources = { 'optionsFrom.dialectsOf': json.optionsFrom, 'default.field': json.default };
  for (const [at, source] of Object.entries(sources)) {
    const field = isObject(source) ? (source.dialectsOf ?? source.field) : undefined;
    if (typeof field === 'string' && !asked.has(field)) {
      report(`${path}.${at}`, 'not-asked-before');
      return undefined;
    }
  }
  const codes = new Set<string>();
  const options = list(json.options ?? [], `${path}.options`, most.options, report, (option, at) =>
    parseOption(option, at, codes, asked, report),
  );
  if ((type === 'radio' || type === 'checkbox') && !options.length && !json.optionsFrom) {
    report(`${path}.options`, 'no-options');
    return undefined;
  }
  if (!isNew(json.id, asked, path, report)) return undefined;
  const field = { type, ...pick(json, plain), ...(options.length ? { options } : {}) };
  return field as unknown as FieldStructure;
}

function parseOption(
  json: Json,
  path: string,
  codes: Set<string>,
  asked: Set<string>,
  report: Report,
): OptionStructure | undefined {
  unknownKeys(json, optionKeys, path, report);
  if (!keysOk(json, optionKeys, path, report) || !isAsked(json.when, asked, path, report)) return undefined;
  if (!isNew(json.code, codes, path, report)) return undefined;
  return pick(json, optionKeys) as unknown as OptionStructure;
}

function keysOk(json: Json, keys: readonly string[], path: string, report: Report): boolean {
  const wrong = keys.find((key) => !keyOk(key, json[key], most.nesting));
  if (!wrong) return true;
  const code =
    json[wrong] === undefined ? 'missing' : wrong === 'id' || wrong === 'code' ? 'bad-id' : 'wrong-value';
  report(`${path}.${wrong}`, code);
  return false;
}

function isNew(id: unknown, ids: Set<string>, path: string, report: Report): boolean {
  if (ids.has(String(id))) report(path, 'duplicate-id');
  else return Boolean(ids.add(String(id)));
  return false;
}

/** @param when checked before by `keyOk` */
function isAsked(when: unknown, asked: Set<string>, path: string, report: Report): boolean {
  const all = fieldsIn(when as Condition | undefined).every((field) => asked.has(field));
  if (!all) report(`${path}.when`, 'not-asked-before');
  return all;
}

function list<T>(
  value: unknown,
  path: string,
  limit: number,
  report: Report,
  parse: (item: Json, path: string) => T | undefined,
): readonly T[] {
  if (!Array.isArray(value)) {
    report(path, value === undefined ? 'missing' : 'wrong-value');
    return [];
  }
  if (value.length > limit) report(path, 'too-many');
  return value.slice(0, limit).flatMap((item: unknown, i) => {
    const at = `${path}.${i}`;
    if (!isObject(item)) report(at, 'not-an-object');
    const parsed = isObject(item) ? parse(item, at) : undefined;
    return parsed === undefined ? [] : [parsed];
  });
}

function unknownKeys(json: Json, known: readonly string[], path: string, report: Report): void {
  for (const key of Object.keys(json)) {
    if (!known.includes(key)) report(path ? `${path}.${key}` : key, 'unknown-key');
  }
}

function pick(json: Json, keys: readonly string[]): Json {
  return Object.fromEntries(keys.flatMap((key) => (json[key] === undefined ? [] : [[key, json[key]]])));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
