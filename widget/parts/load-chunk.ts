import type { PanelHost } from '../contract/panel.ts';

/**
 * Imports a chunk whose bytes were checked. It is fetched first, with its integrity, and imported then from the
 * browser's cache: a failed `import()` stays failed for its URL until the page is left, a failed `fetch()` can be
 * repeated. See widget/decisions/010-fetch-before-import.md.
 * @param name the chunk's file is `<name>-<hash>.js`
 * @throws when it cannot be loaded; can be called again
 */
export async function loadChunk<M>({ options }: PanelHost, name: string, load: () => Promise<M>): Promise<M> {
  const { base, integrity } = options;
  const file = Object.keys(integrity).find((key) => key.startsWith(`${name}-`) && key.endsWith('.js'));
  if (file) {
    const response = await fetch(base + file, { integrity: integrity[file] ?? '' });
    if (!response.ok) throw new Error(`${base + file}: the server answered ${response.status}`);
  }
  return load();
}
