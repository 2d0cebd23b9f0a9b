import type { PanelHost } from '../contract/panel.ts';

type Integrity = PanelHost['options']['integrity'];

/** The files a built one imports as it starts. Those it may import later are in `import()`. */
const imports = /(?:from|import)"\.\/([^"]+)/g;

/** Of every later file; asked for once. */
let later: Promise<Integrity> | undefined;

/**
 * Imports a chunk whose bytes were checked, and those of every file it imports. They are fetched first, with their
 * integrity, and imported then from the browser's cache: a failed `import()` stays failed for its URL until the page is
 * left, a failed `fetch()` can be repeated. See widget/decisions/010-fetch-before-import.md.
 * @param name the chunk's file is `<name>-<hash>.js`
 * @throws when it cannot be loaded; can be called again
 */
export async function loadChunk<M>({ options }: PanelHost, name: string, load: () => Promise<M>): Promise<M> {
  const read = (file: string, integrity: Integrity): Promise<string> => {
    // An error page is not what was built: the integrity refuses it too.
    const get = (cache: RequestCache): Promise<string> =>
      fetch(options.base + file, { integrity: integrity[file] as string, cache }).then((response) =>
        response.text(),
      );
    // Then past the cache, which may hold what was refused: many servers let a 404 be kept as long as the file itself.
    return get('default').catch(() => get('reload'));
  };
  const list = Object.keys(options.integrity).find((file) => file.endsWith('.json'));
  if (list)
    later ??= read(list, options.integrity)
      .then(JSON.parse)
      .catch((error: unknown) => {
        later = undefined;
        throw error;
      });
  const integrity = (await later) ?? options.integrity;
  const check = async (file: string): Promise<unknown> => {
    // The panel itself is not in the list: it runs already.
    if (!integrity[file]) return;
    const code = await read(file, integrity);
    return Promise.all([...code.matchAll(imports)].map(([, other]) => check(other as string)));
  };
  // `-`, eight letters of a hash and `.js`: `send-` is not the beginning of `send-feedback-`.
  await check(Object.keys(integrity).find((key) => key.slice(0, -12) === name) ?? '');
  return load();
}
