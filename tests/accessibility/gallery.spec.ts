import { expect, test } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { axeSource } from './axe.ts';
import { galleryUrl } from './serve-gallery.ts';

for (const width of [320, 1280])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`the list of states is read without barriers at ${width} px, ${colorScheme}`, async ({
      browser,
    }) => {
      const viewport = { width, height: 800 };
      const page = await browser.newPage({ bypassCSP: true, viewport, colorScheme });
      await page.goto(`${galleryUrl()}/gallery/`);
      await page.addScriptTag({ content: axeSource });
      const { violations, passes } = (await page.evaluate(
        'axe.run({ rules: Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }])) })',
      )) as AxeResults;
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
      expect(passes.length).toBeGreaterThan(15);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.close();
    });

test('a state is chosen from the list, in a language, a theme and a shape, under the strict policy', async ({
  page,
}) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', ({ message }) => said.push(message));
  await page.goto(`${galleryUrl()}/gallery/`);
  await page.getByRole('link', { name: 'dark', exact: true }).click();
  await page.getByRole('link', { name: 'in the page', exact: true }).click();
  await page.getByRole('link', { name: /^Español ?: One answer, linked to$/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
  const panel = page.getByRole('region', { name: 'Ayuda de salud' });
  await expect(panel).toHaveAttribute('data-mode', 'inline');
  await expect(panel).toHaveAttribute('data-theme', 'dark');
  await expect(panel.getByRole('heading', { level: 3 })).toContainText('intérprete');
  expect(said).toEqual([]);
});

test('a state or a language that does not exist is not shown', async ({ request }) => {
  for (const query of [
    '',
    'state=none',
    'state=constructor',
    'state=home&lang=xx',
    'state=home&lang=__proto__',
  ])
    expect((await request.get(`${galleryUrl()}/gallery/stage/?${query}`)).status(), query).toBe(404);
});

test('the hospital’s other side answers as each state needs it', async ({ request }) => {
  const url = `${galleryUrl()}/gallery`;
  const statuses = {
    ok: 201,
    'no-reference': 204,
    html: 200,
    redirect: 302,
    'server-error': 500,
    busy: 503,
    refused: 400,
    'field-errors': 422,
    'unknown-field': 422,
  };
  for (const [behaviour, status] of Object.entries(statuses))
    expect((await request.post(`${url}/api/${behaviour}`, { maxRedirects: 0 })).status(), behaviour).toBe(
      status,
    );
  const files = {
    'hospital/full.json': 200,
    'hospital/missing.json': 404,
    'locales/ok/en/ui.json': 200,
    'locales/missing/en/ui.json': 404,
    'locales/missing/structure/content.json': 200,
    'locales/ok/en/..%2f..%2fhealth-help.js': 404,
    'locales/none/en/ui.json': 404,
  };
  for (const [file, status] of Object.entries(files))
    expect((await request.get(`${url}/${file}`)).status(), file).toBe(status);
  for (const file of ['hospital/broken.json', 'locales/broken/es/ui.json']) {
    const text = await (await request.get(`${url}/${file}`)).text();
    expect(() => JSON.parse(text), file).toThrow(SyntaxError);
  }
});
