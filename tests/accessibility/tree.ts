import type { CDPSession, Page } from '@playwright/test';

/** One thing a screen reader can stop at, from the browser's own accessibility tree. */
export interface Stop {
  role: string;
  level: number | undefined;
  name: string;
  description: string;
  value: string;
  /** As in speech: `not checked`, `required`, `current page` … */
  states: readonly string[];
  /** The language it is marked with. */
  lang: string;
  /** Where a link leads. */
  address: string;
  children: readonly Stop[];
}

export interface Reading {
  /** The panel: a dialog or a region. */
  panel: Stop;
  /** What the live regions hold: `polite` or `assertive`, the words, and the language they are marked with. */
  live: readonly { manner: string; words: string; lang: string }[];
  dom: DomNode;
}

export type DomNode = Awaited<ReturnType<typeof describe>>['node'];
type AxNode = Awaited<ReturnType<typeof fullTree>>['nodes'][number];

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** The session for what Playwright has no words for, one for each page. */
export function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

const describe = (session: CDPSession, objectId: string) =>
  session.send('DOM.describeNode', { objectId, depth: -1, pierce: true });
const fullTree = (session: CDPSession) => session.send('Accessibility.getFullAXTree');

/** The panel as Chromium tells it to screen readers, with the languages of the document: its tree has none. */
export async function readTree(page: Page): Promise<Reading> {
  const session = await sessionOf(page);
  const expression = `document.querySelector('health-help').shadowRoot.querySelector('.panel')`;
  const { result } = await session.send('Runtime.evaluate', { expression });
  if (!result.objectId) throw new Error('There is no panel.');
  const [{ node: dom }, { nodes }] = await Promise.all([
    describe(session, result.objectId),
    fullTree(session),
  ]);
  const elements = elementsOf(dom);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const root = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === dom.backendNodeId);
  if (!root || root.ignored) throw new Error('The panel is not in the accessibility tree.');
  const children = (node: AxNode): AxNode[] => (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);

  const live: AxNode[] = [];
  const stopsOf = (node: AxNode, inherited: string): Stop[] => {
    const role = roles[`${node.role?.value}`] ?? `${node.role?.value}`;
    if (propertiesOf(node).live && node !== root) {
      live.push(node);
      return [];
    }
    if (role === 'nothing') return [];
    const known = elements.get(node.backendDOMNodeId ?? 0);
    const lang = known?.lang ?? inherited;
    // What is in a field is its value.
    const inside = role === 'textbox' ? [] : children(node).flatMap((child) => stopsOf(child, lang));
    if (node.ignored || role === 'through') return inside;
    return [stopOf(node, role, lang, known?.attributes ?? {}, inside)];
  };
  const [panel] = stopsOf(root, '');
  if (!panel) throw new Error('The panel is empty.');
  return {
    panel,
    live: live.map((node) => {
      const element = elements.get(node.backendDOMNodeId ?? 0);
      return {
        manner: `${propertiesOf(node).live}`,
        words: element ? textOf(element.node) : '',
        lang: element?.lang ?? '',
      };
    }),
    dom,
  };
}

/** Chromium's names of roles that are said otherwise, or that have nothing to say. */
const roles: Readonly<Record<string, string>> = {
  StaticText: 'text',
  LabelText: 'label',
  Legend: 'legend',
  DescriptionList: 'description list',
  DescriptionListTerm: 'term',
  DescriptionListDetail: 'definition',
  MenuListPopup: 'options',
  generic: 'through',
  none: 'through',
  strong: 'through',
  InlineTextBox: 'nothing',
  ListMarker: 'nothing',
  LineBreak: 'nothing',
};

interface Known {
  node: DomNode;
  lang: string;
  attributes: Readonly<Record<string, string>>;
}

function elementsOf(dom: DomNode): Map<number, Known> {
  const found = new Map<number, Known>();
  const walk = (node: DomNode, inherited: string): void => {
    const attributes = attributesOf(node);
    const lang = attributes.lang ?? inherited;
    found.set(node.backendNodeId, { node, lang, attributes });
    for (const child of node.children ?? []) walk(child, lang);
  };
  walk(dom, '');
  return found;
}

export function attributesOf({ attributes = [] }: DomNode): Record<string, string> {
  return Object.fromEntries(
    attributes.flatMap((name, i) => (i % 2 ? [] : [[name, attributes[i + 1] ?? '']])),
  );
}

/** All text of a node, hidden or not. */
export function textOf(node: DomNode): string {
  return node.nodeType === 3 ? node.nodeValue : (node.children ?? []).map(textOf).join('');
}

const propertiesOf = (node: AxNode): Record<string, unknown> =>
  Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));

function stopOf(
  node: AxNode,
  role: string,
  lang: string,
  attributes: Known['attributes'],
  children: Stop[],
): Stop {
  const { level, url, ...properties } = propertiesOf(node);
  return {
    role: role === 'textbox' && properties.multiline ? 'text area' : role,
    level: role === 'heading' ? Number(level) : undefined,
    name: role === 'text' ? spaces(`${node.name?.value ?? ''}`) : words(node.name?.value),
    description: words(node.description?.value),
    value: words(node.value?.value),
    states: statesOf(role, properties, attributes),
    lang,
    address: typeof url === 'string' ? url : '',
    children,
  };
}

function statesOf(
  role: string,
  {
    checked,
    expanded,
    required,
    disabled,
    invalid,
    modal,
    focused,
    hasPopup,
    pressed,
    selected,
  }: Record<string, unknown>,
  attributes: Readonly<Record<string, string>>,
): string[] {
  const current = attributes['aria-current'];
  // A native list of choices is always collapsed and always has a menu: its role says so.
  const native = role === 'combobox' && hasPopup === 'menu';
  return [
    ...(checked === undefined
      ? []
      : [checked === 'true' ? 'checked' : checked === 'false' ? 'not checked' : 'mixed']),
    ...(pressed === undefined ? [] : [pressed === 'true' ? 'pressed' : 'not pressed']),
    ...(expanded === undefined || native ? [] : [expanded ? 'expanded' : 'collapsed']),
    ...(hasPopup === undefined || native ? [] : [`opens ${hasPopup}`]),
    ...(current === undefined ? [] : [current === 'true' ? 'current' : `current ${current}`]),
    ...(role === 'option' && selected ? ['selected'] : []),
    ...(required ? ['required'] : []),
    ...(invalid === undefined || invalid === 'false' ? [] : ['invalid']),
    ...(disabled ? ['disabled'] : []),
    ...(modal ? ['modal'] : []),
    ...(focused ? ['focused'] : []),
  ];
}

/** Bidi isolates and kinds of spaces are not spoken. */
const spaces = (text: string): string =>
  text.replace(/[\u2066-\u2069\u200e\u200f]/g, '').replace(/\s+/g, ' ');
export const words = (text: unknown): string => spaces(`${text ?? ''}`).trim();

/** The stops in reading order. */
export function inOrder(stop: Stop): Stop[] {
  return [stop, ...stop.children.flatMap(inOrder)];
}
