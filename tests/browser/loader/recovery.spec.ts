import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, tag, test } from './fixtures.ts';

const withPhone = (script: string): string =>
  `<health-help><a href="tel:5550100">Call us</a></health-help>${script}`;

test("the page's own words are not shown while help works", async ({ page, sites, visit }) => {
  const { launcher } = await visit(withPhone(tag(sites)));
  await expect(launcher).toBeVisible();
  await expect(page.getByRole('link', { name: 'Call us' })).toBeHidden();
});

test("without JavaScript the page's own words are shown", async ({ browser, sites }) => {
  sites.put('/plain', { body: withPhone(tag(sites)) });
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${sites.host}/plain`);
  await expect(page.getByText('Call us')).toBeVisible();
  await page.close();
});

test("a file that was tampered with never runs; the page's own words are shown instead", async ({
  built,
  page,
  sites,
  visit,
}) => {
  const good = await readFile(built.dist + built.panel, 'utf8');
  sites.replace(built.panel, `console.log('tampered');${good}`);
  const { launcher, events, said } = await visit(withPhone(tag(sites)));
  await launcher.click();
  await expect(page.getByRole('link', { name: 'Call us' })).toBeVisible();
  expect(await events()).toEqual([{ name: 'error', code: 'panel-failed' }]);
  expect(said.join()).not.toContain('log: tampered');
  expect(said.join()).toContain(`health-help: cannot load ${sites.widget}`);
  await expect(launcher).not.toHaveAttribute('aria-busy', 'true');

  sites.replace(built.panel, undefined);
  await launcher.click();
  await expect(page.getByRole('region')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Call us' })).toBeHidden();
});

test('a panel that a deployment removed is replaced by the one that is there now', async ({
  built,
  page,
  sites,
  visit,
}) => {
  const newer = `${await readFile(built.dist + built.panel, 'utf8')}\nconsole.log('newer')`;
  const integrity = `sha256-${createHash('sha256').update(newer).digest('base64')}`;
  sites.replace(built.panel, null);
  sites.replace('panel-newer123.js', newer);
  sites.replace('current.json', JSON.stringify({ panel: 'panel-newer123.js', integrity }));
  const { launcher, said, events } = await visit(tag(sites));
  await launcher.click();
  await expect(page.getByRole('region')).toBeVisible();
  expect(said.join()).toContain('log: newer');
  expect(await events()).toEqual([{ name: 'open' }]);
});

test('a connection lost for a moment is not final', async ({ context, page, sites, visit }) => {
  const { launcher } = await visit(tag(sites));
  await expect(launcher).toBeVisible();
  await context.setOffline(true);
  await launcher.click();
  await expect(launcher).not.toHaveAttribute('aria-busy', 'true');
  await context.setOffline(false);
  await launcher.click();
  await expect(page.getByRole('region')).toBeVisible();
});

test('when a newer panel takes over, what was typed is handed on', async ({ built, page, sites, visit }) => {
  const { launcher, said } = await visit(tag(sites));
  await launcher.click();
  await page.getByLabel('Your words').fill('Mam');
  await page.keyboard.press('F8');
  await expect.poll(() => said.join()).toContain('There is no newer panel');
  await expect(page.getByLabel('Your words')).toHaveValue('Mam');

  const newer = `${await readFile(built.dist + built.panel, 'utf8')}\nconsole.log('newer')`;
  const integrity = `sha256-${createHash('sha256').update(newer).digest('base64')}`;
  sites.replace('panel-newer123.js', newer);
  sites.replace('current.json', JSON.stringify({ panel: 'panel-newer123.js', integrity }));
  await page.keyboard.press('F8');
  await expect.poll(() => said.join()).toContain('log: newer');
  await expect(page.getByLabel('Your words')).toHaveValue('Mam');
  await expect(page.getByRole('region')).toHaveCount(1);
});
