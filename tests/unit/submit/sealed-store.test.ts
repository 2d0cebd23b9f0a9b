import { type Browser, chromium, type Page } from 'playwright';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeKeyPair } from '../../../demo/receiver/keys/key-pair.ts';
import { openSealed } from '../../../demo/receiver/keys/open-sealed.ts';
import { readPrivateKeys } from '../../../demo/receiver/keys/private-keys.ts';
import { headlessChromium } from '../../chromium.ts';
import { interpreterRequest } from './interpreter-request.ts';
import type { SealedBrowserApi } from './sealed-browser-entry.ts';

/** IndexedDB, WebCrypto and locks as a browser has them, on a page as strict as a page can be. */
declare global {
  interface Window {
    api: SealedBrowserApi;
  }
}

const pair = await makeKeyPair();
const keys = readPrivateKeys(JSON.stringify(pair.privateKey));
const csp = `default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`;

let browser: Browser;
let script = '';
beforeAll(async () => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: new URL('sealed-browser-entry.ts', import.meta.url).pathname, formats: ['es'] },
    },
  });
  script = ((result as Rolldown.RolldownOutput[])[0] as Rolldown.RolldownOutput).output[0].code;
  browser = await chromium.launch({
    executablePath: headlessChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}, 120_000);
afterAll(() => browser?.close());

interface Visit {
  page: Page;
  /** What reached the endpoint. */
  bodies: { id: string; body: string }[];
  answer: { status: number };
  errors: string[];
  close(): Promise<void>;
}

/** A visitor's own profile: nothing is stored yet. `before` runs in each page before everything else. */
async function visit(before?: () => void): Promise<Visit> {
  const context = await browser.newContext();
  if (before) await context.addInitScript(before);
  const page = await context.newPage();
  const visit: Visit = {
    page,
    bodies: [],
    answer: { status: 503 },
    errors: [],
    close: () => context.close(),
  };
  page.on('pageerror', (error) => visit.errors.push(String(error)));
  await context.route('https://hospital.example/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/key.json') return route.fulfill({ json: pair.publicKey });
    if (pathname === '/api.js') return route.fulfill({ body: script, contentType: 'text/javascript' });
    if (pathname !== '/api/requests') {
      return route.fulfill({
        body: '<!doctype html><script type="module" src="/api.js"></script>',
        contentType: 'text/html',
        headers: { 'content-security-policy': csp },
      });
    }
    const request = route.request();
    visit.bodies.push({ id: request.headers()['idempotency-key'] ?? '', body: request.postData() ?? '' });
    return route.fulfill({ status: visit.answer.status, json: {} });
  });
  await open(visit);
  return visit;
}

async function open({ page }: Visit): Promise<void> {
  await page.goto('https://hospital.example/visit');
  await page.waitForFunction(() => Boolean(window.api));
}

const send = ({ page }: Visit, request: ReturnType<typeof interpreterRequest>) =>
  page.evaluate((submission) => window.api.send(submission), request);
const stored = ({ page }: Visit) => page.evaluate(() => window.api.stored());
const databases = ({ page }: Visit) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  await expect.poll(holds, { timeout: 10_000 }).toBe(true);
};

test('a sealed request that could not be sent is sent from a later page, the same bytes under the same id', async () => {
  const visitor = await visit();
  const request = interpreterRequest();
  expect(await send(visitor, request)).toMatchObject({ state: 'queued' });
  await until(async () => (await stored(visitor)).length === 1);
  visitor.answer.status = 201;
  await open(visitor);
  await until(() => visitor.bodies.length === 2);
  expect(visitor.bodies[1]).toEqual(visitor.bodies[0]);
  expect(visitor.bodies[0]?.id).toBe(request.id);
  expect(JSON.parse((await openSealed(visitor.bodies[0]?.body ?? '', keys)).body)).toEqual(request);
  await until(async () => (await databases(visitor)).length === 0);
  await open(visitor);
  await visitor.page.waitForTimeout(300);
  expect(visitor.bodies).toHaveLength(2);
  expect(visitor.errors).toEqual([]);
  await visitor.close();
});

test('what is kept says nothing but an id, a time and an address, and is gone once the request was sent', async () => {
  const visitor = await visit();
  const request = interpreterRequest({ answers: { name: 'Amina Warsame', phone: '5550100199' } });
  await send(visitor, request);
  await until(async () => (await stored(visitor)).length === 1);
  const [item] = await stored(visitor);
  expect(Object.keys(item ?? {}).sort()).toEqual(['body', 'createdAt', 'id', 'origin']);
  expect(item).toMatchObject({ id: request.id, origin: 'https://hospital.example' });
  expect(item?.body).toBe(visitor.bodies[0]?.body);
  expect(JSON.stringify(item)).not.toMatch(/Amina|5550100199|interpreter|submission/);
  expect(
    await visitor.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]),
  ).toEqual([0, 0, '']);
  await visitor.close();
});

