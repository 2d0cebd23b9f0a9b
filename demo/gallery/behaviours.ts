import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Context, Hono } from 'hono';
import type { Behaviour, Example } from '../../tests/examples.ts';
import { problem } from '../receiver/problem.ts';
import { withHostileWords } from './hostile-words.ts';

export interface BehavioursOptions {
  /** Folder of the built widget; its `locales/` are served. */
  widget: string;
  /** Milliseconds until `hangs` answers. Default 60,000. */
  hangsFor?: number | undefined;
}

type LocalesKind = NonNullable<Example['locales']>;

const fullHospital = fileURLToPath(new URL('../site/riverside/hospital.json', import.meta.url));
const reference = 'HH-7K3F2A';

/**
 * The other side of every example: endpoints, `hospital.json` and locale files that behave well, and badly.
 * Paths: `/api/<behaviour>`, `/hospital/<kind>.json`, `/locales/<kind>/…`.
 */
export function createBehaviours({ widget, hangsFor = 60_000 }: BehavioursOptions): Hono {
  const app = new Hono();

  const answers: Readonly<Record<Behaviour, (context: Context) => Response | Promise<Response>>> = {
    ok: (context) => context.json({ reference }, 201),
    'no-reference': (context) => context.body(null, 204),
    html: (context) => context.html('<!doctype html><title>Thank you</title><p>Thank you.', 200),
    redirect: (context) => context.redirect('/gallery/api/elsewhere', 302),
    'server-error': (context) => problem(context, 500),
    busy: (context) => problem(context, 503, { headers: { 'retry-after': '3600' } }),
    refused: (context) => problem(context, 400),
    'field-errors': (context) =>
      problem(context, 422, {
        errors: [
          { field: 'phone', code: 'not-a-phone' },
          { field: 'date', code: 'in-the-past' },
        ],
      }),
    'unknown-field': (context) =>
      problem(context, 422, { errors: [{ field: 'blood-type', code: 'required' }] }),
    hangs: async (context) => {
      await pause(hangsFor, context.req.raw.signal);
      return context.json({ reference }, 201);
    },
  };
  for (const [behaviour, answer] of Object.entries(answers)) app.post(`/api/${behaviour}`, answer);
  // Where `redirect` leads: a widget that follows it shows this number, which no patient may ever see.
  app.all('/api/elsewhere', (context) => context.json({ reference: 'FOLLOWED' }, 201));

  app.get('/hospital/:file', async (context) => {
    const file = context.req.param('file');
    if (file === 'full.json') return json(context, await readFile(fullHospital, 'utf8'));
    if (file === 'minimal.json')
      return json(context, JSON.stringify({ name: 'Mill Street Clinic', phones: { main: '555-0140' } }));
    if (file === 'broken.json') return json(context, '{ "name": "Riverside County Hospital", "phones": ');
    return problem(context, 404);
  });

  app.get('/locales/:kind/*', async (context) => {
    const [, kind, path] = /\/locales\/([^/]+)\/(.+)$/.exec(context.req.path) ?? [];
    const change = localesOf[kind as LocalesKind];
    // Only names of ours: no dot but the last, so that no path leaves the folder.
    if (!path || !change || !/^([\w-]+\/)+[\w-]+\.json$/.test(path)) return problem(context, 404);
    const text = await readFile(join(widget, 'locales', path), 'utf8').catch(() => null);
    const changed = text === null ? null : change(text, path);
    return changed === null ? problem(context, 404) : json(context, changed);
  });
  return app;
}

const isWords = (path: string): boolean => /\/(ui|faq|forms)\.json$/.test(path);
const isEnglish = (path: string): boolean => path.startsWith('en/');

/** What each kind of server makes of a file; null is 404. English is what the others fall back to. */
const localesOf: Readonly<Record<LocalesKind, (text: string, path: string) => string | null>> = {
  ok: (text) => text,
  missing: (text, path) => (isWords(path) ? null : text),
  broken: (text, path) => (isWords(path) && !isEnglish(path) ? text.slice(0, text.length / 2) : text),
  partly: (text, path) => (path.endsWith('/ui.json') && !isEnglish(path) ? withHostileWords(text) : text),
};

function json(context: Context, text: string): Response {
  return context.body(text, 200, { 'content-type': 'application/json; charset=utf-8' });
}

/** Ends early when the patient's browser gives up, and keeps no process alive. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    timer.unref();
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
