import { describe, expect, it } from 'vitest';
import { clockTime, openingHours } from '../../../widget/language/hours.ts';

/** Intl puts a narrow no-break space before AM; which space is no matter here. */
const plain = (text: string): string => text.replace(/[\u202f\u00a0\u2009]/g, ' ');
const week = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

describe('a time of day', () => {
  it.each([
    ['14:30', 'en', '2:30 PM'],
    ['00:00', 'en', '12:00 AM'],
    ['12:00', 'en', '12:00 PM'],
    ['14:30', 'es', '14:30'],
    ['09:05', 'fr', '9:05'],
    ['00:00', 'de', '0:00'],
  ])('%s in %s', (time, language, expected) => {
    expect(plain(clockTime(time, language))).toBe(expected);
  });

  it.each(['fa', 'th', 'ar', 'ar-EG', 'bn', 'my', 'ne', 'ps', 'ckb'])(
    'has Latin digits in %s',
    (language) => {
      const text = clockTime('14:30', language);
      expect(text).toContain(':30');
      expect(text.replace(/[0-9]/g, '')).not.toMatch(/\p{Nd}/u);
    },
  );

  it('of 24:00 is midnight, never an empty or broken text', () => {
    expect(plain(clockTime('24:00', 'en'))).toBe('12:00 AM');
    expect(clockTime('24:00', 'de')).toMatch(/^(0|00|24):00$/);
  });

  it.each(['', 'noon', '25:00', '7'])('stays as it is when it is no time: "%s"', (text) => {
    expect(clockTime(text, 'en')).toBe(text);
  });
});

describe('opening hours', () => {
  it('of a week are one line', () => {
    expect(plain(openingHours([{ days: week, open: '08:00', close: '17:00' }], 'en'))).toBe(
      'Mon – Fri, 8:00 AM – 5:00 PM',
    );
  });

  it('of one or two days name them', () => {
    expect(plain(openingHours([{ days: ['sat'], open: '08:00', close: '14:00' }], 'en'))).toBe(
      'Sat, 8:00 AM – 2:00 PM',
    );
    expect(plain(openingHours([{ days: ['sat', 'sun'], open: '08:00', close: '14:00' }], 'en'))).toBe(
      'Sat & Sun, 8:00 AM – 2:00 PM',
    );
  });

  it('of days that do not follow each other name each', () => {
    const text = plain(openingHours([{ days: ['mon', 'wed', 'fri'], open: '08:00', close: '14:00' }], 'en'));
    expect(text).toContain('Mon');
    expect(text).toContain('Wed');
    expect(text).toContain('Fri');
    expect(text).not.toContain('Mon –');
  });

  it('of several times follow each other', () => {
    const hours = [
      { days: week, open: '07:00', close: '19:00' },
      { days: ['sat'], open: '08:00', close: '14:00' },
    ] as const;
    expect(plain(openingHours(hours, 'es'))).toBe('lun – vie, 7:00 – 19:00; sáb, 8:00 – 14:00');
  });

  it('that close at the end of the day do not look as if they never opened', () => {
    const text = plain(openingHours([{ days: week, open: '07:00', close: '24:00' }], 'en'));
    expect(text).toBe('Mon – Fri, 7:00 AM – 12:00 AM');
  });

  it.each(['fa', 'ar', 'th'])('have Latin digits in %s', (language) => {
    const text = openingHours([{ days: week, open: '07:00', close: '19:00' }], language);
    expect(text.replace(/[0-9]/g, '')).not.toMatch(/\p{Nd}/u);
    expect(text).toContain('7:00');
  });

  it('of no day are nothing', () => {
    expect(openingHours([], 'en')).toBe('');
    expect(openingHours([{ days: [], open: '07:00', close: '19:00' }], 'en')).toBe('');
  });
});
