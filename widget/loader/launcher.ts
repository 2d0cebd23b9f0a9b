import type { HealthHelpElement } from './element.ts';
import css from './launcher.css?inline';
import { wordIn } from './words.ts';

/** Shared by all launchers. Undefined in browsers without constructable style sheets (Safari before 16.4). */
let sheet: CSSStyleSheet | undefined;
try {
  sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
} catch (_) {
  // The launcher is then a plain button at its place in the page.
}

export function make<Name extends 'b' | 'button' | 'div' | 'i' | 'slot' | 'span'>(
  name: Name,
  ...content: (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.append(...content);
  return element;
}

/** The word in a language, marked as such. */
function makeWord(name: 'b' | 'span', tag: string): HTMLElement {
  const element = make(name, wordIn(tag) as string);
  element.lang = tag;
  element.dir = 'auto';
  return element;
}

/** Fills the shadow root: the button, and right after it a div for the panel. */
export function createLauncher(root: ShadowRoot): HTMLButtonElement {
  const button = make('button');
  button.part = 'launcher';
  button.ariaExpanded = 'false';
  root.append(button, make('div'));
  if (sheet) root.adoptedStyleSheets = [sheet];
  return button;
}

/** The word in the reader's language, and below it in three others. */
export function render({ button, lang, languages, mode, position }: HealthHelpElement): void {
  const offered = (languages || 'es,ar,zh-Hans,en').split(/[\s,]+/).filter(wordIn);
  const first =
    [lang, ...navigator.languages, document.documentElement.lang].find(
      (tag) => wordIn(tag) && (!languages || offered.map(wordIn).includes(wordIn(tag))),
    ) || 'en';
  const others = offered.filter((tag) => wordIn(tag) !== wordIn(first)).slice(0, 3);
  const sign = make('i', 'i');
  sign.ariaHidden = 'true';
  button.replaceChildren(
    sign,
    make(
      'span',
      makeWord('b', first),
      make('span', ...others.flatMap((tag) => [' \u00b7 ', makeWord('span', tag)]).slice(1)),
    ),
  );
  // The top layer: a page with a transform on its body would carry a fixed button away. A page's own dialog, shown later,
  // is above it.
  button.popover = 'manual';
  if (button.togglePopover) button.togglePopover(true);
  button.style.display = mode === 'inline' ? 'none' : '';
  button.style.insetInline = position === 'start' ? '24px auto' : '';
}

/** Moves the launcher out of the way of what has the focus. */
export function makeWay({ button }: HealthHelpElement, focused: Element): void {
  // To the other end of the screen, not its other side: at 400% zoom the launcher is nearly as wide as the screen.
  button.style.insetBlock = '';
  const own = button.getBoundingClientRect();
  const other = focused.getBoundingClientRect();
  if (own.top < other.bottom && own.left < other.right && other.left < own.right)
    button.style.insetBlock = '20px auto';
}
