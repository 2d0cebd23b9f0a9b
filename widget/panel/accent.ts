import type { PanelHost } from '../contract/panel.ts';

/** A hospital's colour made readable: everything drawn on it or in it keeps its contrast. */
export interface Accent {
  accent: string;
  deep: string;
  tint: string;
  /** For the dark theme. */
  darkAccent: string;
}

type Rgb = readonly [number, number, number];

const paper: Rgb = [0xf6, 0xf3, 0xea];
const darkPaper: Rgb = [0x13, 0x1a, 0x17];
const white: Rgb = [255, 255, 255];

/**
 * Keeps the hue of a hospital's colour and changes the rest until it can be trusted: white on it at least 8.5:1, it on
 * paper at least 7.2 and on its tint at least 7. Chroma is low for reds, so that alarm stays the only red; the limit
 * falls gradually towards them, because a step would turn two nearly equal colours into two that look unlike.
 * @param colour red, green, blue, 0 to 255
 */
export function adjustAccent(colour: Rgb): Accent {
  const { lightness, chroma, hue } = toOklch(colour);
  // Degrees from the middle of the reds, which reach from 5 to 50.
  const fromRed = Math.abs(((hue + 512.5) % 360) - 180);
  const c = Math.min(chroma, 0.16, Math.max(0.04, 0.04 + 0.006 * (fromRed - 22.5)));
  const tint = fromOklch(0.94, Math.min(c, 0.018), hue);
  const readable = (rgb: Rgb): boolean =>
    contrast(rgb, white) >= 8.5 && contrast(rgb, paper) >= 7.2 && contrast(rgb, tint) >= 7;
  let l = Math.min(lightness, 0.6);
  // What is right already stays exactly as the hospital wrote it.
  let accent = chroma < c + 0.012 ? colour : fromOklch(l, c, hue);
  while (l > 0 && !readable(accent)) {
    accent = fromOklch(l, c, hue);
    l -= 0.002;
  }
  let dark = 0.7;
  while (dark < 1 && contrast(fromOklch(dark, Math.min(c, 0.09), hue), darkPaper) < 10) dark += 0.005;
  return {
    accent: hex(accent),
    deep: hex(fromOklch(Math.max(0, l - 0.09), c, hue)),
    tint: hex(tint),
    darkAccent: hex(fromOklch(dark, Math.min(c, 0.09), hue)),
  };
}

/** Applies the hospital's colour. An unreadable value is ignored with a warning, not half used. */
export function applyAccent(host: PanelHost, wanted: string, panel: HTMLElement): void {
  const colour = CSS.supports('color', wanted) ? readColour(wanted, host.container) : undefined;
  if (!colour) {
    console.warn(`Health Help: the accent "${wanted}" is not a colour and is not used.`);
    return;
  }
  const { accent, deep, tint, darkAccent } = adjustAccent(colour);
  const style = panel.style;
  style.setProperty('--hospital', accent);
  style.setProperty('--hospital-deep', deep);
  style.setProperty('--hospital-tint', tint);
  style.setProperty('--hospital-dark', darkAccent);
}

/** Lets the browser read the colour, whatever its notation. */
function readColour(value: string, parent: HTMLElement): Rgb | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  // `var()` and system colours need an element to be resolved at.
  const probe = document.createElement('i');
  probe.style.color = value;
  parent.append(probe);
  context.fillStyle = getComputedStyle(probe).color;
  probe.remove();
  context.fillRect(0, 0, 1, 1);
  const [r, g, b, alpha] = context.getImageData(0, 0, 1, 1).data;
  return alpha === 255 && r !== undefined && g !== undefined && b !== undefined ? [r, g, b] : undefined;
}

function linear(channel: number): number {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

function gamma(value: number): number {
  const c = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, c)) * 255);
}

/** WCAG 2 contrast ratio, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const luminance = ([r, g, b]: Rgb): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** OKLCH by Björn Ottosson's matrices. Hue in degrees. */
function toOklch([red, green, blue]: Rgb): { lightness: number; chroma: number; hue: number } {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { lightness, chroma: Math.hypot(a, bb), hue: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360 };
}

function fromOklch(lightness: number, chroma: number, hue: number): Rgb {
  // Out of gamut: less chroma, same lightness and hue.
  for (let c = chroma; c >= 0; c -= 0.004) {
    const a = c * Math.cos((hue * Math.PI) / 180);
    const b = c * Math.sin((hue * Math.PI) / 180);
    const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
    const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
    const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
    const channels = [
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
    ];
    if (c < 0.004 || channels.every((value) => value >= -0.0005 && value <= 1.0005)) {
      const [r = 0, g = 0, bl = 0] = channels.map(gamma);
      return [r, g, bl];
    }
  }
  return [0, 0, 0];
}

function hex(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
