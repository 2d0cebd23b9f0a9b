/**
 * Every attribute of `<health-help>` by name: 0 is text, handed on as it is to what checks it (`panel-options.ts`), 1 is
 * a flag, and a list of values is a choice, its first the default. From this and
 * `attribute-docs.ts` come the properties, the warnings, `health-help.d.ts`, `custom-elements.json` and the table in
 * the README.
 */
export const attributes = {
  endpoint: 0,
  'endpoint-format': ['json', 'fhir-r4'],
  'endpoint-key': 0,
  config: 0,
  locales: 0,
  languages: 0,
  lang: 0,
  mode: ['launcher', 'inline'],
  position: ['end', 'start'],
  theme: ['auto', 'light', 'dark'],
  audience: ['patients', 'staff'],
  assistant: 0,
  remember: ['none', 'session'],
  'shared-device': 1,
  'heading-level': ['2', '3', '4'],
} as const satisfies Record<string, 0 | 1 | readonly string[]>;

export type AttributeName = keyof typeof attributes;

export const names = Object.keys(attributes) as AttributeName[];

/** `endpoint-format` is `endpointFormat`. */
export const propertyOf = (attribute: string): string =>
  attribute.replace(/-./g, ([, letter]) => (letter as string).toUpperCase());

/** The value of an attribute: a choice's default when what is given is none of its values, true or false for a flag, empty for no text. */
export function attributeValue(name: AttributeName, given: string | null): string | boolean {
  const kind: 0 | 1 | readonly string[] = attributes[name];
  if (kind === 1) return given !== null;
  return kind && !kind.includes(given as string) ? (kind[0] as string) : given || '';
}
