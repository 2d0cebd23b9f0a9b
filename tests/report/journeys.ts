import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { takeAway } from '../browser/fall-backs/missing.ts';
import { journeys } from '../screen-reader/journeys.ts';
import { failures, notRun, quoted, table, tally, verdictOf } from './markdown.ts';
import type { Result, Run } from './results.ts';

const readers = { chromium: 'Chromium', firefox: 'Firefox ESR' } as const;
const engines = { firefox: 'Firefox ESR', webkit: 'WebKitGTK' } as const;

/** What a real screen reader said. */
export function screenReaderSection(run: Run | undefined, root: string): string {
  const results = run?.results ?? [];
  const rows = journeys.map(({ name, title }) => [
    title,
    ...Object.keys(readers).flatMap((browser) => {
      const result = results.find(
        (one) => one.file.endsWith(`screen-reader/${browser}.test.ts`) && one.title === title,
      );
      const path = `tests/screen-reader/transcripts/${name}.${browser}.txt`;
      return [verdictOf(result), existsSync(join(root, path)) ? `[read](${path})` : 'not kept yet'];
    }),
  ]);
  const heads = Object.values(readers).flatMap((name) => [`Orca with ${name}`, 'what was said']);
  return `## A real screen reader: Orca

${journeys.length} journeys, with real keys, on a desktop without a screen, on a page under a strict policy. What Orca gives to its
voice is compared with a transcript that people can read. A journey is repeated once when it does not match.

${table(['journey', ...heads], rows)}
${failures(results)}`;
}

/** The same list of journeys in two other engines. */
export function enginesSection(run: Run | undefined): string {
  const of = (folder: string): Result[] =>
    (run?.results ?? []).filter(({ file }) => file.startsWith(`tests/${folder}/`));
  const titles = [...new Set(Object.keys(engines).flatMap((folder) => of(folder).map(({ title }) => title)))];
  const rows = titles.map((title) => [
    quoted(title),
    ...Object.keys(engines).map((folder) => verdictOf(of(folder).find((one) => one.title === title))),
  ]);
  const shown = rows.length ? rows : [['All journeys', notRun, notRun]];
  const all = Object.keys(engines).flatMap(of);
  return `## Other browser engines

The same journeys with real keys and a real pointer. They are about what happens, not about what is spoken.

${table(['journey', ...Object.values(engines)], shown)}
${failures(all)}`;
}

/** Chromium with real keys, and browsers that lack something. */
export function browserSection(browser: Run | undefined, logic: Run | undefined): string {
  const inBrowser = (folder: string): Result[] =>
    (browser?.results ?? []).filter(({ file }) => file.startsWith(`${folder}/`));
  const ofStaff = (logic?.results ?? []).filter(({ file }) =>
    file.endsWith('receiver/inbox-accessibility.test.ts'),
  );
  const parts = (logic?.results ?? []).filter(({ file }) => file.startsWith('tests/parts/'));
  const rows = [
    ['Journeys of a patient, in Chromium, with real keys', tally(browser, inBrowser('journeys'))],
    [
      'Fall-backs: browsers that lack something, no JavaScript, no style file',
      tally(browser, inBrowser('fall-backs')),
    ],
    ['Broken files, systems that fail, hostile words', tally(browser, inBrowser('bad-input'))],
    ['The button on a hospital’s page', tally(browser, inBrowser('loader'))],
    ['Announcements, headings, the dialog, fields: part by part', tally(logic, parts)],
    ['The staff’s inbox: keyboard, names, small screens', tally(logic, ofStaff)],
  ];
  return `## In the browser, and where a browser lacks something

${table(['what', 'tests'], rows)}

A request is also made without, in turn: ${Object.keys(takeAway).join('; ')}.
${failures([...(browser?.results ?? []), ...parts, ...ofStaff])}`;
}
