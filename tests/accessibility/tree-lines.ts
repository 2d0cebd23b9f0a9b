import { type Stop, words } from './tree.ts';

/** One line of a reviewed text. */
export interface Line {
  /** Depth and role, with the level of a heading. */
  role: string;
  /** Name, value and description, and the language where it changes. */
  said: string;
  states: string;
  /** All that should be the same in every language. */
  shape: string;
}

/** Roles whose name is what they hold, so that it is not written twice. */
const namedByContent = new Set([
  'button',
  'link',
  'switch',
  'radio',
  'checkbox',
  'heading',
  'option',
  'term',
]);
/** Roles that hold running text, in which a link is a part of the sentence. */
const sentences = new Set(['paragraph', 'definition', 'listitem', 'text']);

/** A tree as lines, without what would only say the same again: a label beside the control it names. */
export const linesOf = (panel: Stop): Line[] => childLines(panel, 0);

const childLines = (parent: Stop, depth: number): Line[] =>
  joined(parent.children).flatMap((stop) => linesOfStop(stop, parent, depth));

function linesOfStop(stop: Stop, parent: Stop, depth: number): Line[] {
  if (stop.role === 'label' || stop.role === 'legend') return labelLines(stop, parent, depth);
  if (stop.role === 'options') {
    const names = stop.children.map(({ name }) => quoted(name));
    return [line(depth, `${names.length} options`, `${names[0]} … ${names.at(-1)}`)];
  }
  if (sentences.has(stop.role) && isSentence(stop))
    return [line(depth, stop.role === 'listitem' ? '•' : stop.role, sentenceOf(stop) + langOf(stop, parent))];
  if (stop.role === 'listitem') return itemLines(stop, parent, depth);
  const { role, level, states, children } = stop;
  const rest = namedByContent.has(role) ? children.filter((child) => !isInName(child, stop)) : children;
  const called = [role === 'list' ? `list of ${children.length}` : role, level].filter(Boolean).join(' ');
  return [
    line(depth, called, wordsOf(stop, parent), states),
    ...childLines({ ...stop, children: rest }, depth + 1),
  ];
}

/** A list item with one thing in it is that thing. */
function itemLines(item: Stop, parent: Stop, depth: number): Line[] {
  const [only, ...more] = joined(item.children);
  if (!only || more.length) return [line(depth, '•', langOf(item, parent)), ...childLines(item, depth + 1)];
  const bullet = (text: string): string => text.replace(/^ */, (indent) => `${indent}• `);
  return linesOfStop(only, parent, depth).map((each, index) =>
    index ? each : { ...each, role: bullet(each.role), shape: bullet(each.shape) },
  );
}

/** What a label says that its control does not, and the languages in it. */
function labelLines(label: Stop, parent: Stop, depth: number): Line[] {
  const controls = label.children.filter(({ role }) => role !== 'text');
  const texts = label.children.filter(({ role }) => role === 'text');
  const text = bare(texts.map(({ name }) => name).join(''));
  const heard = [...controls, parent, ...parent.children]
    .flatMap(({ name, description }) => [name, `${name} ${description}`])
    .map(bare);
  const lines = controls.flatMap((control) => linesOfStop(control, parent, depth));
  if (heard.includes(text) && texts.every(({ lang }) => lang === parent.lang)) return lines;
  return [...lines, line(depth, label.role, sentenceOf({ ...label, children: texts }))];
}

const bare = (text: string): string => text.replace(/[\s\p{P}]+/gu, '');

/** Text that stands in the name of what holds it, in the same language. */
const isInName = (child: Stop, { name, lang }: Stop): boolean =>
  child.role === 'text' && child.lang === lang && bare(name).includes(bare(child.name));

/** Pieces of one text; where no space is between them, they are not one. */
function joined(stops: readonly Stop[]): Stop[] {
  const result: Stop[] = [];
  for (const stop of stops) {
    const last = result.at(-1);
    const isNext = stop.role === 'text' && last?.role === 'text' && last.lang === stop.lang;
    if (isNext && (/\s$/.test(last.name) || /^\s/.test(stop.name)))
      result[result.length - 1] = { ...last, name: last.name + stop.name };
    else result.push(stop);
  }
  return result.filter(({ role, name }) => role !== 'text' || words(name));
}

const inSentence = ({ role, states, description }: Stop): boolean =>
  role === 'text' || ((role === 'link' || role === 'button') && !states.length && !description);

const isSentence = ({ role, children }: Stop): boolean =>
  role === 'text' || (children.some((child) => child.role === 'text') && children.every(inSentence));

function sentenceOf(stop: Stop): string {
  const pieces = stop.role === 'text' ? [stop] : stop.children;
  const text = pieces.map(({ role, name, lang }) => {
    const marks = [role === 'text' ? '' : role, lang === stop.lang ? '' : `lang=${lang}`].filter(Boolean);
    if (!marks.length || !words(name)) return name;
    const marked = `[${marks.join(' ')}: ${words(name)}]`;
    // Words in another language are a box of their own, a link is not.
    return role === 'text' ? ` ${marked} ` : marked;
  });
  return quoted(words(text.join('')));
}

function line(depth: number, name: string, text: string, list: readonly string[] = []): Line {
  const role = `${'  '.repeat(depth)}${name}`;
  const said = text.trim();
  const states = list.length ? `(${list.join(', ')})` : '';
  const parts = ['" – "', '= "'].filter((part) => said.includes(part));
  return { role, said, states, shape: [role, states, ...parts].join(' ') };
}

const wordsOf = (stop: Stop, parent: Stop): string =>
  [
    stop.name && quoted(stop.name),
    stop.value && `= ${quoted(stop.value)}`,
    stop.description && `– ${quoted(stop.description)}`,
  ]
    .filter(Boolean)
    .join(' ')
    .concat(langOf(stop, parent));

/** A letter on and on, to fill a field, is written once. */
const quoted = (text: string): string =>
  `"${text.replace(/(.{1,60}?)\1{9,}/gu, (run, part: string) => `${part} × ${run.length / part.length}`)}"`;
const langOf = ({ lang }: Stop, parent: Stop): string => (lang === parent.lang ? '' : ` lang=${lang}`);
