/**
 * Keeps focus inside the panel while it fills a small screen. `role="dialog"` with the rest of the page inert is what
 * screen readers announce; native `showModal()` was measured silent in Orca with Chromium and with Firefox.
 * Everything changed outside the element is put back.
 * @returns ends the modal state
 */
export function makeModal(host: HTMLElement, inside: HTMLElement): () => void {
  const changed: HTMLElement[] = [];
  // Every sibling on the way up to <body> becomes inert, never an ancestor of ours.
  for (
    let node: HTMLElement = host;
    node.parentElement && node !== document.body;
    node = node.parentElement
  ) {
    for (const sibling of node.parentElement.children) {
      if (sibling === node || !(sibling instanceof HTMLElement) || sibling.inert) continue;
      if (/^(SCRIPT|STYLE|LINK|TEMPLATE)$/.test(sibling.tagName)) continue;
      sibling.inert = true;
      changed.push(sibling);
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // WebKitGTK 2.50 calls Shift+Tab "Unidentified"; a keyboard on a screen may have no `code`.
    if ((event.key !== 'Tab' && event.code !== 'Tab') || event.altKey || event.ctrlKey || event.metaKey)
      return;
    const { activeElement } = inside.getRootNode() as ShadowRoot;
    const stops = focusable(inside);
    if (!activeElement) return;
    // Anything else in this direction: then Tab goes on by itself, also from a heading (tabindex -1).
    const goesOn = stops.some(
      (stop) =>
        !isSameStop(stop, activeElement) &&
        (event.shiftKey ? comesAfter(activeElement, stop) : comesAfter(stop, activeElement)),
    );
    if (goesOn) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  };
  inside.addEventListener('keydown', onKeyDown);
  return () => {
    inside.removeEventListener('keydown', onKeyDown);
    for (const element of changed) element.inert = false;
  };
}

function comesAfter(a: Element, b: Element): boolean {
  return Boolean(b.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** Any choice of a radio group is the group's one stop: Tab never goes from one to another. */
function isSameStop(a: Element, b: Element): boolean {
  const radio = (element: Element): string | undefined =>
    element instanceof HTMLInputElement && element.type === 'radio' ? element.name : undefined;
  return a === b || (radio(a) !== undefined && radio(a) === radio(b));
}

/** The Tab stops inside an element, in order; of a radio group only the one Tab reaches. */
export function focusable(inside: HTMLElement): HTMLElement[] {
  const all = [
    ...inside.querySelectorAll<HTMLElement>('a[href],button,input,select,textarea,summary,[tabindex]'),
  ];
  return all.filter((element) => {
    if (element.tabIndex < 0 || element.closest('[inert],[hidden]') || !element.getClientRects().length)
      return false;
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    const group = all.filter(
      (other): other is HTMLInputElement => other instanceof HTMLInputElement && other.name === element.name,
    );
    return element.checked || (!group.some(({ checked }) => checked) && group[0] === element);
  });
}
