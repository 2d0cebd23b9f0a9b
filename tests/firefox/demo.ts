import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from '../../demo/receiver/app.ts';
import { openDatabase } from '../../demo/receiver/database.ts';
import { loadHospital } from '../../demo/receiver/load-hospital.ts';
import { serve } from '../../demo/receiver/serve.ts';
import { createSite } from '../../demo/site-server.ts';
import type { Submission } from '../../widget/contract/submission.ts';
import { strictPolicy } from '../browser/serve.ts';

export interface Demo {
  /** Without a slash. */
  url: string;
  /** Every request the hospital has, oldest first. */
  received(): Promise<readonly { reference: string; submission: Submission }[]>;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * What `npm start` starts, on a free port with a database of its own, and one page more: `/strict/`, the strictest page
 * we promise to work in.
 * @throws when the widget was not built
 */
export async function startDemo(): Promise<Demo> {
  const widget = join(root, 'dist');
  if (!existsSync(join(widget, 'health-help.js')))
    throw new Error('There is no dist/: run npm run build first');
  const dataDir = await mkdtemp(join(tmpdir(), 'health-help-firefox-'));
  const pages = join(root, 'demo', 'site');
  const database = await openDatabase({ dataDir });
  const hospital = loadHospital(join(pages, 'riverside', 'hospital.json'), () => undefined);
  const app = createApp({ database, hospital, rateLimit: 0 });
  app.get('/strict/', (context) =>
    context.body(strictPage, 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': strictPolicy(context.req.url),
    }),
  );
  app.route('/', createSite({ pages, widget }));
  const server = await serve(app, { host: '127.0.0.1', port: 0 });
  return {
    url: server.url,
    async received() {
      const rows = await database.selectFrom('requests').selectAll().orderBy('received_at').execute();
      return rows.map(({ reference, body }) => ({ reference, submission: JSON.parse(body) }));
    },
    async close() {
      await server.close();
      await database.destroy();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The nonce is that of `strictPolicy`. */
const strictPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Strict</title>
<meta name="viewport" content="width=device-width">
<script async nonce="r4nd0m" src="/health-help/health-help.js" data-endpoint="/api/requests"
  data-config="/riverside/hospital.json"></script>
<body><h1>Strict</h1><p><a id="link" href="#health-help/faq">Questions</a></p></body></html>`;
