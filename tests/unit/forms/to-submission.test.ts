import { describe, expect, it } from 'vitest';
import { textAt } from '../../../widget/contract/locale.ts';
import { checkSubmission } from '../../../widget/contract/submission-schema.ts';
import { type SubmissionSource, toSubmission } from '../../../widget/forms/to-submission.ts';
import { answer, englishForms, languages, shortest, start } from './interpreter-form.ts';

const source: SubmissionSource = {
  id: '3f0c2b1e-7d55-4c2a-9d1e-2a6b8f0c1d2e',
  language: 'so',
  easyWords: true,
  page: 'https://user:word@hospital.example/visit?topic=hiv#form',
  now: new Date('2026-11-24T10:00:00Z'),
  staffWords: (path) => textAt(englishForms, path),
  staffLanguage: 'en',
  languages,
};

const visit = {
  ...shortest,
  language: 'ar',
  dialect: 'iraqi',
  appointment: 'yes',
  date: '٢٠٢٦-١٢-٠١',
  time: '2:30 pm',
  place: 'Eye clinic',
  'when-not-sure': true,
  avoid: ' جارتي ',
  'best-time': ['morning', 'evening'],
} as const;

const rowOf = (answers: Record<string, string | true | readonly string[]>, field: string, over = {}) =>
  toSubmission(answer(start(), answers), { ...source, ...over }).readable.find((row) => row.field === field);

describe('a request', () => {
  it('is one the receiver takes', () => {
    const submission = toSubmission(answer(start(), visit), source);
    expect(checkSubmission(JSON.parse(JSON.stringify(submission)))).toMatchObject({ ok: true });
    expect(submission).toMatchObject({
      schema: 'health-help/submission/1',
      id: source.id,
      form: 'interpreter',
      formVersion: '1',
      language: 'so',
      easyWords: true,
      submittedAt: '2026-11-24T10:00:00.000Z',
    });
  });

  it('holds codes, dates and numbers that are the same in every language', () => {
    expect(toSubmission(answer(start(), visit), source).answers).toEqual({
      for: 'me',
      language: 'ar',
      dialect: 'iraqi',
      appointment: 'yes',
      date: '2026-12-01',
      time: '14:30',
      'when-not-sure': true,
      place: 'Eye clinic',
      avoid: 'جارتي',
      name: 'Ana',
      phone: '312 555 0199',
      'safe-to-message': 'yes',
      'best-time': ['morning', 'evening'],
      'contact-language': 'ar',
    });
  });

  it('never holds an answer of a question that is hidden now', () => {
    const hidden = { ...visit, appointment: 'want-one', email: 'ana@example.org', 'sign-support': ['oral'] };
    const { answers, readable } = toSubmission(answer(start(), hidden), source);
    for (const id of ['date', 'time', 'place', 'email', 'sign-support']) {
      expect(answers).not.toHaveProperty(id);
      expect(readable.some(({ field }) => field === id)).toBe(false);
    }
  });

  it('says where it comes from without what the patient looked for', () => {
    const page = (address: string) => toSubmission(answer(start(), visit), { ...source, page: address }).page;
    expect(page(source.page)).toBe('https://hospital.example/visit');
    expect(page(`https://hospital.example/${'x'.repeat(3000)}`)).toBe('https://hospital.example/');
    expect(page('about:srcdoc')).toBe('');
    expect(page('not an address')).toBe('');
  });

  it('is in words for staff, in their language', () => {
    expect(rowOf(visit, 'date')).toEqual({
      field: 'date',
      label: 'Day of the visit',
      value: 'Tuesday, December 1, 2026 (2026-12-01)',
    });
    expect(rowOf(visit, 'date', { staffLanguage: 'en-GB' })?.value).toMatch(
      /^Tuesday,? 1 December 2026 \(2026/,
    );
    expect(rowOf(visit, 'date', { staffLanguage: 'fa' })?.value).toMatch(
      /2026 \(2026-12-01\)$|2026.*\(2026-12-01\)$/,
    );
    expect(rowOf(visit, 'date', { staffLanguage: '?' })?.value).toContain('(2026-12-01)');
    expect(rowOf(visit, 'when-not-sure')?.value).toBe('Yes');
    expect(rowOf(visit, 'best-time')?.value).toBe('Morning; Evening');
    expect(rowOf(visit, 'safe-to-message')).toMatchObject({ label: 'Safe to leave a message', value: 'Yes' });
    expect(rowOf({ ...visit, language: 'unknown' }, 'language')?.value).toBe('The name is not known');
  });

  it('names languages and dialects in the words of staff, or in English', () => {
    const own: Record<string, string> = { 'languages.ar': 'Arabisch', 'dialects.iraqi': 'Irakisch' };
    const staffWords = (path: string) => own[path];
    expect(rowOf(visit, 'language', { staffWords })?.value).toBe('Arabisch');
    expect(rowOf(visit, 'dialect', { staffWords })?.value).toBe('Irakisch');
    expect(rowOf(visit, 'language', { staffWords: () => undefined })?.value).toBe('Arabic');
    expect(rowOf(visit, 'name', { staffWords: () => undefined })).toMatchObject({
      label: 'name',
      value: 'Ana',
    });
  });

  it('marks the patient’s own words with their language, but not the name of a clinic on the list', () => {
    expect(rowOf(visit, 'avoid')).toMatchObject({ value: 'جارتي', lang: 'so' });
    expect(rowOf(visit, 'place')).not.toHaveProperty('lang');
    expect(rowOf({ ...visit, place: 'Indhaha' }, 'place')).toMatchObject({ value: 'Indhaha', lang: 'so' });
  });

  it('is never made by someone who needs an interpreter now', () => {
    const session = answer(start(), { ...visit, appointment: 'in-hospital' });
    expect(() => toSubmission(session, source)).toThrow('ended without a request');
  });
});
