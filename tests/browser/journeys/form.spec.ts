import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { wordsOf } from './words.ts';

const en = wordsOf('en');
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const change = (page: Page, name: string) => button(page, `${en.ui('check.change')}: ${name}`);
const goOn = (page: Page) => button(page, en.ui('form.continue'));

/** So many days from today where the hospital is, `YYYY-MM-DD`: which day it is here does not count. */
const dayFromNow = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(Date.now() + days * 86_400_000);

async function writeDate(question: Locator, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)));
  await question.getByLabel(en.ui('form.day'), { exact: true }).fill(day);
  await question.getByLabel(en.ui('form.month')).selectOption(month);
  await question.getByLabel(en.ui('form.year')).fill(year);
}

test('another language in the middle of the form keeps the question and every answer', async ({
  page,
  visit,
}) => {
  const { show, events } = await visit();
  await show('form-contact');
  await page.getByLabel(en.field('phone')).fill('555-010-0199');
  await page.getByRole('radio', { name: en.option('safe-to-message', 'no') }).check();
  await page.getByRole('button', { name: en.ui('language.title') }).click();
  await page.getByRole('button', { name: 'Español' }).click();
  const es = wordsOf('es');
  await expect(heading(page, es.step('contact'))).toBeFocused();
  await expect(page.getByLabel(es.field('phone'))).toHaveValue('555-010-0199');
  await expect(page.getByRole('radio', { name: es.option('safe-to-message', 'no') })).toBeChecked();
  await button(page, es.ui('form.continue')).click();
  await page.getByRole('button', { name: es.ui('form.continue') }).click();
  await expect(heading(page, es.ui('check.title'))).toBeFocused();
  const answers = page.locator('.answers');
  for (const answer of [
    es.option('for', 'me'),
    es.option('mode', 'video'),
    'Eye clinic, Building B',
    'Rima Nasser',
  ]) {
    await expect(answers).toContainText(answer);
  }
  expect(await events()).toContainEqual({ name: 'language', language: 'es' });
});

test('Change shows one question and comes back to the answers', async ({ page, visit }) => {
  const { show } = await visit();
  await show('check');
  await change(page, en.field('mode', 'short')).click();
  await expect(heading(page, `${en.step('mode')} ${en.ui('form.optional')}`)).toBeFocused();
  await page.getByRole('radio', { name: en.option('mode', 'in-person') }).check();
  await goOn(page).click();
  await expect(heading(page, en.ui('check.title'))).toBeFocused();
  await expect(page.locator('.answers')).toContainText(en.option('mode', 'in-person'));
  await expect(page.locator('.answers')).not.toContainText(en.option('mode', 'video'));
});

test('Change and Back comes back to the answers too', async ({ page, visit }) => {
  const { show } = await visit();
  await show('check');
  await change(page, en.step('contact')).click();
  await expect(heading(page, en.step('contact'))).toBeFocused();
  await button(page, en.ui('panel.back')).click();
  await expect(heading(page, en.ui('check.title'))).toBeFocused();
});

test('Continue without an answer names what is missing, and leads there', async ({ page, visit }) => {
  const { show } = await visit();
  await show('form-for-error');
  const summary = page.getByRole('group', { name: /^Error: 1 thing/ });
  await expect(summary).toBeFocused();
  const question = page.getByRole('radiogroup', { name: en.field('for') });
  await expect(question).toHaveAttribute('aria-invalid', 'true');
  const words = en.error('for', 'missing');
  await expect(question).toHaveAccessibleDescription(words);
  await summary.getByRole('link', { name: words, exact: true }).click();
  const me = page.getByRole('radio', { name: en.option('for', 'me'), exact: true });
  await expect(me).toBeFocused();
  // Screen readers do not all read what describes a group.
  await expect(me).toHaveAccessibleDescription(words);
  await goOn(page).click();
  await expect(summary).toBeFocused();
  await page.getByRole('radio', { name: en.option('for', 'me'), exact: true }).check();
  await goOn(page).click();
  await expect(page.getByRole('heading', { name: en.step('needs') })).toBeFocused();
  await expect(summary).toBeHidden();
});

test('several errors are each led to, and what was typed stays', async ({ page, visit }) => {
  const { show } = await visit();
  await show('form-contact');
  await page.getByLabel(en.field('phone')).fill('555');
  await goOn(page).click();
  const summary = page.getByRole('group', { name: /^Error: 2 things/ });
  await expect(summary).toBeFocused();
  await summary.getByRole('link', { name: en.error('phone', 'not-a-phone') }).click();
  await expect(page.getByLabel(en.field('phone'))).toBeFocused();
  await expect(page.getByLabel(en.field('phone'))).toHaveValue('555');
  await summary.getByRole('link', { name: en.error('safe-to-message', 'missing') }).click();
  await expect(
    page.getByRole('radio', { name: en.option('safe-to-message', 'yes'), exact: true }),
  ).toBeFocused();
});

