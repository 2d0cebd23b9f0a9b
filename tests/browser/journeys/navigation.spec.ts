import type { Page } from '@playwright/test';
import { expect, riverside, test } from './fixtures.ts';
import { wordsOf } from './words.ts';

const en = wordsOf('en');
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('Back goes to the list of questions, where the reader was in it, with the answer still open', async ({
  page,
  visit,
}) => {
  const { panel, open } = await visit();
  await open('faq');
  const question = button(page, en.question('my-rights'));
  await question.click();
  const link = page.getByRole('region').getByRole('button', { name: en.question('complain') });
  await link.scrollIntoViewIfNeeded();
  const scroller = panel.locator('.scroll');
  const before = await scroller.evaluate((element) => element.scrollTop);
  expect(before).toBeGreaterThan(200);
  await link.click();
  await button(page, en.question('interpreter-free')).click();
  await scroller.evaluate((element) => element.scrollTo(0, 0));
  await button(page, en.ui('faq.action.interpreter')).first().click();
  await expect(heading(page, en.step('for'))).toBeFocused();
  await button(page, en.ui('panel.back')).click();
  await expect(heading(page, en.ui('faq.title'))).toBeFocused();
  await expect(question).toHaveAttribute('aria-expanded', 'true');
});

test('Back keeps how far a long list was scrolled', async ({ page, visit }) => {
  const { panel, open } = await visit();
  await open('faq');
  await button(page, en.question('papers-in-my-language')).click();
  const scroller = panel.locator('.scroll');
  const form = panel.locator('.disclosure-answer .main-button');
  await form.scrollIntoViewIfNeeded();
  const before = await scroller.evaluate((element) => Math.round(element.scrollTop));
  expect(before).toBeGreaterThan(100);
  await form.click();
  await expect(heading(page, en.step('for'))).toBeFocused();
  await button(page, en.ui('panel.back')).click();
  await expect(form).toBeVisible();
  await expect.poll(() => scroller.evaluate((element) => Math.round(element.scrollTop))).toBe(before);
});

test('Back goes to the search, with its words and the answer still open', async ({ page, visit }) => {
  const { show } = await visit();
  await show('home-search-found');
  await button(page, en.question('interpreter-free')).click();
  await page.locator('.disclosure-answer .main-button').click();
  await expect(heading(page, en.step('for'))).toBeFocused();
  await button(page, en.ui('panel.back')).click();
  await expect(heading(page, en.ui('home.title'))).toBeFocused();
  await expect(page.getByLabel(en.ui('search.label'))).toHaveValue('intrepreter free');
  await expect(button(page, en.question('interpreter-free'))).toHaveAttribute('aria-expanded', 'true');
});

test('Back in the form keeps every answer, also one not continued from', async ({ page, visit }) => {
  const { show } = await visit();
  await show('form-where');
  await page.getByLabel(en.field('place')).fill('Eye clinic');
  await button(page, en.ui('panel.back')).click();
  await expect(heading(page, en.step('visit-when'))).toBeFocused();
  await expect(page.getByLabel(en.ui('form.hour'), { exact: true })).toHaveValue('10');
  await button(page, en.ui('form.continue')).click();
  await expect(page.getByLabel(en.field('place'))).toHaveValue('Eye clinic');
});

test('every change of screen moves focus to the new heading', async ({ page, visit }) => {
  const { open } = await visit();
  await open();
  await expect(heading(page, en.ui('panel.title'))).toBeFocused();
  await page.getByRole('button', { name: en.ui('home.questions') }).click();
  await expect(heading(page, en.ui('faq.title'))).toBeFocused();
  await page.getByRole('button', { name: en.ui('language.title') }).click();
  await expect(heading(page, en.ui('language.title'))).toBeFocused();
  await button(page, en.ui('panel.back')).click();
  await expect(heading(page, en.ui('faq.title'))).toBeFocused();
});

