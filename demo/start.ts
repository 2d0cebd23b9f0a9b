import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGallery } from './gallery/gallery.ts';
import { createApp } from './receiver/app.ts';
import { createAuditLog } from './receiver/audit-log.ts';
import { openDatabase } from './receiver/database.ts';
import { startKeepPeriod } from './receiver/keep-period.ts';
import { readPrivateKeys } from './receiver/keys/private-keys.ts';
import { loadKnownForms } from './receiver/known-forms.ts';
import { loadHospital } from './receiver/load-hospital.ts';
import { createRequestStore } from './receiver/request-store.ts';
import { serve } from './receiver/serve.ts';
import { readSettings, SettingsError } from './receiver/settings.ts';
import { createSite } from './site-server.ts';

/** Starts everything on one port: hospital pages, the built widget, the receiver and the inbox. */
async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const keys = readPrivateKeys(process.env.SEALING_KEY);
  const here = fileURLToPath(new URL('.', import.meta.url));
  const widget = join(here, '..', 'dist');
  const say = (line: string): void => console.log(line);
  const hospital = loadHospital(
    settings.hospitalFile ?? join(here, 'site', 'riverside', 'hospital.json'),
    say,
  );
  const database = await openDatabase({ url: settings.databaseUrl, dataDir: resolve(settings.dataDir) });
  let stopping = false;
  const app = createApp({
    database,
    keys,
    signOn: settings.signOn,
    isStopping: () => stopping,
    hospital,
    forms: loadKnownForms(join(here, '..', 'locales'), join(here, 'site', 'riverside', 'locales')),
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
  const stopDeleting = startKeepPeriod(
    { store: createRequestStore(database), audit: createAuditLog(database) },
    hospital,
    { byForm: settings.keptByForm, audit: settings.auditKeptForDays },
    say,
  );

  const password = settings.signOn
    ? `who you are comes from ${settings.signOn.header}`
    : settings.passwordMade
      ? `password ${settings.password}, made for this start`
      : 'password from INBOX_PASSWORD';
  say(`
  Hospital page  ${server.url}/
  Every state    ${server.url}/gallery/
  Inbox          ${server.url}/inbox  (${password})
  Receiver       ${server.url}/api/requests
  Widget files   ${server.url}/health-help/
  Health check   ${server.url}/health and ${server.url}/ready

  ${keys.length ? 'Sealed requests are opened.' : 'Sealed requests are not taken: SEALING_KEY is not set.'}

  Requests are kept in ${settings.databaseUrl ? 'PostgreSQL' : resolve(settings.dataDir)}. Stop with Ctrl+C.
`);

  if (!settings.loopback && !settings.signOn && settings.password.length < 12) {
    say('  Warning: INBOX_PASSWORD has fewer than 12 characters, and other machines can reach the inbox.');
  }

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
