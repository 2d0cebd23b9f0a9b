import { describe, expect, it } from 'vitest';
import { addWorkingDays, dayInWords, dayOf, momentInWords, timeInWords } from '../../demo/receiver/dates.ts';
import { directionOf } from '../../demo/receiver/inbox/language-names.ts';
import { createRateLimit, networkOf } from '../../demo/receiver/rate-limit.ts';
import { newReference, referencePattern } from '../../demo/receiver/reference.ts';
import { arabicWords } from './a-submission.ts';

describe('days, as staff read them', () => {
  it('the day is the hospital’s, not the server’s', () => {
    const late = new Date('2026-11-25T03:30:00Z');
    expect(dayOf(late, 'America/Chicago')).toBe('2026-11-24');
    expect(dayOf(late, 'Asia/Tokyo')).toBe('2026-11-25');
    expect(momentInWords(late, '2026-11-24', 'America/Chicago')).toBe('today, 9:30 pm');
    expect(momentInWords(late, '2026-11-26', 'America/Chicago')).toBe('Tue 24 Nov, 9:30 pm');
  });

  it('a promise of three working days skips the weekend', () => {
    expect(addWorkingDays('2026-11-24', 3)).toBe('2026-11-27');
    expect(addWorkingDays('2026-11-26', 3)).toBe('2026-12-01');
    expect(addWorkingDays('2026-11-28', 1)).toBe('2026-11-30');
    expect(addWorkingDays('2026-11-24', 0)).toBe('2026-11-24');
  });

  it('the year is named only when it is another', () => {
    expect(dayInWords('2026-09-01', '2026-11-24')).toBe('Tue 1 Sep');
    expect(dayInWords('2027-01-14', '2026-11-24')).toBe('Thu 14 Jan 2027');
  });

  it('noon and midnight are not mixed up', () => {
    expect(timeInWords('00:05')).toBe('12:05 am');
    expect(timeInWords('12:00')).toBe('12:00 pm');
    expect(timeInWords('14:00')).toBe('2:00 pm');
  });
});

describe('the direction of a patient’s words', () => {
  it.each([
    ['ar', arabicWords, 'rtl'],
    ['ar', 'MRI: موعدي غدا', 'rtl'],
    ['ar', 'My mother does not hear well.', 'ltr'],
    ['fa-AF', 'مادرم', 'rtl'],
    ['ur', 'میری والدہ', 'rtl'],
    ['yi', 'מײַן מאַמע', 'rtl'],
    ['en', arabicWords, 'rtl'],
    ['en', 'I am called محمد', 'ltr'],
    ['pa-Arab', 'میری ماں', 'rtl'],
    ['so', 'Hooyaday', 'ltr'],
  ])('%s: %s', (tag, words, direction) => expect(directionOf(words, tag)).toBe(direction));
});

describe('reference numbers', () => {
  it('ten thousand of them look right and differ', () => {
    const references = Array.from({ length: 10_000 }, newReference);
    for (const reference of references) expect(reference).toMatch(referencePattern);
    // 10,000 of 31^6: a repeat is expected in about one run of 18.
    expect(new Set(references).size).toBeGreaterThanOrEqual(9_999);
  });
});

describe('sending too often', () => {
  it('turns come back evenly, and one client does not use up another’s', () => {
    let time = 0;
    const limit = createRateLimit(2, () => time);
    expect([limit.take('192.0.2.1'), limit.take('192.0.2.1'), limit.take('192.0.2.1')]).toEqual([0, 0, 30]);
    expect(limit.take('192.0.2.2')).toBe(0);
    time = 30_000;
    expect([limit.take('192.0.2.1'), limit.take('192.0.2.1')]).toEqual([0, 30]);
  });

  it('an attacker with a whole network of IPv6 addresses counts as one client', () => {
    expect(networkOf('2001:db8:1:2::1')).toBe(networkOf('2001:db8:1:2:ffff:ffff:ffff:ffff'));
    expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'));
    expect(networkOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
    const limit = createRateLimit(1, () => 0);
    expect([limit.take('2001:db8::1'), limit.take('2001:db8::2')]).toEqual([0, 60]);
  });

  it('a flood of clients does not fill the memory: those seen longest ago are forgotten', () => {
    const limit = createRateLimit(1, () => 0);
    limit.take('192.0.2.1');
    for (let i = 0; i < 25_000; i++) limit.take(`10.0.${i >> 8}.${i & 255}`);
    limit.take('192.0.2.2');
    expect(limit.take('192.0.2.1')).toBe(0);
    expect(limit.take('192.0.2.2')).toBe(60);
  });
});
