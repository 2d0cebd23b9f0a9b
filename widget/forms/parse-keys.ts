import { officeLists } from '../contract/form.ts';

/** Ids become keys of answers and parts of element ids; names of `Object.prototype` are refused by the receiver. */
const isId = (value: unknown): boolean =>
  typeof value === 'string' && /^[a-z0-9-]{1,64}$/.test(value) && !(value in Object.prototype);

/** BCP 47 codes of languages may be listed in a condition, so upper case is allowed there. */
const isCodes = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length < 500 &&
  value.every((code) => typeof code === 'string' && /^[A-Za-z0-9-]{1,64}$/.test(code));

const isTrue = (value: unknown): boolean => value === true;
const isOneOf =
  (...values: readonly unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value);

const isFact = isOneOf('askDateOfBirth', 'places', 'programs');

const checks: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: isId,
  code: isId,
  icon: isId,
  required: isTrue,
  stop: isTrue,
  exclusive: isTrue,
  personal: isTrue,
  ownWords: isTrue,
  unknown: isTrue,
  other: isTrue,
  sensitive: isTrue,
  given: isTrue,
  list: isOneOf(...officeLists),
  // A name that is no phone of `hospital.json` leads to the main one; the list of names would be sent to every patient.
  phone: (value) => typeof value === 'string' && /^[A-Za-z]{1,30}$/.test(value),
  onlyIf: isFact,
  unless: isFact,
  suggest: isOneOf('places'),
  earliest: isOneOf('today'),
  latest: isOneOf('today'),
  kinds: isOneOf('all', 'spoken', 'written', 'sign'),
  autocomplete: (value) => typeof value === 'string' && /^[a-z0-9 -]{1,60}$/.test(value),
  // 4000 characters of any script fit into the 65,536 bytes of a request, twice.
  maxLength: (value) => Number.isInteger(value) && Number(value) > 0 && Number(value) <= 4000,
  optionsFrom: (value) =>
    hasOnly(value, { dialectsOf: isId, hospital: isOneOf('programs') }) &&
    Object.keys(value as object).length === 1,
  default: (value) => hasOnly(value, { field: isId }),
};

/**
 * Whether the value of a key of a form's structure is allowed. A key that is not there is, except `id` and `code`.
 * @param nesting levels of `and` allowed in a condition
 */
export function keyOk(key: string, value: unknown, nesting: number): boolean {
  if (value === undefined) return key !== 'id' && key !== 'code';
  return key === 'when' ? isCondition(value, nesting) : (checks[key]?.(value) ?? false);
}

function isCondition(value: unknown, nesting: number): boolean {
  const shape = {
    field: isId,
    in: isCodes,
    notIn: isCodes,
    answered: isOneOf(true, false),
    sign: isOneOf(true, false),
    dialects: isTrue,
    and: (inner: unknown) => nesting > 0 && isCondition(inner, nesting - 1),
  };
  return hasOnly(value, shape) && 'field' in (value as object);
}

function hasOnly(value: unknown, shape: Readonly<Record<string, (value: unknown) => boolean>>): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([key, inner]) => Object.hasOwn(shape, key) && shape[key]?.(inner) === true,
  );
}
