import type { PanelOptions } from '../contract/panel.ts';

/** The elements that stay while screens change: the panel itself, its view and the live regions. */
export interface FrameElements {
  /** The panel: positioned, in the top layer where there is one. Keeps the page's direction, so it stays at its side. */
  root: HTMLElement;
  /** Screens are rendered here; carries the reader's language and direction. */
  view: HTMLElement;
  polite: HTMLElement;
  assertive: HTMLElement;
  /** An element in the reader's own text size. */
  probe: HTMLElement;
  scroller(): HTMLElement | null;
  title(): HTMLElement | null;
  setLanguage(language: string, dir: 'ltr' | 'rtl'): void;
  show(how: { inline: boolean; small: boolean } & Pick<PanelOptions, 'position' | 'theme'>): void;
  hide(): void;
  remove(): void;
}

/**
 * Live regions are in the panel and empty before the first message: Firefox is silent about one inserted with its text,
 * and about one outside an open modal.
 */
export function createFrame(container: HTMLElement): FrameElements {
  const make = (name: string, parent: HTMLElement): HTMLElement => {
    const element = document.createElement('div');
    element.className = name;
    parent.append(element);
    return element;
  };
  const root = make('panel', container);
  root.setAttribute('part', 'panel');
  root.hidden = true;
  const view = make('view', root);
  const polite = make('hidden-words', root);
  polite.setAttribute('role', 'status');
  const assertive = make('hidden-words', root);
  assertive.setAttribute('role', 'alert');
  const probe = make('reader-size', root);
  root.setAttribute('aria-labelledby', 'health-help-title');
  const canPop = typeof root.showPopover === 'function';

  return {
    root,
    view,
    polite,
    assertive,
    probe,
    // On a low screen nothing is pinned: there the whole panel scrolls.
    scroller: () => {
      const inner = view.querySelector<HTMLElement>('.scroll');
      return inner && getComputedStyle(inner).overflowY !== 'visible' ? inner : root;
    },
    title: () => view.querySelector<HTMLElement>('.title'),
    setLanguage(language, dir) {
      root.lang = language;
      view.dir = dir;
      polite.dir = dir;
      assertive.dir = dir;
    },
    show({ inline, small, position, theme }) {
      root.dir = getComputedStyle(container).direction;
      root.dataset.mode = inline ? 'inline' : small ? 'full' : 'beside';
      root.dataset.position = position;
      root.dataset.theme = theme;
      const modal = small && !inline;
      root.setAttribute('role', modal ? 'dialog' : 'region');
      if (modal) root.setAttribute('aria-modal', 'true');
      else root.removeAttribute('aria-modal');
      root.hidden = false;
      if (inline || !canPop) return;
      root.popover = 'manual';
      // The top layer: no host overflow, transform or z-index clips or covers it.
      if (!root.matches(':popover-open')) root.showPopover();
    },
    hide() {
      if (canPop && root.popover && root.matches(':popover-open')) root.hidePopover();
      root.hidden = true;
    },
    remove: () => root.remove(),
  };
}
