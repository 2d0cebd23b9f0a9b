import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkLocales } from '../../locales/tools/check-locales.ts';
import type { Reviews } from '../../widget/contract/review.ts';
import { localesWith, question, run } from './fixture.ts';

const by = ['--by', 'Maria Lopez', '--status', 'qualified', '--on', '2026-11-24'];

function review(dir: string, ...args: string[]): { code: number; said: string } {
  const lines: string[] = [];
  const code = checkLocales(['--dir', dir, 'review', ...args], (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}
const recordsOf = (dir: string): Reviews => JSON.parse(readFileSync(join(dir, 'es/review.json'), 'utf8'));

test('A translator who checked a text is written down with what was checked and when', () => {
  const dir = localesWith();
  const { code, said } = review(dir, 'es', 'faq/my-rights', ...by);
  expect(code).toBe(0);
  expect(said).toContain('1 text of "es" checked by Maria Lopez on 2026-11-24');
  expect(recordsOf(dir)).toEqual({
    'faq/my-rights': {
      status: 'qualified',
      source: expect.stringMatching(/^[a-z0-9]{5,}$/),
      target: expect.stringMatching(/^[a-z0-9]{5,}$/),
      by: 'Maria Lopez',
      on: '2026-11-24',
    },
  });
  expect(run(dir).summary[1]).toMatchObject({ language: 'es', reviewed: 11 });
  expect(run(dir).findings).toEqual([]);
});

test('A whole file can be checked at once, and earlier records stay', () => {
  const dir = localesWith();
  review(dir, 'es', 'ui/title', '--by', 'Ana', '--status', 'read', '--on', '2026-11-01');
  review(dir, 'es', 'faq', ...by);
  expect(Object.keys(recordsOf(dir))).toEqual(['faq/interpreter-free', 'faq/my-rights', 'ui/title']);
  expect(recordsOf(dir)['ui/title']).toMatchObject({ by: 'Ana', status: 'read' });
});

test.each([['es/faq.json'], ['en/faq.json']])(
  'A text changed in %s after it was checked counts as not checked',
  (changed) => {
    const dir = localesWith();
    review(dir, 'es', 'faq/my-rights', ...by);
    const file = JSON.parse(readFileSync(join(dir, changed), 'utf8'));
    file['my-rights'].answer += ' Más.';
    writeFileSync(join(dir, changed), JSON.stringify(file));
    const { findings, summary } = run(dir);
    expect(findings.map(({ code, line, column }) => [code, line, column])).toEqual([['changed', 2, 3]]);
    expect(summary[1]?.reviewed).toBe(0);
  },
);

test('A file that is only laid out anew stays checked', () => {
  const dir = localesWith();
  review(dir, 'es', 'faq/my-rights', ...by);
  const path = join(dir, 'es/faq.json');
  writeFileSync(path, JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))));
  expect(run(dir).findings).toEqual([]);
});

test('Texts on which rights depend are named while nobody qualified has checked them', () => {
  const dir = localesWith({
    'structure/content.json': (file: { faq: { entries: Record<string, object> } }) => {
      file.faq.entries['my-rights'] = { critical: true };
      return file;
    },
  });
  expect(run(dir).sentences.join()).toContain('not checked by a qualified translator (my-rights)');
  review(dir, 'es', 'faq/my-rights', '--by', 'Ana', '--status', 'read');
  expect(run(dir).findings.map(({ code }) => code)).toEqual(['not-reviewed']);
  review(dir, 'es', 'faq/my-rights', ...by);
  expect(run(dir).findings).toEqual([]);
});

test.each([
  [['es', 'faq/my-right', ...by], 'There is no text "faq/my-right" in "es". Did you mean "faq/my-rights"?'],
  [['es', 'fax', ...by], 'There is no text "fax" in "es".'],
  [['ess', 'faq/my-rights', ...by], 'There is no language "ess". Did you mean "es"?'],
  [['en', 'faq/my-rights', ...by], 'English is what translations are checked against'],
  [['es', 'faq/my-rights', '--status', 'qualified'], 'Who checked it? Add --by "Name".'],
  [['es', 'faq/my-rights', '--by', 'Ana'], 'Add --status qualified'],
  [['es', 'faq/my-rights', '--by', 'Ana', '--status', 'qualifed'], 'Did you mean "qualified"?'],
  [['es', '--by', 'Ana', '--status', 'read'], 'Which texts were checked?'],
  [['es', 'faq/my-rights', '--by', 'Ana', '--status', 'read', '--on', 'today'], 'Write the day as'],
  [[], 'Which language was checked?'],
])('%j is refused with a sentence, and nothing is written', (args, sentence) => {
  const dir = localesWith();
  const { code, said } = review(dir, ...args);
  expect(code).toBe(2);
  expect(said).toContain(sentence);
  expect(() => recordsOf(dir)).toThrow();
});

test('A file that cannot be read is not reviewed', () => {
  const dir = localesWith({ 'es/faq.json': '{ "my-rights": { "question" "¿Qué?" } }' });
  expect(review(dir, 'es', 'faq', ...by).said).toContain('cannot be read');
});

test('A review that was broken by hand is an error with its place', () => {
  const dir = localesWith({
    'es/review.json': { 'faq/my-rights': { status: 'good' } },
    'es/faq.json': question('my-rights', {}),
  });
  const { sentences, code } = run(dir);
  expect(code).toBe(1);
  expect(sentences.join('\n')).toContain('es/review.json, line 3, column 15: "good" is not known here.');
});