test('an ordinary request leaves nothing on the device', async () => {
  const visitor = await visit();
  visitor.answer.status = 201;
  expect(await send(visitor, interpreterRequest())).toMatchObject({ state: 'sent' });
  await until(async () => (await databases(visitor)).length === 0);
  await visitor.close();
});

test('a refused request does not come back on a later page', async () => {
  const visitor = await visit();
  visitor.answer.status = 422;
  expect(await send(visitor, interpreterRequest())).toMatchObject({ state: 'rejected' });
  await until(async () => (await databases(visitor)).length === 0);
  await visitor.close();
});

test('a request the patient took back is not sent from a later page, even if taken back while being sealed', async () => {
  const visitor = await visit();
  const waiting = interpreterRequest();
  await send(visitor, waiting);
  await until(async () => (await stored(visitor)).length === 1);
  await visitor.page.evaluate((id) => window.api.forget(id), waiting.id);
  const hasty = interpreterRequest();
  await visitor.page.evaluate(async (submission) => {
    const sending = window.api.send(submission);
    window.api.forget(submission.id);
    await sending;
  }, hasty);
  await until(async () => (await databases(visitor)).length === 0);
  await visitor.page.waitForTimeout(300);
  expect(await databases(visitor)).toEqual([]);
  await visitor.close();
});

test('clearing everything on a shared computer clears what earlier pages left too', async () => {
  const visitor = await visit();
  await send(visitor, interpreterRequest());
  await until(async () => (await stored(visitor)).length === 1);
  await open(visitor);
  await visitor.page.evaluate(() => window.api.clear());
  await until(async () => (await databases(visitor)).length === 0);
  await visitor.close();
});

test('a request that has waited for eight days, or for another hospital, is not sent', async () => {
  const visitor = await visit();
  const [old, elsewhere, recent] = [1, 2, 3].map(() => interpreterRequest().id);
  const day = 86_400_000;
  const now = await visitor.page.evaluate(() => Date.now());
  await visitor.page.evaluate(
    (items) => window.api.put(items),
    [
      { id: old as string, origin: 'https://hospital.example', body: 'old', createdAt: now - 8 * day },
      { id: elsewhere as string, origin: 'https://other.example', body: 'other', createdAt: now - day },
      { id: recent as string, origin: 'https://hospital.example', body: 'recent', createdAt: now - 6 * day },
    ],
  );
  await open(visitor);
  await until(() => visitor.bodies.length === 1);
  expect(visitor.bodies).toEqual([{ id: recent, body: 'recent' }]);
  const left = (await stored(visitor)).map(({ id }) => id).sort();
  expect(left).toEqual([elsewhere, recent].sort());
  await visitor.close();
});

test('two widgets on a page send a waiting request once', async () => {
  const visitor = await visit();
  await send(visitor, interpreterRequest());
  await until(async () => (await stored(visitor)).length === 1);
  await open(visitor);
  await visitor.page.evaluate(() => window.api.secondWidget());
  await until(() => visitor.bodies.length >= 2);
  await visitor.page.waitForTimeout(300);
  expect(visitor.bodies).toHaveLength(2);
  await visitor.close();
});

test('an outbox that takes over gets nothing it could not send', async () => {
  const visitor = await visit();
  await send(visitor, interpreterRequest());
  await until(async () => (await stored(visitor)).length === 1);
  await open(visitor);
  await until(() => visitor.bodies.length === 2);
  const fresh = interpreterRequest();
  await send(visitor, fresh);
  expect(await visitor.page.evaluate(() => window.api.held())).toEqual([fresh.id]);
  expect(await visitor.page.evaluate(() => window.api.hasUnsent())).toBe(true);
  await visitor.close();
});

test.each<[string, () => void]>([
  ['throws', () => Object.defineProperty(window, 'indexedDB', { get: () => fail() })],
  ['is missing', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
  ['refuses to open', () => Object.assign(IDBFactory.prototype, { open: () => fail() })],
  ['never answers', () => Object.assign(IDBFactory.prototype, { open: () => new EventTarget() })],
  [
    'is full',
    () =>
      Object.assign(IDBObjectStore.prototype, {
        put: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      }),
  ],
  ['has no locks', () => Object.defineProperty(navigator, 'locks', { value: undefined })],
])('a browser whose storage %s sends all the same', async (_, broken) => {
  const withBroken = await visit(
    new Function(
      `const fail = () => { throw new DOMException('no', 'SecurityError'); }; (${broken})()`,
    ) as () => void,
  );
  withBroken.answer.status = 201;
  expect(await send(withBroken, interpreterRequest())).toMatchObject({ state: 'sent' });
  expect(withBroken.bodies).toHaveLength(1);
  expect(withBroken.errors).toEqual([]);
  await withBroken.close();
});

/** Stands in the page only; see the test above. */
declare function fail(): never;
