import { inOrder, type Reading, type Stop, words } from './tree.ts';
import { documentFindings } from './tree-document.ts';

/** Of these a reader must hear what they are for. */
const controls = new Set([
  'button',
  'checkbox',
  'combobox',
  'link',
  'option',
  'radio',
  'switch',
  'text area',
  'textbox',
]);
const places = new Set(['form', 'group', 'list', 'radiogroup', 'region', 'search']);
const named = new Set([...controls, 'dialog', 'group', 'heading', 'radiogroup', 'region']);

export interface Expected {
  /** The language asked for. */
  lang: string;
  /** What the widget may have announced. */
  announced: readonly RegExp[];
  /** Texts of the reader's language that are in other letters. */
  given: readonly string[];
}

/**
 * What is wrong for somebody who listens, whatever the words are.
 * @returns one sentence per finding
 */
export function findings({ panel, live, dom }: Reading, { lang, announced, given }: Expected): string[] {
  const stops = inOrder(panel);
  return [
    ...stops.flatMap(unnamed),
    ...twins(panel),
    ...levels(stops),
    ...lostChoices(panel),
    ...unsaidErrors(stops),
    ...stops.flatMap(repeatedIn),
    ...neighbours(panel),
    ...loud(live, lang, announced),
    ...documentFindings(dom, given),
  ];
}

const nameOf = ({ role, name }: Stop): string => `${role} "${name}"`;

function unnamed(stop: Stop): string[] {
  if (!named.has(stop.role)) return [];
  if (!stop.name) return [`No name: ${stop.role}`];
  return /[\p{L}\p{N}]/u.test(stop.name) ? [] : [`Only symbols: ${nameOf(stop)}`];
}

/** Two controls of one place that are called the same and are not the same. A sentence tells what its own are for. */
function twins(panel: Stop): string[] {
  const found: string[] = [];
  const walk = (stop: Stop, seen: Map<string, Stop>): void => {
    if (stop.role === 'paragraph' || stop.role === 'options') return;
    if (controls.has(stop.role)) {
      const before = seen.get(nameOf(stop));
      if (before && !(stop.address && stop.address === before.address))
        found.push(`Two of one name: ${nameOf(stop)}`);
      seen.set(nameOf(stop), stop);
    }
    const inside = places.has(stop.role) ? new Map<string, Stop>() : seen;
    for (const child of stop.children) walk(child, inside);
  };
  walk(panel, new Map());
  return found;
}

/** Headings that leave a level out: whoever goes from one to the next looks for what is not there. */
function levels(stops: readonly Stop[]): string[] {
  const headings = stops.filter(({ role }) => role === 'heading');
  return headings.flatMap((heading, i) => {
    const { level: before = 1 } = headings[i - 1] ?? {};
    const { level = 0 } = heading;
    return level > before + 1 ? [`Level ${level} after ${before}: ${nameOf(heading)}`] : [];
  });
}

/** Choices whose question is not heard with them: outside a group, or in one that is not called by its legend. */
function lostChoices(panel: Stop): string[] {
  const walk = (stop: Stop, group: Stop | undefined): string[] => {
    const inside = stop.role === 'group' || stop.role === 'radiogroup' ? stop : group;
    const legend = words(
      inOrder(stop)
        .map(({ role, name }) => (role === 'text' ? name : ''))
        .join(''),
    );
    return [
      ...(stop.role === 'radio' && !inside ? [`A choice without its question: ${nameOf(stop)}`] : []),
      ...(stop.role === 'legend' && !bare(group?.name ?? '').includes(bare(legend))
        ? [`A group that is not called by its legend "${legend}": ${group ? nameOf(group) : 'none'}`]
        : []),
      ...stop.children.flatMap((child) => walk(child, inside)),
    ];
  };
  return walk(panel, undefined);
}

const bare = (text: string): string => text.replace(/[\s\p{P}]+/gu, '');

/**
 * The words of the error are heard at the field: in its description, or, for one question with several fields, in that
 * of one of them. The description of a group does not count: Orca is silent on it, with Chromium and with Firefox. And
 * every error of the summary is heard at a field.
 */
function unsaidErrors(stops: readonly Stop[]): string[] {
  const inside = (stop: Stop): Stop[] => inOrder(stop).slice(1);
  const groups = stops.filter(({ role }) => role === 'group' || role === 'radiogroup');
  const summary = groups.find((group) => inside(group).some(({ address }) => address.includes('#')));
  const errors = summary ? inside(summary).flatMap(({ role, name }) => (role === 'link' ? [name] : [])) : [];
  const invalid = stops.filter(({ states }) => states.includes('invalid'));
  const heardAt = (stop: Stop): string => {
    const group = groups.findLast((group) => group !== summary && inOrder(group).includes(stop));
    const fields = [stop, ...(group ? inside(group) : [])].filter(({ role }) => controls.has(role));
    return fields.map(({ description }) => description).join(' ');
  };
  const said = invalid.map(heardAt);
  return [
    ...invalid.flatMap((stop, i) =>
      errors.some((error) => said[i]?.includes(error)) ? [] : [`Invalid, and no word why: ${nameOf(stop)}`],
    ),
    ...errors.flatMap((error) =>
      said.some((text) => text.includes(error)) ? [] : [`An error that no field tells: ${error}`],
    ),
  ];
}

/** A description that only says the name, a part twice, or a name that is only said again: "Español, español". */
function repeatedIn(stop: Stop): string[] {
  const { name, description, value } = stop;
  return [
    ...(description && name.includes(description) ? [`The description is in the name: ${nameOf(stop)}`] : []),
    ...(value && value === name ? [`The value is the name: ${nameOf(stop)}`] : []),
    ...(controls.has(stop.role) && /^(.{3,}),?\s+\1$/iu.test(name)
      ? [`The name twice: ${nameOf(stop)}`]
      : []),
    ...(/(?:^|\s)(\S.{8,}\S)\s+\1(?:\s|$)/u.test(`${name} ${description}`)
      ? [`The same twice: ${nameOf(stop)} – "${description}"`]
      : []),
  ];
}

/** The same sentence at two stops, one after the other. A label is one with its field, a heading with its group. */
function neighbours(panel: Stop): string[] {
  const heard: Stop[] = [];
  const walk = (stop: Stop, parent: Stop): void => {
    const isLabel = stop.role === 'text' && (parent.role === 'label' || parent.role === 'legend');
    const isPart = words(parent.name).includes(words(stop.name));
    if (words(stop.name) && !isLabel && !isPart && stop.role !== 'option') heard.push(stop);
    for (const child of stop.children) walk(child, { ...stop, name: stop.name || parent.name });
  };
  for (const child of panel.children) walk(child, { ...panel, name: '' });
  return heard.flatMap((stop, i) => {
    const before = heard[i - 1];
    if (!before || words(before.name) !== words(stop.name)) return [];
    if (before.role === 'heading' && places.has(stop.role)) return [];
    return [`Heard twice in a row: ${nameOf(before)} and ${nameOf(stop)}`];
  });
}

function loud(live: Reading['live'], lang: string, announced: readonly RegExp[]): string[] {
  return [
    ...['polite', 'assertive'].flatMap((manner) => {
      const count = live.filter((region) => region.manner === manner).length;
      return count === 1 ? [] : [`${count} ${manner} live regions, not one.`];
    }),
    ...live.flatMap((region) => {
      const text = words(region.words);
      const known = region.lang === lang || region.lang === 'en';
      return text && !(known && announced.some((pattern) => pattern.test(text)))
        ? [`Live, but never announced (${region.manner}, ${region.lang}): "${text}"`]
        : [];
    }),
  ];
}
