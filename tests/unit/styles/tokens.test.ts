import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contrastOf } from '../panel/colour.ts';
import { type Declarations, tokensOf } from './read-tokens.ts';

const light = tokensOf({ theme: 'light' });
const dark = tokensOf({ theme: 'dark' });

const ratio = (tokens: Declarations, a: string, b: string): number => {
  const [first, second] = [tokens[a] ?? a, tokens[b] ?? b];
  return contrastOf(first, second);
};

/** What the design promises: colour, what it stands on, at least. One decimal was written down, so 0.05 less is meant. */
type Promised = readonly [string, string, number];

const lightPromises: readonly Promised[] = [
  ['ink', 'paper', 14.3],
  ['ink', 'tint', 13.2],
  ['ink', 'note', 13.9],
  ['soft', 'paper', 7.9],
  ['soft', 'tint', 7.3],
  ['edge', 'paper', 4.0],
  ['edge', 'surface', 4.4],
  ['accent', 'paper', 9.2],
  ['accent', 'tint', 8.5],
  ['accent', 'note', 8.9],
  ['on-accent', 'accent', 10.2],
  ['on-accent', 'accent-deep', 13.7],
  ['on-lead', 'lead', 10.2],
  ['on-band', 'band', 10.2],
  ['way', 'paper', 4.0],
  ['way', 'surface', 4.5],
  ['spark', 'accent', 6.6],
  ['spark', 'ink', 10.3],
  ['alarm', 'alarm-tint', 7.9],
  ['alarm', 'surface', 9.2],
  ['on-alarm', 'alarm', 9.2],
  ['note-edge', 'note', 5.2],
];

const darkPromises: readonly Promised[] = [
  ['ink', 'paper', 15.5],
  ['ink', 'tint', 11.1],
  ['ink', 'note', 11.9],
  ['soft', 'paper', 10.8],
  ['soft', 'tint', 7.7],
  ['edge', 'paper', 5.8],
  ['edge', 'surface', 5.1],
  ['accent', 'paper', 11.9],
  ['accent', 'tint', 8.5],
  ['accent', 'note', 9.1],
  ['on-accent', 'accent', 11.5],
  ['on-lead', 'lead', 9.3],
  ['way', 'paper', 9.7],
  ['spark', 'paper', 11.4],
  ['alarm', 'alarm-tint', 9.2],
  ['on-alarm', 'alarm', 11.1],
  ['note-edge', 'note', 7.1],
];

describe.each([
  ['light', light, lightPromises],
  ['dark', dark, darkPromises],
] as const)('in the %s theme', (_name, tokens, promises) => {
  it.each(promises)('%s on %s is at least %d', (colour, ground, least) => {
    expect(ratio(tokens, colour, ground)).toBeGreaterThanOrEqual(least - 0.05);
  });

  it('every text can be read on every ground it stands on: 7 to 1', () => {
    for (const text of ['ink', 'soft', 'accent', 'alarm']) {
      for (const ground of ['paper', 'surface', 'tint', 'note', 'alarm-tint']) {
        expect(ratio(tokens, text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(7);
      }
    }
  });

  it('words on filled things can be read: 7 to 1, also when pressed', () => {
    for (const [words, ground] of [
      ['on-accent', 'accent'],
      ['on-accent', 'accent-deep'],
      ['on-lead', 'lead'],
      ['on-alarm', 'alarm'],
      ['on-band', 'band'],
      ['on-band', 'band-hover'],
    ] as const) {
      expect(ratio(tokens, words, ground), `${words} on ${ground}`).toBeGreaterThanOrEqual(7);
    }
  });

  it('borders of controls and lines that mean something are seen on every ground: 3 to 1', () => {
    for (const line of ['edge', 'way', 'note-edge', 'accent', 'alarm']) {
      for (const ground of ['paper', 'surface', 'tint']) {
        expect(ratio(tokens, line, ground), `${line} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('one of the two rings of focus is seen on every ground: 3 to 1', () => {
    for (const ground of [
      'paper',
      'surface',
      'tint',
      'note',
      'accent',
      'lead',
      'band',
      'alarm',
      'alarm-tint',
    ]) {
      const best = Math.max(ratio(tokens, 'ring-inner', ground), ratio(tokens, 'ring-outer', ground));
      expect(best, ground).toBeGreaterThanOrEqual(3);
    }
    expect(ratio(tokens, 'ring-inner', 'ring-outer')).toBeGreaterThanOrEqual(9);
  });
});

describe('the colours of the panel', () => {
  it('are those of the design', () => {
    expect(light).toMatchObject({
      paper: '#f6f3ea',
      surface: '#ffffff',
      ink: '#1c2421',
      accent: '#17493f',
      alarm: '#8c1a12',
      spark: '#ffc845',
    });
    expect(dark).toMatchObject({ paper: '#131a17', ink: '#f3f0e7', accent: '#a9dfca', spark: '#ffc845' });
  });

  it('are the same whether the page or the device asks for dark', () => {
    expect(tokensOf({ theme: 'auto', dark: true })).toEqual(dark);
    expect(tokensOf({ theme: 'auto', dark: false })).toEqual(light);
    expect(tokensOf({ theme: 'light', dark: true })).toEqual(light);
  });

  it('are all there in the dark: none is left over from the light', () => {
    const kept = ['spark', 'on-lead', 'on-band'];
    const colours = Object.keys(light).filter((name) => /^#[0-9a-f]{6}$/.test(light[name] ?? ''));
    const same = colours.filter((name) => light[name] === dark[name] && !kept.includes(name));
    expect(same).toEqual([]);
  });

  it.each(['light', 'dark', 'auto'] as const)(
    'have more contrast for who asks for more, in the theme %s',
    (theme) => {
      for (const isDark of [false, true]) {
        const usual = tokensOf({ theme, dark: isDark });
        const more = tokensOf({ theme, dark: isDark, more: true });
        for (const name of ['soft', 'edge', 'rule']) {
          const at = `${name}, device ${isDark ? 'dark' : 'light'}`;
          expect(ratio(more, name, 'paper'), at).toBeGreaterThan(ratio(usual, name, 'paper'));
          expect(ratio(more, name, 'paper'), at).toBeGreaterThanOrEqual(14);
        }
      }
    },
  );

  it('are named in one file: no other style sheet of the panel has a colour of its own', () => {
    const folder = fileURLToPath(new URL('../../../widget/', import.meta.url));
    const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.css') && !/^(loader|styles.tokens)/.test(file),
    );
    expect(sheets.length).toBeGreaterThan(5);
    const found = sheets.flatMap((file) => {
      // Print is black on white, whatever the theme.
      const css = readFileSync(folder + file, 'utf8').replace(/@media print \{[\s\S]*?\n\}/g, '');
      const colours = css.match(/#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|lab|color)\(/gi) ?? [];
      return colours.map((colour) => `${file}: ${colour}`);
    });
    expect(found).toEqual([]);
  });
});