test('the page can open help at an answer', async ({ page, visit }) => {
  const { open } = await visit();
  await open('faq/what-to-bring');
  await expect(heading(page, en.question('what-to-bring'))).toBeFocused();
  await button(page, en.ui('panel.back')).click();
  await expect(heading(page, en.ui('home.title'))).toBeFocused();
});

test('an address that ends in an answer opens it and stays as it is', async ({ page, visit }) => {
  const { url } = await visit({ hash: '#health-help/faq/my-rights' });
  await expect(heading(page, en.question('my-rights'))).toBeFocused();
  expect(page.url()).toBe(`${url}#health-help/faq/my-rights`);
});

test('a screen that does not exist is the first one, and the page is told', async ({ page, visit }) => {
  const { open, said, events } = await visit();
  await open('faq/no-such-answer');
  await expect(heading(page, en.ui('home.title'))).toBeVisible();
  expect(said).toEqual([expect.stringMatching(/^error: .*open\("faq\/no-such-answer"\)/)]);
  expect(await events()).toEqual([{ name: 'error', code: 'screen-unknown' }, { name: 'open' }]);
});

test('easy words change the answer, and back', async ({ page, visit }) => {
  const { panel, show } = await visit();
  await show('faq-answer');
  await expect(panel).toContainText('You do not need insurance to ask.');
  await button(page, en.ui('panel.back')).click();
  const easy = page.getByRole('switch', { name: en.ui('easy.label') });
  await easy.click();
  await expect(easy).toBeChecked();
  await page.getByRole('link', { name: en.question('interpreter-free') }).click();
  await expect(panel).toContainText('You do not pay for an interpreter.');
  await expect(panel).not.toContainText('You do not need insurance to ask.');
});

test('"Did this help?" stays on the device', async ({ page, visit }) => {
  const { collectFeedback: _, ...hospital } = riverside;
  const { show } = await visit({ hospital: JSON.stringify(hospital) });
  await show('faq-answer');
  await page.waitForLoadState('networkidle');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await button(page, en.ui('faq.no')).click();
  await expect(page.getByRole('group', { name: /^You can also ask a person. Call 555-0100/ })).toBeFocused();
  await button(page, en.ui('panel.back')).click();
  await expect(heading(page, en.ui('home.title'))).toBeFocused();
  expect(requests).toEqual([]);
});

test('two widgets in two languages do not mix', async ({ page, endpoint, visit }) => {
  const widget = (lang: string) =>
    `<health-help mode="inline" lang="${lang}" endpoint="${endpoint.url}"></health-help>`;
  await visit({ body: `<div id="a">${widget('es')}</div><div id="b">${widget('ar')}</div>` });
  const [spanish, arabic] = [wordsOf('es'), wordsOf('ar')];
  const [left, right] = [page.locator('#a'), page.locator('#b')];
  await expect(left.getByRole('heading', { name: spanish.ui('home.title') })).toBeVisible();
  await expect(right.getByRole('heading', { name: arabic.ui('home.title') })).toBeVisible();
  await left.getByLabel(spanish.ui('search.label')).fill('gratis');
  await expect(left.getByRole('button', { name: spanish.question('interpreter-free') })).toBeVisible();
  await expect(right.getByLabel(arabic.ui('search.label'))).toHaveValue('');
  await right.getByRole('button', { name: arabic.ui('home.interpreter') }).click();
  await expect(right.getByRole('heading', { name: arabic.step('for') })).toBeFocused();
  await expect(left.getByRole('button', { name: spanish.question('interpreter-free') })).toBeVisible();
  await right.getByRole('button', { name: arabic.ui('language.title') }).click();
  await right.getByRole('button', { name: 'English' }).click();
  await expect(right.getByRole('heading', { name: en.step('for') })).toBeVisible();
  await expect(left.locator('[part=panel]')).toHaveAttribute('lang', 'es');
});
