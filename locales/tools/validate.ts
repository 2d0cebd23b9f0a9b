import { didYouMean } from './nearest.ts';
import type { Json } from './scan-json.ts';
import type { SourceFile } from './source-file.ts';

/** The part of JSON Schema 2020-12 that our schemas use. */
export interface Schema {
  type?: string | readonly string[];
  enum?: readonly Json[];
  pattern?: string;
  /** Visual Studio Code's extension: shown instead of the pattern. */
  patternErrorMessage?: string;
  minLength?: number;
  minimum?: number;
  properties?: Readonly<Record<string, Schema>>;
  patternProperties?: Readonly<Record<string, Schema>>;
  propertyNames?: Schema;
  additionalProperties?: boolean | Schema;
  required?: readonly string[];
  items?: Schema;
  uniqueItems?: boolean;
  minItems?: number;
  $ref?: string;
  $defs?: Readonly<Record<string, Schema>>;
  description?: string;
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text in double quotes',
  object: 'a group in curly brackets { }',
  array: 'a list in square brackets [ ]',
  boolean: 'true or false, without quotes',
  integer: 'a whole number, without quotes',
  number: 'a number, without quotes',
  null: 'null',
};

/** Reports every part of the file that its schema does not allow. Answers true when all is well. */
export function validate(file: SourceFile, root: Schema): boolean {
  let valid = true;
  const say = (path: string, code: string, message: string, key?: true): void => {
    valid = false;
    file.report(path, 'error', code, message, key ? { key } : {});
  };
  const check = (value: Json, given: Schema, path: string): void => {
    const name = given.$ref?.replace('#/$defs/', '');
    const schema = name ? (root.$defs?.[name] ?? {}) : given;
    const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
    if (types && !types.some((type) => isOf(type, value))) {
      say(path, 'wrong-type', `this must be ${types.map((type) => typeWords[type] ?? type).join(' or ')}.`);
      return;
    }
    if (schema.enum && !schema.enum.includes(value)) {
      const known = schema.enum.map(String);
      say(
        path,
        'not-a-choice',
        `"${value}" is not known here.${didYouMean(String(value), known)} Known: ${known.join(', ')}.`,
      );
    }
    if (typeof value === 'string') {
      if (schema.minLength && value.length < schema.minLength) say(path, 'empty', 'this is empty.');
      else if (schema.pattern && !new RegExp(schema.pattern, 'u').test(value)) {
        say(path, 'wrong-form', schema.patternErrorMessage ?? `"${value}" is not written as it must be.`);
      }
    } else if (typeof value === 'number') {
      if (schema.minimum !== undefined && value < schema.minimum)
        say(path, 'too-small', `this must be at least ${schema.minimum}.`);
    } else if (isList(value)) {
      value.forEach((item, index) => {
        if (schema.items) check(item, schema.items, `${path}${path && '.'}${index}`);
        if (schema.uniqueItems && value.indexOf(item) < index)
          say(`${path}.${index}`, 'twice', `"${item}" is in this list twice.`);
      });
      if (schema.minItems && value.length < schema.minItems) say(path, 'empty', 'this list is empty.');
    } else if (typeof value === 'object' && value !== null) checkObject(value, schema, path);
  };
  const checkObject = (value: { readonly [key: string]: Json }, schema: Schema, path: string): void => {
    const properties = schema.properties ?? {};
    const patterns = Object.entries(schema.patternProperties ?? {});
    for (const key of Object.keys(value)) {
      const at = path ? `${path}.${key}` : key;
      const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
      const matching = patterns.find(([pattern]) => new RegExp(pattern, 'u').test(key))?.[1];
      const other = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
      const names = schema.propertyNames;
      if (names?.pattern && !new RegExp(names.pattern, 'u').test(key)) {
        say(
          at,
          'bad-name',
          names.patternErrorMessage ?? `the name "${key}" is not written as it must be.`,
          true,
        );
      }
      const child = own ?? matching ?? other;
      if (child) check(value[key] ?? null, child, at);
      else if (schema.additionalProperties === false) {
        const known = Object.keys(properties).filter((name) => !(name in value));
        say(at, 'unknown-name', `"${key}" is not known here.${didYouMean(key, known)}`, true);
      }
    }
    for (const key of schema.required ?? []) {
      if (!(key in value)) say(path ? `${path}.${key}` : key, 'missing', `"${key}" is missing here.`);
    }
  };
  if (file.value !== undefined) check(file.value, root, '');
  return valid && file.value !== undefined;
}

function isOf(type: string, value: Json): boolean {
  if (type === 'object') return typeof value === 'object' && value !== null && !isList(value);
  if (type === 'array') return isList(value);
  if (type === 'null') return value === null;
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
