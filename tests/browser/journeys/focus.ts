import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** More stops than any screen has, with the page around it. */
const mostStops = 120;

/** Whether one of these has the focus, also inside a shadow root. */
export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluateAll((elements) =>
    elements.some((element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element),
  );

/**
 * Presses Tab until something that fits has the focus, as somebody without a mouse has to.
 * @throws when it is not reached in {@link mostStops} presses
 */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target.first()).toBeVisible();
  for (let stops = 0; stops < mostStops; stops++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reached ${target}`);
}

/** Tabs to a button or a link and presses Enter on it. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Tabs to a field and types. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.insertText(text);
}

/** Tabs to a group of radio buttons, as one stop, and goes to one of them with the arrow keys. */
export async function chooseRadio(page: Page, group: Locator, name: string | RegExp): Promise<void> {
  const wanted = group.getByRole('radio', { name, exact: true });
  await tabTo(page, group.getByRole('radio'));
  for (let presses = 0; presses < mostStops && !(await hasFocus(wanted)); presses++) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Space');
  await expect(wanted).toBeChecked();
}

/** Tabs to a checkbox and ticks it. */
export async function tick(page: Page, box: Locator): Promise<void> {
  await tabTo(page, box);
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();
}

/** Tabs to a list that drops down and goes to one of its values with the arrow keys. */
export async function chooseOption(page: Page, list: Locator, value: string): Promise<void> {
  await tabTo(page, list);
  for (let presses = 0; presses < mostStops && (await list.inputValue()) !== value; presses++) {
    await page.keyboard.press('ArrowDown');
  }
  await expect(list).toHaveValue(value);
}

export const heading = (page: Page, name: string): Locator =>
  page.getByRole('heading', { name, exact: true });
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
