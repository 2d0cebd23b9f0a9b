import { attributeDocs } from '../loader/attribute-docs.ts';
import { type AttributeName, attributes, names, propertyOf } from '../loader/attributes.ts';

const events = {
  open: { meaning: 'the panel opened', detail: {} },
  close: { meaning: 'the panel closed', detail: {} },
  language: { meaning: 'the reader chose a language', detail: { language: 'string' } },
  sent: {
    meaning: "a request was accepted; `reference` is the hospital's number for it",
    detail: { form: 'string', reference: 'string | null' },
  },
  error: { meaning: 'something did not work; `code` says what', detail: { code: 'string' } },
  handoff: {
    meaning: 'the patient asks for a person; `preventDefault()` and open your own live chat',
    detail: {},
  },
} as const;

const methods = [
  {
    name: 'open',
    signature: 'open(screen?: string): Promise<void>',
    meaning: 'Opens the panel, at a screen if one is named. Resolves when it is shown.',
  },
  {
    name: 'close',
    signature: 'close(): Promise<boolean>',
    meaning: 'Closes the panel. Resolves false when the patient is first asked about answers not sent.',
  },
];

const parts = { launcher: 'the button', panel: 'the panel' };
const accent = { name: '--health-help-accent', meaning: "the hospital's colour; adjusted for contrast" };

/** TypeScript type of an attribute's property. */
function typeOf(name: AttributeName): string {
  const kind: 0 | 1 | readonly string[] = attributes[name];
  if (kind === 0) return 'string';
  return kind === 1 ? 'boolean' : kind.map((choice) => `'${choice}'`).join(' | ');
}

function eventType(name: string): string {
  return `HealthHelp${name.charAt(0).toUpperCase()}${name.slice(1)}Event`;
}

/** `dist/health-help.d.ts`: the element, its attributes in JSX, its events. */
export function typesOfElement(): string {
  const lines = [
    '/** Types of `<health-help>`. Made from `widget/loader/attributes.ts`. */',
    '',
    'export interface HealthHelpAttributes {',
    ...names.flatMap((name) => [
      `  /** ${attributeDocs[name].meaning}. Default: ${attributeDocs[name].default}. */`,
      `  '${name}'?: ${typeOf(name)};`,
    ]),
    '}',
    '',
    ...Object.entries(events).flatMap(([name, { meaning, detail }]) => [
      `/** \`health-help-${name}\`: ${meaning}. */`,
      `export interface ${eventType(name)} extends Event {`,
      ...Object.entries(detail).map(([field, type]) => `  readonly ${field}: ${type};`),
      '}',
      '',
    ]),
    'export interface HealthHelpEventMap {',
    ...Object.keys(events).map((name) => `  'health-help-${name}': ${eventType(name)};`),
    '}',
    '',
    'export interface HealthHelpElement extends HTMLElement {',
    ...names
      .filter((name) => name !== 'lang')
      .flatMap((name) => [
        `  /** ${attributeDocs[name].meaning} */`,
        `  ${propertyOf(name)}: ${typeOf(name)};`,
      ]),
    '  readonly isOpen: boolean;',
    ...methods.flatMap(({ signature, meaning }) => [`  /** ${meaning} */`, `  ${signature};`]),
    '  addEventListener<Name extends keyof HealthHelpEventMap>(',
    '    type: Name,',
    '    listener: (event: HealthHelpEventMap[Name]) => void,',
    '    options?: boolean | AddEventListenerOptions,',
    '  ): void;',
    '  addEventListener(',
    '    type: string,',
    '    listener: EventListenerOrEventListenerObject,',
    '    options?: boolean | AddEventListenerOptions,',
    '  ): void;',
    '}',
    '',
    'declare global {',
    '  interface HTMLElementTagNameMap {',
    "    'health-help': HealthHelpElement;",
    '  }',
    '  interface DocumentEventMap extends HealthHelpEventMap {}',
    '  interface Window {',
    '    /** The folder of `health-help.js`, for a tag manager that evaluates its text. */',
    '    HEALTH_HELP_BASE?: string;',
    '  }',
    '}',
    '',
  ];
  return lines.join('\n');
}

/** `dist/custom-elements.json`, custom-elements-manifest 2.1.0. */
export function manifestOfElement(): object {
  return {
    schemaVersion: '2.1.0',
    modules: [
      {
        kind: 'javascript-module',
        path: 'health-help.js',
        declarations: [
          {
            kind: 'class',
            customElement: true,
            name: 'HealthHelpElement',
            tagName: 'health-help',
            superclass: { name: 'HTMLElement' },
            description: "Answers and requests in the patient's language.",
            attributes: names.map((name) => ({
              name,
              fieldName: propertyOf(name),
              type: { text: typeOf(name) },
              description: attributeDocs[name].meaning,
              default: attributeDocs[name].default,
            })),
            members: [
              ...names.map((name) => ({
                kind: 'field',
                name: propertyOf(name),
                attribute: name,
                reflects: true,
                type: { text: typeOf(name) },
              })),
              { kind: 'field', name: 'isOpen', readonly: true, type: { text: 'boolean' } },
              ...methods.map(({ name, meaning }) => ({ kind: 'method', name, description: meaning })),
            ],
            events: Object.entries(events).map(([name, { meaning }]) => ({
              name: `health-help-${name}`,
              type: { text: eventType(name) },
              description: meaning,
            })),
            slots: [
              {
                name: '',
                description: 'Shown when JavaScript is off, the browser too old, or loading fails.',
              },
            ],
            cssParts: Object.entries(parts).map(([name, description]) => ({ name, description })),
            cssProperties: [{ name: accent.name, description: accent.meaning, syntax: '<color>' }],
          },
        ],
        exports: [
          {
            kind: 'custom-element-definition',
            name: 'health-help',
            declaration: { name: 'HealthHelpElement', module: 'health-help.js' },
          },
        ],
      },
    ],
  };
}
