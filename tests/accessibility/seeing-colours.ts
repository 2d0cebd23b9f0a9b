/** Red, green and blue, 0 to 255, and how much of it there is, 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** What a page can tell about its colours, once `installColours` ran in it. */
export interface Colours {
  /** Any CSS colour, as the screen shows it. Black where it is none at all. */
  read(css: string): Colour;
  /** One over the other. */
  over(top: Colour, bottom: Colour): Colour;
  /** WCAG 2 contrast of two colours without transparency, 1 to 21. */
  contrast(a: Colour, b: Colour): number;
  /** What is behind the content of an element: its own background, or what shows through it. */
  ground(element: Element): Colour;
  /** What is behind the element itself. */
  around(element: Element): Colour;
}

export interface WithColours {
  colours: Colours;
}

/** Puts `Colours` into the page, as `window.colours`. Runs in the page: no imports at run time. */
export function installColours(): void {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const known = new Map<string, Colour>();

  const read = (css: string): Colour => {
    const before = known.get(css);
    if (before || !context) return before ?? [0, 0, 0, 1];
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = '#000';
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    const colour: Colour = [red, green, blue, alpha / 255];
    known.set(css, colour);
    return colour;
  };
  const over = (top: Colour, bottom: Colour): Colour => {
    const mix = (a: number, b: number): number => a * top[3] + b * (1 - top[3]);
    return [mix(top[0], bottom[0]), mix(top[1], bottom[1]), mix(top[2], bottom[2]), 1];
  };
  const linear = (channel: number): number => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const luminance = ([red, green, blue]: Colour): number =>
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const contrast = (a: Colour, b: Colour): number => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const parentOf = (element: Element): Element | null => {
    const root = element.getRootNode();
    return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };
  /** A shadow cast inwards as wide as the box is its colour: the launcher's is. */
  const fill = (element: Element): Colour => {
    const { backgroundColor, boxShadow } = getComputedStyle(element);
    const inner = boxShadow.match(/(\w+\([^)]*\)) 0px 0px 0px ([\d.]+)px inset/);
    const { width, height } = element.getBoundingClientRect();
    const covers = inner !== null && Number(inner[2]) * 2 >= Math.min(width, height);
    const below = read(backgroundColor);
    return covers ? over(read(inner[1] ?? ''), below) : below;
  };
  const ground = (element: Element): Colour => {
    const layers: Colour[] = [];
    for (let node: Element | null = element; node; node = parentOf(node)) {
      const layer = fill(node);
      if (layer[3] > 0) layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reduceRight((bottom, top) => over(top, bottom), [255, 255, 255, 1] as Colour);
  };
  const around = (element: Element): Colour => {
    const parent = parentOf(element);
    return parent ? ground(parent) : [255, 255, 255, 1];
  };
  const colours: Colours = { read, over, contrast, ground, around };
  Object.assign(window, { colours });
}
