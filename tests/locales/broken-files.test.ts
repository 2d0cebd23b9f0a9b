import { expect, test } from 'vitest';
import { checkLocales as command } from '../../locales/tools/check-locales.ts';
import { localesWith, run, runWith } from './fixture.ts';

const faq = (...lines: string[]): string => ['{', ...lines, '}', ''].join('\n');

test('An editor whose files are in order reads that there are no errors and how complete each language is', () => {
  const { code, output, findings } = run(localesWith());
  expect(findings).toEqual([]);
  expect(code).toBe(0);
  expect(output).toMatch(/es\s+18 of 18\s+100%\s+0%\s+0\s+0/);
  expect(output).toContain('No errors.');
});

test('An editor who forgot a comma is told the line and what to type', () => {
  const { code, output } = runWith({
    'es/faq.json': faq('  "my-rights": {', '    "question": "¿Qué?"', '    "answer": "Sí."', '  }'),
  });
  expect(code).toBe(1);
  expect(output).toContain(
    'Error in es/faq.json, line 4, column 5: a comma is missing before this. Type , at the end of line 3.',
  );
});

test.each([
  ['left a comma after the last text', '  "my-rights": { "question": "¿Qué?", }', 2, 37, 'Delete the comma.'],
  ['used single quotes', "  'my-rights': { }", 2, 3, 'Use double quotes'],
  ['used quotes from a word processor', '  “my-rights”: { }', 2, 3, 'Use " at both ends'],
  [
    'forgot the quote at the end',
    '  "my-rights": { "question": "¿Qué?,\n  "answer": "Sí" }',
    2,
    30,
    'Type " after its last word.',
  ],
  ['quoted a word inside a text', '  "a": "Diga "sí" siempre"', 2, 14, 'Type \\" instead'],
  ['wrote a comment', '  // hola\n  "a": "b"', 2, 3, 'a comment is not allowed'],
  ['pressed Enter inside a text', '  "a": "uno\ndos"', 2, 12, 'join the lines, and type \\n\\n'],
  ['forgot a colon', '  "a" "b"', 2, 7, 'Type : before this.'],
  ['forgot the quotes', '  "a": hola a todos', 2, 8, 'Put " before and after the whole text.'],
  ['typed a semicolon', '  "a": "b";\n  "c": "d"', 2, 11, 'Type , instead.'],
  ['left a text out', '  "a": ,\n  "b": "c"', 2, 3, '"a" has no text.'],
  ['typed a backslash', '  "a": "uno\\dos"', 2, 12, 'Delete it, or type \\\\'],
])('An editor who %s is told where and what to do', (_, line, row, column, advice) => {
  const { code, sentences } = runWith({ 'es/faq.json': faq(line) });
  expect(code).toBe(1);
  const [first] = sentences.filter((sentence) => sentence.startsWith('es/faq.json'));
  expect(first).toContain(`es/faq.json, line ${row}, column ${column}: `);
  expect(first).toContain(advice);
});

test('An editor who forgot the last bracket is told to type it at the end', () => {
  const { sentences } = runWith({ 'es/faq.json': '{ "my-rights": { "question": "¿Qué?" }' });
  expect(sentences.join()).toContain('line 1, column 39: the file ends too early');
});

test('An editor with three mistakes in one file reads all three at once', () => {
  const { findings } = runWith({ 'es/faq.json': faq("  'a': 'b'", '  "c": "d",') });
  const lines = findings.filter(({ code }) => code === 'syntax').map(({ line }) => line);
  expect(lines).toEqual([2, 2, 3, 3]);
});

test('A broken Spanish file does not hide what is wrong with another file', () => {
  const { output } = runWith({
    'es/faq.json': '{',
    'es/ui.json': (file: object) => ({ ...file, title: '' }),
  });
  expect(output).toContain('es/faq.json, line 1');
  expect(output).toContain('es/ui.json, line 2, column 12: this text is empty.');
});

test('An editor who wrote the same name twice is told both lines', () => {
  const { sentences } = runWith({ 'es/ui.json': '{\n  "title": "Uno",\n  "title": "Dos"\n}' });
  expect(sentences.join('\n')).toContain(
    'es/ui.json, line 3, column 3: "title" is here twice; the first is in line 2',
  );
});

test('An editor whose program saved the file in an old encoding is told to save it as UTF-8', () => {
  const { sentences } = runWith({ 'es/ui.json': Buffer.from('{ "title": "Información" }', 'latin1') });
  expect(sentences.join()).toContain('Save it again with the encoding "UTF-8"');
});

test('A file with a byte order mark, as Windows saves it, is fine', () => {
  const { findings } = runWith({
    'structure/regions/us.json': '\uFEFF{ "emergency": { "number": "911" }, "verifiedOn": "2026-11-24" }',
  });
  expect(findings).toEqual([]);
});

test('A file that is far too large is refused without being read', () => {
  const { sentences } = runWith({ 'es/faq.json': `{ "a": "${'x'.repeat(1_000_001)}" }` });
  expect(sentences.join()).toContain('the file is too large');
});

test('An editor who mistypes a language is told which one was meant', () => {
  const lines: string[] = [];
  const { code, output } = { ...runCommand(lines, 'ess') };
  expect(code).toBe(2);
  expect(output).toContain('There is no language "ess". Did you mean "es"?');
});

function runCommand(lines: string[], ...args: string[]): { code: number; output: string } {
  const code = command(['--dir', localesWith(), ...args], (line) => lines.push(line));
  return { code, output: lines.join('\n') };
}
