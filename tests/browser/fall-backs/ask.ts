import type { Page } from '@playwright/test';
import { examples } from '../../examples.ts';
import type { Endpoint } from '../journeys/endpoint.ts';
import { expect, type Visit } from '../journeys/fixtures.ts';
import { wordsOf } from '../journeys/words.ts';

const en = wordsOf('en');
export const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

/** What every browser has to let a patient do: open help, see whom to call, search, ask for an interpreter, close. */
export async function askForInterpreter(page: Page, visit: Visit, endpoint: Endpoint): Promise<void> {
  const { launcher, panel, act } = visit;
  const before = endpoint.posts.length;
  await launcher.click();
  await expect(heading(page, en.ui('panel.title'))).toBeFocused();
  await expect(launcher).toHaveAttribute('aria-expanded', 'true');
  await expect(panel.getByRole('link', { name: 'Call 911' })).toBeVisible();
  await expect(panel.getByRole('link', { name: '555-0100' })).toBeVisible();
  await page.getByLabel(en.ui('search.label')).fill('intrepreter free');
  await expect(page.getByRole('button', { name: en.question('interpreter-free') })).toBeVisible();
  await page.getByLabel(en.ui('search.label')).fill('');
  await page.getByRole('button', { name: en.ui('home.interpreter') }).click();
  await act(examples.check?.acts ?? []);
  await page.getByRole('button', { name: en.ui('check.send') }).click();
  await expect(heading(page, en.ui('receipt.title'))).toBeFocused();
  await expect(panel).toContainText('HH-7K3F');
  expect(endpoint.posts).toHaveLength(before + 1);
  expect(endpoint.posts.at(-1)?.headers['idempotency-key']).toMatch(
    /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
  );
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(launcher).toBeFocused();
  await expect(launcher).toHaveAttribute('aria-expanded', 'false');
}

/** Files of the widget a page asks for, sorted; fills while the page lives. */
export function listenForFiles(page: Page, widget: string): () => string[] {
  const files = new Set<string>();
  page.on('request', (request) => {
    const url = request.url();
    if (url.startsWith(widget)) files.add(url.slice(widget.length));
  });
  return () => [...files].sort();
}
