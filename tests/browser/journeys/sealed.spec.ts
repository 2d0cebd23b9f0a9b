import type { Page } from '@playwright/test';
import { makeKeyPair } from '../../../demo/receiver/keys/key-pair.ts';
import { openSealed } from '../../../demo/receiver/keys/open-sealed.ts';
import { readPrivateKeys } from '../../../demo/receiver/keys/private-keys.ts';
import { problem } from './endpoint.ts';
import { expect, test } from './fixtures.ts';
import { wordsOf } from './words.ts';

const en = wordsOf('en');
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const send = (page: Page) => page.getByRole('button', { name: en.ui('check.send') });
const pair = await makeKeyPair();
const keys = readPrivateKeys(JSON.stringify(pair.privateKey));

/** The files of the widget are where the key is: their origin may be asked by the page. */
const withKey = (
  sites: { widget: string; replace(file: string, text: string): void },
  key?: object | string,
) => {
  const text = typeof key === 'string' ? key : JSON.stringify(key ?? pair.publicKey);
  sites.replace('endpoint-key.json', text);
  return { attributes: { 'endpoint-key': `${sites.widget}endpoint-key.json` } };
};

const databases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

test('with a key nobody but the hospital can read what is sent', async ({ page, endpoint, sites, visit }) => {
  const { show, violations } = await visit(withKey(sites));
  await show('check');
  await send(page).click();
  await expect(heading(page, en.ui('receipt.title'))).toBeFocused();
  await expect(page.getByText('HH-7K3F')).toBeVisible();
  const [post] = endpoint.posts;
  expect(post?.headers['content-type']).toBe('application/jose');
  expect(post?.body).not.toMatch(/Rima|interpreter/);
  const { body, contentType } = await openSealed(post?.body ?? '', keys);
  expect(contentType).toBe('application/json');
  const opened = JSON.parse(body);
  expect(opened.answers.name).toBe('Rima Nasser');
  expect(post?.headers['idempotency-key']).toBe(opened.id);
  expect(await violations()).toEqual([]);
  await expect.poll(() => databases(page)).toEqual([]);
});

test('FHIR is sealed too', async ({ page, endpoint, sites, visit }) => {
  const { attributes } = withKey(sites);
  const { show } = await visit({ attributes: { ...attributes, 'endpoint-format': 'fhir-r4' } });
  await show('check');
  await send(page).click();
  await expect(heading(page, en.ui('receipt.title'))).toBeFocused();
  const opened = await openSealed(endpoint.posts[0]?.body ?? '', keys);
  expect(opened.contentType).toBe('application/fhir+json');
  expect(JSON.parse(opened.body)).toMatchObject({ resourceType: 'Bundle', type: 'collection' });
});

for (const [what, key] of [
  ['is not there', '<h1>Not found</h1>'],
  ['is a private key', pair.privateKey],
  ['is no point of its curve', { ...pair.publicKey, x: pair.publicKey.y }],
] as const) {
  test(`when the key ${what}, nothing is sent open, nothing is lost, and the console says why`, async ({
    page,
    endpoint,
    sites,
    visit,
  }) => {
    const { show, said, events } = await visit(withKey(sites, key));
    await show('check');
    await send(page).click();
    await expect(heading(page, en.ui('not-sent.title'))).toBeFocused();
    await expect.poll(events).toContainEqual({ name: 'error', code: 'endpoint-key-unusable' });
    expect(said.filter((line) => line.includes('endpoint-key.json" cannot be used'))).toHaveLength(1);
    expect(said.join()).not.toContain(pair.privateKey.d);
    expect(endpoint.posts).toEqual([]);
    // Mended, it goes: the answers were here all the time.
    withKey(sites);
    await page.getByRole('button', { name: en.ui('not-sent.again') }).click();
    await expect(heading(page, en.ui('receipt.title'))).toBeFocused();
    expect((await openSealed(endpoint.posts[0]?.body ?? '', keys)).body).toContain('Rima Nasser');
  });
}

test('without what browsers need to seal, nothing is sent open', async ({ page, endpoint, sites, visit }) => {
  await page.addInitScript(() =>
    Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined, configurable: true }),
  );
  const { show, said } = await visit(withKey(sites));
  await show('check');
  await send(page).click();
  await expect(heading(page, en.ui('not-sent.title'))).toBeFocused();
  await expect.poll(() => said.join()).toContain('sealing works only on a page served over https');
  expect(endpoint.posts).toEqual([]);
});

