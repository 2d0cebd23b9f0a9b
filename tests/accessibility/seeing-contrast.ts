import type { Colour, WithColours } from './seeing-colours.ts';

/** The least contrast of each kind, as ratios. */
export interface Least {
  text: number;
  /** Text of 24 px, or of 18.66 px and bold. */
  largeText: number;
  /** Borders of controls. */
  edges: number;
  /** Pictures, and marks of what is chosen or where one is. */
  parts: number;
  /** Lines between things, where they have to be seen too. */
  lines?: number;
}

/** WCAG 2 AAA for text, AA for the rest: there is no AAA of it. */
export const least: Least = { text: 7, largeText: 4.5, edges: 3, parts: 3 };

/** When the reader asks for more: nothing grey is left, and lines are as dark as words. */
export const leastOfMore: Least = { text: 7, largeText: 7, edges: 4.5, parts: 3, lines: 4.5 };

/** In the reader's own colours: they choose how strong. What must be there must differ. */
export const leastOfForced: Least = { text: 4.5, largeText: 3, edges: 3, parts: 3, lines: 3 };

/**
 * Compares every text, picture, border and mark in the widget with what is behind it. Runs in the page: no imports at run
 * time. Needs `installColours`.
 * @returns one sentence for each that is too faint, and how much was compared
 */
export function measureContrast(least: Least): { findings: string[]; compared: number } {
  const root = document.querySelector('health-help')?.shadowRoot;
  if (!root) throw new Error('The widget has no shadow root.');
  const { read, over, contrast, ground, around } = (window as unknown as WithColours).colours;
  const findings = new Set<string>();
  let compared = 0;
  const name = (element: Element): string =>
    `<${element.localName} class="${element.getAttribute('class') ?? ''}"> "${element.textContent?.trim().slice(0, 30)}"`;
  const opacity = (element: Element): number => {
    let all = 1;
    for (let node: Element | null = element; node; node = node.parentElement)
      all *= Number(getComputedStyle(node).opacity);
    return all;
  };
  const faint = (css: string, behind: Colour, element: Element): number => {
    const [red, green, blue, alpha] = read(css);
    compared += 1;
    return contrast(over([red, green, blue, alpha * opacity(element)], behind), behind);
  };
  const say = (what: string, ratio: number, wanted: number, element: Element): void => {
    // A ratio is shown rounded, and rounded it must not look like enough.
    if (ratio < wanted) findings.add(`${what} ${Math.floor(ratio * 100) / 100}:1: ${name(element)}`);
  };

  /** A border on all four sides; a line on one side only divides. */
  const borderOf = (style: CSSStyleDeclaration): string | null => {
    const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;
    const drawn = sides.every(
      (side) => Number.parseFloat(style[`border${side}Width`]) >= 1 && style[`border${side}Style`] !== 'none',
    );
    return drawn && read(style.borderTopColor)[3] > 0 ? style.borderTopColor : null;
  };
  const shownBy = (element: Element): number => {
    const style = getComputedStyle(element);
    const border = borderOf(style);
    const outer = around(element);
    return Math.max(
      border ? faint(border, outer, element) : 1,
      read(style.backgroundColor)[3] > 0 ? contrast(ground(element), outer) : 1,
    );
  };

  const all = [...root.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest('.hidden-words, .reader-size, svg *'),
  );
  for (const element of all) {
    const style = getComputedStyle(element);
    const text = [...element.childNodes].some((node) => node instanceof Text && node.data.trim());
    const typed = element.matches('input:not([type=radio], [type=checkbox]), select, textarea');
    if (text || typed) {
      const size = Number.parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const wanted = large ? least.largeText : least.text;
      say('Text of', faint(style.color, ground(element), element), wanted, element);
      if (style.backgroundImage !== 'none') findings.add(`Text on a picture: ${name(element)}`);
    }
    if (element.matches('svg')) {
      const drawn = style.stroke === 'none' ? style.fill : style.stroke;
      say('A picture of', faint(drawn, around(element), element), least.parts, element);
    }
    // What is typed into, chosen or switched has no words of its own: its edge says what it is.
    if (element.matches('input, select, textarea')) {
      const frame = borderOf(style) ? element : element.closest('.search-field');
      if (!frame) findings.add(`A field without a border: ${name(element)}`);
      else say('A field with an edge of', shownBy(frame), least.edges, element);
    } else if (element.matches('button, a, label, .switch-track') && borderOf(style)) {
      say('A control with an edge of', shownBy(element), least.edges, element);
    }
    // Small things that are drawn, such as the knob of a switch. Thin ones are lines.
    for (const pseudo of ['', '::before'] as const) {
      const own = pseudo ? getComputedStyle(element, pseudo) : style;
      const leaf = element.children.length === 0 && !text && !element.matches('svg, input, select, textarea');
      if (pseudo ? own.content === 'none' || own.content === 'normal' : !leaf) continue;
      const width = Number.parseFloat(own.inlineSize);
      const height = Number.parseFloat(own.blockSize);
      if (!(Math.min(width, height) >= 5)) continue;
      const behind = pseudo ? ground(element) : around(element);
      const border =
        borderOf(own) ?? (pseudo && own.borderRightStyle === 'solid' ? own.borderRightColor : null);
      const fill = read(own.backgroundColor);
      if (!border && fill[3] === 0) continue;
      const ratio = Math.max(
        border ? faint(border, behind, element) : 1,
        contrast(over(fill, behind), behind),
      );
      say('A mark of', ratio, least.parts, element);
    }
    if (least.lines)
      for (const side of ['Top', 'Bottom'] as const) {
        if (Number.parseFloat(style[`border${side}Width`]) === 0 || style[`border${side}Style`] === 'none')
          continue;
        const colour = style[`border${side}Color`];
        // The header has a line only where it would run into what is below it.
        if (read(colour)[3] === 0 || borderOf(style)) continue;
        say('A line of', faint(colour, around(element), element), least.lines, element);
      }
  }
  return { findings: [...findings], compared };
}
