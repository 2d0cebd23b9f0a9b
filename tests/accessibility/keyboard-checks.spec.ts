import type { Page } from '@playwright/test';
import { pressEscape, walk } from './keyboard-walk.ts';
import { readers, showTo } from './seeing-readers.ts';
import { expect, showState, test } from './stage.ts';

/** Puts a barrier in. Runs in the page: no imports at run time. */
interface Barrier {
  width: 'phone' | 'desk';
  state?: string;
  put(): void;
  /** Beginnings of the sentences that have to be among the findings. */
  found: readonly string[];
}

/** What a careless change would do to the style sheets and to the elements. */
const barriers: Readonly<Record<string, Barrier>> = {
  'rings that are thin, faint, cut off, always there or not there': {
    width: 'desk',
    put: () => {
      const root = document.querySelector('health-help')?.shadowRoot;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        .panel .switch:focus-visible { outline-width: 2px }
        .panel .row:focus-visible { outline: none }
        .panel .back-button:focus-visible { outline: 3px solid #ddd; box-shadow: none }
        .panel .first-card:focus-visible { outline-color: #ffe8b0 }
        .panel .search-button { outline: 3px solid #1c2421; outline-offset: 3px; box-shadow: 0 0 0 3px #ffc845 }
        .panel .language-row li { overflow: clip }`);
      root?.adoptedStyleSheets.push(sheet);
    },
    found: [
      'The ring is 2 px thick: <button class="switch">',
      'No ring shows the focus: <button class="row">',
      'The two colours of the ring differ by',
      'Looks the same with and without focus: <button class="search-button">',
      '6 px of the ring are cut off: <button class="text-button">',
    ],
  },
  'a ring of one faint colour': {
    width: 'desk',
    state: 'faq',
    put: () => {
      const root = document.querySelector('health-help')?.shadowRoot;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.panel .back-button:focus-visible { outline: 3px solid #bbb; box-shadow: none }');
      root?.adoptedStyleSheets.push(sheet);
    },
    found: ['The ring of one colour differs by'],
  },
  'controls that are covered, out of sight or transparent': {
    width: 'desk',
    put: () => {
      const root = document.querySelector('health-help')?.shadowRoot;
      const of = (selector: string): HTMLElement | null => root?.querySelector<HTMLElement>(selector) ?? null;
      const cover = document.createElement('div');
      const { left = 0, top = 0 } = of('.first-card')?.getBoundingClientRect() ?? {};
      // A mouse goes through it; an eye does not.
      cover.style.cssText = `position: fixed; inset: ${top}px auto auto ${left}px; inline-size: 90px; block-size: 40px; pointer-events: none; background: red`;
      of('.panel')?.append(cover);
      if (of('.switch')) of('.switch')?.style.setProperty('opacity', '0');
      of('.row')?.style.setProperty('transform', 'translateX(-3000px)');
    },
    found: [
      'Covered by <div class="">: <button class="first-card">',
      'Focused, but not to be seen: <button class="switch">',
      'Focused, but 2',
    ],
  },
  'what the footer hides': {
    width: 'phone',
    state: 'form-visit-type',
    put: () => {
      const root = document.querySelector('health-help')?.shadowRoot;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '.scroll { scroll-padding: 0 !important } .panel input { scroll-margin: 0 !important }',
      );
      root?.adoptedStyleSheets.push(sheet);
      for (const [index, dot] of [...(root?.querySelectorAll('.dot') ?? [])].entries())
        dot.setAttribute('name', `choice ${index}`);
    },
    found: ['Covered by <div class="footer">: <input'],
  },
  'an order that is not that of the eye or of the document': {
    width: 'desk',
    put: () => {
      const root = document.querySelector('health-help')?.shadowRoot;
      root?.querySelector<HTMLElement>('.search')?.style.setProperty('order', '1');
      const last = root?.querySelector<HTMLElement>('.number-link');
      if (last) last.tabIndex = 3;
    },
    found: [
      'Jumps back for the eye: <button class="search-button">',
      'A tabindex above 0 breaks the order: <a class="number-link">',
      'Before it in the document: <a class="number-link">',
    ],
  },
  'a stop that is left out one way, and one that Tab cannot reach': {
    width: 'desk',
    put: () => {
      const root = document.querySelector('health-help')?.shadowRoot;
      const card = root?.querySelector<HTMLElement>('.first-card');
      card?.addEventListener('keydown', (event) => {
        if (event.key !== 'Tab' || event.shiftKey) return;
        event.preventDefault();
        root?.querySelector<HTMLElement>('.switch')?.focus();
      });
    },
    found: ['Back is not the way there.', 'Tab never reaches <button class="row">'],
  },
  'two stops of one radio group, and a radio button like a box': {
    width: 'desk',
    state: 'form-for',
    put: () => {
      const root = document.querySelector('health-help')?.shadowRoot;
      // In no form, so that they are a group of their own, but of the same name.
      for (const dot of [...(root?.querySelectorAll<HTMLInputElement>('.dot') ?? [])].slice(2))
        dot.setAttribute('form', 'none');
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.panel .card .dot { border-radius: 6px }');
      root?.adoptedStyleSheets.push(sheet);
    },
    found: ['A radio group of two stops', 'Focused, it is not round any more'],
  },
  'focus that goes nowhere': {
    width: 'desk',
    put: () => {
      const row = document
        .querySelector('health-help')
        ?.shadowRoot?.querySelector<HTMLElement>('.panel .row');
      row?.addEventListener('focus', () => row.blur());
    },
    found: ['Focus is on nothing at all.'],
  },
  'a trap beside the page': {
    width: 'desk',
    put: () => {
      const root = document.querySelector('health-help')?.shadowRoot;
      root?.querySelector('.row')?.addEventListener('keydown', (event) => {
        if ((event as KeyboardEvent).key === 'Tab') event.preventDefault();
      });
    },
    found: ['A trap: Tab comes to <button class="row">'],
  },
  'a trap in the dialog': {
    width: 'phone',
    put: () => {
      const root = document.querySelector('health-help')?.shadowRoot;
      root?.querySelector('.row')?.addEventListener('keydown', (event) => {
        if ((event as KeyboardEvent).key === 'Tab') event.preventDefault();
      });
    },
    found: ['A trap: Tab comes to <button class="row">'],
  },
  'a dialog that lets the focus out': {
    width: 'phone',
    put: () => {
      const root = document.querySelector('health-help')?.shadowRoot;
      root?.querySelector('.view')?.addEventListener('keydown', (event) => event.stopPropagation());
    },
    found: ['Tab leaves the dialog'],
  },
};

async function put(page: Page, { state = 'home', width, put }: Barrier): Promise<void> {
  await showState(page, state, { lang: 'en', theme: 'light', width });
  await page.evaluate(put);
}

for (const [name, barrier] of Object.entries(barriers))
  test(`a walk by keyboard finds ${name}`, async ({ stage }) => {
    await put(stage, barrier);
    const { findings } = await walk(stage, barrier.width === 'phone');
    for (const start of barrier.found)
      expect(findings.some((finding) => finding.startsWith(start)) || findings, start).toBe(true);
  });

test('a walk by keyboard finds what is pinned where the screen is low', async ({ stage }) => {
  await put(stage, {
    width: 'phone',
    state: 'form-visit-type',
    put: () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '.panel .footer { position: sticky !important } .panel input { scroll-margin: 0 !important }',
      );
      document.querySelector('health-help')?.shadowRoot?.adoptedStyleSheets.push(sheet);
      const root = document.querySelector('health-help')?.shadowRoot;
      for (const [index, dot] of [...(root?.querySelectorAll('.dot') ?? [])].entries())
        dot.setAttribute('name', `choice ${index}`);
    },
    found: [],
  });
  await showTo(stage, readers['at 400 %']);
  const { findings } = await walk(stage, true);
  expect(findings).toContainEqual(expect.stringMatching(/^Covered by <div class="footer">: <input/));
  await stage.goto('about:blank');
});

test('a walk by keyboard finds that Escape does nothing', async ({ stage }) => {
  await put(stage, {
    width: 'desk',
    put: () =>
      document
        .querySelector('health-help')
        ?.shadowRoot?.querySelector('.view')
        ?.addEventListener('keydown', (event) => event.stopPropagation()),
    found: [],
  });
  expect(await pressEscape(stage)).toEqual(['Escape does not close.']);
});

test('a walk by keyboard finds that closing loses the focus', async ({ stage }) => {
  await put(stage, {
    width: 'desk',
    put: () => {
      const launcher = document
        .querySelector('health-help')
        ?.shadowRoot?.querySelector<HTMLElement>('[part=launcher]');
      launcher?.addEventListener('focus', () => launcher.blur());
    },
    found: [],
  });
  await stage.keyboard.press('Tab');
  expect(await pressEscape(stage)).toEqual([
    expect.stringMatching(/^Closed, but the focus is in the nowhere/),
  ]);
});
