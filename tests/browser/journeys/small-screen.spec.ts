import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { tabTo } from './focus.ts';
import { wordsOf } from './words.ts';

const en = wordsOf('en');
const page1 = `<header inert><p>Menu of the old page</p></header>
  <main><h1>Before you come</h1><p><a href="/bills">Pay a bill</a></p></main><footer>Riverside</footer>`;

/** Which parts of the page cannot be reached. */
const inert = (page: Page) =>
  page
    .locator('body > :not(health-help)')
    .evaluateAll((all) =>
      (all as HTMLElement[]).filter((one) => one.inert).map(({ localName }) => localName),
    );

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('help is a modal dialog: the page cannot be reached, and is as it was afterwards', async ({
    page,
    visit,
  }) => {
    const { panel, launcher } = await visit({ body: page1 });
    await launcher.click();
    await expect(page.getByRole('dialog', { name: en.ui('panel.title') })).toHaveAttribute(
      'aria-modal',
      'true',
    );
    expect(await inert(page)).toEqual(['header', 'main', 'footer']);
    const box = await panel.boundingBox();
    expect(box).toMatchObject({ x: 0, y: 0, width: 390 });
    await page.keyboard.press('Escape');
    expect(await inert(page)).toEqual(['header']);
    await expect(launcher).toBeFocused();
  });

  test('Tab goes round inside help, forwards and backwards', async ({ page, visit }) => {
    const { element, launcher, panel } = await visit({ body: page1 });
    await launcher.click();
    const language = page.getByRole('button', { name: en.ui('language.title') });
    const last = page.getByRole('link', { name: '555-0100' });
    await tabTo(page, language);
    await tabTo(page, last);
    await page.keyboard.press('Tab');
    await expect(language).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(last).toBeFocused();
    for (let stops = 0; stops < 40; stops++) {
      await page.keyboard.press('Tab');
      expect(
        await element.evaluate((one) => one.shadowRoot?.activeElement?.closest('[part=panel]') !== null),
      ).toBe(true);
    }
    await expect(panel).toBeVisible();
  });

  test('a screen that grows makes the page reachable again', async ({ page, visit }) => {
    const { launcher } = await visit({ body: page1 });
    await launcher.click();
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(page.getByRole('region', { name: en.ui('panel.title') })).toBeVisible();
    await expect.poll(() => inert(page)).toEqual(['header']);
  });
});

test('on a wide screen help is a region beside the page, which stays within reach', async ({
  page,
  visit,
}) => {
  const { launcher, panel } = await visit({ body: page1 });
  await launcher.click();
  await expect(page.getByRole('region', { name: en.ui('panel.title') })).not.toHaveAttribute('aria-modal');
  expect(await inert(page)).toEqual(['header']);
  await tabTo(page, page.getByRole('link', { name: 'Pay a bill' }), 'Shift+Tab');
  await expect(panel).toBeVisible();
});
