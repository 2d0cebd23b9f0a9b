/**
 * Looks whether the panel is laid out in the direction of its language, and numbers from left to right in every one. Runs
 * in the page: no imports at run time.
 * @returns one sentence per finding, and how many numbers there were
 */
export function measureDirection(): { findings: string[]; numbers: number } {
  const panel = document.querySelector('health-help')?.shadowRoot?.querySelector<HTMLElement>('.panel');
  const view = panel?.querySelector<HTMLElement>('.view');
  const screen = panel?.querySelector<HTMLElement>('.screen');
  if (!panel || !view || !screen) throw new Error('There is no panel.');
  const findings = new Set<string>();
  const rtl = view.dir === 'rtl';
  const name = (element: Element): string =>
    `<${element.localName} class="${element.getAttribute('class') ?? ''}"> "${element.textContent?.trim().slice(0, 30)}"`;
  const shown = (selector: string): Element[] =>
    [...panel.querySelectorAll(selector)].filter(
      (element) => element.getClientRects().length > 0 && !element.closest('.hidden-words'),
    );
  /** How far a box is from where lines begin, and from where they end. */
  const gaps = (element: Element): { start: number; end: number } => {
    const inner = element.getBoundingClientRect();
    const outer = screen.getBoundingClientRect();
    const [left, right] = [inner.left - outer.left, outer.right - inner.right];
    return rtl ? { start: right, end: left } : { start: left, end: right };
  };
  for (const back of shown('.back-button')) {
    const { start, end } = gaps(back);
    if (start > 40 || start > end) findings.add(`Back is not where lines begin: ${name(back)}`);
  }
  for (const icon of shown('.icon-mirror')) {
    const turned = new DOMMatrix(getComputedStyle(icon).transform).a < 0;
    if (turned !== rtl)
      findings.add(`Points against the reading direction: ${name(icon.parentElement ?? icon)}`);
  }
  for (const row of shown('.row, .first-card, .disclosure-button')) {
    const last = row.querySelector(':scope > svg:last-child');
    if (last && gaps(last).end > gaps(last).start) findings.add(`The arrow is not at the end: ${name(row)}`);
  }
  // What stands in a row stands in reading direction.
  for (const row of shown('*')) {
    const { display, flexDirection, direction } = getComputedStyle(row);
    if (!display.endsWith('flex') || flexDirection !== 'row') continue;
    if ((direction === 'rtl') !== rtl && !row.closest('[lang="en"][dir="ltr"]'))
      findings.add(`Laid out against the reading direction: ${name(row)}`);
    const boxes = [...row.children]
      .filter((child) => child.getClientRects().length > 0)
      .map((child) => child.getBoundingClientRect());
    for (const [index, box] of boxes.entries()) {
      const before = boxes[index - 1];
      if (!before || before.width < 2 || box.width < 2) continue;
      if (Math.min(before.bottom, box.bottom) - Math.max(before.top, box.top) < 2) continue;
      const backwards = rtl ? box.right > before.right + 1 : box.left < before.left - 1;
      if (backwards) findings.add(`Not in reading direction: ${name(row)}`);
    }
  }

  // Digits of one number go from left to right, also where words do not.
  const places = (text: Text, from: number, to: number): DOMRect[] => {
    const range = document.createRange();
    return [...Array(to - from).keys()].flatMap((index) => {
      range.setStart(text, from + index);
      range.setEnd(text, from + index + 1);
      return [...range.getClientRects()].slice(0, 1);
    });
  };
  let numbers = 0;
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const parent = text.parentElement;
    if (!parent?.checkVisibility() || parent.closest('.hidden-words, option')) continue;
    // A phone number, a number of a request, a time or a number: no words between its parts.
    for (const { 0: number, index } of text.data.matchAll(
      /\+?[(\d][\d ().-]{5,}\d|[A-Z]{2}-\w+|\d+:\d\d|\d+/g,
    )) {
      numbers += 1;
      const chars = places(text, index, index + number.length);
      for (const [place, char] of chars.entries()) {
        const before = chars[place - 1];
        // On a next line it begins anew.
        if (!before || Math.abs(before.top - char.top) > 2) continue;
        if (char.left < before.left - 0.5) {
          findings.add(`Not from left to right: ${number} in ${name(parent)}`);
          break;
        }
      }
      const phone = /[ ().-]|[A-Z]/.test(number);
      const mark = /[\u2066-\u2068]/.test(text.data.slice(0, index));
      const apart = parent.closest('bdi, [dir="ltr"]');
      if (phone && !mark && (!apart || !view.contains(apart) || apart === view))
        findings.add(`A number among words, not set apart: ${number} in ${name(parent)}`);
    }
  }
  for (const field of shown('input[type=tel], input[inputmode=numeric], input[type=email]'))
    if (getComputedStyle(field).direction !== 'ltr')
      findings.add(`A number is typed from right to left: ${name(field)} ${field.id}`);
  return { findings: [...findings], numbers };
}
