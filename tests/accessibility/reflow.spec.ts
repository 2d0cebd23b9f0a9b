import { chromium, expect, type Page } from '@playwright/test';
import { englishOnly } from './english-only.ts';
import { measure } from './measure.ts';
import { pairs } from './pairs.ts';
import { test as base, languages, openStage } from './stage.ts';

const states = [
  'home',
  'home-search-found',
  'faq-answer',
  'language',
  'form-for',
  'form-language',
  'form-when',
  'form-when-error',
  'form-contact',
  'form-contact-error',
  'check',
  'receipt',
  'not-sent-busy',
] as const;

interface Reader {
  /** Text of 32 px by the reader's own setting, on a page that makes its own text smaller. */
  largeText: Page;
  /** More air between letters, words and lines, by the reader's own style sheet (1.4.12). */
  moreAir: Page;
  /** A wide screen zoomed to 400 %. */
  zoomed: Page;
}

const phone = { width: 320, height: 640 };

const test = base.extend<object, Reader>({
  largeText: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
    async ({}, use, { project }) => {
      const { executablePath, args = [] } = project.use.launchOptions ?? {};
      const browser = await chromium.launch({
        ...(executablePath && { executablePath }),
        args: [...args, '--blink-settings=defaultFontSize=32'],
      });
      const page = await browser.newPage({ viewport: phone, reducedMotion: 'reduce' });
      await page.addInitScript(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('html { font-size: 62.5% }');
        document.adoptedStyleSheets.push(sheet);
      });
      await use(page);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  moreAir: [
    async ({ browser }, use) => {
      const page = await browser.newPage({ viewport: phone, reducedMotion: 'reduce' });
      await use(page);
      await page.close();
    },
    { scope: 'worker' },
  ],
  zoomed: [
    async ({ browser }, use) => {
      const page = await browser.newPage({
        viewport: { width: 320, height: 256 },
        deviceScaleFactor: 4,
        reducedMotion: 'reduce',
      });
      await use(page);
      await page.close();
    },
    { scope: 'worker' },
  ],
});

async function addAir(page: Page): Promise<void> {
  await page.evaluate(() => {
    const root = document.querySelector('health-help')?.shadowRoot;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`);
    if (!root) throw new Error('The widget has no shadow root.');
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  });
}

/** Size of ordinary text in the panel, in px. */
const textSize = (page: Page): Promise<number> =>
  page.locator('health-help .view').evaluate((view) => Number.parseFloat(getComputedStyle(view).fontSize));

const readers = ['largeText', 'moreAir', 'zoomed'] as const satisfies readonly (keyof Reader)[];
const words: Readonly<Record<keyof Reader, string>> = {
  largeText: 'in letters twice as large',
  moreAir: 'with more air between letters and lines',
  zoomed: 'at 400 %',
};

for (const [s = 0, r = 0, l = 0] of pairs([states, readers, languages])) {
  const state = states[s] ?? 'home';
  const reader = readers[r] ?? 'zoomed';
  const lang = languages[l] ?? 'en';
  test(`${state} ${words[reader]} is read by scrolling one way only, ${lang}`, async ({
    largeText,
    moreAir,
    zoomed,
  }) => {
    const page = { largeText, moreAir, zoomed }[reader];
    await openStage(page, { state, lang, theme: 'light' });
    expect(await textSize(page)).toBe(reader === 'largeText' ? 36 : 18);
    if (reader === 'moreAir') await addAir(page);
    const english = englishOnly(`${process.env.GALLERY_WIDGET}locales/`, lang);
    expect(await page.evaluate(measure, { lang, english })).toEqual([]);
  });
}
