import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  test as base,
  expect as baseExpect,
  type ConsoleMessage,
  type Locator,
  type Page,
} from '@playwright/test';
import { type Act, examples } from '../../examples.ts';
import { play } from '../../play.ts';
import { type Sites, serveSites, strictPolicy } from '../serve.ts';
import { type Endpoint, startEndpoint } from './endpoint.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The built files, with a trailing slash. */
export const dist = process.env.DIST ?? `${root}dist/`;

/** The demonstration hospital's own `hospital.json`. */
export const riverside: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(`${root}demo/site/riverside/hospital.json`, 'utf8'),
);

export interface VisitOptions {
  /** `data-*` attributes of the script tag, without the prefix. The endpoint is given unless it is null here. */
  attributes?: Readonly<Record<string, string | null>>;
  /** Text of `hospital.json`; null when the server has none. Default: Riverside's. */
  hospital?: string | null;
  /** What is in the page before the script. */
  body?: string;
  /** After the path of the page, e.g. `#health-help`. */
  hash?: string;
  /** Without going there. */
  stay?: true;
}

export interface Visit {
  /** Address of the page, without a hash. */
  url: string;
  /** What the console said, `type: text`, uncaught errors included. */
  said: string[];
  element: Locator;
  launcher: Locator;
  /** The panel, whatever its role. */
  panel: Locator;
  /** The `health-help-*` events heard on the document, each with what it says. */
  events(): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** What the policy of the page stopped. */
  violations(): Promise<readonly string[]>;
  /** Opens a screen as the page's own code would. */
  open(screen?: string): Promise<void>;
  /** Does what a patient would, by element. */
  act(acts: readonly Act[]): Promise<void>;
  /** Opens the screen of an example and does what it does. */
  show(example: keyof typeof examples & string): Promise<void>;
}

interface Fixtures {
  sites: Sites;
  endpoint: Endpoint;
  /** Puts a hospital's page with the strictest policy we promise to work under, and opens it. */
  visit(options?: VisitOptions): Promise<Visit>;
}

const hospitalPage = `<h1>Before you come</h1>
  <p>Bring your card. <a href="#health-help/faq/interpreter-free">Is an interpreter free?</a></p>
  <p><a href="/bills">Pay a bill</a></p>`;

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
  sites: async ({}, use, info) => {
    info.setTimeout(60_000);
    const sites = await serveSites(dist);
    await use(sites);
    await sites.close();
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
  endpoint: async ({}, use) => {
    const endpoint = await startEndpoint();
    await use(endpoint);
    await endpoint.close();
  },

  visit: async ({ page, sites, endpoint }, use) => {
    await use(async (options = {}) => {
      const { hospital = JSON.stringify(riverside) } = options;
      sites.replace('hospital.json', hospital);
      const attributes: NonNullable<VisitOptions['attributes']> = {
        endpoint: endpoint.url,
        ...options.attributes,
      };
      const connect = [attributes.endpoint, attributes.config, attributes.locales].flatMap(originOf);
      sites.put('/visit', {
        body: pageWith(options.body ?? hospitalPage, `${sites.widget}health-help.js`, attributes),
        headers: {
          'content-security-policy': strictPolicy(sites.widget).replace(
            'connect-src',
            `connect-src ${connect.join(' ')}`,
          ),
        },
      });
      const said: string[] = [];
      page.on('console', (message) => said.push(lineOf(message)));
      page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
      await page.addInitScript(listen);
      const url = `${sites.host}/visit`;
      if (!options.stay) await page.goto(url + (options.hash ?? ''));
      return visitOf(page, url, said);
    });
  },
});

/** Patient: what is waited for comes within milliseconds, unless the machine has much else to do. */
export const expect = baseExpect.configure({ timeout: 15_000 });

function visitOf(page: Page, url: string, said: string[]): Visit {
  const element = page.locator('health-help').first();
  const heard = (): Promise<Heard> => page.evaluate(() => (window as unknown as { heard: Heard }).heard);
  const open = async (screen?: string): Promise<void> => {
    await element.evaluate(async (one, name) => {
      await customElements.whenDefined('health-help');
      await (one as HTMLElement & { open(screen?: string): Promise<void> }).open(name);
    }, screen);
  };
  const act = (acts: readonly Act[]): Promise<void> => element.evaluate(play, acts);
  return {
    url,
    said,
    element,
    launcher: element.locator('[part=launcher]'),
    panel: element.locator('[part=panel]'),
    events: async () => (await heard()).events,
    violations: async () => (await heard()).violations,
    open,
    act,
    async show(name) {
      const example = examples[name];
      if (!example) throw new Error(`There is no example "${name}"`);
      await open(example.screen);
      await act(example.acts);
      // Focus follows a screen that replaced another one a moment later.
      const onNothing = () => page.evaluate(() => document.activeElement === document.body);
      await expect.poll(onNothing, { intervals: [20, 50, 100] }).toBe(false);
    },
  };
}

interface Heard {
  events: Record<string, unknown>[];
  violations: string[];
}

/** Runs in the page before anything of it. */
function listen(): void {
  const heard: Heard = { events: [], violations: [] };
  Object.defineProperty(window, 'heard', { value: heard });
  for (const name of ['open', 'close', 'language', 'sent', 'error', 'handoff']) {
    document.addEventListener(`health-help-${name}`, (event) => {
      const { isTrusted: _, ...says } = event as Event & Record<string, unknown>;
      heard.events.push({ name, ...JSON.parse(JSON.stringify(says)) });
    });
  }
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    heard.violations.push(`${violatedDirective} ${blockedURI} ${sample}`);
  });
}

function pageWith(body: string, script: string, attributes: Readonly<Record<string, string | null>>): string {
  const data = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `data-${name}="${value}"`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Your visit</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script async nonce="r4nd0m" src="${script}" ${data.join(' ')}></script></head>
<body>${body}</body></html>`;
}

function lineOf(message: ConsoleMessage): string {
  return `${message.type()}: ${message.text()}`;
}

function originOf(url: string | null | undefined): string[] {
  if (!url || !URL.canParse(url)) return [];
  const { origin } = new URL(url);
  return origin === 'null' ? [] : [origin];
}
