import type { WithColours } from './seeing-colours.ts';

/** What has the focus after a key. */
export interface Stop {
  /** The same element has the same number each time. */
  id: number;
  name: string;
  where: 'launcher' | 'panel' | 'page' | 'nowhere';
  /** Name of the radio group, which is one stop. */
  group: string;
  /** Place in the document: the number of elements before it. */
  order: number;
  /** Place on the sheet that is scrolled, in px: the same however far it is scrolled. */
  box: { top: number; bottom: number; left: number; right: number };
  rtl: boolean;
  /** Barriers at this stop, a sentence each. */
  findings: string[];
}

/** Kept in the page from one stop to the next. */
interface Memory {
  ids: Map<Element, number>;
  /** The ring of the last stop, which has to be gone by now. */
  last?: { owner: Element; ring: string; id: number; name: string };
}

/**
 * Looks at what has the focus: is it there, is it whole and uncovered, does a ring show that it is focused. Runs in the
 * page: no imports at run time. Needs `installColours`.
 */
export function lookAtStop(): Stop {
  const page = window as unknown as WithColours & { stops?: Memory };
  page.stops ??= { ids: new Map() };
  const memory = page.stops;
  const { read, contrast, around, ground, over } = page.colours;
  const host = document.querySelector('health-help');
  const root = host?.shadowRoot;
  const panel = root?.querySelector<HTMLElement>('.panel');
  if (!host || !root || !panel) throw new Error('There is no panel.');
  const findings: string[] = [];
  const round = (pixels: number): number => Math.round(pixels * 10) / 10;

  const inside = document.activeElement === host ? root.activeElement : null;
  const element = inside ?? document.activeElement ?? document.body;
  const lost = element === document.body || element === document.documentElement || element === host;
  const where = lost
    ? 'nowhere'
    : panel.contains(element)
      ? 'panel'
      : element.getRootNode() === root
        ? 'launcher'
        : 'page';
  const id = memory.ids.get(element) ?? memory.ids.size;
  memory.ids.set(element, id);
  const words = element.getAttribute('aria-label') ?? element.textContent?.trim().replace(/\s+/g, ' ');
  const name = `<${element.localName}${element.id && ` id="${element.id}"`} class="${element.getAttribute('class') ?? ''}"> "${words?.slice(0, 40)}"`;
  const group = element instanceof HTMLInputElement && element.type === 'radio' ? element.name : '';

  // The ring is drawn round the card or the field that the control is in, where that is larger.
  const ringOf = (candidate: Element): string => {
    const { outline, outlineOffset, boxShadow, border } = getComputedStyle(candidate);
    return [outline, outlineOffset, boxShadow, border].join(' | ');
  };
  let owner = element;
  for (let node: Element | null = element; node && node !== panel; node = node.parentElement)
    if (getComputedStyle(node).outlineStyle !== 'none') {
      owner = node;
      break;
    }
  const ring = ringOf(owner);
  if (memory.last && memory.last.id !== id && memory.last.owner.isConnected) {
    if (ringOf(memory.last.owner) === memory.last.ring)
      findings.push(`Looks the same with and without focus: ${memory.last.name}`);
  }
  memory.last = { owner, ring, id, name };

  const scrolled = { x: scrollX, y: scrollY };
  for (let node = element.parentElement; node; node = node.parentElement) {
    scrolled.x += node.scrollLeft;
    scrolled.y += node.scrollTop;
  }
  const own = element.getBoundingClientRect();
  // What is pinned to an edge has its place on the sheet where it would be if it were not.
  const pinned = element.closest<HTMLElement>('.footer, .exit');
  const position = pinned?.style.position ?? '';
  if (pinned) pinned.style.position = 'static';
  const place = element.getBoundingClientRect();
  if (pinned) pinned.style.position = position;
  const box = {
    top: place.top + scrolled.y,
    bottom: place.bottom + scrolled.y,
    left: place.left + scrolled.x,
    right: place.right + scrolled.x,
  };
  const rtl = getComputedStyle(element.parentElement ?? element).direction === 'rtl';
  const order = [...root.querySelectorAll('*')].indexOf(element);
  const stop = { id, name, where, group, order, box, rtl, findings } satisfies Stop;
  if (lost) findings.push('Focus is on nothing at all.');
  if (where === 'page' || lost) return stop;

  const style = getComputedStyle(owner);
  if (element instanceof HTMLElement && element.tabIndex > 0)
    findings.push(`A tabindex above 0 breaks the order: ${name}`);
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || own.width < 1)
    findings.push(`Focused, but not to be seen: ${name}`);

  // A radio button that looks like a checkbox tells a lie: any number of boxes can be ticked.
  const radius = getComputedStyle(element).borderTopLeftRadius;
  if (group && radius !== '50%' && Number.parseFloat(radius) < own.width / 2 - 1)
    findings.push(`Focused, it is not round any more: ${name}`);

  // The ring: an outline and, on the other side of it or beside it, a second colour.
  const outline = Number.parseFloat(style.outlineWidth);
  const offset = Number.parseFloat(style.outlineOffset);
  const outlineColour = read(style.outlineColor);
  const shadow = style.boxShadow.match(/(\w+\([^)]*\)) 0px 0px 0px ([\d.]+)px( inset)?/);
  const spread = shadow ? Number(shadow[2]) * (shadow[3] ? -1 : 1) : 0;
  const border = Number.parseFloat(style.borderTopWidth);
  const outside = Math.max(offset + outline, spread, 0);
  if (style.outlineStyle === 'none' || outlineColour[3] === 0)
    findings.push(`No ring shows the focus: ${name}`);
  else {
    if (outline < 2.9) findings.push(`The ring is ${round(outline)} px thick: ${name}`);
    // What of the shadow is not under the outline; both reckoned outwards from the edge of the box.
    const seen =
      spread > 0
        ? Math.max(Math.min(spread, offset), spread - Math.max(offset + outline, 0))
        : Math.max(Math.min(0, offset) - spread, -(offset + outline));
    const second =
      shadow && seen >= 2.9
        ? read(shadow[1] ?? '')
        : border >= 2.9 && offset === 0
          ? read(style.borderTopColor)
          : null;
    const forced = matchMedia('(forced-colors: active)').matches;
    const drawn = over(outlineColour, around(owner));
    if (second && !forced) {
      // Of two colours that differ by 9:1, one differs from any ground by 3:1.
      const between = contrast(drawn, second);
      if (between < 9) findings.push(`The two colours of the ring differ by ${round(between)}: ${name}`);
    } else {
      // One colour is enough where the ground is our own: then it has to stand out from both sides of it.
      const sides = Math.min(contrast(drawn, around(owner)), contrast(drawn, ground(owner)));
      if (sides < 4.5) findings.push(`The ring of one colour differs by ${round(sides)}: ${name}`);
    }
  }

  // Whole: with its ring inside everything that cuts off what reaches out of it.
  const edges = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const cuts = [{ ...edges, scrolls: true }];
  for (let node = owner.parentElement; node && node !== panel.parentElement; node = node.parentElement) {
    const { overflowX, overflowY, position } = getComputedStyle(node);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const { left, top } = node.getBoundingClientRect();
    const x = left + node.clientLeft;
    const y = top + node.clientTop;
    const scrolls = /auto|scroll/.test(overflowY);
    cuts.push({ left: x, top: y, right: x + node.clientWidth, bottom: y + node.clientHeight, scrolls });
    if (position === 'fixed') break;
  }
  const rects: (typeof edges)[] = [];
  for (const { left, top, right, bottom } of owner.getClientRects()) {
    const rect = { left, top, right, bottom };
    rects.push(rect);
    for (const cut of cuts) {
      // What is longer than the screen is high is read by scrolling, and of several lines the one that is written is
      // scrolled to, by the browser: the rest has to be seen, and be as large as a target.
      const tooLong = rect.bottom - rect.top + 2 * outside > cut.bottom - cut.top;
      if (cut.scrolls && (tooLong || element.localName === 'textarea')) {
        rect.top = Math.max(rect.top, cut.top);
        rect.bottom = Math.min(rect.bottom, cut.bottom);
        if (rect.bottom - rect.top < 44) findings.push(`Focused, but hardly to be seen: ${name}`);
        continue;
      }
      const out = Math.max(
        cut.left - rect.left,
        cut.top - rect.top,
        rect.right - cut.right,
        rect.bottom - cut.bottom,
      );
      if (out > 0.6) findings.push(`Focused, but ${round(out)} px of it are out of sight: ${name}`);
      else if (out + outside > 0.6)
        findings.push(`${round(out + outside)} px of the ring are cut off: ${name}`);
    }
  }

  // Uncovered: nothing lies on the box, nor on its ring.
  const topmost = (x: number, y: number): Element | null => {
    const hit = document.elementFromPoint(x, y);
    return hit === host ? root.elementFromPoint(x, y) : hit;
  };
  const covers = (hit: Element | null): hit is Element =>
    hit !== null && !owner.contains(hit) && !hit.contains(owner) && !hit.contains(host);
  /** A neighbour without a background, or one that was drawn before, does not hide a ring. */
  const paints = (hit: Element): boolean => {
    for (let node: Element | null = hit; node && !node.contains(owner); node = node.parentElement) {
      const { position, backgroundColor } = getComputedStyle(node);
      const later = Boolean(owner.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
      if (position === 'sticky' || position === 'fixed') return true;
      const raised = style.position !== 'static' && Number.parseInt(style.zIndex, 10) > 0;
      if (later && !raised && offset > 0 && spread > 0 && read(backgroundColor)[3] > 0) return true;
    }
    return false;
  };
  const label = (hit: Element): string => `<${hit.localName} class="${hit.getAttribute('class') ?? ''}">`;
  for (const rect of rects) {
    const xs = [rect.left + 3, (rect.left + rect.right) / 2, rect.right - 3];
    const ys = [rect.top + 3, (rect.top + rect.bottom) / 2, rect.bottom - 3];
    const on = xs.flatMap((x) => ys.map((y) => topmost(x, y))).find(covers);
    if (on) findings.push(`Covered by ${label(on)}: ${name}`);
    const middle = { x: xs[1] ?? 0, y: ys[1] ?? 0 };
    const reach = spread > 0 ? spread / 2 : outside - 1;
    const ringPoints = [
      [rect.left - reach, middle.y],
      [rect.right + reach, middle.y],
      [middle.x, rect.top - reach],
      [middle.x, rect.bottom + reach],
    ] as const;
    if (outside > 1) {
      const over = ringPoints.map(([x, y]) => topmost(x, y)).find((hit) => covers(hit) && paints(hit));
      if (over) findings.push(`The ring is covered by ${label(over)}: ${name}`);
    }
  }
  return stop;
}

/** Everything in the open panel that Tab has to reach, each radio group once. Runs in the page, after some stops. */
export function stopsToReach(): { ids: string[]; names: string[] } {
  const root = document.querySelector('health-help')?.shadowRoot;
  const panel = root?.querySelector<HTMLElement>('.panel');
  const memory = (window as unknown as { stops?: Memory }).stops;
  if (!panel || !memory) throw new Error('There is no panel.');
  const found = new Map<string, string>();
  for (const element of panel.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]',
  )) {
    const shown = element.checkVisibility({ visibilityProperty: true });
    if (!shown || element.getAttribute('tabindex') === '-1' || element.matches(':disabled')) continue;
    const radio = element instanceof HTMLInputElement && element.type === 'radio';
    const words = element.textContent?.trim().slice(0, 40);
    const key = radio ? `radio ${element.name}` : String(memory.ids.get(element) ?? `unknown ${found.size}`);
    found.set(key, `<${element.localName} class="${element.className}"> "${words}"`);
  }
  return { ids: [...found.keys()], names: [...found.values()] };
}
