import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Locator, type Page } from '@playwright/test';
import { buildAll, root } from '../../../widget/build/build-all.ts';
import { type HostPage, type Sites, serveSites } from '../serve.ts';

export interface Built {
  dist: string;
  /** The panel's file. */
  panel: string;
}

interface Fixtures {
  sites: Sites;
  /** Opens a host page with this in its body, and says what the console said. */
  visit(html: string, page?: Partial<HostPage> & { path?: string; hash?: string }): Promise<Visit>;
}

export interface Visit {
  /** What the console said, `type: text`. */
  said: string[];
  element: Locator;
  launcher: Locator;
  /** What the last `health-help-*` events said. */
  events(): Promise<Record<string, unknown>[]>;
}

/** Built once for each worker, with the fake panel: these are tests of the loader. */
export const test = base.extend<Fixtures, { built: Built }>({
  built: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
    async ({}, use) => {
      const dist = `${await mkdtemp(join(tmpdir(), 'health-help-'))}/`;
      await buildAll({ dist, panelEntry: `${root}tests/browser/loader/fake-panel.ts` });
      const { panel } = JSON.parse(await readFile(`${dist}current.json`, 'utf8'));
      await use({ dist, panel });
      await rm(dist, { recursive: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  sites: async ({ built }, use) => {
    const sites = await serveSites(built.dist);
    await use(sites);
    await sites.close();
  },

  visit: async ({ page, sites }, use) => {
    await use(async (html, { path = '/visit', hash = '', headers, body } = {}) => {
      const said: string[] = [];
      page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
      await page.addInitScript(listenToEvents);
      sites.put(path, {
        body: body ?? `<!doctype html><html lang="en"><title>Visit</title><body>${html}</body></html>`,
        ...(headers && { headers }),
      });
      await page.goto(sites.host + path + hash);
      return {
        said,
        element: page.locator('health-help'),
        launcher: page.locator('health-help [part=launcher]'),
        events: () => page.evaluate(() => (window as unknown as { heard: Record<string, unknown>[] }).heard),
      };
    });
  },
});

export { expect } from '@playwright/test';

/** The script tag most pages use. */
export const tag = (sites: Sites, attributes = ''): string =>
  `<script async src="${sites.widget}health-help.js" ${attributes}></script>`;

/** The options the panel was given last. */
export const optionsIn = (page: Page): Promise<Record<string, unknown>> =>
  page
    .locator('health-help [data-options]')
    .evaluate((panel) => JSON.parse((panel as HTMLElement).dataset.options ?? 'null'));

function listenToEvents(): void {
  const heard: Record<string, unknown>[] = [];
  Object.defineProperty(window, 'heard', { value: heard });
  for (const name of ['open', 'close', 'language', 'sent', 'error', 'handoff'])
    document.addEventListener(`health-help-${name}`, (event) => {
      const { form, reference, code } = event as Event & Record<string, unknown>;
      heard.push(JSON.parse(JSON.stringify({ name, form, reference, code })));
    });
}
