import type { Page } from '@playwright/test';
import { measure } from './measure.ts';
import { installColours } from './seeing-colours.ts';
import { least, leastOfMore, measureContrast } from './seeing-contrast.ts';
import { measureDirection } from './seeing-mirror.ts';
import { measureMotion, watchForBlinking } from './seeing-motion.ts';
import { readers, showTo } from './seeing-readers.ts';
import { expect, showState, test } from './stage.ts';

/** Lays a careless change over the style sheets of the open panel. */
async function style(page: Page, css: string): Promise<void> {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.querySelector('health-help')?.shadowRoot?.adoptedStyleSheets.push(sheet);
  }, css);
}

function expectAll(findings: readonly string[], starts: readonly string[]): void {
  for (const start of starts)
    expect(findings.some((finding) => finding.startsWith(start)) || findings, start).toBe(true);
}

test('faint words, edges, pictures and marks are found', async ({ stage }) => {
  await showState(stage, 'home', { lang: 'en', theme: 'light', width: 'desk' });
  await stage.evaluate(installColours);
  expect((await stage.evaluate(measureContrast, least)).findings).toEqual([]);
  await style(
    stage,
    `.panel .screen-heading { color: #8a8a8a }
     .panel .row-hint { color: #5a615d }
     .panel .search-field { border-color: #d0d0d0 }
     .panel .switch { border-color: #d0d0d0 }
     .panel .row-icon { color: #bdbdbd }
     .panel .switch-knob { background: #ddd }
     .panel .talk { opacity: 0.5 }
     .panel .label { background: linear-gradient(red, blue) }`,
  );
  const { findings } = await stage.evaluate(measureContrast, least);
  expectAll(findings, [
    'Text of 3.11:1: <h3 class="screen-heading">',
    'Text of 5.7',
    'A field with an edge of 1.',
    'A control with an edge of 1.',
    'A picture of 1.',
    'A mark of 1.',
    'Text on a picture: <label class="label">',
  ]);
  expect(findings.filter((finding) => finding.includes('555-0100'))).not.toEqual([]);
});

test('a field without an edge, and lines too faint for who asked for more contrast, are found', async ({
  stage,
}) => {
  await stage.emulateMedia({ contrast: 'more' });
  await showState(stage, 'form-contact', { lang: 'en', theme: 'dark', width: 'phone' });
  await stage.evaluate(installColours);
  await style(stage, '.panel .field { border: 0 } .panel .footer { border-block-start: 1px solid #35413b }');
  const { findings } = await stage.evaluate(measureContrast, leastOfMore);
  expectAll(findings, ['A field without a border: <input class="field">', 'A line of 1.']);
  await stage.emulateMedia({ contrast: 'no-preference' });
});

test('what moves long, for ever or by itself is found', async ({ stage }) => {
  await showState(stage, 'home', { lang: 'en', theme: 'light', width: 'desk' });
  expect(await stage.evaluate(measureMotion, 0)).toEqual([]);
  await style(
    stage,
    `@keyframes nod { to { translate: 3px } }
     .panel .row { transition: background 400ms }
     .panel .switch { animation: nod 1s infinite }
     .panel .scroll { scroll-behavior: smooth }
     .panel .first-card::before { content: ""; animation: nod 100ms }`,
  );
  expectAll(await stage.evaluate(measureMotion, 0), [
    'Changes for 400 ms: <button class="row">',
    'Moves for 1000 ms: <button class="switch">',
    'Moves again and again: <button class="switch">',
    'Scrolls smoothly: <div class="scroll">',
    'Moves for 100 ms: <button class="first-card">::before',
  ]);
  const allowed = await stage.evaluate(measureMotion, 300);
  expect(allowed.some((finding) => finding.includes('first-card'))).toBe(false);
  await stage.evaluate(() => {
    const row = document.querySelector('health-help')?.shadowRoot?.querySelector('.row');
    const timer = setInterval(() => row?.classList.toggle('blink'), 200);
    setTimeout(() => clearInterval(timer), 1500);
  });
  expectAll(await stage.evaluate(watchForBlinking, 500), ['Changes by itself: <button class="row']);
});

test('what is not mirrored, and numbers that are turned round, are found', async ({ stage }) => {
  await showState(stage, 'faq-answer', { lang: 'ar', theme: 'light', width: 'phone' });
  expect((await stage.evaluate(measureDirection)).findings).toEqual([]);
  await style(
    stage,
    `.panel .back-button { align-self: flex-end }
     .panel .icon-mirror { transform: none !important }
     .panel .row { flex-direction: row; direction: ltr }`,
  );
  await stage.evaluate(() => {
    const screen = document.querySelector('health-help')?.shadowRoot?.querySelector('.screen');
    const words = document.createElement('p');
    words.textContent = 'اتصل على +1 555 010 0199 الآن';
    const field = document.createElement('input');
    field.type = 'tel';
    field.style.direction = 'rtl';
    screen?.append(words, field);
  });
  const { findings } = await stage.evaluate(measureDirection);
  expectAll(findings, [
    'Back is not where lines begin',
    'Points against the reading direction',
    'The arrow is not at the end',
    'Laid out against the reading direction',
    'Not in reading direction',
    'Not from left to right: +1 555 010 0199',
    'A number among words, not set apart: +1 555 010 0199',
    'A number is typed from right to left',
  ]);
  await stage.goto('about:blank');
});

test('what has room for most readers only, a month that is cut and a stop alone on its line are found', async ({
  stage,
}) => {
  await showState(stage, 'form-when', { lang: 'en', theme: 'light', width: 'phone' });
  await stage.evaluate(() => {
    const screen = document.querySelector('health-help')?.shadowRoot?.querySelector('.screen');
    const add = (style: string, ...words: string[]): void => {
      const element = document.createElement('p');
      element.style.cssText = style;
      element.append(...words);
      screen?.append(element);
    };
    add('inline-size: 190px; white-space: nowrap; overflow: hidden', 'No longer than this');
  });
  const findings = (): Promise<string[]> => stage.evaluate(measure, { lang: 'en', english: [] });
  expect(await findings()).toEqual([]);
  for (const name of ['with more air between letters and lines', 'in letters twice as large'] as const) {
    await showTo(stage, readers[name]);
    expectAll(await findings(), ['Scrolls sideways by']);
  }
  await showTo(stage, readers['on a small phone']);
  await style(
    stage,
    '.panel .date-month { flex: 0 0 60px } .panel .hint { inline-size: 80px } .panel .hint b { display: inline-block; inline-size: 80px }',
  );
  await stage.evaluate(() => {
    const box = document.createElement('b');
    box.textContent = '555';
    document.querySelector('health-help')?.shadowRoot?.querySelector('.hint')?.replaceChildren(box, '。');
  });
  expectAll(await findings(), ['Cut by ', 'A mark at the beginning of a line, "。"']);
  await stage.goto('about:blank');
});
