import type { Said } from './desktop.ts';
import type { BrowserName } from './reader.ts';

/** What happened, in order: an act, and what was said of it. */
export interface Heard {
  act: string;
  said: readonly Said[];
}

/** What a browser or the reader itself says in another order or not always, and what changes with the day. */
const noise: readonly RegExp[] = [
  // Which of its two modes Orca is in depends on what it met before; with some machines it is said late.
  /^(Focus|Browse) mode$/,
  // Whether the words that focus leaves are still marked is the browser's affair.
  /^Text unselected\.?$/,
  /^Finished loading New Tab\.?$/,
  /^Loading\. {2}Please wait\.$/,
];

/**
 * The text that is kept and compared: the act, then a line for each thing that is said, with the language where it is
 * not English. Equal texts said anew carry a no-break space, which nobody hears.
 */
export function transcriptOf(title: string, heard: readonly Heard[], browser: BrowserName): string {
  const parts = heard.map(({ act, said }) => {
    // On arriving at a screen in Firefox, Orca tells the level of its heading or not, as it happens; going there by `h` it
    // always does.
    const arrived = browser === 'firefox' && act === 'Return';
    const words = linesOf(said).map((line) => (arrived ? line.replace(/ heading level \d\.$/, '.') : line));
    // After the choice of a language the announcement says where one is; whether the heading is said before it varies.
    const chosen = arrived && languageNow.test(words.at(-1) ?? '');
    const lines = chosen ? words.slice(-1) : words;
    return [act, ...(lines.length ? lines : ['(nothing)']).map((line) => `    ${line}`)].join('\n');
  });
  return `${title}\n\n${parts.join('\n')}\n`;
}

export function linesOf(said: readonly Said[]): string[] {
  const lines = cleanLines(said);
  const kept = lines.filter((_, index) => !isInPassing(lines, index));
  // Nothing but this: then the focus is lost.
  return kept.length ? kept : lines;
}

/**
 * Between two screens the browser's focus is on nothing for 100 ms, and whether the reader has the time to name the page,
 * and then the panel and the form anew, depends on how busy the machine is.
 */
function isInPassing(lines: readonly string[], index: number): boolean {
  const [line = '', before = ''] = [lines[index], lines[index - 1]];
  // The heading of the page, on the way from nothing to the panel.
  if (/^(Before you come|We can help)\.$/.test(line)) return true;
  if (/leaving main content\.$/.test(line) && /^(Before you come|We can help)\.$/.test(before)) return true;
  if (line === 'leaving region.') return / document web\.$/.test(lines[index + 1] ?? '');
  if (/ document web\.$/.test(line)) return true;
  if (/^(\[[\w-]+\] )?region /.test(line)) return / document web\.$/.test(before);
  return line === 'form' && index > 1 && isInPassing(lines, index - 1);
}

function cleanLines(said: readonly Said[]): string[] {
  return said
    .map((one) => ({ ...one, text: one.text.replace(/\s+/gu, ' ').trim() }))
    .filter(({ text }) => text && !noise.some((pattern) => pattern.test(text)))
    .map(
      ({ text, lang, again }) =>
        `${again ? `${told} ` : ''}${/^(en|$)/.test(lang) ? '' : `[${lang}] `}${text}`,
    );
}

/** The first words of `language.now`, in the languages of the journeys. */
const languageNow = /(Ahora las palabras|الكلمات الآن)/;

/** Stands in a transcript before what Firefox told of anew, though nothing had changed. No page can prevent it. */
const told = '(told again)';

/** Sentences that are said twice in a row, of one thing after the other. */
export function repeated(heard: readonly Heard[]): string[] {
  const twice: string[] = [];
  for (const { act, said } of heard) {
    const lines = linesOf(said).map(bare);
    for (const [index, line] of lines.entries()) {
      const before = lines[index - 1];
      if (line.length > 3 && line === before) twice.push(`${act}: ${line}`);
    }
  }
  return twice;
}

/**
 * Without what the reader adds: the role, the level. The landmark stays: entering "region Health Help" and being at its
 * heading are two things.
 */
function bare(line: string): string {
  return line
    .replace(/^\[[\w-]+\] /, '')
    .replace(/\.$/, '')
    .replace(/ (heading level \d|link|push button|entry|panel)$/, '');
}
