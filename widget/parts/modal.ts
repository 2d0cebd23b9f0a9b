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
    if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = focusable(inside);
    const first = stops[0];
    const last = stops.at(-1);
    const active = (inside.getRootNode() as ShadowRoot).activeElement;
    if (!first || !last) return;
    const atEdge = event.shiftKey
      ? active === first || !stops.includes(active as HTMLElement)
      : active === last;
    if (!atEdge) return;
    // On the heading (tabindex -1) Shift+Tab goes round to the end; Tab goes on by itself.
    if (event.shiftKey && active instanceof HTMLElement && active.tabIndex < 0 && comesAfter(active, first))
      return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  };
  inside.addEventListener('keydown', onKeyDown);
  return () => {
    inside.removeEventListener('keydown', onKeyDown);
    for (const element of changed) element.inert = false;
  };
}

function comesAfter(a: HTMLElement, b: HTMLElement): boolean {
  return Boolean(b.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_FOLLOWING);
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
