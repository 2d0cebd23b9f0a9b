import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono, type MiddlewareHandler } from 'hono';
import { createApp } from '../../demo/receiver/app.ts';
import { openDatabase } from '../../demo/receiver/database.ts';
import { loadHospital } from '../../demo/receiver/load-hospital.ts';
import { serve } from '../../demo/receiver/serve.ts';
import { createSite } from '../../demo/site-server.ts';
import type { Submission } from '../../widget/contract/submission.ts';
import { strictPolicy } from '../browser/serve.ts';

/** What a page notes about itself while it lives. */
export interface Noted {
  /** Errors nobody caught, and what scripts wrote to the console as an error or a warning. */
  errors: string[];
  /** What the page's policy blocked. */
  blocked: string[];
}

export interface Demo {
  /** Without a slash. */
  url: string;
  /** The strictest page we promise to work in, on another origin than the widget, its words and the hospital's system. */
  strictUrl: string;
  /** From now on a request is received, but whoever sent it is told that it was not; or that ends. */
  losesAnswers(loses: boolean): void;
  /** How often somebody tried to send. */
  attempts(): number;
  /** Every request the hospital has, oldest first. */
  received(): Promise<readonly { reference: string; submission: Submission }[]>;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * What `npm start` starts, on a free port with a database of its own, and the strictest page on a port of its own. Every
 * page notes what goes wrong in it.
 * @throws when the widget was not built
 */
export async function startDemo(): Promise<Demo> {
  const widget = process.env.DIST ?? join(root, 'dist');
  if (!existsSync(join(widget, 'health-help.js')))
    throw new Error('There is no dist/: run npm run build first');
  const dataDir = await mkdtemp(join(tmpdir(), 'health-help-engines-'));
  const pages = join(root, 'demo', 'site');
  const database = await openDatabase({ dataDir });
  const hospitalFile = join(pages, 'riverside', 'hospital.json');
  const hospital = loadHospital(hospitalFile, () => undefined);
  const app = new Hono();
  let loses = false;
  let attempts = 0;
  const loseAnswer: MiddlewareHandler = async (context, next) => {
    await next();
    if (context.req.method !== 'POST') return;
    attempts += 1;
    if (loses) context.res = new Response(context.res.body, { status: 503, headers: context.res.headers });
  };
  app.use(noteTrouble, loseAnswer);
  // Where the widget looks for it when the page names no other.
  app.get('/health-help/hospital.json', async (context) =>
    context.body(await readFile(hospitalFile), 200, { 'access-control-allow-origin': '*' }),
  );
  app.route('/', createApp({ database, hospital, rateLimit: 0 }));
  app.route('/', createSite({ pages, widget }));
  const server = await serve(app, { host: '127.0.0.1', port: 0 });
  const strict = new Hono();
  strict.use(noteTrouble);
  strict.get('/visit', (context) =>
    context.body(strictPage(server.url), 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': strictPolicy(server.url),
    }),
  );
  const strictServer = await serve(strict, { host: '127.0.0.1', port: 0 });
  return {
    url: server.url,
    strictUrl: `${strictServer.url}/visit`,
    losesAnswers: (now) => {
      loses = now;
    },
    attempts: () => attempts,
    async received() {
      const rows = await database.selectFrom('requests').selectAll().orderBy('received_at').execute();
      return rows.map(({ reference, body }) => ({ reference, submission: JSON.parse(body) }));
    },
    async close() {
      await Promise.all([server.close(), strictServer.close()]);
      await database.destroy();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Puts a script before all others. Not by the driver: WebDriver has no way to run anything before the page does. */
const noteTrouble: MiddlewareHandler = async (context, next) => {
  await next();
  const { res } = context;
  const nonce = /'nonce-([^']+)'/.exec(res.headers.get('content-security-policy') ?? '')?.[1];
  if (!nonce || !res.headers.get('content-type')?.startsWith('text/html')) return;
  const page = await res.text();
  context.res = new Response(page.replace(/(?=<meta)/, `<script nonce="${nonce}">(${note})()</script>`), res);
};

/** Runs in the page. */
function note(): void {
  const noted: Noted = { errors: [], blocked: [] };
  Object.assign(window, { noted });
  addEventListener('error', ({ message }) => noted.errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => noted.errors.push(String(reason)));
  for (const level of ['error', 'warn'] as const) {
    const write = console[level];
    console[level] = (...said: unknown[]) => {
      noted.errors.push(said.map(String).join(' '));
      write.apply(console, said);
    };
  }
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
    // The browser asks for that one by itself.
    if (!blockedURI.endsWith('/favicon.ico'))
      noted.blocked.push(`${violatedDirective} ${blockedURI} ${sourceFile}`);
  });
}

/** The nonce is that of `strictPolicy`. */
const strictPage = (widget: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Strict</title><meta name="viewport" content="width=device-width">
<script async nonce="r4nd0m" src="${widget}/health-help/health-help.js" 
  data-endpoint="${widget}/api/requests"></script></head>
<body><h1>Strict</h1><p><a id="link" href="#health-help/faq">Questions</a></p></body></html>`;
