/**
 * Takes a feature away, as in a browser that never had it. Each runs in the page before anything of it, so it sees
 * nothing of the test.
 */
export const takeAway = {
  'native dialogs': () => {
    for (const name of ['show', 'showModal', 'close'])
      Reflect.deleteProperty(HTMLDialogElement.prototype, name);
  },

  // Firefox before 112.
  inert: () => {
    Reflect.deleteProperty(HTMLElement.prototype, 'inert');
  },

  // Firefox before 125, Safari before 17. Selectors that name them are then a mistake, which throws.
  popovers: () => {
    for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover'])
      Reflect.deleteProperty(HTMLElement.prototype, name);
    for (const name of ['matches', 'closest', 'querySelector', 'querySelectorAll'] as const) {
      const native = Element.prototype[name] as (selector: string) => unknown;
      Object.defineProperty(Element.prototype, name, {
        configurable: true,
        value(this: Element, selector: string) {
          if (selector.includes(':popover-open')) throw new SyntaxError(`"${selector}" is no selector`);
          return native.call(this, selector);
        },
      });
    }
  },

  // Firefox before 125.
  'Intl.Segmenter': () => {
    Reflect.deleteProperty(Intl, 'Segmenter');
  },

  'Intl.DisplayNames': () => {
    Reflect.deleteProperty(Intl, 'DisplayNames');
  },

  'Intl.PluralRules': () => {
    Reflect.deleteProperty(Intl, 'PluralRules');
  },

  // Not there on a page that is not secure.
  'crypto.randomUUID': () => {
    Reflect.deleteProperty(Crypto.prototype, 'randomUUID');
  },

  // Safari before 16, Firefox before 100.
  'AbortSignal.timeout': () => {
    for (const name of ['timeout', 'any']) Reflect.deleteProperty(AbortSignal, name);
  },

  'ResizeObserver and IntersectionObserver': () => {
    for (const name of ['ResizeObserver', 'IntersectionObserver']) Reflect.deleteProperty(window, name);
  },

  // Firefox before 119.
  'ARIA properties': () => {
    for (const name of Object.getOwnPropertyNames(Element.prototype))
      if (name.startsWith('aria')) Reflect.deleteProperty(Element.prototype, name);
  },
} satisfies Record<string, () => void>;

/** Safari before 16.4, which had no popovers either. Runs in the page. */
export function takeAwayConstructableSheets(): void {
  class CSSStyleSheet {
    constructor() {
      throw new TypeError('Illegal constructor');
    }
  }
  Object.defineProperty(window, 'CSSStyleSheet', { configurable: true, value: CSSStyleSheet });
  for (const { prototype } of [Document, ShadowRoot]) Reflect.deleteProperty(prototype, 'adoptedStyleSheets');
  for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover'])
    Reflect.deleteProperty(HTMLElement.prototype, name);
}
