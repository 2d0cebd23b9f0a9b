import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { examples } from '../../examples.ts';
import { fillIn, fragment } from '../../report/markdown.ts';
import { manualScripts, writeReport } from '../../report/report.ts';
import { readRuns } from '../../report/results.ts';
import { journeys } from '../../screen-reader/journeys.ts';
import { leave, playwrightReport, vitestFile, vitestReport } from './fake-results.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const strokes: Record<string, number> = JSON.parse(
  readFileSync(`${root}tests/accessibility/keystrokes.json`, 'utf8'),
);
const versions = [{ name: 'Chromium', version: 'not installed' }];
const reportOf = (files: Readonly<Record<string, unknown>>): string =>
  writeReport(readRuns(leave(files), root), versions, root);
/** The row of a table that holds this. */
const row = (text: string, part: string): string =>
  text.split('\n').find((line) => line.startsWith('|') && line.includes(part)) ?? '';
const state = (name: string): string => `nothing stands in anyone’s way: ${name}`;

describe('without results', () => {
  const nothing = reportOf({});

  it('the reader is told of every state and journey that it was not run', () => {
    expect(row(nothing, '[home]')).toMatch(/( \| not run){4} \|$/);
    expect(row(nothing, journeys[0]?.title ?? '')).toContain('not run');
    expect(row(nothing, 'All journeys')).toBe('| All journeys | not run | not run |');
    expect(row(nothing, 'Fall-backs')).toContain('not run');
    expect(row(nothing, 'Screen reader')).toContain('not run');
    expect(nothing).toContain('\n| Chromium | not installed |\n');
    expect(nothing).not.toContain('passed,');
    expect(nothing).not.toMatch(/\d+ passed/);
  });

  it('no folder is the same as an empty one, and the same results give the same text', () => {
    expect(writeReport(readRuns(undefined, root), versions, root)).toBe(nothing);
    expect(writeReport(readRuns('/no/such/folder', root), versions, root)).toBe(nothing);
  });
});

describe('with results', () => {
  it('a state that passed has no violations, and what axe left open is listed once, with its reason', () => {
    const text = reportOf({
      accessibility: playwrightReport({
        file: 'states.spec.ts',
        title: state('home'),
        steps: ['home, en, light, phone', 'home, es, dark, desk', 'what is heard'],
        undecided: [
          'home, en, light, phone: color-contrast: <b class="x">A</b> Element is over a picture',
          'home, es, dark, desk: color-contrast: <b class="x">B</b> Element is over a picture',
          'home, en, light, phone: hidden-content: <svg class="cut off There is hidden content',
        ],
      }),
    });
    expect(row(text, '[home]')).toMatch(/ \| passed \| 2 \| 0 \| 3 \|$/);
    expect(row(text, '[receipt]')).toMatch(/( \| not run){4} \|$/);
    expect(row(text, '`color-contrast`')).toBe('| `color-contrast` | Element is over a picture | 2 | home |');
    expect(row(text, '`hidden-content`')).toBe('| `hidden-content` | There is hidden content | 1 | home |');
    expect(row(text, 'States, keyboard, seeing')).toContain('2027-03-01');
    expect(text).toContain(`States: 1 passed, ${Object.keys(examples).length - 1} not run.`);
  });

  it('a state that failed is never given as free of violations, and the reason is there, without its markup', () => {
    const text = reportOf({
      accessibility: playwrightReport(
        {
          file: 'states.spec.ts',
          title: state('receipt'),
          status: 'unexpected',
          errors: ['\u001b[31mError: <img src=x> | no name\u001b[39m\nat line 3'],
        },
        { file: 'keyboard.spec.ts', title: 'with the keyboard alone', status: 'flaky' },
        { file: 'new.spec.ts', title: 'something new' },
      ),
    });
    expect(row(text, '[receipt]')).toMatch(/ \| \*\*failed\*\* \| 0 \| see below \| 0 \|$/);
    expect(text).toContain('receipt: Error: &#60;img src=x&#62; \\| no name');
    expect(text).not.toContain('<img');
    expect(text).toContain('States: 0 passed, 1 **failed**, ');
    expect(row(text, 'everything is reached')).toContain('0 passed, 1 **failed, then passed when repeated**');
    expect(row(text, 'new.spec.ts')).toContain('1 passed');
  });

  it('a journey is told for each browser, and a browser that did not start is told too', () => {
    const [first, second] = journeys.map(({ title }) => title);
    const text = reportOf({
      'screen-reader': vitestReport(
        vitestFile(
          `${root}tests/screen-reader/chromium.test.ts`,
          [first ?? '', 'passed'],
          [second ?? '', 'failed', 'Error: it said nothing'],
        ),
        {
          name: `${root}tests/screen-reader/firefox.test.ts`,
          status: 'failed',
          message: 'There is no /usr/bin/orca',
          assertionResults: [{ title: first, status: 'skipped' }],
        },
      ),
      logic: vitestReport(
        vitestFile(`${root}tests/firefox/hospital-page.test.ts`, ['closes', 'passed']),
        vitestFile(`${root}tests/webkit/hospital-page.test.ts`, ['closes', 'failed']),
      ),
    });
    expect(row(text, first ?? '')).toMatch(/\| passed \|.*\| left out \|/);
    expect(row(text, second ?? '')).toMatch(/\| \*\*failed\*\* \|.*\| not run \|/);
    expect(text).toContain('Error: it said nothing');
    expect(text).toContain('There is no /usr/bin/orca');
    expect(row(text, '| closes')).toBe('| closes | passed | **failed** |');
  });

  it('a file that is no report is named', () => {
    expect(() => reportOf({ browser: '{' })).toThrow(/browser\.json/);
    expect(() => reportOf({ logic: {} })).toThrow(/logic\.json/);
  });
});

