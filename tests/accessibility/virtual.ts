import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { sessionOf } from './tree.ts';

const file = createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js');

/** A module that is run as a script: its one export becomes a global of its own world. */
const source = readFileSync(file, 'utf8').replace(
  /export\s*\{[^}]*?([\w$]+) as virtual\s*\};?[\s\S]*$/,
  'globalThis.virtual = $1;',
);

/** A world of its own beside the page's, until the page is left: the reader puts traps on elements' prototypes. */
const worlds = new WeakMap<Page, Promise<number>>();

function worldOf(page: Page): Promise<number> {
  const world = worlds.get(page) ?? createWorld(page);
  worlds.set(page, world);
  return world;
}

async function createWorld(page: Page): Promise<number> {
  const session = await sessionOf(page);
  page.once('framenavigated', () => worlds.delete(page));
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'virtual screen reader',
  });
  await session.send('Runtime.evaluate', { contextId, expression: `(() => {${source}})()` });
  return contextId;
}

/**
 * What a virtual screen reader says from the start of the panel to its end. It starts on the panel, inside the shadow
 * root: started on the page it does not look into one. It takes roles and names from the specifications, not from the
 * browser, and is so a second opinion on the browser's own tree.
 */
export async function readAloud(page: Page): Promise<string[]> {
  const session = await sessionOf(page);
  const contextId = await worldOf(page);
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId,
    expression: `(${walk})()`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as string[];
}

/** Runs in the page. */
async function walk(): Promise<string[]> {
  const { virtual } = globalThis as unknown as {
    virtual: typeof import('@guidepup/virtual-screen-reader').virtual;
  };
  const panel = document.querySelector('health-help')?.shadowRoot?.querySelector('.panel');
  if (!panel) throw new Error('There is no panel.');
  // It reads what was checked when the page came, not what is now.
  const boxes = [...panel.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')];
  const before = boxes.map((box) => box.defaultChecked);
  for (const box of boxes) box.toggleAttribute('checked', box.checked);
  await virtual.start({ container: panel });
  // Its last stop is the end of the panel, after which it starts again.
  do await virtual.next();
  while (virtual.activeNode !== panel);
  const said = [...(await virtual.spokenPhraseLog())];
  await virtual.stop();
  for (const [i, box] of boxes.entries()) box.toggleAttribute('checked', before[i]);
  return said;
}
