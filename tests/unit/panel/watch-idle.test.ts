import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchIdle } from '../../../widget/panel/watch-idle.ts';

const minute = 60_000;
let happened: string[];
let watch: ReturnType<typeof watchIdle>;

beforeEach(() => {
  vi.useFakeTimers();
  happened = [];
  watch = watchIdle({
    warnAfter: 2 * minute,
    clearAfter: minute,
    setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
    clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
    warn: () => happened.push('warned'),
    clear: () => happened.push('cleared'),
  });
  watch.sign();
});
afterEach(() => void vi.useRealTimers());

it('asks whoever does nothing for two minutes, and deletes a minute later', () => {
  vi.advanceTimersByTime(2 * minute - 1);
  expect(happened).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(happened).toEqual(['warned']);
  vi.advanceTimersByTime(minute);
  expect(happened).toEqual(['warned', 'cleared']);
});

it('never deletes under somebody who goes on', () => {
  for (let minutes = 0; minutes < 60; minutes++) {
    vi.advanceTimersByTime(minute);
    watch.sign();
  }
  expect(happened).toEqual([]);
});

it('gives three minutes more to somebody who answers', () => {
  vi.advanceTimersByTime(2.5 * minute);
  watch.sign();
  vi.advanceTimersByTime(2 * minute - 1);
  expect(happened).toEqual(['warned']);
});

it('runs no further once it is ended', () => {
  watch.end();
  vi.advanceTimersByTime(60 * minute);
  expect(happened).toEqual([]);
});
