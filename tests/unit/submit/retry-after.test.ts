import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestRetryAfter, parseRetryAfter } from '../../../widget/submit/retry-after.ts';

const now = Date.parse('2026-11-24T10:00:00Z');

test.each([
  ['0', 0],
  ['1', 1_000],
  [' 120 ', 120_000],
  ['3600', 3_600_000],
  ['86400', longestRetryAfter],
  ['9'.repeat(400), longestRetryAfter],
  ['Tue, 24 Nov 2026 10:00:30 GMT', 30_000],
  ['Tuesday, 24-Nov-26 10:00:30 GMT', 30_000],
  ['Tue, 24 Nov 2026 09:59:00 GMT', 0],
  ['Fri, 24 Nov 2028 10:00:00 GMT', longestRetryAfter],
  [null, 0],
  ['', 0],
  ['-5', 0],
  ['1.5', 0],
  ['soon', 0],
  ['2026-11-24T10:00:30Z', 0],
  ['Xxx, 99 Nov 2026 10:00:30 GMT', 0],
])('Retry-After %s waits %i ms', (value, wait) => {
  expect(parseRetryAfter(value, null, now)).toBe(wait);
});

test('a date is measured by the server, since the clock of a phone may be a year off', () => {
  const lastYear = Date.parse('2025-11-24T10:00:00Z');
  const retryAfter = 'Tue, 24 Nov 2026 10:00:30 GMT';
  expect(parseRetryAfter(retryAfter, 'Tue, 24 Nov 2026 10:00:00 GMT', lastYear)).toBe(30_000);
  expect(parseRetryAfter(retryAfter, 'nonsense', now)).toBe(30_000);
});

test('what a server asks for is never shortened, up to an hour', () => {
  fc.assert(
    fc.property(fc.nat(10_000), (seconds) => {
      const capped = Math.min(seconds * 1000, longestRetryAfter);
      expect(parseRetryAfter(String(seconds), null, now)).toBe(capped);
      expect(parseRetryAfter(new Date(now + seconds * 1000).toUTCString(), null, now)).toBe(capped);
    }),
  );
});
