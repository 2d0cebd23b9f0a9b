import type { Said } from './desktop.ts';

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
export function transcriptOf(title: string, heard: readonly Heard[]): string {
  const parts = heard.map(({ act, said }) => {
    const lines = linesOf(said);
    return [act, ...(lines.length ? lines : ['(nothing)']).map((line) => `    ${line}`)].join('\n');
  });
  return `${title}\n\n${parts.join('\n')}\n`;
}

export function linesOf(said: readonly Said[]): string[] {
  return said
    .map((one) => ({ ...one, text: one.text.replace(/\s+/gu, ' ').trim() }))
    .filter(({ text }) => text && !noise.some((pattern) => pattern.test(text)))
    .map(
      ({ text, lang, again }) =>
        `${again ? `${told} ` : ''}${/^(en|$)/.test(lang) ? '' : `[${lang}] `}${text}`,
    );
}

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
