import type { Page } from '@playwright/test';
import { lookAtStop, type Stop, stopsToReach } from './keyboard-stop.ts';
import { installColours } from './seeing-colours.ts';

export type Key = 'Tab' | 'Shift+Tab';

/** More stops than any screen has. */
const most = 150;

/**
 * Walks through everything that Tab reaches and back, as somebody without a mouse does, in a panel that is open.
 * @returns one sentence per barrier, and how many stops there were
 */
export async function walk(page: Page, modal: boolean): Promise<{ findings: string[]; stops: number }> {
  await page.evaluate(installColours);
  await page.evaluate(prepare, modal);
  const start = await page.evaluate(lookAtStop);
  const findings: string[] = [];
  if (start.where !== 'panel') findings.push(`Open, but the focus is in the ${start.where}: ${start.name}`);
  const first = await press(page, 'Tab');
  if (first.order <= start.order && !modal)
    findings.push(`The first Tab goes back, to ${first.name}, from ${start.name}`);
  const found = await (modal ? walkRound(page, first) : walkThrough(page));
  const { there, back } = found;
  findings.push(...found.findings);
  findings.push(...[first, ...there, ...back].flatMap((stop) => stop.findings));
  const names = (stops: readonly Stop[]): string => stops.map(({ name }) => name).join('\n  ');
  const backwards = back.toReversed();
  if (there.map(({ id }) => id).join() !== backwards.map(({ id }) => id).join())
    findings.push(`Back is not the way there. There:\n  ${names(there)}\nBack:\n  ${names(backwards)}`);
  for (const way of [there, backwards]) findings.push(...disorder(way));
  findings.push(...(await missed(page, there)));
  return { findings: [...new Set(findings)], stops: there.length };
}

/**
 * Presses Escape in the panel, as often as it asks whether to leave, and looks where the focus is then.
 * @returns one sentence per barrier
 */
export async function pressEscape(page: Page): Promise<string[]> {
  await page.evaluate(installColours);
  for (let stops = 0; stops < 4 && (await place(page)) !== 'panel'; stops++) await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  // With answers that are not sent it asks first, and a second Escape is the answer.
  const asks = await page.locator('health-help .panel').isVisible();
  if (asks) {
    // The screen that asks may be a file that is still on its way.
    for (let tries = 0; tries < 200 && (await place(page)) !== 'panel'; tries++)
      await page.waitForTimeout(25);
    await page.keyboard.press('Escape');
  }
  if (await page.locator('health-help .panel').isVisible()) return ['Escape does not close.'];
  const now = await place(page);
  return now === 'launcher' ? [] : [`Closed, but the focus is in the ${now}, not on what opened it.`];
}

/** Beside the page: from the link before the widget to the one after it, and back. */
async function walkThrough(page: Page): Promise<Walk> {
  const findings: string[] = [];
  const go = async (key: Key, from: string): Promise<Stop[]> => {
    await page.locator(from).focus();
    const stops: Stop[] = [];
    for (;;) {
      const stop = await press(page, key);
      const again = stops.some(({ id }) => id === stop.id);
      if (stop.where === 'page' || stop.where === 'nowhere' || again || stops.length > most) {
        if (stop.where === 'nowhere') findings.push(...stop.findings);
        if (again) findings.push(`A trap: ${key} comes to ${stop.name} again, and never to the page.`);
        const left = await page
          .locator(from === before ? after : before)
          .evaluate((link) => link === document.activeElement);
        if (!left && !again) findings.push(`${key} leaves the widget to ${stop.name}.`);
        return stops;
      }
      stops.push(stop);
    }
  };
  const there = await go('Tab', before);
  const back = await go('Shift+Tab', after);
  return { there, back, findings };
}

/** Modal: round and round, in both directions. */
async function walkRound(page: Page, first: Stop): Promise<Walk> {
  const findings: string[] = [];
  const go = async (key: Key): Promise<Stop[]> => {
    const stops: Stop[] = [first];
    for (;;) {
      const stop = await press(page, key);
      if (stop.id === first.id) {
        first.findings.push(...stop.findings);
        return stops;
      }
      if (stop.where !== 'panel')
        findings.push(`${key} leaves the dialog, to the ${stop.where}: ${stop.name}`);
      const again = stops.some(({ id }) => id === stop.id);
      if (again)
        findings.push(`A trap: ${key} comes to ${stop.name} again, and never round to ${first.name}`);
      if (again || stop.where !== 'panel' || stops.length > most) return stops;
      stops.push(stop);
    }
  };
  const there = await go('Tab');
  const [start, ...rest] = await go('Shift+Tab');
  // Both from the first in the document on, so that they can be read as a list.
  const turn = (stops: readonly Stop[]): Stop[] => {
    const lowest = Math.min(...stops.map(({ order }) => order));
    const at = stops.findIndex(({ order }) => order === lowest);
    return [...stops.slice(at), ...stops.slice(0, at)];
  };
  const back = start ? turn([...rest, start].toReversed()).toReversed() : [];
  return { there: turn(there), back, findings };
}

interface Walk {
  there: Stop[];
  /** As walked: the last first. */
  back: Stop[];
  findings: string[];
}

const before = 'main > p > a';
const after = '#after';

/** Makes what lets pointers through count as a cover, and gives Tab a place to go after the widget. */
function prepare(modal: boolean): void {
  const root = document.querySelector('health-help')?.shadowRoot;
  if (!root) throw new Error('The widget has no shadow root.');
  Reflect.deleteProperty(window, 'stops');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { pointer-events: auto !important }');
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  if (modal || document.getElementById('after')) return;
  const link = document.createElement('a');
  link.id = 'after';
  link.href = '#after';
  link.textContent = 'After';
  document.body.append(link);
}

async function press(page: Page, key: Key): Promise<Stop> {
  await page.keyboard.press(key);
  return page.evaluate(lookAtStop);
}

const place = async (page: Page): Promise<Stop['where']> => (await page.evaluate(lookAtStop)).where;

/** Where the way jumps back: in the document, or for the eye. */
function disorder(stops: readonly Stop[]): string[] {
  const findings: string[] = [];
  const groups = new Set<string>();
  const lasts = new Map<Stop['where'], Stop>();
  for (const stop of stops) {
    if (stop.group && groups.has(stop.group)) findings.push(`A radio group of two stops: ${stop.name}`);
    groups.add(stop.group);
    const last = lasts.get(stop.where);
    lasts.set(stop.where, stop);
    if (!last) continue;
    if (stop.order <= last.order) findings.push(`Before it in the document: ${last.name}, then ${stop.name}`);
    const [a, b] = [last.box, stop.box];
    const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    const oneLine = shared > Math.min(a.bottom - a.top, b.bottom - b.top) / 2;
    const onwards = oneLine ? (stop.rtl ? b.right < a.right : b.left > a.left) : b.top > a.top;
    if (!onwards) findings.push(`Jumps back for the eye: ${last.name}, then ${stop.name}`);
  }
  return findings;
}

/** What can be operated and was not a stop. */
async function missed(page: Page, stops: readonly Stop[]): Promise<string[]> {
  const { ids, names } = await page.evaluate(stopsToReach);
  const reached = new Set(stops.map(({ id, group }) => (group ? `radio ${group}` : String(id))));
  return ids.flatMap((id, index) => (reached.has(id) ? [] : [`Tab never reaches ${names[index]}`]));
}
