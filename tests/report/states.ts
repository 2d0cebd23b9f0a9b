import { pairs } from '../accessibility/pairs.ts';
import { languages, themes, widths } from '../accessibility/stage.ts';
import { examples } from '../examples.ts';
import { failures, notRun, quoted, table, tally, verdictOf } from './markdown.ts';
import type { Result, Run } from './results.ts';

const states = Object.entries(examples);

/** Every state a patient can meet, and what was found there. */
export function statesSection(run: Run | undefined): string {
  const results = (run?.results ?? []).filter(({ file }) => file === 'states.spec.ts');
  const resultOf = (state: string): Result | undefined =>
    results.find(({ title }) => title.endsWith(`: ${state}`));
  const rows = states.map(([state, { title }]) => {
    const result = resultOf(state);
    const visits = result?.steps.filter((step) => step.startsWith(`${state}, `)).length ?? 0;
    return [
      title,
      `[${state}](tests/accessibility/snapshots/${state}.txt)`,
      verdictOf(result),
      result ? String(visits) : notRun,
      result?.verdict === 'passed' ? '0' : result ? 'see below' : notRun,
      result ? String(result.undecided.length) : notRun,
    ];
  });
  const sizes = Object.entries(widths).map(([name, { width }]) => `${width} px (${name})`);
  const least = pairs([states, languages, themes, sizes]).length;
  const tested = results.filter(({ title }) => states.some(([state]) => title.endsWith(`: ${state}`)));
  const absent = states.filter(([state]) => !resultOf(state)).length;
  const missing = tested.length && absent ? `, ${absent} ${notRun}` : '';
  return `## Every state, by machine

${states.length} states; ${languages.length} languages (${languages.join(', ')}); ${themes.length} themes (${themes.join(', ')});
${sizes.length} widths (${sizes.join(', ')}). Every value meets every other in at least ${least} visits;
\`npm run test:full\` makes every combination, ${states.length * languages.length * themes.length * sizes.length} visits. In each visit:

- axe with every rule on, those of level AAA, best practices and experimental ones too, and nothing allow-listed;
- the tree that the browser gives to a screen reader: names, levels, groups, errors, languages, nothing said twice;
- the virtual screen reader, compared with that tree;
- sizes, targets of 44 px, sideways scrolling, English where none should be.

States: ${tally(run, tested)}${missing}. The link in the second column is all that a listener hears there.

${table(['state', 'name, and what is heard', 'result', 'visits', 'violations', 'undecided by axe'], rows)}
${failures(results)}
### What axe could not decide

Contrast is also measured by a check of our own, in the next part: in forced colours, for one, axe cannot see the colours.

${undecidedOf(run, results)}`;
}

/** axe leaves some things to people: here they are, by rule and reason. */
function undecidedOf(run: Run | undefined, results: readonly Result[]): string {
  if (!run || results.length === 0) return `${capital(notRun)}.`;
  const found = new Map<string, { visits: Set<string>; states: Set<string> }>();
  for (const text of results.flatMap(({ undecided }) => undecided)) {
    const [, where = '', rule = '', rest = ''] = /^(.+?): ([\w-]+): (.*)$/s.exec(text) ?? [];
    const reason = reasonIn(rest);
    const key = `${rule}\n${reason}`;
    const entry = found.get(key) ?? { visits: new Set(), states: new Set() };
    entry.visits.add(where);
    entry.states.add(where.split(', ')[0] ?? where);
    found.set(key, entry);
  }
  if (found.size === 0) return 'Nothing.';
  const rows = [...found]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { visits, states }]) => {
      const [rule = '', reason = ''] = key.split('\n');
      const names = [...states].toSorted();
      const shown =
        names.length > 6 ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more` : names.join(', ');
      return [`\`${rule}\``, quoted(reason), String(visits.size), shown];
    });
  return table(['rule', 'why axe cannot tell', 'visits', 'states'], rows);
}

/** The reason follows the element, which axe's sentence may have cut anywhere. */
function reasonIn(rest: string): string {
  const after = rest.lastIndexOf('> ');
  if (after >= 0) return rest.slice(after + 2).trim();
  const [reason = rest] = /(?<=\s)(Element|There|Unable|The|This|Target|Check|Ensure)\b.*$/s.exec(rest) ?? [];
  return reason.trim();
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What each file of checks is for. A file that is not named here is listed by its name. */
const kinds: Readonly<Record<string, string>> = {
  'checks.spec.ts': 'Barriers put in on purpose are found: the checks of states can fail',
  'keyboard.spec.ts': 'With the keyboard alone everything is reached, seen and left again; every state',
  'keyboard-ways.spec.ts': 'Escape, and where the focus goes; help that is part of a page',
  'keyboard-strokes.spec.ts': 'How many keys people need',
  'keyboard-checks.spec.ts': 'Keyboard barriers put in on purpose are found',
  'seeing.spec.ts':
    'Contrast, motion, 400 % zoom, text spacing, letters twice as large, right to left, the hospital’s colour; every state',
  'seeing-forced.spec.ts': 'Forced colours: what is chosen looks different',
  'seeing-checks.spec.ts': 'Barriers to seeing put in on purpose are found',
  'gallery.spec.ts': 'The list of states itself',
  'pairs.spec.ts': 'The choice of visits leaves no pair out',
};

/** The other accessibility checks, by what they are for. */
export function checksSection(run: Run | undefined, strokes: Readonly<Record<string, number>>): string {
  const others = (run?.results ?? []).filter(({ file }) => file !== 'states.spec.ts');
  const files = [...new Set([...Object.keys(kinds), ...others.map(({ file }) => file).toSorted()])];
  const rows = files.map((file) => [
    kinds[file] ?? file,
    tally(
      run,
      others.filter((one) => one.file === file),
    ),
  ]);
  return `## Keyboard, zoom, colours, motion

${table(['what', 'tests'], rows)}
${failures(others)}
Keys pressed, from the button of the closed panel; a letter typed is a key. More would fail a test.

${table(
  ['what people come for', 'keys'],
  Object.entries(strokes).map(([task, keys]) => [task, String(keys)]),
)}`;
}
