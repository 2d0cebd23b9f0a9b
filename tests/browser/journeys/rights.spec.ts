import { readFileSync } from 'node:fs';
import { expect, riverside, test } from './fixtures.ts';
import { button, heading } from './focus.ts';
import { wordsOf } from './words.ts';

const en = wordsOf('en');
const path = new URL('../../../locales/structure/notices.json', import.meta.url);
const notices: { availability: Record<string, string> } = JSON.parse(readFileSync(path, 'utf8'));
const hospital = (more: object) => JSON.stringify({ ...riverside, ...more });
const { noticeLanguages } = riverside as { noticeLanguages: string[] };

test('who reads none of the languages of help finds theirs from the first question, and comes back to it', async ({
  page,
  visit,
}) => {
  const { open, panel, said } = await visit();
  await open('forms/interpreter');
  await expect(heading(page, en.field('for'))).toBeFocused();
  await button(page, en.ui('rights.title')).click();
  await expect(heading(page, en.ui('rights.title'))).toBeFocused();
  const lines = panel.locator('.notice-lines > li');
  await expect(lines).toHaveCount(noticeLanguages.length);
  for (const [index, tag] of noticeLanguages.entries()) {
    const line = lines.nth(index);
    await expect(line).toHaveAttribute('lang', tag);
    await expect(line).toHaveAttribute('dir', /^(ar|ur|fa)$/.test(tag) ? 'rtl' : 'ltr');
    // The number stays in one piece, whatever direction the words around it run.
    await expect(line.locator('bdi[dir=ltr]')).toHaveText('555-0101');
    await expect(line.getByRole('link')).toHaveAttribute('href', 'tel:5550101');
    const [sentence = ''] = (notices.availability[tag] ?? '').split('\n');
    await expect(line).toContainText(sentence);
  }
  await button(page, en.ui('panel.back')).click();
  await expect(heading(page, en.field('for'))).toBeFocused();
  expect(said).toEqual([]);
});

test('a patient learns that the notice is a sample, that everyone is treated alike, and whom to ask', async ({
  page,
  visit,
}) => {
  const { open, panel } = await visit();
  await open('rights');
  await expect(panel.locator('.notice')).toHaveText(en.ui('rights.sample'));
  await expect(heading(page, en.ui('rights.fair'))).toBeVisible();
  const who = panel.locator('section').filter({ has: heading(page, en.ui('rights.who')) });
  await expect(who).toContainText('Dana Whitfield');
  await expect(who).toContainText('Section 1557 Coordinator');
  await expect(who.getByRole('link', { name: '555-0114' })).toHaveAttribute('href', 'tel:5550114');
  await expect(who.getByRole('link', { name: 'rights@riverside.example' })).toBeVisible();
  await page.getByRole('link', { name: 'complain' }).click();
  await expect(heading(page, en.question('complain'))).toBeFocused();
});

test("with a hospital's own official text nothing is called a sample, without a rebuild", async ({
  page,
  sites,
  visit,
}) => {
  sites.replace(
    'locales/structure/notices.json',
    JSON.stringify({ availability: { es: 'El texto oficial.\n\nLlame al {{interpreterPhone}}.' } }),
  );
  const { open, panel } = await visit({ hospital: hospital({ noticeLanguages: undefined }) });
  await open('rights');
  await expect(panel.locator('.notice-lines')).toHaveText('El texto oficial. Llame al 555-0101.');
  await expect(panel.locator('.notice')).toHaveCount(0);
  await expect(heading(page, en.ui('rights.fair'))).toHaveCount(0);
});

test('where the notice cannot be read, a patient still learns that help is free and whom to call', async ({
  page,
  sites,
  visit,
}) => {
  sites.replace('locales/structure/notices.json', '[]');
  const { open, panel, said } = await visit();
  await open('rights');
  await expect(panel.getByRole('link', { name: '555-0101' })).toBeVisible();
  await expect(heading(page, en.ui('rights.list'))).toHaveCount(0);
  await expect.poll(() => said).toEqual([expect.stringMatching(/notices\.json: wrong shape/)]);
});

test('the language list and the receipt lead there too', async ({ page, visit }) => {
  const { open, show } = await visit();
  await open('language');
  await button(page, en.ui('rights.title')).click();
  await expect(heading(page, en.ui('rights.title'))).toBeFocused();
  await show('receipt');
  await button(page, en.ui('rights.title')).click();
  await expect(heading(page, en.ui('rights.title'))).toBeFocused();
  await button(page, en.ui('panel.back')).click();
  await expect(heading(page, en.ui('receipt.title'))).toBeFocused();
});

test('the hospital is told loudly, by path, of a missing coordinator and of too few languages', async ({
  visit,
}) => {
  const { open, said, events } = await visit({
    hospital: hospital({ coordinator: undefined, noticeLanguages: ['es', 'xx'] }),
  });
  await open('rights');
  await expect.poll(() => said.length).toBe(3);
  expect(said[0]).toMatch(/^error: Health Help: .*hospital\.json: coordinator: missing/);
  expect(said[1]).toContain('noticeLanguages names xx, which notices.json does not have');
  expect(said[2]).toContain('1 languages beside English; region "us" needs 15');
  expect(await events()).toContainEqual({ name: 'error', code: 'config-broken' });
});
