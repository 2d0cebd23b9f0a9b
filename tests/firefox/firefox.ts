import { existsSync } from 'node:fs';
import { type Browser, launch, type Page } from 'puppeteer-core';
import type { Act } from '../examples.ts';

const executablePath = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';

/** Why these tests cannot run here, or undefined. A build server has to have Firefox: there they fail instead. */
export const noFirefox: string | undefined =
  existsSync(executablePath) || process.env.CI
    ? undefined
    : `Not tested in Firefox: there is none at ${executablePath}. Install firefox-esr, or set FIREFOX_PATH.`;

/** Firefox without a window, driven by WebDriver BiDi. */
export function startFirefox(): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: { 'intl.accept_languages': 'en-US, en', 'ui.prefersReducedMotion': 1 },
  });
}

/** A page with the widget in it, as a patient has it. */
export class Visit {
  readonly page: Page;
  /** Errors of the page's scripts. */
  readonly errors: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  /** Opens a page. What its policy blocks is noted from the first moment. */
  static async to(browser: Browser, url: string, size = { width: 1280, height: 900 }): Promise<Visit> {
    const page = await browser.newPage();
    await page.setViewport(size);
    await page.evaluateOnNewDocument(() => {
      const blocked: string[] = [];
      Object.assign(window, { blocked });
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
        blocked.push(`${violatedDirective} ${blockedURI} ${sourceFile}`),
      );
    });
    await page.goto(url);
    await page.waitForSelector('health-help >>> [part=launcher]');
    return new Visit(page);
  }

  /** What the page's policy blocked. */
  async blocked(): Promise<readonly string[]> {
    const blocked = await this.page.evaluate(() => (window as unknown as { blocked: string[] }).blocked);
    // The browser asks for that one by itself.
    return blocked.filter((line) => !line.includes('/favicon.ico'));
  }

  /** Waits for an element of the widget; it is on the screen then. */
  async find(selector: string): Promise<void> {
    await this.page.waitForSelector(`health-help >>> ${selector}`, { visible: true });
  }

  /** Waits until an element of the widget has a text, and answers the text. */
  async text(selector: string, part = ''): Promise<string> {
    const handle = await this.page.waitForFunction(
      (selector, part) => {
        const text = document.querySelector('health-help')?.shadowRoot?.querySelector(selector)?.textContent;
        return text?.includes(part) ? `text:${text}` : undefined;
      },
      {},
      selector,
      part,
    );
    return String(await handle.jsonValue()).slice('text:'.length);
  }

  async click(selector: string): Promise<void> {
    // Not `locator().click()`: it waits for ever at a radio in a shadow root (puppeteer-core 24.43, Firefox 153).
    const handle = await this.page.waitForSelector(`health-help >>> ${selector}`, { visible: true });
    await handle?.click();
    await handle?.dispose();
  }

  async write(text: string, selector: string): Promise<void> {
    await this.click(selector);
    await this.page.keyboard.type(text);
  }

  /** Does what a patient does to come to a state of `tests/examples.ts`. */
  async does(acts: readonly Act[]): Promise<void> {
    for (const act of acts) {
      if ('click' in act) await this.click(act.click);
      else if ('wait' in act) await this.find(act.wait);
      else if ('type' in act) await this.write(act.type, act.into);
      else {
        const select = await this.page.waitForSelector(`health-help >>> ${act.in}`);
        await select?.select(act.choose);
      }
    }
  }

  /** Opens the panel with its button; focus is in it then. */
  async open(): Promise<void> {
    await this.click('[part=launcher]');
    await this.page.waitForFunction(
      () => document.querySelector('health-help')?.shadowRoot?.activeElement?.closest('.panel') != null,
    );
  }

  /** Where focus is in the widget: the text, and what identifies the element. */
  focused(): Promise<{ part: string; id: string; tag: string; text: string }> {
    return this.page.evaluate(() => {
      const element = document.querySelector('health-help')?.shadowRoot?.activeElement;
      return {
        part: element?.getAttribute('part') ?? '',
        id: element?.id ?? '',
        tag: element?.tagName.toLowerCase() ?? '',
        text: element?.textContent?.trim() ?? '',
      };
    });
  }

  /** Attributes of the panel and of its view that assistive technology and the layout go by. */
  panel(): Promise<{
    role: string;
    modal: string;
    lang: string;
    dir: string;
    label: string;
    shown: boolean;
  }> {
    return this.page.evaluate(() => {
      const root = document.querySelector('health-help')?.shadowRoot;
      const panel = root?.querySelector<HTMLElement>('[part=panel]');
      const label = root?.getElementById(panel?.getAttribute('aria-labelledby') ?? '');
      return {
        role: panel?.getAttribute('role') ?? '',
        modal: panel?.getAttribute('aria-modal') ?? '',
        lang: panel?.lang ?? '',
        dir: root?.querySelector<HTMLElement>('.view')?.dir ?? '',
        label: label?.textContent ?? '',
        shown: panel?.checkVisibility() ?? false,
      };
    });
  }

  async isClosed(): Promise<void> {
    await this.page.waitForFunction(
      () =>
        !document.querySelector('health-help')?.shadowRoot?.querySelector('[part=panel]')?.checkVisibility(),
    );
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
