import { createLoader, type FileProblem, type Loader } from '../../../widget/content/load-locale.ts';

/** What the server does with a file: its text, a status, silence until the request is given up, or more than that. */
export type Served = string | number | 'silent' | 'stuck' | (() => Response);

export interface FakeFiles {
  loader: Loader;
  /** URLs in the order asked for. */
  asked: string[];
  problems: FileProblem[];
  /** Init objects of the requests. */
  inits: RequestInit[];
  /** Puts a file on the server. */
  put(path: string, file: Served): void;
}

const base = 'https://hospital.example/health-help/locales/';

/** A loader whose files are these; everything else is not found. Paths are below the locales' base URL. */
export function fakeFiles(files: Readonly<Record<string, Served>> = {}, timeout?: number): FakeFiles {
  const served = new Map(Object.entries(files));
  const asked: string[] = [];
  const inits: RequestInit[] = [];
  const problems: FileProblem[] = [];
  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = String(input);
    asked.push(url);
    inits.push(init);
    const file = served.get(url.replace(base, ''));
    if (file === 'silent') return new Promise((_, reject) => giveUp(init.signal, reject));
    if (file === 'stuck') {
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"panel":'));
          giveUp(init.signal, (reason) => controller.error(reason));
        },
      });
      return new Response(body);
    }
    if (typeof file === 'function') return file();
    if (typeof file === 'number') return new Response('no', { status: file });
    if (file === undefined) return new Response('not found', { status: 404 });
    return new Response(file);
  };
  const loader = createLoader({
    locales: base,
    fetch,
    report: (problem) => problems.push(problem),
    ...(timeout === undefined ? {} : { timeout }),
  });
  return { loader, asked, problems, inits, put: (path, file) => void served.set(path, file) };
}

function giveUp(signal: AbortSignal | null | undefined, reject: (reason: unknown) => void): void {
  signal?.addEventListener('abort', () => reject(signal.reason));
}
