import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { createAuditLog } from './audit-log.ts';
import type { Database } from './database.ts';
import { createInbox } from './inbox/inbox.tsx';
import { loadLanguageNames } from './inbox/language-names.ts';
import type { SignOn } from './inbox/sign-on.ts';
import type { PrivateKeys } from './keys/private-keys.ts';
import { type KnownForms, loadKnownForms } from './known-forms.ts';
import type { AllowedOrigins } from './origins.ts';
import { ProblemError, problem } from './problem.ts';
import { createRateLimit } from './rate-limit.ts';
import { receiveRequest } from './receive-request.ts';
import { requestLog } from './request-log.ts';
import { createRequestStore } from './request-store.ts';
import type { ReceiverHospital } from './schedule.ts';
import { fallbackHeaders, securityHeaders } from './security-headers.ts';

export interface ReceiverOptions {
  /** From `openDatabase`; the caller closes it. */
  database: Database;
  /** Opens the inbox. Without one, and without `signOn`, there is no inbox. */
  password?: string | undefined;
  /** A reverse proxy says who staff are; nobody gets in by a password then. */
  signOn?: SignOn | undefined;
  /** Open what was sealed in the browser. Default: none, and nothing sealed is taken. */
  keys?: PrivateKeys | undefined;
  /** True once the server is about to stop: `/ready` says so. */
  isStopping?: (() => boolean) | undefined;
  /** The forms accepted. Default: those in this project's `locales/`. */
  forms?: KnownForms | undefined;
  hospital?: ReceiverHospital | undefined;
  /** Pages that may send. Default: any on this machine. */
  allowedOrigins?: AllowedOrigins | undefined;
  /** Submissions a minute and client; 0 is no limit. Default 60. */
  rateLimit?: number | undefined;
  /** Proxies of the hospital's own in front of this server. Default 0: `X-Forwarded-*` is not believed. */
  trustedProxies?: number | undefined;
  /** Sends `Strict-Transport-Security`. Default false; for https that is not on this machine. */
  strictTransport?: boolean | undefined;
  /** Gets one line per request, and the place of an unexpected failure. Default: nothing is logged. */
  log?: ((line: string) => void) | undefined;
  now?: (() => Date) | undefined;
}

const ownLocales = fileURLToPath(new URL('../../locales/', import.meta.url));

/** `/api/requests`, `/inbox`, `/health`, `/ready` and `/healthz` as one Hono app. It opens no port and starts nothing by itself. */
export function createApp(options: ReceiverOptions): Hono {
  const now = options.now ?? (() => new Date());
  const log = options.log ?? (() => undefined);
  const store = createRequestStore(options.database);
  const forms = options.forms ?? loadKnownForms(ownLocales);
  const hospital = options.hospital ?? { name: 'Hospital', timeZone: 'UTC' };
  const trustedProxies = options.trustedProxies ?? 0;
  const app = new Hono();

  app.use(requestLog(log), fallbackHeaders);
  for (const path of ['/api/*', '/health', '/ready', '/healthz']) {
    app.use(
      path,
      securityHeaders({
        contentSecurityPolicy:
          "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        referrerPolicy: 'no-referrer',
        strictTransport: options.strictTransport ?? false,
      }),
    );
  }
  app.route(
    '/',
    receiveRequest({
      store,
      forms,
      hospital,
      allowedOrigins: options.allowedOrigins ?? 'loopback',
      rateLimit: createRateLimit(options.rateLimit ?? 60, () => now().getTime()),
      trustedProxies,
      keys: options.keys ?? [],
      now,
    }),
  );
  // Alive, whatever the database does: a restart would not mend that.
  app.get('/health', (context) => context.json({ status: 'ok' }));
  for (const path of ['/ready', '/healthz']) {
    app.get(path, async (context) => {
      try {
        if (options.isStopping?.()) return problem(context, 503, { detail: 'This instance is stopping.' });
        await store.ping();
      } catch {
        return problem(context, 503);
      }
      return context.json({ status: 'ok' });
    });
  }
  for (const path of ['/health', '/ready', '/healthz'])
    app.all(path, (context) => problem(context, 405, { headers: { allow: 'GET, HEAD' } }));
  if (options.password || options.signOn) {
    app.route(
      '/',
      createInbox({
        store,
        forms,
        languages: loadLanguageNames(ownLocales),
        hospital,
        audit: createAuditLog(options.database),
        database: options.database,
        password: options.password,
        signOn: options.signOn,
        trustedProxies,
        strictTransport: options.strictTransport ?? false,
        now,
      }),
    );
  }

  app.notFound((context) => problem(context, 404));
  app.onError((error, context) => {
    if (error instanceof ProblemError) return problem(context, error.status as 400, error.extra);
    if (error instanceof HTTPException) return problem(context, error.status as 400);
    // The name of the error and where it happened, not its message: a database quotes values in messages.
    const place = /\bat .*?([\w.-]+\.tsx?:\d+)/.exec(error.stack ?? '')?.[1] ?? 'unknown place';
    log(`failed: ${error.name} at ${place}`);
    return problem(context, 500);
  });
  return app;
}