describe('the scripts for testers', () => {
  it('hold the words that are on the screen today, and no place is left open', () => {
    expect(fillIn('{en:ui not-sent.title}, {es:ui home.title}, {en:option for me}')).toBe(
      'Not sent yet, ¿Cómo podemos ayudarle?, Me',
    );
    expect(() => fillIn('{en:ui no.such-text}')).toThrow(/no\.such-text/);
    // The scripts have these with their numbers in.
    expect(fillIn('{en:ui form.error-title_one}')).toBe('Error: {{count}} thing to fix');
    expect(fillIn('{en:ui form.error-title_other}')).toBe('Error: {{count}} things to fix');
    for (const script of manualScripts()) expect(script).not.toMatch(/\{\w+:|\{\{/);
  });

  it('number their steps without a gap', () => {
    for (const script of manualScripts()) {
      const numbers = [...script.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
      const restarts = numbers.filter((number, index) => number !== (numbers[index - 1] ?? 0) + 1);
      expect(
        restarts.every((number) => number === 1),
        script.slice(0, 40),
      ).toBe(true);
    }
  });
});

describe('ACCESSIBILITY-REPORT.md', () => {
  const kept = readFileSync(`${root}ACCESSIBILITY-REPORT.md`, 'utf8');
  const again = ' npm run report writes it anew';

  it('names every state, journey and count of keys as they are', () => {
    expect(kept, again).toContain(`\n${Object.keys(examples).length} states; `);
    for (const name of Object.keys(examples))
      expect(row(kept, `[${name}](`), `${name}:${again}`).not.toBe('');
    expect(kept, again).toContain(`\n${journeys.length} journeys, `);
    for (const { title } of journeys) expect(row(kept, title), `${title}:${again}`).not.toBe('');
    for (const [task, keys] of Object.entries(strokes))
      expect(kept, again).toContain(`| ${task} | ${keys} |`);
  });

  it('holds what people wrote, as it is', () => {
    const written = ['introduction', 'found', 'not-tested'].map((name) =>
      fragment(new URL(`../../report/${name}.md`, import.meta.url)),
    );
    for (const part of [...written, ...manualScripts()]) expect(kept, again).toContain(part);
  });

  it('leads only to headings and files that are there', () => {
    const slugs = [...kept.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
    const links = [...kept.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(Object.keys(examples).length);
    for (const link of links)
      expect(link.startsWith('#') ? slugs.includes(link.slice(1)) : existsSync(root + link), link).toBe(true);
  });
});