test('a sealed request that was not sent goes out when help is opened on a later page, and nothing stays behind', async ({
  page,
  endpoint,
  sites,
  visit,
}) => {
  endpoint.always(problem(503, [], { 'retry-after': '3600' }));
  const options = withKey(sites);
  const { show, url, launcher, panel } = await visit(options);
  await show('check');
  await send(page).click();
  await expect(heading(page, en.ui('not-sent.title'))).toBeFocused();
  await expect.poll(() => databases(page)).toEqual(['health-help']);
  page.on('dialog', (dialog) => dialog.accept());
  endpoint.always({ status: 201, body: '{"reference":"HH-7K3F"}', type: 'application/json' });
  await page.goto(url);
  // A page on which nobody asks for help does nothing.
  await page.waitForTimeout(500);
  expect(endpoint.posts).toHaveLength(1);
  await launcher.click();
  await expect(panel).toBeVisible();
  await expect.poll(() => endpoint.posts.length).toBe(2);
  const [first, second] = endpoint.posts;
  expect(second?.body).toBe(first?.body);
  expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
  await expect.poll(() => databases(page)).toEqual([]);
});

test('without a key, and on a shared device, nothing that waits is stored', async ({
  page,
  endpoint,
  sites,
  visit,
}) => {
  endpoint.always(problem(503));
  const { attributes } = withKey(sites);
  page.on('dialog', (dialog) => dialog.accept());
  for (const more of [{}, { ...attributes, 'shared-device': '' }]) {
    const { show } = await visit({ attributes: more });
    await show('check');
    await send(page).click();
    await expect(heading(page, en.ui('not-sent.title'))).toBeFocused();
    expect(await databases(page)).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  }
});

test('a request that waits outlives the element being taken out and put back: it is sent once, and the receipt is there', async ({
  page,
  endpoint,
  visit,
}) => {
  await page.clock.install();
  endpoint.answer(problem(503, [], { 'retry-after': '60' }));
  const { show, element } = await visit();
  await show('check');
  await send(page).click();
  await expect(heading(page, en.ui('not-sent.title'))).toBeFocused();
  // As a page that shows one view after the other does.
  await element.evaluate((one) => {
    Object.assign(window, { kept: one });
    one.remove();
  });
  await page.clock.fastForward(1_000);
  await page.evaluate(() => document.body.append((window as unknown as { kept: Element }).kept));
  await expect(heading(page, en.ui('not-sent.title'))).toBeVisible();
  await page.clock.fastForward(120_000);
  await expect(heading(page, en.ui('receipt.title'))).toBeVisible();
  await expect(page.getByText('HH-7K3F')).toBeVisible();
  expect(endpoint.posts).toHaveLength(2);
  expect(new Set(endpoint.posts.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
});

test('a request sent while the element was out of the page shows its receipt when it is back', async ({
  page,
  endpoint,
  visit,
}) => {
  await page.clock.install();
  endpoint.answer(problem(503, [], { 'retry-after': '60' }));
  const { show, element } = await visit();
  await show('check');
  await send(page).click();
  await expect(heading(page, en.ui('not-sent.title'))).toBeFocused();
  await element.evaluate((one) => {
    Object.assign(window, { kept: one });
    one.remove();
  });
  await page.clock.fastForward(120_000);
  await expect.poll(() => endpoint.posts.length).toBe(2);
  await page.evaluate(() => document.body.append((window as unknown as { kept: Element }).kept));
  await expect(heading(page, en.ui('receipt.title'))).toBeVisible();
  expect(endpoint.posts).toHaveLength(2);
});

test('another language while a request waits changes the words, not the request', async ({
  page,
  endpoint,
  visit,
}) => {
  await page.clock.install();
  endpoint.answer(problem(503, [], { 'retry-after': '60' }));
  const { show } = await visit();
  await show('check');
  await send(page).click();
  await expect(heading(page, en.ui('not-sent.title'))).toBeFocused();
  await page.getByRole('button', { name: en.ui('language.title') }).click();
  await page.getByRole('button', { name: 'Español' }).click();
  await page.clock.fastForward(120_000);
  await expect.poll(() => endpoint.posts.length).toBe(2);
  expect(endpoint.posts[1]?.body).toBe(endpoint.posts[0]?.body);
});
