import type { Page } from '@playwright/test';
import { submissionIn } from '../../../demo/receiver/keys/submission-in.ts';
import { examples } from '../../examples.ts';
import { expect, test } from './fixtures.ts';
import { keys, publicKey } from './receiver.ts';
import { wordsOf } from './words.ts';

const en = wordsOf('en');
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** What this patient types, none of which may be seen anywhere but in the request itself. */
const secrets = [
  'xylophonic rash',
  'Quetzalcoatl',
  'Rima Nasser',
  '555-010-0199',
  'Please speak slowly.',
  'Building B',
];

interface Measured {
  /** What moved since the last look, by the names of its elements; those of a shadow tree have none here. */
  shifts(): string[];
  globals(): string[];
}

/** Runs in the page before anything of it. */
function measure(): void {
  const before = new Set(Object.getOwnPropertyNames(window));
  const shifts: string[] = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { sources = [] } = entry as PerformanceEntry & { sources?: { node?: Node }[] };
      shifts.push(sources.map(({ node }) => node?.nodeName ?? '').join());
    }
  }).observe({ type: 'layout-shift', buffered: true });
  Object.defineProperty(window, 'measured', {
    value: {
      shifts: () => shifts.splice(0),
      globals: () => Object.getOwnPropertyNames(window).filter((name) => !before.has(name)),
    },
  });
}

/** What moved since the last look, once the page has been painted. */
const shifts = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
    return (window as unknown as { measured: Measured }).measured.shifts();
  });

/** How a request travels, by the name of it. */
const ways: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  JSON: {},
  FHIR: { 'endpoint-format': 'fhir-r4' },
  'a sealed request': { 'endpoint-key': 'endpoint-key.json' },
  'sealed FHIR': { 'endpoint-format': 'fhir-r4', 'endpoint-key': 'endpoint-key.json' },
};

for (const [way, attributes] of Object.entries(ways))
  test(`a whole visit that ends with ${way} leaves nothing behind: no request but its own, no trace in the page or the browser`, async ({
    page,
    context,
    sites,
    endpoint,
    visit,
  }) => {
    const requests: { method: string; url: string }[] = [];
    page.on('request', (request) => requests.push({ method: request.method(), url: request.url() }));
    await page.addInitScript(measure);
    sites.replace('endpoint-key.json', JSON.stringify(publicKey));
    const key = attributes['endpoint-key'] ? { 'endpoint-key': `${sites.widget}endpoint-key.json` } : {};
    const { url, said, launcher, panel, act, open, events, violations } = await visit({
      attributes: { ...attributes, ...key },
    });
    const state = () =>
      page.evaluate(async () => ({
        globals: (window as unknown as { measured: Measured }).measured.globals(),
        title: document.title,
        history: history.length,
        address: location.href,
        head: document.head.innerHTML,
        sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
        classes: document.documentElement.outerHTML.match(/<(html|body)[^>]*>/g),
        stored: localStorage.length + sessionStorage.length,
        databases: await indexedDB.databases(),
        // Not there outside of a secure context.
        caches: 'caches' in window ? await caches.keys() : [],
        cookie: document.cookie,
        workers: 'serviceWorker' in navigator ? (await navigator.serviceWorker.getRegistrations()).length : 0,
      }));
    await expect(launcher).toBeVisible();
    const before = await state();
    expect(before).toMatchObject({
      globals: ['measured', 'heard'],
      title: 'Your visit',
      address: url,
      sheets: 0,
      stored: 0,
      databases: [],
      caches: [],
      cookie: '',
      workers: 0,
    });
    expect(requests.map((request) => request.url)).toEqual([url, `${sites.widget}health-help.js`]);

    expect(await shifts(page)).toEqual([]);
    await launcher.click();
    await expect(heading(page, en.ui('panel.title'))).toBeFocused();
    expect(await shifts(page)).toEqual([]);
    await page.getByLabel(en.ui('search.label')).pressSequentially(`${secrets[0]} ${secrets[1]}`);
    await expect(heading(page, en.ui('search.none-title'))).toBeVisible();
    await page.getByLabel(en.ui('search.label')).fill('free interpreter');
    await button(page, en.question('interpreter-free')).click();
    await open('forms/interpreter');
    await act(examples.check?.acts ?? []);
    await button(page, en.ui('check.send')).click();
    await expect(heading(page, en.ui('receipt.title'))).toBeFocused();
    await button(page, en.ui('receipt.done')).click();
    await expect(heading(page, en.ui('home.title'))).toBeFocused();
    // Inside of help an answer that opens moves what is below it; nothing of the page ever moves.
    expect((await shifts(page)).join('')).toMatch(/^,*$/);
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    expect(await shifts(page)).toEqual([]);
    await page.waitForLoadState('networkidle');

    expect(await state()).toEqual(before);
    expect(await context.cookies()).toEqual([]);
    expect(await violations()).toEqual([]);
    expect(said).toEqual([]);

    const others = requests.filter((request) => !request.url.startsWith(sites.widget));
    expect(others).toEqual([
      { method: 'GET', url },
      { method: 'POST', url: endpoint.url },
    ]);
    const own = requests
      .map((request) => request.url.replace(sites.widget, ''))
      .filter((file) => !file.includes('://'));
    for (const file of own) {
      expect(file).toMatch(
        /^(health-help\.js|[a-z-]+-[\w-]{8}\.js|files-[\w-]{8}\.json|hospital\.json|endpoint-key\.json|locales\/(en|structure)\/[\w/-]+\.json)$/,
      );
    }
    expect(requests.every(({ method }) => method === 'GET' || method === 'POST')).toBe(true);

    expect(endpoint.posts).toHaveLength(1);
    const { headers, body } = endpoint.posts[0] ?? { headers: {}, body: '' };
    expect(headers.referer).toBeUndefined();
    expect(headers.cookie).toBeUndefined();
    // Sealed, no relay or log on the way reads it.
    if (attributes['endpoint-key']) for (const secret of secrets) expect(body).not.toContain(secret);
    const sent = JSON.stringify(
      await submissionIn(body, headers['content-type'] ?? '', { keys, repeats: () => false }),
    );
    for (const secret of secrets.slice(2)) expect(sent).toContain(secret);
    // What was looked for is nobody's business but the patient's.
    for (const secret of secrets.slice(0, 2)) expect(sent).not.toContain(secret);

    const traces = JSON.stringify([said, await events(), requests, await state()]);
    for (const secret of secrets) expect(traces).not.toContain(secret);
    expect(await events()).toEqual([
      { name: 'open' },
      { name: 'sent', form: 'interpreter', reference: 'HH-7K3F' },
      { name: 'close' },
    ]);
  });
