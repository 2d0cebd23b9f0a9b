import { readdirSync, readFileSync } from 'node:fs';
import { browserSection, enginesSection, screenReaderSection } from './journeys.ts';
import { fragment, notRun, table } from './markdown.ts';
import type { Run, Runs } from './results.ts';
import { checksSection, statesSection } from './states.ts';
import type { Version } from './versions.ts';

const here = (path: string): URL => new URL(path, import.meta.url);

/** The scripts for testers, in the order of their file names. */
export function manualScripts(): string[] {
  return readdirSync(here('manual/'))
    .toSorted()
    .map((file) => fragment(here(`manual/${file}`)));
}

/** The same text for the same results. */
export function writeReport(runs: Runs, versions: readonly Version[], root: string): string {
  const strokes = JSON.parse(readFileSync(here('../accessibility/keystrokes.json'), 'utf8'));
  const day = (run: Run | undefined): string => run?.day ?? notRun;
  const scripts = manualScripts();
  const sections = [
    fragment(here('introduction.md')),
    `## When, and with what

${table(
  ['what ran', 'day'],
  [
    ['States, keyboard, seeing', day(runs.accessibility)],
    ['Journeys and fall-backs in Chromium', day(runs.browser)],
    ['Parts, staff’s inbox, Firefox, WebKit', day(runs.logic)],
    ['Screen reader', day(runs.screenReader)],
  ],
)}

Versions, asked from the programs when this report was written:

${table(
  ['program', 'version'],
  versions.map(({ name, version }) => [name, version]),
)}`,
    statesSection(runs.accessibility),
    checksSection(runs.accessibility, strokes),
    screenReaderSection(runs.screenReader, root),
    enginesSection(runs.logic),
    browserSection(runs.browser, runs.logic),
    fragment(here('found.md')),
    fragment(here('not-tested.md')),
    ...scripts,
  ];
  return `${sections.map((section) => section.trim()).join('\n\n')}\n`.replace(/\n{3,}/g, '\n\n');
}
