import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { createGallery } from '../../demo/gallery/gallery.ts';
import { serve } from '../../demo/receiver/serve.ts';
import { createSite } from '../../demo/site-server.ts';
import { buildAll, root } from '../../widget/build/build-all.ts';

/** What a test needs to know of the gallery, in the environment because workers are processes of their own. */
export const galleryUrl = (): string => {
  const url = process.env.GALLERY_URL;
  if (!url) throw new Error('The gallery is not running.');
  return url;
};

/**
 * Builds the widget into a folder of its own, so that nobody's `dist/` changes under the tests, and serves the gallery
 * with it on a free port.
 * @returns ends it
 */
export default async function serveGallery(): Promise<() => Promise<void>> {
  const widget = `${await mkdtemp(join(tmpdir(), 'health-help-'))}/`;
  await buildAll({ dist: widget });
  const app = new Hono();
  app.route('/', createGallery({ widget }));
  app.route('/', createSite({ pages: `${root}demo/site`, widget }));
  const server = await serve(app, { host: '127.0.0.1', port: 0 });
  process.env.GALLERY_URL = server.url;
  process.env.GALLERY_WIDGET = widget;
  return async () => {
    await server.close();
    await rm(widget, { recursive: true });
  };
}
