import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { dist, expect, test } from '../journeys/fixtures.ts';
import { wordsOf } from '../journeys/words.ts';

const en = wordsOf('en');
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

const built = readdirSync(dist);

/** The file of a part, e.g. `faq-BcyZJCJy.js`. */
function fileOf(part: string): string {
  const file = built.find((name) => new RegExp(`^${part}-[\\w-]{8}\\.js$`).test(name));
  if (!file) throw new Error(`There is no file of "${part}" in ${dist}`);
  return file;
}

/** The files that one needs to start, without the panel's. */
const neededBy = (file: string): string[] =>
  [...readFileSync(dist + file, 'utf8').matchAll(/from\s*"\.\/([^"]+)/g)]
    .map(([, other]) => other ?? '')
    .filter((other) => !other.startsWith('panel-'));

test('help works where the browser blocks every storage', async ({ page, visit }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    Object.defineProperty(Document.prototype, 'cookie', {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  });
  const { show, said } = await visit({ attributes: { remember: 'session' } });
  await show('language');
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(heading(page, wordsOf('es').ui('home.title'))).toBeVisible();
  await page.getByRole('button', { name: wordsOf('es').ui('language.title') }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await show('check');
  await page.getByRole('button', { name: en.ui('check.send') }).click();
  await expect(heading(page, en.ui('receipt.title'))).toBeFocused();
  expect(said).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test("the page's own words are shown in the place of help", async ({ page, visit }) => {
    await visit({ body: '<h1>Visit</h1><health-help><a href="tel:5550100">Call 555-0100</a></health-help>' });
    await expect(page.getByRole('link', { name: 'Call 555-0100' })).toBeVisible();
  });
});

test('a screen whose file is gone says so, and Try again works when it is back', async ({
  page,
  sites,
  visit,
}) => {
  const { open, panel, said, events } = await visit();
  await open();
  sites.replace(fileOf('faq'), null);
  await page.getByRole('button', { name: en.ui('home.questions') }).click();
  await expect(heading(page, en.ui('panel.not-loaded'))).toBeFocused();
  await expect(panel).toContainText(en.ui('emergency.question'));
  expect(said.join('\n')).toMatch(/error: Health Help: .*"faq"/);
  expect(await events()).toContainEqual({ name: 'error', code: 'chunk-failed' });
  await page.getByRole('button', { name: en.ui('panel.try-again') }).click();
  await expect(heading(page, en.ui('panel.not-loaded'))).toBeVisible();
  sites.replace(fileOf('faq'), undefined);
  await page.getByRole('button', { name: en.ui('panel.try-again') }).click();
  await expect(heading(page, en.ui('faq.title'))).toBeFocused();
});

for (const what of ['the file', 'a file it needs'] as const) {
  test(`answers survive when ${what} of the screen that shows them is gone`, async ({
    page,
    sites,
    visit,
  }) => {
    const screen = fileOf('sending');
    const before = ['form', 'questions'].flatMap((name) => neededBy(fileOf(name)));
    const others = neededBy(screen).filter((file) => !before.includes(file));
    const gone = what === 'the file' ? [screen] : others;
    expect(gone).not.toEqual([]);
    // Before the form begins, which fetches the screen ahead of its time.
    for (const file of gone) sites.replace(file, null);
    const { show } = await visit();
    await show('form-anything-else');
    await page.getByLabel(en.field('anything-else')).fill('Please speak slowly.');
    await page.getByRole('button', { name: en.ui('form.continue') }).click();
    await expect(heading(page, en.ui('panel.not-loaded'))).toBeFocused();
    for (const file of gone) sites.replace(file, undefined);
    await page.getByRole('button', { name: en.ui('panel.try-again') }).click();
    await expect(heading(page, en.ui('check.title'))).toBeFocused();
    await expect(page.locator('.answers')).toContainText('Please speak slowly.');
    await expect(page.locator('.answers')).toContainText('Rima Nasser');
  });
}

test('a connection that is lost while the search field is reached is not final', async ({
  page,
  context,
  visit,
}) => {
  const { open } = await visit();
  await open();
  await context.setOffline(true);
  const failed = page.waitForEvent('requestfailed');
  await page.getByLabel(en.ui('search.label')).focus();
  await failed;
  await context.setOffline(false);
  await page.getByLabel(en.ui('search.label')).fill('free');
  await expect(page.getByRole('button', { name: en.question('interpreter-free') })).toBeVisible();
});

for (const file of [fileOf('faq'), ...neededBy(fileOf('faq'))]) {
  test(`a file that was tampered with never runs: ${file.slice(0, -12)}`, async ({ page, sites, visit }) => {
    sites.replace(file, `window.ran = 1; ${readFileSync(dist + file, 'utf8')}`);
    const { open } = await visit();
    await open();
    await page.getByLabel(en.ui('search.label')).fill('free');
    await expect(heading(page, en.ui('panel.not-loaded'))).toBeVisible();
    await open('faq');
    await expect(heading(page, en.ui('panel.not-loaded'))).toBeFocused();
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });
}
