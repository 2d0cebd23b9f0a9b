import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, isSoon, leadTimeKinds } from '../../../widget/forms/lead-time.ts';
import { languages, today } from './interpreter-form.ts';

describe('the notice a hospital asks for', () => {
  const leadTimes = { spoken: 2, sign: 5, rare: 10 };

  it('counts Monday to Friday', () => {
    expect(addWorkingDays(today, 0)).toBe(today);
    expect(addWorkingDays(today, 3)).toBe('2026-11-27');
    expect(addWorkingDays(today, 4)).toBe('2026-11-30');
    expect(addWorkingDays('2026-11-28', 1)).toBe('2026-11-30');
    expect(addWorkingDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('is longer for sign language and for rare languages', () => {
    const sooner = (answers: Record<string, string | string[]>, date: string) =>
      isSoon({ ...answers, date }, languages, { leadTimes, replyWithinDays: 20 }, today);
    expect(sooner({ language: 'es' }, '2026-11-25')).toBe(true);
    expect(sooner({ language: 'es' }, '2026-11-26')).toBe(false);
    expect(sooner({ language: 'ase' }, '2026-11-30')).toBe(true);
    expect(sooner({ language: 'ase' }, '2026-12-01')).toBe(false);
    expect(sooner({ language: 'ase', 'sign-support': ['tactile'] }, '2026-12-01')).toBe(true);
    expect(sooner({ language: 'kjb' }, '2026-12-07')).toBe(true);
    expect(sooner({ language: 'other' }, '2026-12-07')).toBe(true);
    expect(sooner({ language: 'unknown' }, '2026-12-07')).toBe(false);
  });

  it('that is not set makes no visit too soon', () => {
    expect(isSoon({ language: 'ase', date: today }, languages, { leadTimes: {} }, today)).toBe(false);
    expect(isSoon({ date: today }, languages, { leadTimes }, today)).toBe(false);
    expect(leadTimeKinds({ language: 'ase', 'sign-support': ['captions'] }, languages)).toEqual([
      'sign',
      'cart',
    ]);
  });

  it('never ends on a weekend, and each day adds at least one', () => {
    const day = fc
      .integer({ min: 0, max: 20_000 })
      .map((n) => new Date(n * 864e5).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (date, count) => {
        const end = addWorkingDays(date, count);
        expect([1, 2, 3, 4, 5]).toContain(new Date(`${end}T00:00:00Z`).getUTCDay());
        expect(end > addWorkingDays(date, count - 1)).toBe(true);
      }),
    );
  });
});
