import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustAccent, contrast } from '../../../widget/panel/accent.ts';
import { contrastOf, rgb } from './colour.ts';

const paper = '#f6f3ea';
const white = '#ffffff';
const ink = '#1c2421';
const dark = { paper: '#131a17', tint: '#22372f', note: '#372d15', onAccent: '#0b1f19', surface: '#1d2622' };

const channel = fc.nat(255);
const colour = fc.oneof(
  fc.tuple(channel, channel, channel),
  // Corners and greys are where colour spaces go wrong.
  fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(0, 1, 127, 254, 255))) as fc.Arbitrary<
    [number, number, number]
  >,
  channel.map((grey): [number, number, number] => [grey, grey, grey]),
);

/** Every colour tried holds; a failing one is named. */
const everyColour = (holds: (accent: ReturnType<typeof adjustAccent>) => boolean): void =>
  fc.assert(
    fc.property(colour, (value) => holds(adjustAccent(value))),
    { numRuns: 400 },
  );

describe("a hospital's colour", () => {
  it.each([
    ['#1F5F8B', '#084F7A'],
    ['#E4002B', '#614442'],
    ['#FFD200', '#5C4A03'],
    ['#7FBA00', '#385501'],
    ['#6F2C91', '#6E2E90'],
  ])('%s becomes %s', (given, expected) => {
    const { accent } = adjustAccent(rgb(given));
    const wanted = rgb(expected);
    const off = rgb(accent).map((value, i) => Math.abs(value - (wanted[i] ?? 0)));
    expect(Math.max(...off), `${accent} instead of ${expected}`).toBeLessThanOrEqual(2);
  });

  it('lets white be read on it, and be read itself on paper and on its tint', () => {
    everyColour(
      ({ accent, tint }) =>
        contrastOf(accent, white) >= 8.5 && contrastOf(accent, paper) >= 7.2 && contrastOf(accent, tint) >= 7,
    );
  });

  it('lets ink be read on its tint', () => {
    everyColour(({ tint }) => contrastOf(ink, tint) >= 11);
  });

  it('is darker still when pressed', () => {
    everyColour(
      ({ accent, deep }) =>
        contrastOf(deep, white) >= contrastOf(accent, white) && contrastOf(deep, white) > 8.5,
    );
  });

  it('can be read in the dark: on paper, surface, a chosen card and a notice', () => {
    everyColour(
      ({ darkAccent }) =>
        contrastOf(darkAccent, dark.paper) >= 10 &&
        contrastOf(darkAccent, dark.surface) >= 7 &&
        contrastOf(darkAccent, dark.tint) >= 7 &&
        contrastOf(darkAccent, dark.note) >= 7 &&
        contrastOf(darkAccent, dark.onAccent) >= 7,
    );
  });

  it('has room for the start mark and the focus ring on it', () => {
    everyColour(({ accent }) => contrastOf('#ffc845', accent) >= 3);
  });

  it('that is red loses its redness, so that only alarm is red', () => {
    for (const red of ['#E4002B', '#FF0000', '#C8102E', '#DA291C', '#A6192E']) {
      const [r = 0, g = 0, b = 0] = rgb(adjustAccent(rgb(red)).accent);
      expect(r - Math.max(g, b), red).toBeLessThan(60);
    }
  });

  it('that can be read already stays exactly as it is, so an adjusted one is never adjusted again', () => {
    everyColour(({ accent }) => adjustAccent(rgb(accent)).accent === accent);
    // At the edge of the reds, where a rounding once made the second colour another one.
    const { accent } = adjustAccent([253, 3, 120]);
    expect(adjustAccent(rgb(accent)).accent).toBe(accent);
  });
});

describe('the contrast the panel computes', () => {
  it('is that of WCAG', () => {
    fc.assert(
      fc.property(fc.tuple(channel, channel, channel), fc.tuple(channel, channel, channel), (a, b) => {
        const hex = (value: readonly number[]): string =>
          `#${value.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
        return Math.abs(contrast(a, b) - contrastOf(hex(a), hex(b))) < 0.01;
      }),
    );
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
  });
});
