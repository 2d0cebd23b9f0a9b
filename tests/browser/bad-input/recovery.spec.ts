import type { Page } from '@playwright/test';
import { type Endpoint, problem } from '../journeys/endpoint.ts';
import { expect, test } from '../journeys/fixtures.ts';
import { wordsOf } from '../journeys/words.ts';

const en = wordsOf('en');
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const send = (page: Page) => page.getByRole('button', { name: en.ui('check.send') });
const notSent = (page: Page) => expect(heading(page, en.ui('not-sent.title'))).toBeFocused();
const receipt = async (page: Page): Promise<void> => {
  await expect(heading(page, en.ui('receipt.title'))).toBeFocused();
  await expect(page.getByText('HH-7K3F')).toBeVisible();
};

/** So many attempts reached the system, all of them the same request. */
async function sameRequest({ posts }: Endpoint, attempts: number): Promise<void> {
  await expect.poll(() => posts.length).toBe(attempts);
  expect(new Set(posts.map(({ body }) => body)).size).toBe(1);
  const ids = new Set(posts.map(({ headers }) => headers['idempotency-key']));
  expect([...ids]).toEqual([JSON.parse(posts[0]?.body ?? '').id]);
}

test('a system that comes back gets the waiting request once, and the receipt is shown by itself', async ({
  page,
  endpoint,
  visit,
}) => {
  await page.clock.install();
  endpoint.answer({ status: 500 }, { status: 502 }, 'drop');
  const { show, events } = await visit();
  await show('check');
  await send(page).click();
  await notSent(page);
  for (const attempts of [2, 3, 4]) {
    await page.clock.fastForward(10_000);
    await expect.poll(() => endpoint.posts.length).toBe(attempts);
  }
  await receipt(page);
  await page.clock.fastForward(600_000);
  await sameRequest(endpoint, 4);
  expect((await events()).filter(({ name }) => name === 'sent')).toEqual([
    { name: 'sent', form: 'interpreter', reference: 'HH-7K3F' },
  ]);
});

test('a system that does not answer in 20 seconds counts as down, and is tried again', async ({
  page,
  endpoint,
  visit,
}) => {
  await page.clock.install();
  endpoint.answer('hang');
  const { show } = await visit();
  await show('check');
  await send(page).click();
  await expect.poll(() => endpoint.posts.length).toBe(1);
  await page.clock.fastForward(15_000);
  await expect(page.getByRole('button', { name: en.ui('check.sending') })).toBeVisible();
  await page.clock.fastForward(6_000);
  await notSent(page);
  await expect(page.getByText(en.ui('not-sent.timeout'))).toBeVisible();
  await page.clock.fastForward(5_000);
  await receipt(page);
  await sameRequest(endpoint, 2);
});

test('a busy system is not asked again before the time it named, not even by Try again', async ({
  page,
  endpoint,
  visit,
}) => {
  await page.clock.install();
  endpoint.answer(problem(503, [], { 'retry-after': '120' }));
  const { show } = await visit();
  await show('check');
  await send(page).click();
  await notSent(page);
  await page.clock.fastForward(60_000);
  await page.getByRole('button', { name: en.ui('not-sent.again') }).click();
  await page.clock.fastForward(1_000);
  // It says why, and never "Sending…" for something that is not being sent.
  await expect(page.getByRole('status')).toContainText(en.ui('not-sent.busy'));
  await expect(page.getByRole('button', { name: en.ui('check.sending') })).toBeHidden();
  await page.clock.fastForward(29_000);
  expect(endpoint.posts).toHaveLength(1);
  await page.clock.fastForward(60_000);
  await receipt(page);
  await sameRequest(endpoint, 2);
});

test('Try again sends at once, the same request', async ({ page, endpoint, visit }) => {
  await page.clock.install();
  endpoint.answer({ status: 500 }, { status: 500 });
  const { show } = await visit();
  await show('check');
  await send(page).click();
  await notSent(page);
  await page.clock.pauseAt(new Date(Date.now() + 3_600_000));
  await expect.poll(() => endpoint.posts.length).toBe(2);
  await page.clock.resume();
  await page.getByRole('button', { name: en.ui('not-sent.again') }).click();
  await receipt(page);
  await sameRequest(endpoint, 3);
});

test('without a network the patient is told so, and the request goes when it is back', async ({
  page,
  context,
  endpoint,
  visit,
}) => {
  const { show, events } = await visit();
  await show('check');
  await context.setOffline(true);
  await send(page).click();
  await notSent(page);
  await expect(page.getByText(en.ui('not-sent.offline'))).toBeVisible();
  expect(endpoint.posts).toHaveLength(0);
  await context.setOffline(false);
  await receipt(page);
  await sameRequest(endpoint, 1);
  expect(await events()).toContainEqual({ name: 'error', code: 'not-sent-offline' });
});

test('who reads their answers while a request waits is not taken away by an attempt that fails', async ({
  page,
  endpoint,
  visit,
}) => {
  await page.clock.install();
  endpoint.always({ status: 500 });
  const { show } = await visit();
  await show('check');
  await send(page).click();
  await notSent(page);
  await page.getByRole('button', { name: en.ui('not-sent.answers') }).click();
  const before = endpoint.posts.length;
  await page.clock.fastForward(20_000);
  await expect.poll(() => endpoint.posts.length).toBeGreaterThan(before);
  await page.clock.fastForward(20_000);
  await expect.poll(() => endpoint.posts.length).toBeGreaterThan(before + 1);
  await expect(heading(page, en.ui('check.title'))).toBeFocused();
});

test('a request that waits is withdrawn when an answer is changed, so that staff never get both', async ({
  page,
  endpoint,
  visit,
}) => {
  await page.clock.install();
  endpoint.answer(problem(503, [], { 'retry-after': '3600' }));
  const { show } = await visit();
  await show('check');
  await send(page).click();
  await notSent(page);
  await page.getByRole('button', { name: en.ui('not-sent.answers') }).click();
  await page.getByRole('button', { name: new RegExp(en.step('visit-where')) }).click();
  await page.getByLabel(en.field('place')).fill('Heart clinic');
  await page.clock.fastForward(7_200_000);
  expect(endpoint.posts).toHaveLength(1);
  await page.getByRole('button', { name: en.ui('form.continue') }).click();
  await send(page).click();
  await receipt(page);
  await page.clock.fastForward(7_200_000);
  const [first, second] = endpoint.posts.map(({ body }) => JSON.parse(body));
  expect(endpoint.posts).toHaveLength(2);
  expect(second.id).not.toBe(first.id);
  expect(second.answers.place).toBe('Heart clinic');
});

test('help that was closed still sends what waits', async ({ page, endpoint, visit }) => {
  await page.clock.install();
  // Time enough to close the help before the next attempt, also on a slow machine.
  endpoint.answer(problem(503, [], { 'retry-after': '600' }));
  const { show, panel, launcher, events } = await visit();
  await show('check');
  await send(page).click();
  await notSent(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: en.ui('leave.keep') }).click();
  await expect(panel).toBeHidden();
  await page.clock.fastForward(660_000);
  await expect.poll(events).toContainEqual({ name: 'sent', form: 'interpreter', reference: 'HH-7K3F' });
  await sameRequest(endpoint, 2);
  await launcher.click();
  await receipt(page);
});
