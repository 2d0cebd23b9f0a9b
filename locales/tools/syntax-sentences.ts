export interface SyntaxProblem {
  /** Characters from the start of the file. */
  offset: number;
  code: keyof typeof sentences;
  message: string;
}

const closing = (bracket: string): string => (bracket === '}' ? 'curly bracket }' : 'square bracket ]');

/** What went wrong in a file and what to type, for an editor who has never heard of JSON. */
export const sentences = {
  'missing-comma': (line: string) =>
    `a comma is missing before this. Type , ${line ? `at the end of line ${line}` : 'before it'}. (Every text ends with a comma, except the last one before a closing bracket.)`,
  'trailing-comma': (bracket: string) =>
    `this comma must go, because nothing follows it before the closing ${closing(bracket)}. Delete the comma.`,
  'comma-twice': () => 'there is one comma too many. Delete it.',
  'not-a-comma': (char: string) => `there is ${char} where a plain comma is needed. Type , instead.`,
  'not-a-colon': (char: string) => `there is ${char} where a plain colon is needed. Type : instead.`,
  'missing-colon': (name: string) => `a colon is missing after "${short(name)}". Type : before this.`,
  'no-text': (name: string) =>
    `"${short(name)}" has no text. Type a colon and the text in double quotes after it, or delete it.`,
  'single-quote': () =>
    'this is in single quotes \'…\'. Use double quotes "…" at both ends. (Inside a text, an apostrophe is fine.)',
  'curly-quote': (char: string) =>
    `the quote ${char} is not the plain double quote. Use " at both ends; word processors change it, a text editor does not.`,
  'unclosed-text': () => 'this text has no double quote at its end. Type " after its last word.',
  'quote-inside': () =>
    'there is a double quote inside the text, which ends the text too early. Type \\" instead, or a curly quote: “ or ”.',
  'line-break': () =>
    'the text goes on in the next line. A text must stay on one line: join the lines, and type \\n\\n where a new paragraph starts.',
  tab: () => 'there is a tab inside the text. Replace it by a space.',
  'control-character': () =>
    'there is an invisible control character here. Delete it and type the text again.',
  'strange-space': () =>
    'there is a space of an unusual kind between the texts. Delete it and type a normal space.',
  backslash: () =>
    'this backslash \\ means nothing to the computer. Delete it, or type \\\\ if you want a backslash to be seen.',
  comment: () => 'a comment is not allowed in these files. Delete it.',
  'no-quotes': (name: string) =>
    `"${short(name)}" is not in double quotes. Put " before and after the whole text.`,
  'name-without-quotes': (name: string) =>
    `the name ${short(name)} is not in double quotes. Write "${short(name)}".`,
  'name-expected': (char: string) =>
    `there is ${char} where a name in double quotes is needed, like "question".`,
  'wrong-bracket': ([wanted = '', found = '']: string | string[]) =>
    `there is a closing ${closing(found)} where a closing ${closing(wanted)} is needed. Replace it, or close what is open first.`,
  'not-closed': (bracket: string) =>
    `the file ends too early: a closing ${closing(bracket)} is missing. Type ${bracket} at the end of the part that is still open.`,
  'ends-early': () => 'the file ends too early: something is missing here.',
  'after-the-end': (char: string) =>
    `${char} stands after the end of the file's last closing bracket. There is a closing bracket too many before it, or this must go.`,
  'empty-file': () => 'the file is empty. Copy the English file, or delete this one.',
  'too-deep': () => 'there are too many brackets inside each other.',
  unexpected: (char: string) => `${char} does not belong here. A text in double quotes is needed.`,
} satisfies Record<string, (detail: string) => string>;

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
