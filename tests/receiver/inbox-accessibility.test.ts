import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../demo/receiver/database.ts';
import { headlessChromium } from '../chromium.ts';
import { fillInbox } from './fill-inbox.ts';
import { password, type RunningReceiver, startReceiver } from './running-receiver.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the inbox in a browser', () => {
  let browser: Browser;
  let database: Database;
  let receiver: RunningReceiver;
  let references: readonly string[];
  const dataDir = mkdtempSync(join(tmpdir(), 'health-help-'));

  beforeAll(async () => {
    database = await openDatabase({ dataDir });
    receiver = await startReceiver({ database });
    references = await fillInbox(receiver);
    browser = await chromium.launch({ executablePath: headlessChromium(), args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await receiver.close();
    await database.destroy();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function signIn(options: BrowserContextOptions = {}): Promise<Page> {
    // Axe is injected; the page itself allows no script.
    const page = await (await browser.newContext({ bypassCSP: true, ...options })).newPage();
    await page.goto(`${receiver.url}/inbox`);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/inbox');
    return page;
  }

  async function findings(page: Page): Promise<string[]> {
    await page.addScriptTag({ content: axe });
    // Every rule, also those for AAA and those still being tried out.
    const results = (await page.evaluate(
      'axe.run({ rules: Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }])) })',
    )) as AxeResults;
    expect(results.passes.length).toBeGreaterThan(5);
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }

  const pages = () => [
    '/inbox/sign-in',
    '/inbox',
    '/inbox?state=done',
    '/inbox?language=so',
    '/inbox?page=7',
    // An ordinary one, one in Arabic, one with long words, one without any answer.
    ...[0, 2, 3, 4].map((index) => `/inbox/${references[index]}`),
    `/inbox/${references[0]}?changed=yes`,
    '/inbox/HH-222222',
  ];

  it.each([
    { width: 1280, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
    { width: 320, colorScheme: 'light' },
    { width: 320, colorScheme: 'dark' },
  ] as const)(
    'nothing stands in anyone’s way at $width px, $colorScheme',
    async ({ width, colorScheme }) => {
      const page = await signIn({ viewport: { width, height: 640 }, colorScheme });
      for (const path of pages()) {
        await page.goto(receiver.url + path);
        expect(await findings(page), path).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
      }
      await page.context().close();
    },
    60_000,
  );

  it('a wrong password is explained at the field, which has the focus', async () => {
    const page = await (await browser.newContext({ bypassCSP: true })).newPage();
    await page.goto(`${receiver.url}/inbox/sign-in`);
    await page.getByLabel('Password').fill('guess');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const field = page.getByLabel('Password');
    await page.getByText('The password is not right.').waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  }, 30_000);

  it('staff do a whole request with the keyboard alone, and hear where they are', async () => {
    const page = await signIn({ viewport: { width: 1280, height: 800 } });
    const active = () =>
      page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '');
    const tabTo = async (words: RegExp): Promise<void> => {
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press('Tab');
        if (words.test(await active())) return;
      }
      throw new Error(`Tab never reached ${words}.`);
    };
    await page.keyboard.press('Tab');
    expect(await active()).toBe('Skip to main content');
    await tabTo(/Visit is today\. Call now\./);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/inbox/HH-*');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Somali interpreter, by phone');
    await tabTo(/^Start work$/);
    const ring = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineWidth,
    );
    expect(ring).toBe('3px');
    await page.keyboard.press('Enter');
    await page.getByRole('status').waitFor();
    expect(await page.getByRole('status').textContent()).toBe('It is in work now.');
    expect(await page.title()).toContain('in work');
    await page.context().close();
  }, 30_000);

  it('on a phone the list and a request are two pages, with a way back to the same list', async () => {
    const page = await signIn({ viewport: { width: 320, height: 640 } });
    await page.goto(`${receiver.url}/inbox?language=ar`);
    await page.getByRole('link', { name: /Arabic/ }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(
      await page
        .getByRole('list')
        .filter({ has: page.getByText('HH-') })
        .count(),
    ).toBe(0);
    await page.getByRole('link', { name: 'Back to the list' }).click();
    await page.waitForURL('**/inbox?language=ar');
    await page.context().close();
  }, 30_000);
});
