import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, riverside, test } from './fixtures.ts';
import { button, heading } from './focus.ts';
import { word, wordsOf } from './words.ts';

const en = wordsOf('en');
const englishForms = readFileSync(new URL('../../../locales/en/forms.json', import.meta.url), 'utf8');
const hospital = (more: object) => JSON.stringify({ ...riverside, ...more });

test.describe('more ways to get help', () => {
  /** The words a reader sees on the list, in order. */
  const rows = async (page: Page): Promise<string[]> => {
    await page.getByRole('button', { name: new RegExp(`^${en.ui('home.forms')}`) }).click();
    await expect(heading(page, en.ui('home.forms'))).toBeFocused();
    const list = page.locator('.plain-list .row-title');
    await expect(list.first()).toBeVisible();
    return list.allInnerTexts();
  };

  test('are those the hospital chose, in its order, and lead to their first question and back', async ({
    page,
    visit,
  }) => {
    const { open } = await visit({ hospital: hospital({ forms: ['contact', 'interpreter', 'programs'] }) });
    await open();
    expect(await rows(page)).toEqual([word('contact.card'), word('programs.card')]);
    await page.getByRole('button', { name: word('programs.card') }).click();
    await expect(heading(page, word('common.fields.for.label'))).toBeFocused();
    await button(page, en.ui('panel.back')).click();
    await expect(heading(page, en.ui('home.forms'))).toBeFocused();
  });

  test('carry the names the hospital gives them, and its own forms, by files alone', async ({
    page,
    sites,
    visit,
  }) => {
    const forms = JSON.parse(englishForms);
    const own = { title: 'Tour', card: 'See our birth center', fields: { day: { label: 'Which day?' } } };
    sites.replace('locales/en/forms.json', JSON.stringify({ ...forms, tour: own }));
    sites.replace(
      'locales/structure/content.json',
      JSON.stringify({
        faq: { groups: [], entries: {} },
        forms: { contact: { icon: 'message' }, tour: { icon: 'hospital' } },
        likelyLanguages: [],
      }),
    );
    sites.replace(
      'locales/structure/forms/tour.json',
      JSON.stringify({ version: '1', steps: [{ id: 'day', fields: [{ id: 'day', type: 'text' }] }] }),
    );
    const { open } = await visit({ hospital: hospital({ forms: ['tour', 'contact'] }) });
    await open();
    expect(await rows(page)).toEqual(['See our birth center', word('contact.card')]);
    await page.getByRole('button', { name: 'See our birth center' }).click();
    await expect(page.getByRole('heading', { name: 'Which day?' })).toBeFocused();
  });

  test('have no questions about the help itself where the hospital does not collect them', async ({
    page,
    visit,
  }) => {
    const { open, said } = await visit({ hospital: hospital({ collectFeedback: false }) });
    await open();
    expect(await rows(page)).not.toContain(word('feedback.card'));
    await open('forms/feedback');
    await expect(heading(page, en.ui('home.forms'))).toBeVisible();
    expect(said.join()).toContain('there is no such screen');
  });
});

test('whoever is not safe at home is given numbers to call, and nothing is asked or sent', async ({
  page,
  endpoint,
  visit,
}) => {
  const { show, panel } = await visit();
  await show('daily-needs-safety');
  await expect(heading(page, word('daily-needs.steps.safe-at-home.title'))).toBeFocused();
  const office = page.getByRole('listitem').filter({
    has: heading(page, word('offices.domestic-violence.label')),
  });
  await expect(office.getByRole('link', { name: '1-800-799-7233' })).toHaveAttribute(
    'href',
    'tel:18007997233',
  );
  await expect(office.getByRole('link', { name: '88788' })).toHaveAttribute('href', 'sms:88788');
  await expect(panel.getByRole('link', { name: '555-0110' })).toHaveAttribute('href', 'tel:5550110');
  await expect(button(page, en.ui('form.continue'))).toHaveCount(0);
  expect(endpoint.posts).toEqual([]);
});

