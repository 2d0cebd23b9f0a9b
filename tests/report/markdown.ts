import { readFileSync } from 'node:fs';
import { type ReaderWords, wordsOf } from '../browser/journeys/words.ts';
import type { Result, Run, Verdict } from './results.ts';

/** One that was not run says so; nothing is filled in. */
export const notRun = 'not run';

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/(?<!\\)\|/g, '\\|');

/** What a test runner or a page said, as text: no letter of it means anything in Markdown. */
export const quoted = (text: string): string =>
  text
    .slice(0, 300)
    .replace(/[\\`*_[\]|#]/g, '\\$&')
    .replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const words: Readonly<Record<Verdict, string>> = {
  passed: 'passed',
  failed: '**failed**',
  unsteady: '**failed, then passed when repeated**',
  skipped: 'left out',
};

export const verdictOf = (result: Result | undefined): string => (result ? words[result.verdict] : notRun);

/** How many of these passed, and how many did not. */
export function tally(run: Run | undefined, results: readonly Result[]): string {
  if (!run || results.length === 0) return notRun;
  const count = (verdict: Verdict): number => results.filter((result) => result.verdict === verdict).length;
  const parts = (Object.keys(words) as Verdict[]).filter((verdict) => verdict === 'passed' || count(verdict));
  return parts.map((verdict) => `${count(verdict)} ${words[verdict]}`).join(', ');
}

/** What did not pass, in the runner's words. */
export function failures(results: readonly Result[]): string {
  const failed = results.filter(({ verdict }) => verdict === 'failed' || verdict === 'unsteady');
  const lines = failed.flatMap(({ title, errors }) =>
    (errors.length ? errors : ['no reason was given']).map((error) => `- ${quoted(title)}: ${quoted(error)}`),
  );
  return lines.length ? `\nWhat did not pass:\n\n${lines.join('\n')}\n` : '';
}

/**
 * A part that people wrote. `{en:ui home.title}` becomes the words that are there today, so that a text that is changed
 * is changed in the scripts as well. @throws at words that do not exist
 */
export function fragment(file: URL): string {
  return fillIn(readFileSync(file, 'utf8')).trim();
}

export function fillIn(text: string): string {
  return text.replace(
    /\{(en|es|ar):(ui|question|step|field|option|error) ([\w.-]+)(?: ([\w-]+))?\}/g,
    (_, language: string, kind: string, first: string, second = '') => {
      const reader = readerOf(language);
      switch (kind) {
        case 'ui':
          return reader.ui(first);
        case 'question':
          return reader.question(first);
        case 'step':
          return reader.step(first);
        case 'field':
          return reader.field(first);
        case 'option':
          return reader.option(first, second);
        default:
          return reader.error(first, second);
      }
    },
  );
}

const known = new Map<string, ReaderWords>();

function readerOf(language: string): ReaderWords {
  const reader = known.get(language) ?? wordsOf(language);
  known.set(language, reader);
  return reader;
}
