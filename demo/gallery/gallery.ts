import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { examples } from '../../tests/examples.ts';
import { type BehavioursOptions, createBehaviours } from './behaviours.ts';
import { buildStage } from './build-stage.ts';
import { IndexPage } from './index-page.tsx';
import { StagePage } from './stage-page.tsx';

export type GalleryOptions = BehavioursOptions;

/** One value of each, the first the default. */
export const looks = {
  theme: ['auto', 'light', 'dark'],
  mode: ['launcher', 'inline'],
} as const;

export interface Look {
  theme: (typeof looks.theme)[number];
  mode: (typeof looks.mode)[number];
}

/** Names and directions, as in `languages.json`. */
export type Languages = Readonly<Record<string, { name: string; dir: 'ltr' | 'rtl' }>>;

/**
 * Every state a patient can meet, under `/gallery/`. Needs `/health-help/` beside it.
 * The widget is tried under the strictest policy it promises to work in.
 */
export function createGallery(options: GalleryOptions): Hono {
  const app = new Hono();
  app.get('/gallery', (context) => context.redirect('/gallery/', 301));
  app.route('/gallery', createBehaviours(options));

  app.get('/gallery/', async (context) => {
    const look = lookOf(context.req.query());
    context.header('content-security-policy', policy());
    return context.html(
      `<!doctype html>${IndexPage({ look, languages: await readLanguages(options.widget) })}`,
    );
  });

  app.get('/gallery/stage/', async (context) => {
    const query = context.req.query();
    const name = query.state ?? '';
    const example = Object.hasOwn(examples, name) ? examples[name] : undefined;
    const languages = await readLanguages(options.widget);
    const lang = query.lang ?? 'en';
    if (!example || !Object.hasOwn(languages, lang)) return context.text('There is no such state.', 404);
    const nonce = randomBytes(16).toString('base64');
    context.header('content-security-policy', policy(nonce));
    context.header('cache-control', 'no-store');
    return context.html(`<!doctype html>${StagePage({ example, lang, look: lookOf(query), nonce })}`);
  });

  app.get('/gallery/stage.js', async (context) =>
    context.body(await buildStage(), 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  for (const [path, file] of styles) {
    app.get(`/gallery/${path}`, async (context) =>
      context.body(await readFile(file, 'utf8'), 200, { 'content-type': 'text/css; charset=utf-8' }),
    );
  }
  return app;
}

/** The colours are the widget's own, so that the gallery cannot drift from them. */
const styles = [
  ['gallery.css', new URL('./gallery.css', import.meta.url)],
  ['stage.css', new URL('./stage.css', import.meta.url)],
  ['tokens.css', new URL('../../widget/styles/tokens.css', import.meta.url)],
] as const;

function lookOf(query: Readonly<Record<string, string | undefined>>): Look {
  return {
    theme: looks.theme.find((theme) => theme === query.theme) ?? looks.theme[0],
    mode: looks.mode.find((mode) => mode === query.mode) ?? looks.mode[0],
  };
}

async function readLanguages(widget: string): Promise<Languages> {
  return JSON.parse(await readFile(join(widget, 'locales', 'structure', 'languages.json'), 'utf8'));
}

function policy(nonce?: string): string {
  return [
    "default-src 'none'",
    ...(nonce ? [`script-src 'nonce-${nonce}' 'strict-dynamic'`, "connect-src 'self'"] : []),
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}