test('a complaint without a name promises no answer, and says whom to call', async ({ page, visit }) => {
  const { show } = await visit();
  await show('receipt-anonymous');
  await expect(heading(page, word('advocate.receipt.title'))).toBeFocused();
  const receipt = page.locator('.screen');
  await expect(receipt).toContainText('555-0104');
  await expect(receipt).toContainText('Dana Whitfield');
  await expect(receipt).not.toContainText(word('advocate.receipt.reply-by-text'));
  await expect(receipt).not.toContainText('We answer in writing');
});

test('a complaint with a name is told the times the hospital gives itself', async ({ page, visit }) => {
  const { show } = await visit();
  await show('advocate-happened');
  await expect(page.locator('.question')).toContainText('within 60 days');
  const privacy = page.locator('.privacy');
  await expect(privacy).toContainText('90 days');
  // Who is called instead is who gets it.
  await expect(privacy.getByRole('link', { name: '555-0104' })).toHaveAttribute('href', 'tel:5550104');
  const [question, told] = await Promise.all([
    page.locator('.screen-heading').evaluate((one) => one.getBoundingClientRect().bottom),
    privacy.evaluate((one) => one.getBoundingClientRect().top),
  ]);
  // After the heading, which has the focus: before it, a screen reader would not come by it.
  expect(told).toBeGreaterThan(question);
});

test('a sign-up is for a class as the hospital calls it, on the screen and for staff', async ({
  page,
  endpoint,
  visit,
}) => {
  const { show } = await visit();
  await show('check-programs');
  await expect(page.locator('.answers')).toContainText('New parents');
  await button(page, word('programs.send')).click();
  await expect(heading(page, word('programs.receipt.title'))).toBeFocused();
  const { answers, readable } = JSON.parse(endpoint.posts[0]?.body ?? '');
  expect(answers.program).toEqual(['new-parents', 'other']);
  expect(readable).toContainEqual({
    field: 'program',
    label: word('programs.fields.program.short'),
    value: `New parents; ${word('programs.fields.program.options.other.label')}`,
  });
});

test('a box that must be ticked says so, at the box too', async ({ page, visit }) => {
  const { show } = await visit();
  await show('advocate-agree-error');
  const summary = page.getByRole('group', { name: /^Error: 1 thing/ });
  await expect(summary).toBeFocused();
  const box = page.getByRole('checkbox');
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  const words = await summary.getByRole('link').innerText();
  await expect(box).toHaveAccessibleDescription(new RegExp(words));
  await summary.getByRole('link').click();
  await expect(box).toBeFocused();
});

test.describe('what was given once', () => {
  const name = (page: Page) => page.getByLabel(word('common.fields.name.label'));

  test('is filled in already in the next form, also after the first is sent', async ({ page, visit }) => {
    const { show, open, act, panel } = await visit();
    await show('receipt-programs');
    await button(page, en.ui('receipt.done')).click();
    await expect(heading(page, en.ui('home.title'))).toBeFocused();
    await open('forms/contact');
    await expect(
      heading(page, `${word('contact.fields.topic.label')} ${en.ui('form.optional')}`),
    ).toBeFocused();
    // Nothing of it is the patient's own yet: help closes without a question, and is as it was.
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await open('forms/contact');
    await act([
      { click: '.footer .main-button' },
      { type: 'Where do I park?', into: '#health-help-f-message' },
      { click: '.footer .main-button' },
      { wait: '#health-help-f-name' },
    ]);
    await expect(name(page)).toHaveValue('Rima Nasser');
    await button(page, en.ui('form.continue')).click();
    await expect(page.getByLabel(word('common.fields.phone.label'))).toHaveValue('555-010-0199');
    // Whether a message is safe is asked every time.
    const safe = page.getByRole('radiogroup', { name: word('common.fields.safe-to-message.label') });
    await expect(safe.getByRole('radio', { checked: false })).toHaveCount(2);
  });

  test('is gone, in every form, once the patient deletes it', async ({ page, visit }) => {
    const { show, open, act } = await visit();
    await show('check-programs');
    await button(page, en.ui('form.clear')).click();
    await expect(heading(page, en.ui('form.clear-title'))).toBeFocused();
    await button(page, en.ui('form.clear-no')).click();
    await expect(heading(page, en.ui('check.title'))).toBeFocused();
    await button(page, en.ui('form.clear')).click();
    await button(page, en.ui('form.clear-yes')).click();
    await expect(heading(page, en.ui('home.title'))).toBeFocused();
    await expect(page.getByRole('status')).toHaveText(en.ui('form.cleared'));
    await open('forms/contact');
    await act([
      { click: '.footer .main-button' },
      { type: 'Where do I park?', into: '#health-help-f-message' },
      { click: '.footer .main-button' },
      { wait: '#health-help-f-name' },
    ]);
    await expect(name(page)).toHaveValue('');
  });

  test('is kept by nobody after a request on a shared device', async ({ page, visit }) => {
    const { show, open, act } = await visit({ attributes: { 'shared-device': '' } });
    await show('receipt-programs');
    await button(page, en.ui('receipt.done')).click();
    await open('forms/contact');
    await act([
      { click: '.footer .main-button' },
      { type: 'Where do I park?', into: '#health-help-f-message' },
      { click: '.footer .main-button' },
      { wait: '#health-help-f-name' },
    ]);
    await expect(name(page)).toHaveValue('');
  });
});

