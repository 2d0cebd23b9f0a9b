import { existsSync } from 'node:fs';

/** The whole browser, with windows. */
export const wholeChromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** The same engine without windows: a quarter of the time is saved. */
export const headlessShell = '/usr/bin/chromium-headless-shell';

/** What the tests without windows run in. `CHROMIUM_PATH` names another one. */
export function headlessChromium(): string {
  return process.env.CHROMIUM_PATH ?? (existsSync(headlessShell) ? headlessShell : wholeChromium);
}
