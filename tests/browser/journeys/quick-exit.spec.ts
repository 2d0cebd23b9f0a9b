import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parseLocale, textAt } from '../../../widget/contract/locale.ts';
import { expect, riverside, test } from './fixtures.ts';
import { tabTo } from './focus.ts';
import { wordsOf } from './words.ts';

const en = wordsOf('en');
const { tree } = parseLocale(
  readFileSync(new URL('../../../locales/en/forms.json', import.meta.url), 'utf8'),
);
const word = (path: string): string => textAt(tree, path) ?? path;
const way = (page: Page) => page.getByRole('link', { name: word('common.exit.leave') });

test.describe('the quick way out', () => {
  /** The hospital leads to a page of its own: tests go nowhere else. */
  const elsewhere = { hospital: JSON.stringify({ ...riverside, links: { exit: '/weather' } }) };

  test.beforeEach(({ sites }) => {
    sites.put('/before', { body: '<title>Before</title><p>Before</p>' });
    sites.put('/weather', { body: '<title>Weather</title><h1>Sunny</h1>' });
  });

  test('is the first thing on every screen of a complaint, and on no screen of an ordinary form', async ({
    page,
    visit,
  }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    const { open, show } = await visit(elsewhere);
    await open('forms/contact');
    await expect(page.getByRole('heading', { name: word('contact.fields.topic.label') })).toBeFocused();
    await expect(way(page)).toHaveCount(0);
    for (const state of ['advocate-way', 'advocate-government', 'daily-needs-safety'] as const) {
      await open('home');
      await show(state);
      await expect(way(page)).toHaveCount(1);
      await page.getByRole('link', { name: /^Emergency/ }).focus();
      await page.keyboard.press('Tab');
      await expect(way(page)).toBeFocused();
      await page.getByRole('button', { name: en.ui('panel.back'), exact: true }).click();
    }
  });

  test('leaves with Enter: every answer is gone, and Back does not lead here again', async ({
    page,
    sites,
    visit,
  }) => {
    await page.goto(`${sites.host}/before`);
    const { show, url } = await visit(elsewhere);
    await show('advocate-happened');
    await page.getByRole('textbox').fill('They were rude to me');
    await tabTo(page, way(page), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Sunny' })).toBeVisible();
    expect(page.url()).toBe(`${sites.host}/weather`);
    await page.goBack();
    await expect(page.getByText('Before')).toBeVisible();
    await page.goto(url);
    await page.locator('health-help').evaluate(async (one) => {
      await customElements.whenDefined('health-help');
      await (one as HTMLElement & { open(screen: string): Promise<void> }).open('forms/advocate');
    });
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  });

  test('leaves with Shift three times, also while writing, and says how many are left', async ({
    page,
    visit,
  }) => {
    const { show } = await visit(elsewhere);
    await show('advocate-happened');
    await page.getByRole('textbox').pressSequentially('They said: NO INTERPRETER');
    await page.keyboard.press('Shift');
    await expect(page.getByRole('status')).toHaveText(/Press it 2 more times/);
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await expect(page.getByRole('heading', { name: 'Sunny' })).toBeVisible();
  });

  test('of the keyboard can be turned off, and is off then on every screen', async ({ page, visit }) => {
    const { show, url } = await visit(elsewhere);
    await show('advocate-way');
    await page.getByRole('button', { name: word('common.exit.how') }).click();
    await page.getByRole('button', { name: word('common.exit.shift-off') }).click();
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: en.ui('form.continue') }).click();
    await expect(way(page)).toBeVisible();
    for (let press = 0; press < 4; press++) await page.keyboard.press('Shift');
    await expect(page.getByRole('heading', { name: word('common.fields.for.label') })).toBeFocused();
    expect(page.url()).toBe(url);
  });

  test('of the keyboard is there only while such a screen is', async ({ page, visit }) => {
    const { show, panel, url } = await visit(elsewhere);
    await show('advocate-way');
    await expect(way(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    for (let press = 0; press < 4; press++) await page.keyboard.press('Shift');
    expect(page.url()).toBe(url);
  });
});
