import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longDate, monthNames, todayIn } from '../../../widget/language/dates.ts';

/** Languages whose browsers write another calendar or other digits unless told. */
const other = ['fa', 'ps', 'th', 'ar', 'ar-EG', 'ar-SA', 'bn', 'my', 'ne', 'ckb', 'ur', 'hi', 'mr'];
const plain = ['en', 'es', 'zh-Hans', 'ru', 'so', 'vi', 'ko', 'am'];

describe('the day of a visit in words', () => {
  it('is how the language writes it', () => {
    expect(longDate('2026-12-01', 'en')).toBe('Tuesday, December 1, 2026');
    expect(longDate('2026-12-01', 'es')).toBe('martes, 1 de diciembre de 2026');
    expect(longDate('2026-12-01', 'zh-Hans')).toBe('2026年12月1日星期二');
  });

  it.each([...other, ...plain])('has the Gregorian year and day in Latin digits in %s', (language) => {
    const text = longDate('2026-12-01', language);
    expect(text).toContain('2026');
    expect(text.match(/\d+/g)).toEqual(expect.arrayContaining(['1', '2026']));
    expect(text.replace(/\d/g, '')).not.toMatch(/\p{Nd}/u);
  });

  it.each([...other, ...plain])('is in %s, not in English', (language) => {
    const english = longDate('2026-12-01', 'en');
    if (language !== 'en') expect(longDate('2026-12-01', language)).not.toBe(english);
  });

  it.each(['', 'soon', '2026-13-01', '2026-12', '2026-02-31', '12/01/2026'])(
    'stays as it is when it is no date: "%s"',
    (text) => {
      expect(longDate(text, 'en')).toBe(text);
    },
  );

  it('is never a day off, wherever the device is', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const number = String(Number(day.slice(8)));
          return new RegExp(`\\b${number}, ${day.slice(0, 4)}$`).test(longDate(day, 'en'));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the months to choose from', () => {
  it.each([...other, ...plain])('are twelve different ones of the Gregorian year in %s', (language) => {
    const names = monthNames(language);
    expect(new Set(names).size).toBe(12);
    expect(names.join('').replace(/[0-9]/g, '')).not.toMatch(/\p{Nd}/u);
  });

  it('begin with January', () => {
    expect(monthNames('en')[0]).toBe('January');
    expect(monthNames('es')[11]).toBe('diciembre');
    // A year of the Persian calendar begins in March.
    expect(monthNames('fa')[0]).toBe('ژانویه');
  });
});

describe('today', () => {
  const late = new Date('2026-11-25T03:30:00Z');

  it('is the day at the hospital, not at the reader or in London', () => {
    expect(todayIn('America/Chicago', late)).toBe('2026-11-24');
    expect(todayIn('Asia/Kolkata', late)).toBe('2026-11-25');
  });

  it('is a date even when the time zone is none', () => {
    expect(todayIn('Mars/Olympus', late)).toBe('2026-11-25');
    expect(todayIn(undefined, late)).toMatch(/^2026-11-2[45]$/);
  });
});
