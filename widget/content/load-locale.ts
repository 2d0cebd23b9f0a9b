import { type LocaleTree, limits, type Namespace, parseLocale } from '../contract/locale.ts';

export interface FileProblem {
  /** `file-missing`, `file-broken`, `file-partly-broken` */
  code: string;
  url: string;
  detail: string;
}

export interface Loader {
  /** One file of words. Fetched once; a file that cannot be read is an empty tree, and the problem is reported. */
  words(language: string, namespace: Namespace): Promise<LocaleTree>;
  /** One file of structure or configuration, as parsed JSON; undefined when it cannot be read. */
  json(url: string): Promise<unknown>;
}

export interface LoaderOptions {
  /** Base URL of the locale files, with a trailing slash. */
  locales: string;
  fetch: typeof globalThis.fetch;
  report(problem: FileProblem): void;
  /** Milliseconds after which a file counts as missing. */
  timeout?: number;
}

/**
 * Fetches locale files. `no-cache` asks the server whether the file changed, so a file that an editor replaced is used
 * at the next page load, and an unchanged one costs no download.
 */
export function createLoader({ locales, fetch, report, timeout = 15_000 }: LoaderOptions): Loader {
  const files = new Map<string, Promise<LocaleTree>>();
  const read = async (url: string): Promise<string | undefined> => {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), timeout);
    try {
      const response = await fetch(url, { credentials: 'omit', cache: 'no-cache', signal: abort.signal });
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      const length = Number(response.headers.get('content-length') ?? 0);
      if (length > limits.file * 4) throw new Error(`it has ${length} bytes`);
      return await response.text();
    } catch (error) {
      const detail = abort.signal.aborted
        ? `no answer within ${timeout / 1000} seconds`
        : String((error as Error).message);
      report({ code: 'file-missing', url, detail });
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    words(language, namespace) {
      const url = `${locales}${language}/${namespace}.json`;
      const known = files.get(url);
      if (known) return known;
      const file = read(url).then((text) => {
        if (text === undefined) {
          // A file that did not come may come later: ask again next time.
          files.delete(url);
          return Object.create(null) as LocaleTree;
        }
        const { tree, problems } = parseLocale(text);
        if (problems.length) {
          const whole = problems.some(({ path }) => path === '');
          const detail = problems
            .slice(0, 5)
            .map(({ code, path, detail }) => [path, code, detail].filter(Boolean).join(': '))
            .join('; ');
          report({ code: whole ? 'file-broken' : 'file-partly-broken', url, detail });
        }
        return tree;
      });
      files.set(url, file);
      return file;
    },
    async json(url) {
      const text = await read(url);
      if (text === undefined) return undefined;
      try {
        return JSON.parse(text.replace(/^\uFEFF/, ''));
      } catch (error) {
        report({ code: 'file-broken', url, detail: String((error as Error).message) });
        return undefined;
      }
    },
  };
}
