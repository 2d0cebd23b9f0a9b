import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  json: 'application/json',
  css: 'text/css',
  html: 'text/html',
};

export interface HostPage {
  body: string | Buffer;
  headers?: Readonly<Record<string, string>>;
}

export interface Sites {
  /** Origin of the hospital's page, without a trailing slash. */
  host: string;
  /** Folder of `health-help.js` on another origin, with a trailing slash. */
  widget: string;
  /** Puts a page at a path of the host. */
  put(path: string, page: HostPage): void;
  /** Answers a file of the widget otherwise: another text, or null for 404. Undefined ends that. */
  replace(file: string, text: string | null | undefined): void;
  /** Files of the widget asked for, in order. */
  requested: string[];
  close(): Promise<void>;
}

/** The CSP of the strictest page we promise to work in. */
export const strictPolicy = (widget: string): string =>
  [
    "default-src 'none'",
    "script-src 'nonce-r4nd0m' 'strict-dynamic'",
    `connect-src ${new URL(widget).origin}`,
    "style-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/**
 * Serves the built files on one loopback origin (with CORS) and host pages on another.
 * @param dist folder of the built files, with a trailing slash
 */
export async function serveSites(dist: string): Promise<Sites> {
  const pages = new Map<string, HostPage>();
  const replaced = new Map<string, string | null>();
  const requested: string[] = [];

  const host = await listen((request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://host').pathname);
    // Browsers ask for /favicon.ico by themselves.
    const missing = request.url === '/favicon.ico' ? 204 : 404;
    response.writeHead(page ? 200 : missing, {
      'content-type': 'text/html; charset=utf-8',
      ...page?.headers,
    });
    response.end(page?.body);
  });

  const widget = await listen(async (request, response) => {
    const file = new URL(request.url ?? '/', 'http://widget').pathname.replace('/health-help/', '');
    requested.push(file);
    const headers = {
      'access-control-allow-origin': '*',
      'content-type': types[file.split('.').pop() ?? ''] ?? 'text/plain',
      'cache-control': /-[\w-]{8}\.\w+$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    const other = replaced.get(file);
    const content = other === undefined ? await readFile(dist + file).catch(() => null) : other;
    response.writeHead(content === null ? 404 : 200, headers);
    response.end(content);
  });

  return {
    host: origin(host),
    widget: `${origin(widget)}/health-help/`,
    put: (path, page) => pages.set(path, page),
    replace: (file, text) => (text === undefined ? replaced.delete(file) : replaced.set(file, text)),
    requested,
    close: async () => {
      for (const server of [host, widget]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
}

function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(answer);
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

function origin(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
