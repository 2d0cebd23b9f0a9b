import type { Locator, Page } from '@playwright/test';
import { problem } from './endpoint.ts';
import { expect, test, type Visit } from './fixtures.ts';
import { button, hasFocus, heading } from './focus.ts';
import { word, wordsOf } from './words.ts';

const en = wordsOf('en');
const lettersLeft = (count: number) => en.ui('form.left_other').replace('{{count}}', String(count));

/** Names of buttons as Chromium tells them to a screen reader, which is not in every case as Playwright computes them. */
async function namesOfButtons(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ ignored, role }) => !ignored && role?.value === 'button')
    .map(({ name }) => String(name?.value));
}

/** Whether the first stands before the second in the order they are read. */
const isBefore = async (first: Locator, second: Locator): Promise<boolean> => {
  const one = await first.elementHandle();
  return second.evaluate(
    (two, other) => Boolean(other && two.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING),
    one,
  );
};

/** Sends the example's request and waits for the receipt. */
async function sendCheck(page: Page, { show }: Visit): Promise<void> {
  await show('check');
  await button(page, en.ui('check.send')).click();
  await expect(heading(page, en.ui('receipt.title'))).toBeFocused();
}

test.describe('the receipt', () => {
  test('asks who was given no number to say their name, not a number', async ({ page, endpoint, visit }) => {
    endpoint.answer({ status: 204 });
    const visited = await visit();
    await sendCheck(page, visited);
    const call = page.locator('.receipt-call');
    await expect(call).toContainText(/555-0101.*name/);
    await expect(page.locator('.screen')).not.toContainText('say your number');
  });

  test('asks who was given a number to say it', async ({ page, visit }) => {
    const visited = await visit();
    await sendCheck(page, visited);
    await expect(page.locator('.receipt-call')).toContainText(/555-0101.*number/);
  });

  test('begins with the name of the request, before the heading that has the focus', async ({
    page,
    visit,
  }) => {
    const visited = await visit();
    await sendCheck(page, visited);
    const first = page.locator('.screen > :first-child');
    await expect(first).toHaveText(word('interpreter.title'));
    expect(await first.evaluate(({ localName }) => localName)).toBe('p');
  });

  test('has a button that says what it copies, and begins with the word on it', async ({
    page,
    context,
    visit,
  }) => {
    await context.grantPermissions(['clipboard-write']);
    const visited = await visit();
    await sendCheck(page, visited);
    expect(await namesOfButtons(page)).toContain(en.ui('receipt.copy-number'));
    const copy = button(page, en.ui('receipt.copy-number'));
    await expect(copy.locator('[aria-hidden=true]').last()).toHaveText(en.ui('receipt.copy'));
    await copy.click();
    await expect(button(page, en.ui('receipt.copied'))).toBeFocused();
  });
});

test.describe('a long text', () => {
  test('says how many letters are left after a pause, not at each of them', async ({ page, visit }) => {
    const { show } = await visit();
    await show('form-anything-else');
    const field = page.getByRole('textbox');
    const status = page.getByRole('status');
    await status.evaluate((region) => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => region.textContent && said.push(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await field.focus();
    await page.keyboard.press('End');
    await page.keyboard.type('abcde', { delay: 60 });
    await expect(status).toHaveText(lettersLeft(45));
    expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([
      lettersLeft(45),
    ]);
  });

  test('is described by the letters left, which stay as they are while it has the focus', async ({
    page,
    visit,
  }) => {
    const { show } = await visit();
    await show('form-anything-else');
    const field = page.getByRole('textbox');
    await field.focus();
    const before = await field.getAttribute('aria-describedby');
    await page.keyboard.press('End');
    await page.keyboard.type('abc');
    await expect(page.locator('p', { hasText: lettersLeft(47) })).toBeVisible();
    expect(await field.getAttribute('aria-describedby')).toBe(before);
    await page.keyboard.press('Tab');
    await expect(field).toHaveAccessibleDescription(new RegExp(`${lettersLeft(47)}$`));
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('de');
    await expect(page.locator('p', { hasText: lettersLeft(45) })).toBeVisible();
    await expect(field).toHaveAccessibleDescription(new RegExp(`${lettersLeft(47)}$`));
  });
});

test.describe('the answers to check', () => {
  test('are one list, in which each term has what was answered', async ({ page, visit }) => {
    const { show } = await visit();
    await show('check');
    await expect(page.locator('dl')).toHaveCount(1);
    expect(await page.locator('dl').evaluate(({ children }) => children.length)).toBeGreaterThan(8);
    const term = page.locator('dt', { hasText: en.field('mode', 'short') });
    await expect(term.locator('xpath=following-sibling::dd[1]')).toHaveText(en.option('mode', 'video'));
  });

  test('each have a button that says what it changes, without a space before the colon', async ({
    page,
    visit,
  }) => {
    const { show } = await visit();
    await show('check');
    const names = (await namesOfButtons(page)).filter((name) => name.startsWith(en.ui('check.change')));
    expect(names).toContain(`${en.ui('check.change')}: ${en.field('language', 'short')}`);
    expect(names.filter((name) => !name.startsWith(`${en.ui('check.change')}: `))).toEqual([]);
  });
});

test.describe('a hospital that takes no requests here', () => {
  test('does not say that one can also call, where it is the only way', async ({ page, visit }) => {
    const { open, panel } = await visit({ attributes: { endpoint: null } });
    await open('forms/interpreter');
    await expect(page.getByText(en.ui('form.no-endpoint'))).toBeVisible();
    await expect(panel).toContainText('An interpreter is free for you.');
    await expect(panel).not.toContainText('You can also call');
  });

  test('still says when a call is for something else', async ({ page, visit }) => {
    const { open, panel } = await visit({ attributes: { endpoint: null } });
    await open('forms/contact');
    await expect(page.getByText(en.ui('form.no-endpoint'))).toBeVisible();
    await expect(panel).toContainText('Do you feel sick');
  });
});

test('how many languages were found is read after the field they are looked for in', async ({
  page,
  visit,
}) => {
  const { show } = await visit();
  await show('form-language');
  const field = page.getByRole('textbox', { name: en.ui('form.find-language') });
  await field.fill('som');
  const count = page.locator('.hint', { hasText: /^\d+ found$/ });
  await expect(count).toBeVisible();
  expect(await isBefore(field, count)).toBe(true);
});

test('the first screen names its list of languages, and what the phone number is for', async ({
  page,
  visit,
}) => {
  const { open } = await visit();
  await open();
  const list = page.getByRole('list', { name: en.ui('language.title') });
  await expect(list.getByRole('button', { name: 'Español' })).toBeVisible();
  await expect(page.getByRole('link', { name: new RegExp(`^${en.ui('home.talk')} [\\d-]+$`) })).toBeVisible();
});

test('Try again says so when it is still not sent, and stays where it is', async ({
  page,
  endpoint,
  visit,
}) => {
  endpoint.always(problem(500));
  const { show } = await visit();
  await show('check');
  await button(page, en.ui('check.send')).click();
  await expect(heading(page, en.ui('not-sent.title'))).toBeFocused();
  const again = button(page, en.ui('not-sent.again'));
  await again.click();
  await expect(page.getByRole('status')).toHaveText(en.ui('not-sent.title'));
  await expect(again).toBeVisible();
  expect(await hasFocus(again)).toBe(true);
  expect(endpoint.posts.length).toBeGreaterThan(1);
});
