import { afterEach, describe, expect, it } from 'vitest';
import { createFrame, type FrameElements } from '../../widget/panel/create-frame.ts';
import { Frame } from '../../widget/panel/frame.tsx';
import { screen } from './queries.ts';
import { addToPage, createTestApp, createTestHost, removeTestApps } from './test-app.tsx';

afterEach(removeTestApps);

const beside = { inline: false, small: false, position: 'end', theme: 'auto' } as const;

function frame(): { frame: FrameElements; container: HTMLElement } {
  const { container } = createTestHost();
  return { frame: createFrame(container), container };
}

describe('before the first message', () => {
  it('the regions a screen reader listens to are in the panel, and empty', () => {
    const { frame: made, container } = frame();
    const status = container.querySelectorAll('[role=status]');
    const alert = container.querySelectorAll('[role=alert]');
    expect([status.length, alert.length]).toEqual([1, 1]);
    expect(made.root.contains(made.polite) && made.root.contains(made.assertive)).toBe(true);
    expect(made.polite.textContent).toBe('');
    expect(made.assertive.textContent).toBe('');
  });

  it('they stay the same elements through opening, closing and other languages', () => {
    const { frame: made, container } = frame();
    const before = [made.polite, made.assertive];
    made.show(beside);
    made.setLanguage('ar', 'rtl');
    made.hide();
    made.show({ ...beside, small: true });
    expect([container.querySelector('[role=status]'), container.querySelector('[role=alert]')]).toEqual(
      before,
    );
    expect(made.polite.dir).toBe('rtl');
  });
});

describe('an open panel', () => {
  it('is in the top layer, so that nothing of the page covers or cuts it', () => {
    const test = createTestApp();
    const cover = addToPage(document.createElement('div'));
    cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:red';
    document.body.style.transform = 'translateX(0)';
    document.body.style.overflow = 'hidden';
    try {
      expect(test.frame.root.matches(':popover-open')).toBe(true);
      const { left, top, width, height } = test.frame.root.getBoundingClientRect();
      expect(width).toBeGreaterThan(200);
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      expect(hit).toBe(test.host.element);
    } finally {
      document.body.style.transform = '';
      document.body.style.overflow = '';
    }
  });

  it('is a named region beside the page on a wide screen, and no dialog', () => {
    const { frame: made } = frame();
    made.show(beside);
    expect(made.root.getAttribute('role')).toBe('region');
    expect(made.root.hasAttribute('aria-modal')).toBe(false);
    expect(made.root.getAttribute('aria-labelledby')).toBe('health-help-title');
  });

  it('is a modal dialog when it fills a small screen, and stops being one on a wide one', () => {
    const { frame: made } = frame();
    made.show({ ...beside, small: true });
    expect(made.root.getAttribute('role')).toBe('dialog');
    expect(made.root.getAttribute('aria-modal')).toBe('true');
    made.show(beside);
    expect(made.root.getAttribute('role')).toBe('region');
    expect(made.root.hasAttribute('aria-modal')).toBe(false);
  });

  it('within the page is in its place: neither dialog nor in the top layer', () => {
    const { frame: made } = frame();
    made.show({ ...beside, inline: true, small: true });
    expect(made.root.getAttribute('role')).toBe('region');
    expect(made.root.matches(':popover-open')).toBe(false);
    expect(made.root.hidden).toBe(false);
  });

  it('is closed whole, and opens again', () => {
    const { frame: made } = frame();
    made.show(beside);
    made.hide();
    expect(made.root.checkVisibility()).toBe(false);
    made.hide();
    made.show(beside);
    expect(made.root.matches(':popover-open')).toBe(true);
  });

  it("stands at the side of the page, whatever the direction of the reader's language", () => {
    const { frame: made } = frame();
    made.setLanguage('ar', 'rtl');
    made.show(beside);
    expect(made.root.lang).toBe('ar');
    expect(made.view.dir).toBe('rtl');
    expect(made.root.dir).toBe('ltr');
  });
});

describe('on every screen', () => {
  it('the panel has a name, and buttons whose words are there to see', () => {
    const { frame: made, show } = createTestApp();
    show(<Frame>screen</Frame>);
    const region = screen(made.root.parentElement).getByRole('region', { name: 'Health Help' });
    expect(region).toBe(made.root);
    expect(screen(made.root).getByRole('button', { name: 'Close' }).textContent).toBe('Close');
    // WCAG 2.5.3: the name holds the visible words.
    const language = screen(made.root).getByRole('button', { name: /^English.*Choose your language$/ });
    expect(language.textContent).toMatch(/^English/);
  });

  it('the whole emergency line calls the number of the region', () => {
    const region = { emergency: { number: '911' }, verifiedOn: null };
    const { frame: made, show } = createTestApp({ region });
    show(<Frame>screen</Frame>);
    const line = screen(made.root).getByRole('link', { name: 'Emergency? Call 911' });
    expect(line.getAttribute('href')).toBe('tel:911');
    expect(line.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  });

  it('no emergency number is guessed where no region is known', () => {
    const { frame: made, show } = createTestApp();
    show(<Frame>screen</Frame>);
    expect(made.root.textContent).toContain('Call your local emergency number');
    expect(made.root.querySelector('a[href^="tel:911"]')).toBeNull();
  });

  it('a panel within the page cannot be closed', () => {
    const { frame: made, show } = createTestApp({ options: { mode: 'inline' } });
    show(<Frame>screen</Frame>);
    expect(screen(made.root).queryByRole('button', { name: 'Close' })).toBeNull();
  });
});
