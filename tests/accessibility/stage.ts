import { test as base, type Page } from '@playwright/test';
import { axeSource } from './axe.ts';
import { galleryUrl } from './serve-gallery.ts';

/** How the page is shown to the reader. */
export interface Setting {
  lang: string;
  theme: 'light' | 'dark' | 'forced colours';
  width: keyof typeof widths;
}

export const languages = ['en', 'es', 'ar', 'zh-Hans'] as const;
export const themes = ['light', 'dark', 'forced colours'] as const;
/** A small phone, where the panel is a modal dialog, and a desk, where it stands beside the page. */
export const widths = { phone: { width: 320, height: 640 }, desk: { width: 1280, height: 800 } } as const;

/** Brings the page of a state up, in a setting. */
export async function showState(page: Page, state: string, { lang, theme, width }: Setting): Promise<void> {
  await page.setViewportSize(widths[width]);
  await page.emulateMedia({
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    forcedColors: theme === 'forced colours' ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  await openStage(page, { state, lang, theme: theme === 'light' ? 'light' : 'auto' });
}

/** Opens a stage and waits for the state to be there. */
export async function openStage(page: Page, query: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(`${galleryUrl()}/gallery/stage/?${new URLSearchParams(query)}`);
  const html = page.locator('html');
  await html.and(page.locator('[data-ready], [data-failed]')).waitFor();
  const failed = await html.getAttribute('data-failed');
  if (failed !== null) throw new Error(failed);
}

/** One page for all tests of a worker: a new one for each would take longer than the tests. */
export const test = base.extend<object, { stage: Page }>({
  stage: [
    async ({ browser }, use) => {
      // The stage lets nothing but its own scripts run: axe is one more.
      const context = await browser.newContext({ bypassCSP: true, locale: 'en-US' });
      await context.addInitScript(axeSource);
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
