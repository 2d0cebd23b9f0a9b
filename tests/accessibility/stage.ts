import { test as base, expect, type Page, type Request } from '@playwright/test';
import { axeSource } from './axe.ts';
import { galleryUrl } from './serve-gallery.ts';

/** How the page is shown to the reader. */
export interface Setting {
  lang: string;
  theme: 'light' | 'dark' | 'forced colours';
  width: keyof typeof widths;
}

export const languages = ['en', 'es', 'ar', 'zh-Hans'] as const;
export const themes = ['light', 'dark', 'forced colours'] as const;
/** A small phone, where the panel is a modal dialog, and a desk, where it stands beside the page. */
export const widths = { phone: { width: 320, height: 640 }, desk: { width: 1280, height: 800 } } as const;

/**
 * Brings the page of a state up, in a setting. A page that shows the state already gets a new widget instead of being
 * loaded again: three times as fast, and the first setting of each state is still a first visit.
 */
export async function showState(page: Page, state: string, { lang, theme, width }: Setting): Promise<void> {
  const query = { state, lang, theme: theme === 'light' ? 'light' : 'auto' };
  const attributes = await takeAway(page, state);
  await page.setViewportSize(widths[width]);
  await page.emulateMedia({
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    forcedColors: theme === 'forced colours' ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  if (attributes) await stageAgain(page, { ...attributes, lang, theme: query.theme });
  else await openStage(page, query);
  await settle(page);
  // Focus follows a screen that replaced another one a moment later.
  await page.waitForFunction(() => document.activeElement !== document.body, null, { timeout: 2000 });
}

/** What a page has asked for and not yet got. */
const asked = new WeakMap<Page, Set<Request>>();

function watchRequests(page: Page): void {
  const open = new Set<Request>();
  asked.set(page, open);
  // One endpoint never answers, on purpose.
  page.on('request', (request) => request.url().endsWith('/hangs') || open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

/** Waits for what a state fetches after it is there: who checked its words is told a moment later. */
async function settle(page: Page): Promise<void> {
  const open = asked.get(page);
  do {
    if (open?.size) await expect.poll(() => [...open].map((request) => request.url()), quick).toEqual([]);
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
  } while (open?.size);
}

const quick = { intervals: [5, 10, 20, 50] };

/** Opens a stage and waits for the state to be there. */
export async function openStage(page: Page, query: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(`${galleryUrl()}/gallery/stage/?${new URLSearchParams(query)}`);
  const html = page.locator('html');
  await html.and(page.locator('[data-ready], [data-failed]')).waitFor();
  const failed = await html.getAttribute('data-failed');
  if (failed !== null) throw new Error(failed);
}

/** Takes the widget off a page that shows the state. Answers its attributes, or null where the page has to be loaded. */
async function takeAway(page: Page, state: string): Promise<Record<string, string> | null> {
  if (!URL.canParse(page.url()) || new URL(page.url()).searchParams.get('state') !== state) return null;
  return page.evaluate(async () => {
    const widget = document.querySelector('health-help');
    // A browser asks one server six questions at a time, and this one never answers.
    if (!widget || widget.getAttribute('endpoint')?.endsWith('/hangs')) return null;
    widget.remove();
    // The widget puts the page back a moment later: it might only have been moved.
    await new Promise((resolve) => setTimeout(resolve));
    return Object.fromEntries([...widget.attributes].map(({ name, value }) => [name, value]));
  });
}

/** Puts a new widget on the stage, and lets the script of the stage bring it into its state. */
async function stageAgain(page: Page, attributes: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(async (attributes) => {
    const { dataset } = document.documentElement;
    dataset.theme = attributes.theme;
    delete dataset.ready;
    const widget = document.createElement('health-help');
    for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
    document.querySelector('main')?.append(widget);
    // A module runs once for each address.
    await import(`/gallery/stage.js?again=${performance.now()}`);
    while (!dataset.ready && dataset.failed === undefined) await new Promise(requestAnimationFrame);
    if (dataset.failed !== undefined) throw new Error(dataset.failed);
  }, attributes);
}

/** The day on the stage: what is said of "in 40 days" is then the same whenever the tests run. */
const today = Date.UTC(2027, 2, 1, 12);

/** One page for all tests of a worker: a new one for each would take longer than the tests. */
export const test = base.extend<object, { stage: Page }>({
  stage: [
    async ({ browser }, use) => {
      // The stage lets nothing but its own scripts run: axe is one more.
      const context = await browser.newContext({ bypassCSP: true, locale: 'en-US', timezoneId: 'UTC' });
      await context.addInitScript(axeSource);
      await context.addInitScript((today) => {
        const RealDate = Date;
        const shift = today - RealDate.now();
        // It goes on: whoever waits for an end would wait for ever on a clock that stands.
        globalThis.Date = new Proxy(RealDate, {
          construct: (target, values, asked) =>
            Reflect.construct(target, values.length ? values : [RealDate.now() + shift], asked),
          get: (target, key) =>
            key === 'now' ? () => RealDate.now() + shift : (Reflect.get(target, key) as unknown),
        });
      }, today);
      const page = await context.newPage();
      watchRequests(page);
      await use(page);
      await context.close();
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