test('a visit before staff can answer is told so, with the phone of who arranges it', async ({
  page,
  visit,
}) => {
  const { open, act } = await visit();
  await open('forms/daily-needs');
  await act([
    { click: '#health-help-f-for--me' },
    { click: '.footer .main-button' },
    { click: '#health-help-f-help--ride' },
    { click: '.footer .main-button' },
    { wait: '#health-help-f-date' },
  ]);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(Date.now());
  const [year = '', month = '', day = ''] = today.split('-').map((part) => String(Number(part)));
  await page.getByLabel(en.ui('form.day'), { exact: true }).fill(day);
  await page.getByLabel(en.ui('form.month')).selectOption(month);
  await page.getByLabel(en.ui('form.year')).fill(year);
  await expect(page.locator('.notice').getByRole('link', { name: '555-0110' })).toBeVisible();
});

test('a hospital without an endpoint and without a phone sends nobody anywhere it cannot', async ({
  page,
  visit,
}) => {
  const { open, panel } = await visit({
    attributes: { endpoint: null },
    hospital: JSON.stringify({ name: 'Mill Street Clinic' }),
  });
  await open('forms/telehealth');
  await expect(heading(page, word('telehealth.title'))).toBeFocused();
  await expect(panel).toContainText(en.ui('form.no-endpoint-no-phone'));
  await expect(panel.locator('a[href^="tel:"]')).toHaveCount(0);
});

test('a mistake in a form of the hospital is named in the console, with what was probably meant', async ({
  page,
  sites,
  visit,
}) => {
  sites.replace(
    'locales/structure/forms/contact.json',
    JSON.stringify({
      version: '1',
      steps: [
        { id: 'message', fields: [{ id: 'message', type: 'textaera' }] },
        { id: 'your-name', fields: [{ id: 'name', type: 'text' }] },
      ],
    }),
  );
  const { open, said, events } = await visit();
  await open('forms/contact');
  await expect(page.getByRole('heading', { name: word('common.fields.name.label') })).toBeFocused();
  await expect.poll(() => said.join()).toContain('Did you mean "textarea"?');
  expect(await events()).toContainEqual({ name: 'error', code: 'form-broken' });
});

test('an answer leads to the form it is about, and to the phone where the hospital does not offer that form', async ({
  page,
  visit,
}) => {
  const { open, panel } = await visit();
  await open('faq/large-print-braille-audio');
  await panel.getByRole('button', { name: word('accessibility.card') }).click();
  await expect(heading(page, word('common.fields.for.label'))).toBeFocused();
  const bare = await visit({ hospital: hospital({ forms: ['interpreter'] }) });
  await bare.open('faq/large-print-braille-audio');
  await expect(bare.panel.getByRole('link', { name: 'Call 555-0100' })).toHaveAttribute(
    'href',
    'tel:5550100',
  );
  await expect(bare.panel.getByRole('button', { name: word('accessibility.card') })).toHaveCount(0);
  // Whoever can help with it, where that is known.
  await bare.open('faq/complain');
  await expect(bare.panel.getByRole('link', { name: 'Call 555-0104' })).toHaveAttribute(
    'href',
    'tel:5550104',
  );
});
