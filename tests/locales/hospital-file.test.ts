import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkLocales } from '../../locales/tools/check-locales.ts';

function check(text: string): { code: number; said: string } {
  const dir = mkdtempSync(join(tmpdir(), 'hospital-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const path = join(dir, 'hospital.json');
  writeFileSync(path, text);
  const lines: string[] = [];
  const code = checkLocales([path], (line) => lines.push(line));
  return { code, said: lines.join('\n').replaceAll(`${dir}/`, '') };
}

test('A hospital whose file is right reads that no mistakes were found', () => {
  expect(
    check('{ "name": "Lakeside", "phones": { "main": "555-0100" }, "links": { "map": "/map" } }'),
  ).toEqual({
    code: 0,
    said: 'No mistakes found.',
  });
});

test('A hospital is told what will not be used, where, and what to write', () => {
  const { code, said } = check(
    [
      '{',
      '  "name": "Lakeside",',
      '  "phones": { "main": "call us", "nurze": "555" },',
      '  "links": { "map": "javascript:alert(1)" },',
      '  "foms": []',
      '}',
    ].join('\n'),
  );
  expect(code).toBe(1);
  expect(said).toContain('hospital.json, line 3, column 23: this is not a phone number.');
  expect(said).toContain(
    'hospital.json, line 3, column 34: "nurze" is not known here. Did you mean "nurse"?',
  );
  expect(said).toContain('hospital.json, line 4, column 21: this web address is not allowed.');
  expect(said).toContain('"foms" is not known here. Did you mean "forms"?');
});

test('A hospital that forgot a comma is told the line', () => {
  expect(check('{\n  "name": "Lakeside"\n  "relay": "711"\n}').said).toContain(
    'line 3, column 3: a comma is missing',
  );
});

test('A file that is not there is an error, not a crash', () => {
  const lines: string[] = [];
  expect(checkLocales(['/nowhere/hospital.json'], (line) => lines.push(line))).toBe(1);
  expect(lines.join()).toContain('the file cannot be opened');
});
