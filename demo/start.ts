import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGallery } from './gallery/gallery.ts';
import { createApp } from './receiver/app.ts';
import { openDatabase } from './receiver/database.ts';
import { startKeepPeriod } from './receiver/keep-period.ts';
import { loadHospital } from './receiver/load-hospital.ts';
import { createRequestStore } from './receiver/request-store.ts';
import { serve } from './receiver/serve.ts';
import { readSettings, SettingsError } from './receiver/settings.ts';
import { createSite } from './site-server.ts';

/** Starts everything on one port: hospital pages, the built widget, the receiver and the inbox. */
async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const here = fileURLToPath(new URL('.', import.meta.url));
  const widget = join(here, '..', 'dist');
  const say = (line: string): void => console.log(line);
  const hospital = loadHospital(
    settings.hospitalFile ?? join(here, 'site', 'riverside', 'hospital.json'),
    say,
  );
  const database = await openDatabase({ url: settings.databaseUrl, dataDir: resolve(settings.dataDir) });
  const app = createApp({
    database,
    hospital,
    password: settings.password,
    allowedOrigins: settings.allowedOrigins,
    rateLimit: settings.rateLimit,
    trustedProxies: settings.trustedProxies,
    strictTransport: !settings.loopback && settings.trustedProxies > 0,
    log: say,
  });
  app.route('/', createGallery({ widget }));
  app.route('/', createSite({ pages: join(here, 'site'), widget, connectTo: settings.widgetOrigins }));
  const server = await serve(app, settings);
  const stopDeleting = startKeepPeriod(createRequestStore(database), hospital, say);

  const password = settings.passwordMade
    ? `password ${settings.password}, made for this start`
    : 'password from INBOX_PASSWORD';
  say(`
  Hospital page  ${server.url}/
  Every state    ${server.url}/gallery/
  Inbox          ${server.url}/inbox  (${password})
  Receiver       ${server.url}/api/requests
  Widget files   ${server.url}/health-help/
  Health check   ${server.url}/healthz

  Requests are kept in ${settings.databaseUrl ? 'PostgreSQL' : resolve(settings.dataDir)}. Stop with Ctrl+C.
`);

  if (!settings.loopback && settings.password.length < 12) {
    say('  Warning: INBOX_PASSWORD has fewer than 12 characters, and other machines can reach the inbox.');
  }

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    stopDeleting();
    await server.close();
    await database.destroy();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

start().catch((error: unknown) => {
  if (error instanceof SettingsError) console.error(error.message);
  else if ((error as { code?: string }).code === 'EADDRINUSE') {
    console.error('The port is taken. Set PORT to another one.');
  } else console.error(error);
  process.exit(1);
});