test('a day that has passed is not accepted, and the words say what to write', async ({ page, visit }) => {
  const { show } = await visit();
  await show('form-when');
  const question = page.getByRole('group', { name: en.field('date') });
  await writeDate(question, dayFromNow(-3));
  await goOn(page).click();
  const words = en.error('date', 'in-the-past');
  await page
    .getByRole('group', { name: /^Error/ })
    .getByRole('link', { name: words, exact: true })
    .click();
  await expect(question).toHaveAccessibleDescription(new RegExp(words));
  await expect(question.locator(':focus')).toHaveAccessibleDescription(new RegExp(words));
  await writeDate(question, dayFromNow(30));
  await goOn(page).click();
  await expect(heading(page, en.step('visit-where'))).toBeFocused();
});

test('whoever is in the hospital now is given the phone, and nothing to send', async ({ page, visit }) => {
  const { show, panel } = await visit();
  await show('form-in-hospital');
  await expect(heading(page, en.step('in-hospital-now'))).toBeFocused();
  await expect(panel.locator('a.main-button[href="tel:5550101"]')).toBeVisible();
  await expect(goOn(page)).toHaveCount(0);
  await expect(button(page, en.ui('check.send'))).toHaveCount(0);
  await button(page, en.ui('panel.back')).click();
  await expect(heading(page, en.step('appointment'))).toBeFocused();
});

test('a visit sooner than the notice asked for is told so, and can be sent', async ({
  page,
  endpoint,
  visit,
}) => {
  const { show } = await visit();
  await show('check');
  await change(page, en.step('visit-when')).click();
  await writeDate(page.getByRole('group', { name: en.field('date') }), dayFromNow(1));
  const notice = page.locator('.notice');
  await expect(notice).toBeVisible();
  const late = await notice.innerText();
  await goOn(page).click();
  await button(page, en.ui('check.send')).click();
  await expect(heading(page, en.ui('receipt.title'))).toBeFocused();
  await expect(notice).toHaveText(late, { useInnerText: true });
  expect(JSON.parse(endpoint.posts[0]?.body ?? '').answers.date).toBe(dayFromNow(1));
});

test('pressing Send twice sends once', async ({ page, endpoint, visit }) => {
  const { show } = await visit();
  await show('check');
  await button(page, en.ui('check.send')).dblclick();
  await expect(heading(page, en.ui('receipt.title'))).toBeFocused();
  await button(page, en.ui('receipt.done')).click();
  await expect(heading(page, en.ui('home.title'))).toBeFocused();
  expect(endpoint.posts).toHaveLength(1);
});

test('while it is sent, Send is busy and presses do nothing', async ({ page, endpoint, visit }) => {
  endpoint.answer('hang');
  const { show } = await visit();
  await show('check');
  await button(page, en.ui('check.send')).click();
  const busy = button(page, en.ui('check.sending'));
  await expect(busy).toHaveAttribute('aria-disabled', 'true');
  await expect(busy).toBeFocused();
  await expect(page.getByRole('status')).toHaveText(en.ui('check.sending'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await expect.poll(() => endpoint.posts.length).toBe(1);
});

test('an element that the page moves keeps a form half filled', async ({ page, visit }) => {
  const { show, element, panel } = await visit();
  await show('form-contact');
  await page.getByLabel(en.field('phone')).fill('555-010-0199');
  await element.evaluate((one) => document.querySelector('h1')?.before(one));
  await expect(panel).toBeVisible();
  await expect(page.getByLabel(en.field('phone'))).toHaveValue('555-010-0199');
  await page.getByRole('radio', { name: en.option('safe-to-message', 'yes'), exact: true }).check();
  await goOn(page).click();
  await expect(page.getByRole('heading', { name: en.step('anything-else') })).toBeFocused();
});

test('a page that swaps its whole body keeps a form half filled', async ({ page, visit }) => {
  const { show } = await visit();
  await show('form-contact');
  await page.getByLabel(en.field('phone')).fill('555-010-0199');
  await page.evaluate(() => {
    const next = document.createElement('body');
    next.append('The next page');
    document.body.replaceWith(next);
  });
  await expect(page.getByText('The next page')).toBeVisible();
  await expect(page.getByLabel(en.field('phone'))).toHaveValue('555-010-0199');
});

test('Print prints help alone, and the page is as it was', async ({ page, visit }) => {
  const { show, panel } = await visit();
  await show('receipt');
  await page.evaluate(() => {
    const printed: unknown[] = [];
    Object.assign(window, {
      printed,
      print: () => {
        const shown = document.querySelector('health-help')?.shadowRoot?.querySelector('[part=panel]');
        printed.push(document.body.innerText, shown?.checkVisibility(), shown?.matches(':popover-open'));
      },
    });
  });
  const print = button(page, en.ui('receipt.print'));
  const before = await page.evaluate(() => document.body.outerHTML);
  await print.click();
  // Nothing of the page's own words; and not in the top layer, of which only one sheet would be printed.
  expect(await page.evaluate(() => (window as unknown as { printed: unknown }).printed)).toEqual([
    '',
    true,
    false,
  ]);
  await expect(page.getByText('Bring your card.')).toBeVisible();
  await expect(panel).toBeVisible();
  await expect(print).toBeFocused();
  expect((await page.evaluate(() => document.body.outerHTML)).replaceAll(' style=""', '')).toBe(before);
});
