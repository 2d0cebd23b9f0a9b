import type { Page } from '@playwright/test';
import { examples } from '../examples.ts';
import { englishOnly } from './english-only.ts';
import { pressEscape } from './keyboard-walk.ts';
import { measure } from './measure.ts';
import { installColours } from './seeing-colours.ts';
import { type Least, least, leastOfForced, leastOfMore, measureContrast } from './seeing-contrast.ts';
import { measureDirection } from './seeing-mirror.ts';
import { measureMotion, watchForBlinking } from './seeing-motion.ts';
import { readers, showTo } from './seeing-readers.ts';
import { expect, languages, openStage, showState, test, widths } from './stage.ts';

const states = Object.keys(examples);

/** Those that differ in layout, seen in other languages as well. */
const sample: Readonly<Record<string, readonly string[]>> = {
  ar: ['home', 'faq-open', 'form-language', 'form-when-error', 'form-contact', 'check', 'receipt', 'leave'],
  'zh-Hans': [
    'home-minimal-hospital',
    'faq-answer',
    'form-in-hospital',
    'form-when',
    'not-sent-busy',
    'no-endpoint',
  ],
  es: ['home-search-found', 'faq-not-helped', 'form-telehealth', 'form-written', 'field-errors'],
};

const languagesOf = (state: string): readonly string[] =>
  languages.filter((lang) => process.env.FULL || lang === 'en' || sample[lang]?.includes(state));

/** Colours a reader may have asked for. */
const ways = [
  { colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference', least },
  { colorScheme: 'dark', forcedColors: 'none', contrast: 'no-preference', least },
  { colorScheme: 'light', forcedColors: 'active', contrast: 'no-preference', least: leastOfForced },
  { colorScheme: 'light', forcedColors: 'none', contrast: 'more', least: leastOfMore },
  { colorScheme: 'dark', forcedColors: 'none', contrast: 'more', least: leastOfMore },
] as const;

async function compare(page: Page, wanted: Least, where: string, atLeast: number): Promise<void> {
  await page.evaluate(installColours);
  const { findings, compared } = await page.evaluate(measureContrast, wanted);
  expect.soft(findings, where).toEqual([]);
  expect.soft(compared, `${where}: compared`).toBeGreaterThan(atLeast);
}

test.afterEach(async ({ stage }) => {
  await stage.emulateMedia({ contrast: 'no-preference' });
  await showTo(stage, readers['on a small phone']);
});

for (const [index, state] of states.entries())
  for (const lang of languagesOf(state))
    test(`words, pictures and edges stand out, still and whole, for every reader: ${state}, ${lang}`, async ({
      stage,
    }) => {
      // `dark` follows the reader's system, and so lets it change.
      await showState(stage, state, { lang, theme: 'dark', width: 'desk' });
      for (const [turn, { least, ...media }] of ways.entries()) {
        // All are made of the same few colours: two of the five ways in turn, and with `FULL=1` each.
        if (!process.env.FULL && (index + turn) % ways.length > 1) continue;
        await stage.emulateMedia(media);
        await compare(stage, least, Object.values(media).join(', '), 10);
      }
      expect.soft(await stage.evaluate(measureMotion, 0)).toEqual([]);

      await stage.emulateMedia({ colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' });
      const english = englishOnly(`${process.env.GALLERY_WIDGET}locales/`, lang);
      // Whether all is whole on a small phone is measured with the other checks of every state.
      const { 'on a small phone': phone, ...others } = readers;
      for (const [name, reader] of Object.entries(others)) {
        await showTo(stage, reader);
        expect.soft(await stage.evaluate(measure, { lang, english }), name).toEqual([]);
      }
      await showTo(stage, phone);
      const { findings, numbers } = await stage.evaluate(measureDirection);
      expect.soft(findings).toEqual([]);
      // A hospital that says nothing of itself has no number.
      const known = !/missing|broken/.test(examples[state]?.hospital ?? '');
      expect.soft(numbers, 'numbers').toBeGreaterThan(known ? 0 : -1);
    });

/** Colours by which hospitals are known: faint, dark, grey, and as strong as a screen can show. */
const accents = ['#ffffcc', '#050505', '#808080', '#ff0000', '#00ff00', '#0000ff', '#ffff00', '#ff00ff'];

/** With everything that is drawn in the hospital's colour. */
for (const state of ['home-easy-words', 'faq-open', 'form-language-found', 'form-contact-error', 'receipt'])
  test(`a hospital whose colour is faint or loud is read as well: ${state}`, async ({ stage }) => {
    await showState(stage, state, { lang: 'en', theme: 'dark', width: 'desk' });
    for (const accent of accents) {
      await stage.evaluate((accent) => {
        document.documentElement.style.setProperty('--health-help-accent', accent);
      }, accent);
      await showState(stage, state, { lang: 'en', theme: 'dark', width: 'desk' });
      const panel = stage.locator('health-help .panel');
      const used = await panel.evaluate((one) => one.style.getPropertyValue('--hospital'));
      expect(used, 'the colour made of it').toMatch(/^#/);
      for (const colorScheme of ['dark', 'light'] as const) {
        await stage.emulateMedia({ colorScheme });
        await compare(stage, least, `${accent}, ${colorScheme}, open`, 10);
      }
      expect(await pressEscape(stage)).toEqual([]);
      for (const colorScheme of ['dark', 'light'] as const) {
        await stage.emulateMedia({ colorScheme });
        await compare(stage, least, `${accent}, ${colorScheme}, closed`, 3);
      }
    }
    await stage.evaluate(() => document.documentElement.removeAttribute('style'));
  });

for (const state of ['home', 'faq-open', 'form-mode', 'sending', 'receipt'])
  test(`with motion allowed nothing takes long, and nothing blinks: ${state}`, async ({ stage }) => {
    await stage.setViewportSize(widths.desk);
    await stage.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' });
    await openStage(stage, { state, lang: 'en', theme: 'light' });
    expect(await stage.evaluate(measureMotion, 300)).toEqual([]);
    expect(await stage.evaluate(watchForBlinking, 1200)).toEqual([]);
  });
