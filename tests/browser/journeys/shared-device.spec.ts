import { readFileSync } from 'node:fs';
import { parseLocale, textAt } from '../../../widget/contract/locale.ts';
import { expect, test } from './fixtures.ts';
import { wordsOf } from './words.ts';

const en = wordsOf('en');
const { tree } = parseLocale(
  readFileSync(new URL('../../../locales/en/forms.json', import.meta.url), 'utf8'),
);
const word = (path: string): string => textAt(tree, path) ?? path;
const shared = { attributes: { 'shared-device': '' } };

test('on a shared device whoever is away for two minutes is asked, and goes on with one press', async ({
  page,
  visit,
}) => {
  await page.clock.install();
  const { show } = await visit(shared);
  await show('form-contact');
  await page.getByLabel(en.field('phone')).fill('555-010-0199');
  await page.clock.fastForward(119_000);
  await expect(page.getByLabel(en.field('phone'))).toBeVisible();
  await page.clock.fastForward(2_000);
  await expect(page.getByRole('heading', { name: word('common.idle.title') })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: word('common.idle.go-on') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(en.field('phone'))).toHaveValue('555-010-0199');
  await page.clock.fastForward(100_000);
  await expect(page.getByLabel(en.field('phone'))).toHaveValue('555-010-0199');
});

test('on a shared device nothing is left of whoever does not come back', async ({ page, visit }) => {
  await page.clock.install();
  const { show, open, panel } = await visit(shared);
  await show('form-contact');
  await page.clock.fastForward(121_000);
  await expect(page.getByRole('heading', { name: word('common.idle.title') })).toBeFocused();
  await page.clock.fastForward(60_000);
  await expect(panel).toBeHidden();
  await open();
  await expect(page.getByRole('heading', { name: en.ui('home.title') })).toBeVisible();
  await open('forms/interpreter');
  await expect(page.getByRole('heading', { name: en.step('for') })).toBeFocused();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('on any other device nobody is asked, however long they read', async ({ page, visit }) => {
  await page.clock.install();
  const { show } = await visit();
  await show('form-contact');
  await page.getByLabel(en.field('phone')).fill('555-010-0199');
  await page.clock.fastForward(3_600_000);
  await expect(page.getByLabel(en.field('phone'))).toHaveValue('555-010-0199');
});
