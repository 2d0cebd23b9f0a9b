import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkLocales } from '../../../locales/tools/check-locales.ts';
import { parseLocale, textAt } from '../../../widget/contract/locale.ts';
import { checkSubmission } from '../../../widget/contract/submission-schema.ts';
import { isCheck, startSession } from '../../../widget/forms/form-session.ts';
import { next } from '../../../widget/forms/navigate.ts';
import { parseForm } from '../../../widget/forms/parse-form.ts';
import { toSubmission } from '../../../widget/forms/to-submission.ts';
import { contexts } from './every-form.ts';
import { answer, languages } from './interpreter-form.ts';

/** A hospital's files laid over ours: what it changed, added or took away (`null`), and nothing else. */
type Json = { [key: string]: Json | unknown };
const root = new URL('../../../', import.meta.url).pathname;
const own = `${root}demo/site/riverside/locales/`;
const folder = mkdtempSync(join(tmpdir(), 'own-form-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (path: string): Json => JSON.parse(readFileSync(path, 'utf8'));

function over(ours: Json, theirs: Json): Json {
  const merged: Json = { ...ours };
  for (const [key, value] of Object.entries(theirs)) {
    const both = [ours[key], value].every(
      (one) => typeof one === 'object' && one !== null && !Array.isArray(one),
    );
    merged[key] = both ? over(ours[key] as Json, value as Json) : value;
  }
  return merged;
}

function lay(name: string): void {
  writeFileSync(
    join(folder, name),
    JSON.stringify(over(read(join(folder, name)), read(own + name)), null, 2),
  );
}

cpSync(`${root}locales`, folder, { recursive: true, filter: (path) => !path.includes('/tools') });
cpSync(`${own}structure/forms`, join(folder, 'structure/forms'), { recursive: true });
lay('structure/content.json');
lay('en/forms.json');

describe('a form a hospital made with three files', () => {
  const id = 'birth-center-tour';
  const json = read(join(folder, `structure/forms/${id}.json`));
  const words = parseLocale(readFileSync(join(folder, 'en/forms.json'), 'utf8')).tree;

  it('is read without a word of complaint, by the widget and by the check for editors', () => {
    const { structure, problems } = parseForm(json);
    expect(problems).toEqual([]);
    const { $schema: _, ...rest } = json;
    expect(structure).toEqual(rest);
    const lines: string[] = [];
    expect(checkLocales(['--dir', folder], (line) => lines.push(line))).toBe(0);
    expect(lines.filter((line) => line.includes(id) && !line.includes('Patients read the English'))).toEqual(
      [],
    );
    expect(lines.join('\n')).toContain('No errors.');
  }, 60_000);

  it('is filled in and sent like one of ours', () => {
    const { structure } = parseForm(json);
    if (!structure) throw new Error('no form');
    let session = answer(startSession(id, structure, contexts.full), {
      'tour-day': 'saturday-morning',
      'coming-along': '٢',
      'tour-access': ['quiet', 'step-free'],
      name: 'Ana',
      phone: '312 555 0199',
      'safe-to-message': 'yes',
    });
    for (let presses = 0; presses < 20 && !isCheck(session); presses++) session = next(session);
    expect(next(session).done).toBe(true);
    const submission = toSubmission(session, {
      id: '3f0c2b1e-7d55-4c2a-9d1e-2a6b8f0c1d2e',
      language: 'es',
      easyWords: false,
      page: 'https://hospital.example/',
      now: new Date('2026-11-24T10:00:00Z'),
      staffWords: (path) => textAt(words, path),
      staffLanguage: 'en',
      languages,
    });
    expect(checkSubmission(submission)).toMatchObject({ ok: true });
    expect(submission.answers).toMatchObject({ 'coming-along': '2', language: 'es' });
    expect(submission.readable.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Day of the tour: Saturday, 10 in the morning',
      'People who come too: 2',
      'Help on the tour: A quiet tour, only for me; A way without stairs',
      'Language of the tour: Spanish',
      'Name: Ana',
      'Phone number: 312 555 0199',
      'Safe to leave a message: Yes',
    ]);
  });

  it('with a mistake in it tells the editor what, where, and what was probably meant', () => {
    const path = join(folder, `structure/forms/${id}.json`);
    const right = readFileSync(path, 'utf8');
    writeFileSync(path, right.replace('"tuesday-evening", "saturday-morning"', '"tuesday-evning"'));
    const lines: string[] = [];
    expect(checkLocales(['--dir', folder], (line) => lines.push(line))).toBe(1);
    writeFileSync(path, right);
    expect(lines.join('\n')).toMatch(
      /birth-center-tour\.json, line \d+, column \d+: "tuesday-evning" is no answer of "tour-day"\. Did you mean "tuesday-evening"\?/,
    );
  }, 60_000);
});
