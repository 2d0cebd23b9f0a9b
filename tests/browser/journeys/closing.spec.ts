import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { wordsOf } from './words.ts';

const en = wordsOf('en');
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const somali = (page: Page) => page.getByRole('radio', { name: 'Soomaali' });

test('Escape closes, and focus is back on the launcher', async ({ page, visit }) => {
  const { launcher, panel, events } = await visit();
  await launcher.focus();
  await page.keyboard.press('Enter');
  await expect(heading(page, en.ui('panel.title'))).toBeFocused();
  await expect(launcher).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(launcher).toBeFocused();
  await expect(launcher).toHaveAttribute('aria-expanded', 'false');
  expect(await events()).toEqual([{ name: 'open' }, { name: 'close' }]);
});

test("Escape closes, and focus is back on the page's own link that opened it", async ({ page, visit }) => {
  const { panel, url } = await visit();
  const link = page.locator('a[href="#health-help/faq/interpreter-free"]');
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(heading(page, en.question('interpreter-free'))).toBeFocused();
  expect(page.url()).toBe(url);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(link).toBeFocused();
});

test('the launcher closes what it opened', async ({ visit }) => {
  const { launcher, panel } = await visit();
  await launcher.click();
  await expect(panel).toBeVisible();
  await launcher.click();
  await expect(panel).toBeHidden();
  await expect(launcher).toBeFocused();
});

test.describe('closing with answers that are not sent', () => {
  test('asks first, and Go on is back at the question', async ({ page, visit }) => {
    const { show, events } = await visit();
    await show('form-language-found');
    await page.keyboard.press('Escape');
    await expect(heading(page, en.ui('leave.title'))).toBeFocused();
    await button(page, en.ui('leave.go-on')).click();
    await expect(heading(page, en.step('language'))).toBeFocused();
    await expect(somali(page)).toBeChecked();
    expect(await events()).toEqual([{ name: 'open' }]);
  });

  test('and keeping them, opens at the same question with every answer', async ({ page, visit }) => {
    const { show, panel, launcher } = await visit();
    await show('form-language-found');
    await button(page, en.ui('panel.close')).click();
    await button(page, en.ui('leave.keep')).click();
    await expect(panel).toBeHidden();
    await expect(launcher).toBeFocused();
    await launcher.click();
    await expect(heading(page, en.step('language'))).toBeFocused();
    await expect(somali(page)).toBeChecked();
    await button(page, en.ui('panel.back')).click();
    await button(page, en.ui('panel.back')).click();
    await expect(page.getByRole('radio', { name: en.option('for', 'me'), exact: true })).toBeChecked();
  });

  test('and deleting them, leaves nothing behind', async ({ page, visit }) => {
    const { show, open, panel } = await visit();
    await show('form-language-found');
    await button(page, en.ui('panel.close')).click();
    await button(page, en.ui('leave.delete')).click();
    await expect(panel).toBeHidden();
    await open();
    await expect(heading(page, en.ui('home.title'))).toBeVisible();
    await open('forms/interpreter');
    await expect(heading(page, en.step('for'))).toBeFocused();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
  });
});

test.describe('leaving the page', () => {
  /** Closes the page as a reader would, and tells whether the browser asked. */
  const asksBeforeLeaving = async (page: Page): Promise<boolean> => {
    const asked = page.waitForEvent('dialog').then(async (dialog) => {
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();
      return true;
    });
    const left = page.waitForEvent('close').then(() => false);
    await page.close({ runBeforeUnload: true });
    return Promise.race([asked, left]);
  };

  test('asks nothing when nothing was answered', async ({ page, visit }) => {
    const { launcher } = await visit();
    await launcher.click();
    await page.getByLabel(en.ui('search.label')).fill('free');
    await page.getByRole('link', { name: en.question('interpreter-free') }).click();
    await page.locator('.screen > .main-button').click();
    await expect(heading(page, en.step('for'))).toBeFocused();
    expect(await asksBeforeLeaving(page)).toBe(false);
  });

  test('asks when an answer is not sent', async ({ page, visit }) => {
    const { open } = await visit();
    await open('forms/interpreter');
    await page.getByRole('radio', { name: en.option('for', 'me'), exact: true }).click();
    expect(await asksBeforeLeaving(page)).toBe(true);
    await expect(page.getByRole('radio', { name: en.option('for', 'me'), exact: true })).toBeChecked();
  });

  test('asks nothing once the request is sent', async ({ page, visit }) => {
    const { show } = await visit();
    await show('check');
    await button(page, en.ui('check.send')).click();
    await expect(heading(page, en.ui('receipt.title'))).toBeFocused();
    expect(await asksBeforeLeaving(page)).toBe(false);
  });
});
