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
  // A hash has eight letters: `send-` is not the beginning of `send-feedback-`.
  const pattern = new RegExp(`^${name}-[\\w-]{8}\\.js$`);
  const file = Object.keys(integrity).find((key) => pattern.test(key));
  if (file) {
    const get = async (cache: RequestCache): Promise<void> => {
      const response = await fetch(base + file, { integrity: integrity[file] ?? '', cache });
      if (!response.ok) throw new Error(`${base + file}: the server answered ${response.status}`);
    };
    // Then past the cache, which may hold what was refused: many servers let a 404 be kept as long as the file itself.
    await get('default').catch(() => get('reload'));
  }
  return load();
}
