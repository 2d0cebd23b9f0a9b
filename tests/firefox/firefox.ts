import { existsSync } from 'node:fs';
import { launch, type Page } from 'puppeteer-core';
import type { Engine, Tab } from './engine.ts';

const executablePath = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';

/**
 * Firefox without a window, driven by WebDriver BiDi.
 * @throws when it is missing
 */
export async function startFirefox(): Promise<Engine> {
  if (!existsSync(executablePath))
    throw new Error(`There is no Firefox at ${executablePath}. Install Debian's firefox-esr.`);
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: { 'intl.accept_languages': 'en-US, en', 'ui.prefersReducedMotion': 1 },
  });
  return {
    async open(size) {
      const page = await browser.newPage();
      await page.setViewport(size);
      return tabOf(page);
    },
    close: () => browser.close(),
  };
}

function tabOf(page: Page): Tab {
  return {
    goTo: async (url) => {
      await page.goto(url);
    },
    url: async () => page.url(),
    run: <Given extends readonly unknown[], Answer>(
      inPage: (...given: Given) => Answer | Promise<Answer>,
      ...given: Given
    ) => page.evaluate(inPage as unknown as (...given: unknown[]) => Promise<Answer>, ...given),
    pointAndPress: ({ x, y }) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    async key(key) {
      if (key !== 'Shift+Tab') return page.keyboard.press(key === 'Space' ? ' ' : key);
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
    },
    close: () => page.close(),
  };
}
