import type { Page } from '@playwright/test';

/**
 * People who see the same page larger. Each changes what is open already, as they do: zoom, the size of letters and a
 * style sheet of their own come while one reads.
 */
export const readers = {
  'on a small phone': { width: 320, height: 640 },
  // 1280 by 1024 at 400 %. Nothing but the number of CSS px tells a page that it is zoomed.
  'at 400 %': { width: 320, height: 256 },
  'with more air between letters and lines': { width: 320, height: 640, air: true },
  'in letters twice as large': { width: 320, height: 640, letters: 32 },
} as const satisfies Readonly<Record<string, Reader>>;

interface Reader {
  width: number;
  height: number;
  /** What 1.4.12 asks for, over everything. */
  air?: boolean;
  /** The reader's own size of letters, in px, on a page that makes its own smaller. */
  letters?: number;
}

/** Ordinary letters, in px, unless the reader chose others. */
const ordinary = 16;

/** Shows the page to another reader, and waits until the panel is drawn for them. */
export async function showTo(page: Page, reader: Reader): Promise<void> {
  const { width, height, air = false, letters = ordinary } = reader;
  await setLetters(page, letters);
  await page.setViewportSize({ width, height });
  await page.evaluate(setStyles, { air, smallPage: letters !== ordinary, size: (letters * 9) / 8 });
}

const chosen = new WeakMap<Page, number>();

/** The browser's setting, which no page can change. */
async function setLetters(page: Page, standard: number): Promise<void> {
  if (standard === (chosen.get(page) ?? ordinary)) return;
  chosen.set(page, standard);
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard } });
  await session.detach();
}

interface Styles {
  air: boolean;
  smallPage: boolean;
  /** Of the words in the panel, in px. */
  size: number;
}

/** Lays the styles over the page, and waits for the panel to follow. Runs in the page: no imports at run time. */
async function setStyles({ air, smallPage, size }: Styles): Promise<void> {
  const root = document.querySelector('health-help')?.shadowRoot;
  const view = root?.querySelector('.view');
  if (!root || !view) throw new Error('There is no panel.');
  const kept = window as unknown as { readerSheets?: Record<'air' | 'small', CSSStyleSheet> };
  kept.readerSheets ??= { air: new CSSStyleSheet(), small: new CSSStyleSheet() };
  const sheets = kept.readerSheets;
  for (const [target, sheet] of [
    [root, sheets.air],
    [document, sheets.small],
  ] as const)
    if (!target.adoptedStyleSheets.includes(sheet))
      target.adoptedStyleSheets = [...target.adoptedStyleSheets, sheet];
  sheets.air.replaceSync(
    air
      ? `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
         p { margin-block-end: 2em !important }`
      : '',
  );
  sheets.small.replaceSync(smallPage ? 'html { font-size: 62.5% }' : '');
  const drawn = (): Promise<number> => new Promise(requestAnimationFrame);
  for (let frames = 0; getComputedStyle(view).fontSize !== `${size}px`; frames++) {
    if (frames > 600) throw new Error(`Letters of ${getComputedStyle(view).fontSize}, not of ${size}px`);
    await drawn();
  }
  await drawn();
  await drawn();
}
