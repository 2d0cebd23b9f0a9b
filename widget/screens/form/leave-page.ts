import type { App } from '../../parts/app-context.ts';
import { forgetAnswers } from './requests.ts';

/** A page anyone may be seen on, and that remembers nothing of whoever looks. */
const somewhereElse = 'https://www.bbc.com/weather';

/** Where leaving leads: the page the hospital chose, else the weather. Never a letter or a call. */
export function exitHref({ hospital }: App): string {
  const { exit = '' } = hospital.links;
  return /^(https:|\/)/.test(exit) ? exit : somewhereElse;
}

/**
 * Forgets everything, covers the page at once and goes elsewhere. `replace`, so that Back does not lead here again; the
 * browser's list of pages still has it, which the reader is told.
 */
export function leavePage(app: App, go = (href: string): void => location.replace(href)): void {
  const { root } = app.host;
  const cover = document.createElement('div');
  cover.setAttribute('role', 'alert');
  cover.className = 'leaving';
  // Set one by one: a strict CSP lets nothing else pass. Above all of the page, whatever its z-index.
  Object.assign(cover.style, {
    position: 'fixed',
    inset: '0',
    boxSizing: 'border-box',
    inlineSize: '100%',
    blockSize: '100%',
    maxInlineSize: 'none',
    margin: '0',
    padding: '24px',
    border: '0',
    font: '18px sans-serif',
    color: '#000',
    background: '#fff',
    zIndex: '2147483647',
  });
  const { text } = app.words.text('common.exit.loading', undefined, 'forms');
  forgetAnswers(app);
  app.store.dispatch({ type: 'forget' });
  app.close(true);
  root.append(cover);
  if (typeof cover.showPopover === 'function') {
    cover.popover = 'manual';
    cover.showPopover();
  }
  cover.textContent = text;
  // Brought back from the browser's memory, the page is as it was before help was opened.
  addEventListener('pageshow', ({ persisted }) => persisted && cover.remove());
  go(exitHref(app));
}
