import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { dist, expect, test, type Visit } from '../journeys/fixtures.ts';
import { wordsOf } from '../journeys/words.ts';
import type { Sites } from '../serve.ts';
import { askForInterpreter, heading } from './ask.ts';
import { takeAwayConstructableSheets } from './missing.ts';

const en = wordsOf('en');
const paper = 'rgb(246, 243, 234)';
const styleFile = /^panel-[\w-]{8}\.css$/;

test.beforeEach(({ page }) => page.addInitScript(takeAwayConstructableSheets));

/** The policy of most pages: style files from anywhere. Still no style element and no style attribute. */
async function allowStyleFiles(sites: Sites, { url }: Visit): Promise<void> {
  const page = await fetch(url);
  const policy = page.headers.get('content-security-policy') ?? '';
  sites.put('/visit', {
    body: await page.text(),
    headers: { 'content-security-policy': policy.replace("style-src 'none'", 'style-src http:') },
  });
}

const paperOf = (page: Page): Promise<string> =>
  page.locator('[part=panel]').evaluate((panel) => getComputedStyle(panel).backgroundColor);

test('without constructable style sheets one style file is loaded, when help is opened and not before', async ({
  page,
  sites,
  endpoint,
  visit,
}) => {
  const here = await visit({ stay: true });
  await allowStyleFiles(sites, here);
  await page.goto(here.url);
  await expect(here.launcher).toBeVisible();
  expect(sites.requested).toEqual(['health-help.js']);
  await here.open();
  await expect.poll(() => paperOf(page)).toBe(paper);
  await here.panel.getByRole('button', { name: en.ui('panel.close') }).click();
  await expect(here.panel).toBeHidden();
  await askForInterpreter(page, here, endpoint);
  // It holds the rules of the later screens too.
  expect(sites.requested.filter((file) => file.endsWith('.css'))).toEqual([expect.stringMatching(styleFile)]);
  expect(here.said).toEqual([]);
  expect(await here.violations()).toEqual([]);
});

test('a style file that was tampered with is not used', async ({ page, sites, visit }) => {
  const here = await visit({ stay: true });
  await allowStyleFiles(sites, here);
  const file = readdirSync(dist).find((name) => styleFile.test(name)) ?? '';
  sites.replace(file, '.panel { background: red }');
  await page.goto(here.url);
  await here.open();
  await expect.poll(() => here.said.join('\n')).toContain("'integrity' attribute");
  expect(sites.requested).toContain(file);
  await expect(here.panel.getByRole('link', { name: '555-0100' })).toBeVisible();
  expect(await paperOf(page)).not.toBe('rgb(255, 0, 0)');
});

test('a page that lets no style file in gets help without colours: the words and the form are there', async ({
  page,
  endpoint,
  visit,
}) => {
  const here = await visit();
  await askForInterpreter(page, here, endpoint);
  expect(await here.violations()).toEqual([expect.stringMatching(/^style-src-elem .*\.css/)]);
  await here.open();
  await expect(heading(page, en.ui('receipt.title'))).toBeVisible();
});
