import { readFileSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { textAt } from '../../widget/contract/locale.ts';
import { type Act, examples } from '../examples.ts';
import { type Demo, startDemo } from './demo.ts';
import { noFirefox, startFirefox, Visit } from './firefox.ts';

if (noFirefox) console.warn(noFirefox);

/** The words an editor wrote, by file and key. */
function word(language: string, file: 'ui' | 'faq', key: string): string {
  const url = new URL(`../../locales/${language}/${file}.json`, import.meta.url);
  const text = textAt(JSON.parse(readFileSync(url, 'utf8')), key);
  if (!text) throw new Error(`There is no ${key} in ${language}/${file}.json`);
  return text;
}

const on: Act = { click: '.footer .main-button' };

/** As few answers as a request needs, in the order asked. */
const shortWay: readonly Act[] = [
  { click: '#health-help-f-for--me' },
  on,
  { wait: '#health-help-f-needs--patient' },
  on,
  { type: 'som', into: '#health-help-f-language-find' },
  { click: '#health-help-f-language--so' },
  on,
  { wait: '#health-help-f-mode--video' },
  on,
  { click: '#health-help-f-appointment--want-one' },
  on,
  { wait: '#health-help-f-visit-type--clinic' },
  on,
  { wait: '#health-help-f-gender--any' },
  on,
  { wait: '#health-help-f-written-language' },
  on,
  { type: 'Rima Nasser', into: '#health-help-f-name' },
  on,
  { type: '555-010-0199', into: '#health-help-f-phone' },
  { click: '#health-help-f-safe-to-message--yes' },
  on,
  { type: 'Please speak slowly.', into: '#health-help-f-anything-else' },
  on,
  { wait: '.answers' },
  on,
];

describe.skipIf(noFirefox)('in Firefox', () => {
  let demo: Demo;
  let browser: Browser;
  let visit: Visit;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(), startFirefox()]);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });
  afterEach(async () => {
    // Whatever was done: no script failed, and the page's policy blocked nothing.
    const [errors, blocked] = [visit.errors, await visit.blocked()];
    await visit.close();
    expect(errors).toEqual([]);
    expect(blocked).toEqual([]);
  });

  it.each([
    ['en', 'intrepreter free', examples.receipt?.acts ?? []],
    ['ar', 'المترجم مجانى', shortWay],
  ])(
    'a patient who reads %s finds an answer with a slip of the finger, asks, and has a number',
    async (language, query, acts) => {
      visit = await Visit.to(browser, demo.url);
      await visit.open();
      expect((await visit.focused()).text).toBe(word('en', 'ui', 'panel.title'));
      if (language !== 'en') {
        await visit.click(`.language-row [lang=${language}]`);
        await visit.text('.screen-heading', word(language, 'ui', 'home.title'));
      }

      await visit.write(query, '#health-help-search');
      const question = await visit.text(
        '.disclosure-button',
        word(language, 'faq', 'interpreter-free.question'),
      );
      expect(question).toBe(word(language, 'faq', 'interpreter-free.question'));
      await visit.click('.disclosure-button');
      await visit.find('.disclosure-answer .rich-text');
      await visit.click('.disclosure-answer .main-button');

      await visit.does(acts);
      const reference = await visit.text('.reference', 'HH-');
      expect(await visit.text('.screen-heading')).toBe(word(language, 'ui', 'receipt.title'));
      expect((await visit.focused()).tag).toMatch(/^h[2-4]$/);

      const { submission } = (await demo.received()).find((request) => request.reference === reference) ?? {};
      expect(submission).toMatchObject({ form: 'interpreter', language, page: `${demo.url}/` });
      expect(submission?.answers).toMatchObject({ for: 'me', language: 'so', name: 'Rima Nasser' });
      expect(submission?.readable).toContainEqual(
        expect.objectContaining({ field: 'anything-else', value: 'Please speak slowly.', lang: language }),
      );

      // Nothing is left to lose, so closing does not ask; focus goes back to the button that opened it.
      await visit.page.keyboard.press('Escape');
      await visit.isClosed();
      expect((await visit.focused()).part).toBe('launcher');
    },
  );

  it('on a wide screen the page beside the panel can be read and used', async () => {
    visit = await Visit.to(browser, demo.url, { width: 1280, height: 900 });
    await visit.open();
    expect(await visit.panel()).toMatchObject({
      role: 'region',
      modal: '',
      label: 'Health Help',
      shown: true,
    });
    expect(await visit.page.$$('[inert]')).toHaveLength(0);
    await visit.page.focus('main a');
    expect(await visit.page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    expect((await visit.panel()).shown).toBe(true);
  });

  it('on a phone the panel is a dialog that keeps focus inside, and leaves the page as it was', async () => {
    visit = await Visit.to(browser, demo.url, { width: 390, height: 844 });
    await visit.open();
    expect(await visit.panel()).toMatchObject({ role: 'dialog', modal: 'true', label: 'Health Help' });
    const uncovered = await visit.page.evaluate(() => {
      const panel = document.querySelector('health-help')?.shadowRoot?.querySelector('[part=panel]');
      const { width = 0, height = 0 } = panel?.getBoundingClientRect() ?? {};
      // Without the page's scrollbar, which has a width of its own here.
      return [document.documentElement.clientWidth - width, window.innerHeight - height];
    });
    expect(uncovered).toEqual([0, 0]);
    expect((await visit.page.$$('main[inert]')).length).toBe(1);
    const places = new Set<string>();
    for (const key of ['Tab', 'Shift'] as const) {
      for (let i = 0; i < 16; i++) {
        if (key === 'Shift') await visit.page.keyboard.down('Shift');
        await visit.page.keyboard.press('Tab');
        if (key === 'Shift') await visit.page.keyboard.up('Shift');
        const { text, tag, part } = await visit.focused();
        expect(tag, `after ${key} ${i}`).not.toBe('');
        expect(part).not.toBe('launcher');
        places.add(text || tag);
      }
    }
    // Round and round, through everything: at least title bar, emergency line, search and the first card.
    expect(places.size).toBeGreaterThan(6);
    await visit.page.keyboard.press('Escape');
    await visit.isClosed();
    expect(await visit.page.$$('[inert]')).toHaveLength(0);
    expect((await visit.focused()).part).toBe('launcher');
  });

  it('another language turns the panel round at once, and nothing else on the page', async () => {
    visit = await Visit.to(browser, demo.url);
    await visit.open();
    await visit.click('.band-button');
    await visit.click('.language-option [lang=ar]');
    await visit.text('.screen-heading', word('ar', 'ui', 'home.title'));
    expect(await visit.panel()).toMatchObject({
      lang: 'ar',
      dir: 'rtl',
      label: word('ar', 'ui', 'panel.title'),
    });
    expect(await visit.text('[part=launcher]', word('ar', 'ui', 'panel.close-help'))).toBeTruthy();
    expect((await visit.focused()).text).not.toBe('');
    expect(
      await visit.page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]),
    ).toEqual(['en', '']);
    const [panel, close, title] = await visit.page.evaluate(() => {
      const root = document.querySelector('health-help')?.shadowRoot;
      return ['[part=panel]', '.band-button:last-child', '.title'].map(
        (selector) => root?.querySelector(selector)?.getBoundingClientRect().left ?? Number.NaN,
      );
    });
    // The panel stays at its side of the page; inside, everything is mirrored.
    expect(panel).toBeGreaterThan(640);
    expect(close).toBeLessThan(title ?? 0);
  });

  it('the panel works on the strictest page: no style attribute, no style element, nothing blocked', async () => {
    visit = await Visit.to(browser, `${demo.url}/strict/`);
    await visit.open();
    await visit.click('.first-card');
    await visit.find('.footer .main-button');
    const styles = await visit.page.evaluate(() => {
      const root = document.querySelector('health-help')?.shadowRoot;
      const panel = root?.querySelector('[part=panel]');
      return {
        sheets: root?.adoptedStyleSheets.length ?? 0,
        elements: root?.querySelectorAll('style, link[rel=stylesheet]').length,
        paper: panel ? getComputedStyle(panel).backgroundColor : '',
        inHead: document.head.querySelectorAll('style, link[rel=stylesheet]').length,
      };
    });
    expect(styles.sheets).toBeGreaterThanOrEqual(3);
    expect(styles).toMatchObject({ elements: 0, paper: 'rgb(246, 243, 234)', inHead: 0 });
  });

  it('closing gives focus back to the link of the page that opened the panel', async () => {
    visit = await Visit.to(browser, `${demo.url}/strict/`);
    await visit.page.focus('#link');
    await visit.page.keyboard.press('Enter');
    await visit.find('.disclosure');
    await visit.text('.screen-heading', word('en', 'ui', 'faq.title'));
    expect((await visit.focused()).text).toBe(word('en', 'ui', 'faq.title'));
    expect(visit.page.url()).toBe(`${demo.url}/strict/`);
    await visit.click('.band-button:last-child');
    await visit.isClosed();
    expect(await visit.page.evaluate(() => document.activeElement?.id)).toBe('link');
  });
});
