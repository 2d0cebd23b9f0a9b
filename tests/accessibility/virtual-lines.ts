import { inOrder, type Stop, words } from './tree.ts';

/** Roles the virtual reader says; what starts otherwise is text. */
const roles = [
  'button',
  'checkbox',
  'combobox',
  'definition',
  'form',
  'group',
  'heading',
  'link',
  'list',
  'listitem',
  'option',
  'paragraph',
  'radio',
  'radiogroup',
  'region',
  'search',
  'strong',
  'switch',
  'term',
  'textbox',
] as const;
/** Whose end is worth hearing. */
const places = new Set(['form', 'group', 'list', 'radiogroup', 'region', 'search']);
const fields = new Set(['checkbox', 'combobox', 'radio', 'textbox']);
/** What it says of a stop after its words. */
const state = new RegExp(
  `^(${[
    'level \\d+',
    'position \\d+',
    'set size \\d+',
    '(not )?(checked|expanded|selected)',
    'current (page|item)',
    'invalid',
    'required',
    'disabled',
    '\\d+ controls?',
    'has popup listbox',
    'orientated vertically',
    'multi-selectable',
  ].join('|')})$`,
);

const spokenRole = new RegExp(`^(end of )?(${roles.join('|')})(?=, |$)`);

/**
 * What was said, shorter: without the panel itself and its live regions, and without what the virtual reader says and
 * no other does: a label before its field, the pieces of a name after the name, the ends of a button or a paragraph, all
 * options of a list.
 */
export function linesSaid(said: readonly string[]): string[] {
  const lines: string[] = [];
  /** The words said last with a role, and those of them that were not yet said again in pieces. */
  let [whole, rest] = ['', ''];
  let place = '';
  let options: string[] = [];
  /** How many of the last lines are text, and may be a label. */
  let texts = 0;
  for (const phrase of said.slice(0, said.lastIndexOf('status'))) {
    if (phrase === said[0]) continue;
    const text = words(phrase);
    const [, end, role = ''] = spokenRole.exec(text) ?? [];
    const letters = bare(text.slice(role.length));
    if (role === 'option') {
      options.push(text);
      continue;
    }
    if (options.length) lines.push(`${options[0]} … ${options.at(-1)} (${options.length})`);
    options = [];
    if (end || text.startsWith('end, ')) {
      if (places.has(role)) lines.push(`end of ${role}`);
      texts = places.has(role) ? 0 : texts;
    } else if (role === 'listitem') place = text.replace(/.*position (\d+), set size (\d+)$/, '$1 of $2: ');
    else if (text === 'term' || text === 'definition') place = `${text}, `;
    else if (role === 'paragraph' || role === 'strong') continue;
    else if (!role && !place && [rest, whole].some((heard) => heard.startsWith(letters))) {
      // From the start again too: a legend is said as a whole, and then in its pieces.
      rest = (rest.startsWith(letters) ? rest : whole).slice(letters.length);
    } else {
      if (fields.has(role))
        for (let count = texts; count > 0; count--)
          if (letters.startsWith(bare(lines.slice(-count).join('')))) {
            lines.length -= count;
            break;
          }
      [whole, rest] = role ? [letters, letters] : ['', ''];
      texts = role || place ? 0 : texts + 1;
      lines.push(place + text);
      place = '';
    }
  }
  return lines;
}

const bare = (text: string): string => text.replace(/[\s\p{P}]+/gu, '');

/**
 * Phrases without their words: the same in every language, if the same is said. A phrase with words that are not in the
 * tree is left whole.
 */
export function skeletons(lines: readonly string[], panel: Stop): string[] {
  const known = new Set(
    inOrder(panel).flatMap(({ name, description, value }) => [name, description, value].map(bare)),
  );
  known.delete('');
  const longestFirst = [...known].toSorted((a, b) => b.length - a.length);
  return lines.map((line) => {
    const [, place = '', phrase = ''] = /^(\d+ of \d+: |term, |definition, )?(.*)$/.exec(line) ?? [];
    const role = spokenRole.exec(phrase)?.[0] ?? '';
    if (role === 'option') return `${role} ${phrase.replace(/.*\(/, '(')}`;
    const parts = phrase.slice(role.length).split(', ');
    const states: string[] = [];
    while (state.test(parts.at(-1) ?? '')) states.unshift(parts.pop() ?? '');
    let rest = bare(parts.join(''));
    for (const text of longestFirst) rest = rest.replaceAll(text, '…');
    return /^[…\d]*$/.test(rest) ? [place + role, rest && '…', ...states].join(', ') : line;
  });
}

const told = [
  'button',
  'checkbox',
  'combobox',
  'group',
  'heading',
  'link',
  'radio',
  'radiogroup',
  'region',
  'switch',
];
/** States in the words of the virtual reader. */
const inItsWords: Readonly<Record<string, string>> = {
  collapsed: 'not expanded',
  current: 'current item',
  disabled: 'disabled',
  invalid: 'invalid',
  required: 'required',
};

/**
 * Where the virtual reader and the browser's tree differ in words, roles, states or order. They come to these by
 * different ways: one of them is wrong, or the page says something that each reader takes otherwise.
 */
export function disagreements(said: readonly string[], panel: Stop): string[] {
  const lines = linesSaid(said);
  const stops = inOrder(panel).slice(1);
  const bones = skeletons(lines, panel);
  const heard = bare(lines.join(' '));
  const passed = insideDefinitions(panel);
  const named = stops.flatMap((stop) => {
    if (passed.has(stop)) return [];
    if (/^text(box| area)$/.test(stop.role)) return [{ ...stop, role: 'textbox' }];
    return told.includes(stop.role) ? [stop] : [];
  });
  const spoken = lines
    .map((line) => line.replace(/^\d+ of \d+: /, ''))
    .filter((line) => [...told, 'textbox'].some((role) => line.startsWith(`${role}, `)));
  const isHeard = ({ role, name, states }: Stop, line = ''): boolean =>
    bare(line).startsWith(bare(`${role} ${name}`)) &&
    states
      .filter((state) => state !== 'focused' && !state.startsWith('opens'))
      .every((state) => line.split(', ').includes(inItsWords[state] ?? state));
  const at = named.findIndex((stop, i) => !isHeard(stop, spoken[i]));
  const { role, name, states } = named[at] ?? panel;
  return [
    ...lines.filter((line, i) => bones[i] === line && line.includes(' ') && !line.startsWith('end of ')),
    ...stops.flatMap((stop) =>
      stop.role === 'option' || heard.includes(bare(stop.name)) ? [] : [`${stop.role} ${stop.name}`],
    ),
    ...(at >= 0 || named.length !== spoken.length
      ? [`${role} ${name} (${states}), but heard: ${spoken[at] ?? spoken.at(-1)}`]
      : []),
  ].map((text) => `Told and heard otherwise: ${text}`);
}

/** This virtual reader (0.33) goes past the controls in a `<dd>`. The browser's tree, and Orca, have them. */
function insideDefinitions(stop: Stop, isInside = false, found = new Set<Stop>()): Set<Stop> {
  if (isInside) found.add(stop);
  for (const child of stop.children) insideDefinitions(child, isInside || stop.role === 'definition', found);
  return found;
}
