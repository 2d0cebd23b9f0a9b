import type { PanelHost } from '../contract/panel.ts';

/**
 * Imports a chunk with its integrity checked and a failed download tried again.
 *
 * `import()` takes no integrity, but a module that `modulepreload` fetched with one is the module `import()` gets.
 * A failed `import()` stays failed for its URL, so the second try has a query (Chromium 156, Firefox 153).
 * @param name the chunk's file is `<name>-<hash>.js`
 * @throws when it cannot be loaded
 */
export async function loadChunk<M>(host: PanelHost, name: string, load: () => Promise<M>): Promise<M> {
  const { base, integrity } = host.options;
  const file = Object.keys(integrity).find((key) => key.startsWith(`${name}-`) && key.endsWith('.js'));
  if (file) protect(host.root, base + file, integrity[file] ?? '');
  try {
    return await load();
  } catch (error) {
    if (!file) throw error;
    const again = `${base + file}?again=${Date.now()}`;
    protect(host.root, again, integrity[file] ?? '');
    return (await import(/* @vite-ignore */ again)) as M;
  }
}

function protect(root: ShadowRoot, href: string, integrity: string): void {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.crossOrigin = 'anonymous';
  link.integrity = integrity;
  link.href = href;
  root.append(link);
}
