import { randomBytes } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';

export interface SiteOptions {
  /** Folder of the hospital pages: `<name>/index.html`. */
  pages: string;
  /** Folder of the built widget, served at `/health-help/`. */
  widget: string;
  /** The page at `/`. */
  home?: string | undefined;
  /** Other origins the pages may load words from and send requests to, e.g. `http://127.0.0.1:8081`. */
  connectTo?: readonly string[] | undefined;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jwk': 'application/jwk+json',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** `panel-B4x9aQ_2.js`: the name changes with the content. */
const hashedName = /-[\w-]{8,}\.(js|css|svg|woff2)$/;

/**
 * The demonstration hospital's pages and the built widget. Pages hold the word `__NONCE__` where a nonce belongs; each
 * answer gets a fresh one and a policy that lets nothing else run, so that the widget is always tried under it.
 */
export function createSite(options: SiteOptions): Hono {
  const site = new Hono();
  const home = options.home ?? 'riverside';

  site.use('/health-help/*', compress());
  site.get('/health-help', (context) => context.redirect('/health-help/', 301));
  site.get('/health-help/*', async (context) => {
    const path = context.req.path.slice('/health-help/'.length);
    const file = await findFile(options.widget, path);
    if (!file) return context.notFound();
    context.header('access-control-allow-origin', '*');
    context.header('cross-origin-resource-policy', 'cross-origin');
    const hashed = hashedName.test(path) && !path.startsWith('locales/');
    return sendFile(context, file, hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  });

  site.get('/:hospital/locales/*', async (context) => {
    const { hospital } = context.req.param();
    const path = context.req.path.slice(`/${hospital}/locales/`.length);
    const ours = await findFile(join(options.widget, 'locales'), path);
    const theirs = await findFile(join(options.pages, hospital, 'locales'), path);
    const file = theirs ?? ours;
    if (!file) return context.notFound();
    if (!theirs || !ours || !file.endsWith('.json')) return sendFile(context, file, 'no-cache');
    const [below, above] = await Promise.all(
      [ours, theirs].map(async (one) => JSON.parse(await readFile(one, 'utf8'))),
    );
    return context.json(laidOver(below, above), 200, { 'cache-control': 'no-cache' });
  });

  site.get('/*', async (context) => {
    const path = context.req.path.slice(1);
    const file = (await findFile(options.pages, path)) ?? (await findFile(join(options.pages, home), path));
    if (!file) return context.notFound();
    // Without the slash the page's own relative links would miss its folder.
    if (path && file.endsWith(`${sep}index.html`) && !/(^|\/)(index\.html)?$/.test(path)) {
      return context.redirect(`/${path}/`, 301);
    }
    if (!file.endsWith('.html')) return sendFile(context, file, 'no-cache');
    return sendPage(
      context,
      file,
      file.startsWith(join(await realpath(options.pages), 'old') + sep),
      options,
    );
  });
  return site;
}

/** A hospital's own file over ours: what it holds wins, what it does not stays. */
function laidOver(ours: Json, theirs: Json): Json {
  if (!isGroup(ours) || !isGroup(theirs)) return theirs;
  const merged = { ...ours };
  for (const [key, value] of Object.entries(theirs)) {
    const below = Object.hasOwn(ours, key) ? ours[key] : undefined;
    merged[key] = below === undefined ? value : laidOver(below, value);
  }
  return merged;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

function isGroup(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function sendPage(
  context: Context,
  file: string,
  old: boolean,
  options: SiteOptions,
): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  // Byte for byte: the oldest page is in windows-1252, and reading it as UTF-8 would break its letters.
  const text = (await readFile(file)).toString('latin1').replaceAll('__NONCE__', nonce);
  const connect = ["'self'", ...(options.connectTo ?? [])].join(' ');
  return context.body(new Uint8Array(Buffer.from(text, 'latin1')), 200, {
    'content-type': old ? 'text/html; charset=windows-1252' : 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      `script-src 'nonce-${nonce}' 'strict-dynamic'`,
      `connect-src ${connect}`,
      "style-src 'self'",
      "img-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  });
}

async function sendFile(context: Context, file: string, cacheControl: string): Promise<Response> {
  const { size, mtimeMs } = await stat(file);
  const etag = `W/"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  context.header('x-content-type-options', 'nosniff');
  context.header('cache-control', cacheControl);
  context.header('etag', etag);
  if (
    context.req
      .header('if-none-match')
      ?.split(/\s*,\s*/)
      .includes(etag)
  )
    return context.body(null, 304);
  context.header('content-type', types[extname(file).toLowerCase()] ?? 'application/octet-stream');
  return context.body(new Uint8Array(await readFile(file)));
}

/** The real file for a path of a URL, an `index.html` for a folder, or null. Never outside `root`, never a dot file. */
async function findFile(root: string, path: string): Promise<string | null> {
  let names: string[];
  try {
    names = decodeURIComponent(path).split('/').filter(Boolean);
  } catch {
    return null;
  }
  if (names.some((name) => name.startsWith('.') || /[\0\\:]/.test(name))) return null;
  try {
    const realRoot = await realpath(root);
    let file = await realpath(join(realRoot, ...names));
    if ((await stat(file)).isDirectory()) file = await realpath(join(file, 'index.html'));
    return file.startsWith(realRoot + sep) && (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}
