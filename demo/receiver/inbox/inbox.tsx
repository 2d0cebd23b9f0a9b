/** @jsxImportSource hono/jsx */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { AuditAction, AuditLog } from '../audit-log.ts';
import { clientAddress, isSecure } from '../client-address.ts';
import type { Database } from '../database.ts';
import type { KnownForms } from '../known-forms.ts';
import { isSameHost } from '../origins.ts';
import { problem } from '../problem.ts';
import { createRateLimit } from '../rate-limit.ts';
import { referencePattern } from '../reference.ts';
import { type RequestStore, requestStates } from '../request-store.ts';
import type { ReceiverHospital } from '../schedule.ts';
import { securityHeaders } from '../security-headers.ts';
import { type DescribeOptions, describeRequest, stateNames } from './describe-request.ts';
import { fhirOf } from './export-fhir.ts';
import { addExports, saved } from './exports.ts';
import { addressOf, type InboxFilter, parseFilter } from './filter.ts';
import type { LanguageNames } from './language-names.ts';
import { Page } from './page.tsx';
import { RequestDetail } from './request-detail.tsx';
import { RequestList } from './request-list.tsx';
import { createSessions, type InboxEnv, isSameSecret } from './sessions.ts';
import { SignInPage } from './sign-in-page.tsx';
import { createSignOnSessions, type SignOn, signedOn } from './sign-on.ts';

export interface InboxOptions {
  store: RequestStore;
  forms: KnownForms;
  languages: LanguageNames;
  hospital: ReceiverHospital;
  audit: AuditLog;
  database: Database;
  /** Opens the inbox where there is no sign-on. */
  password?: string | undefined;
  /** Then nobody gets in by a password. */
  signOn?: SignOn | undefined;
  trustedProxies: number;
  strictTransport: boolean;
  now: () => Date;
}

const perPage = 15;
const triesPerMinute = 10;
const style = readFileSync(new URL('./inbox.css', import.meta.url), 'utf8');
const styleVersion = createHash('sha256').update(style).digest('hex').slice(0, 12);

/** `/inbox`: where staff read requests. Plain pages, links and forms, no script. */
export function createInbox(options: InboxOptions): Hono<InboxEnv> {
  const { store, hospital, audit, signOn, now } = options;
  const sessions = createSessions(options.database, () => now().getTime());
  const signOnSession = createSignOnSessions(options.database);
  const note = (
    context: Context<InboxEnv>,
    action: AuditAction,
    more: { reference?: string; detail?: string } = {},
  ): Promise<void> => audit.write({ at: now(), who: context.get('session').who, action, ...more });
  const tries = createRateLimit(triesPerMinute, () => now().getTime());
  const frame = { hospitalName: hospital.name, styleVersion };
  const inbox = new Hono<InboxEnv>();

  const show = (context: Context, page: Child, status: 200 | 403 | 404 | 422 | 429 = 200) =>
    context.html(html`<!doctype html>${page}`, status);
  const describing = (): DescribeOptions => ({ ...options, now: now() });
  const cookieName = (context: Context): string =>
    isSecure(context, options.trustedProxies) ? '__Secure-inbox' : 'inbox';
  const putCookie = (context: Context, value: string, maxAge?: number): void =>
    setCookie(context, cookieName(context), value, {
      path: '/inbox',
      httpOnly: true,
      sameSite: 'Strict',
      secure: isSecure(context, options.trustedProxies),
      ...(maxAge === undefined ? {} : { maxAge }),
    });

  for (const path of ['/inbox', '/inbox/*']) {
    inbox.use(
      path,
      securityHeaders({
        contentSecurityPolicy:
          "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        referrerPolicy: 'same-origin',
        strictTransport: options.strictTransport,
      }),
      bodyLimit({ maxSize: 16_384, onError: (context) => problem(context, 413) }),
      async (context, next) => {
        if (context.req.method === 'POST' && !isFromOurPages(context)) {
          return context.text('This form was not sent from the inbox.', 403);
        }
        await next();
      },
    );
  }

  const notSignedOn = (context: Context) =>
    show(
      context,
      <Page {...frame} title="Not signed in">
        <main id="main" class="narrow" tabindex={-1}>
          <h1>You are not signed in</h1>
          <p>Open the inbox through your hospital’s own sign-on.</p>
        </main>
      </Page>,
      403,
    );

  inbox.get('/inbox/inbox.css', (context) => {
    context.header('cache-control', 'public, max-age=31536000, immutable');
    return context.body(style, 200, { 'content-type': 'text/css; charset=utf-8' });
  });

  if (!signOn) {
    inbox.get('/inbox/sign-in', (context) =>
      show(context, <SignInPage {...frame} next={safeNext(context.req.query('next'))} />),
    );
    inbox.post('/inbox/sign-in', async (context) => {
      const form = await context.req.parseBody();
      const next = safeNext(form.next);
      const client = clientAddress(context, options.trustedProxies);
      const wait = tries.take(client);
      if (wait) {
        context.header('retry-after', String(wait));
        return show(context, <SignInPage {...frame} next={next} problem="wait" />, 429);
      }
      const password = form.password;
      if (typeof password !== 'string' || !isSameSecret(password, options.password ?? '')) {
        await audit.write({ at: now(), who: 'unknown', action: 'sign-in refused' });
        return show(context, <SignInPage {...frame} next={next} problem="wrong" />, 422);
      }
      // A whole hospital may share one address: only wrong passwords count.
      tries.giveBack(client);
      const secret = await sessions.start();
      const session = await sessions.find(secret);
      await audit.write({ at: now(), who: session?.who ?? 'unknown', action: 'sign-in' });
      putCookie(context, secret);
      return context.redirect(next, 303);
    });
  }

  // Everything below needs a session.
  for (const path of ['/inbox', '/inbox/*']) {
    inbox.use(path, async (context, next) => {
      const who = signOn && signedOn(context, signOn);
      if (signOn && !who) return notSignedOn(context);
      const session = who
        ? await signOnSession(who)
        : await sessions.find(getCookie(context, cookieName(context)));
      if (!session) {
        const { pathname, search } = new URL(context.req.url);
        const from =
          context.req.method === 'GET' ? `?${new URLSearchParams({ next: pathname + search })}` : '';
        return context.redirect(`/inbox/sign-in${from}`, 303);
      }
      context.set('session', session);
      if (context.req.method === 'POST') {
        const { token } = await context.req.parseBody();
        if (typeof token !== 'string' || !isSameSecret(token, session.formToken)) {
          return context.text('This form is too old. Go back, load the page again and repeat.', 403);
        }
      }
      await next();
    });
  }

  inbox.post('/inbox/sign-out', async (context) => {
    await note(context, 'sign-out');
    await sessions.end(getCookie(context, cookieName(context)));
    putCookie(context, '', 0);
    return context.redirect('/inbox/sign-in', 303);
  });

  inbox.get('/inbox', async (context) => {
    const filter = parseFilter(context.req.query());
    await note(context, 'list', { detail: addressOf('', filter).slice(1) });
    const list = await readList(options, filter, describing());
    const pageWords = filter.page > 1 ? `, page ${filter.page}` : '';
    const title = `${stateNames[filter.state]} requests (${list.counts[filter.state]})${pageWords}`;
    return show(
      context,
      <Page {...frame} session={context.get('session')} title={title}>
        <div class="panes">
          <main id="main" class="list-pane" tabindex={-1}>
            <h1 class="hidden">{title}</h1>
            <RequestList {...list} filter={filter} />
          </main>
          <aside class="detail-pane choose" aria-label="Request">
            <p>{list.requests.length ? 'Choose a request to read it here.' : 'No request to read.'}</p>
          </aside>
        </div>
      </Page>,
    );
  });

  addExports(inbox, { ...options, note });

  const requestNotFound = (context: Context<InboxEnv>) =>
    show(
      context,
      <Page {...frame} session={context.get('session')} title="Not found">
        <main id="main" class="narrow" tabindex={-1}>
          <h1>Nothing is here</h1>
          <p>The request may have been deleted, or the number may be mistyped.</p>
          <p>
            <a href="/inbox">All new requests</a>
          </p>
        </main>
      </Page>,
      404,
    );

  inbox.get('/inbox/:reference/fhir', async (context) => {
    const reference = context.req.param('reference');
    const row = referencePattern.test(reference) ? await store.find(reference) : undefined;
    if (!row) return requestNotFound(context);
    await note(context, 'export', { reference, detail: 'fhir' });
    return saved(context, fhirOf(row, hospital.fhir ?? {}), `${reference}.json`, 'application/fhir+json');
  });

  inbox.get('/inbox/:reference', async (context) => {
    const reference = context.req.param('reference');
    const row = referencePattern.test(reference) ? await store.find(reference) : undefined;
    if (!row) return requestNotFound(context);
    // Before it is shown: what cannot be noted is not read.
    await note(context, 'read', { reference });
    const query = context.req.query();
    // Without a list to come from, the one it is in.
    const filter = parseFilter({ state: row.state, ...query });
    const list = await readList(options, filter, describing());
    const request = describeRequest(row, describing());
    const { changed } = query;
    return show(
      context,
      <Page
        {...frame}
        session={context.get('session')}
        title={`${request.title}, ${reference}, ${stateNames[row.state].toLowerCase()}`}
      >
        <div class="panes one-open">
          <section class="list-pane" aria-label="List of requests">
            <RequestList {...list} filter={filter} open={reference} />
          </section>
          <main id="main" class="detail-pane" tabindex={-1}>
            <p class="back">
              <a href={addressOf('/inbox', filter)}>Back to the list</a>
            </p>
            <RequestDetail
              request={request}
              filter={filter}
              session={context.get('session')}
              changed={changed === 'yes' || changed === 'no' ? changed : undefined}
              staffLanguage={hospital.language ?? 'en'}
            />
          </main>
        </div>
      </Page>,
    );
  });

  inbox.post('/inbox/:reference/state', async (context) => {
    const reference = context.req.param('reference');
    const form = await context.req.parseBody();
    const from = requestStates.find((state) => state === form.from);
    const to = requestStates.find((state) => state === form.to);
    if (!from || !to || !referencePattern.test(reference) || !(await store.find(reference))) {
      return requestNotFound(context);
    }
    const moved = await store.move(reference, from, to, now(), context.get('session').who);
    const query = new URLSearchParams(typeof form.list === 'string' ? form.list : '');
    const address = addressOf(`/inbox/${reference}`, parseFilter(Object.fromEntries(query)));
    return context.redirect(`${address}&changed=${moved ? 'yes' : 'no'}`, 303);
  });

  inbox.all('/inbox/*', requestNotFound);
  return inbox;
}

async function readList(
  { store, forms, languages }: InboxOptions,
  filter: InboxFilter,
  describing: DescribeOptions,
) {
  const [counts, rows, facets] = await Promise.all([
    store.count(filter),
    store.list(filter, { offset: (filter.page - 1) * perPage, limit: perPage }),
    store.facets(),
  ]);
  return {
    counts,
    pages: Math.max(1, Math.ceil(counts[filter.state] / perPage)),
    requests: rows.map((row) => describeRequest(row, describing)),
    forms: facets.forms.map((form) => ({ value: form, name: forms.get(form)?.name ?? form })),
    languages: facets.languages
      .map((tag) => ({ value: tag, name: languages.nameOf(tag) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
  };
}

/**
 * A second wall behind `SameSite`: browsers say where a form was sent from. A client that says nothing is no browser a
 * stranger's page could use.
 */
function isFromOurPages(context: Context): boolean {
  const origin = context.req.header('origin');
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  return origin === undefined || isSameHost(origin, context.req.header('host'));
}

/** Only pages of the inbox: never an address someone else wrote into the link. */
function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/inbox(\/[A-Za-z0-9.-]*)?(\?[\w=&%.-]*)?$/.test(next)
    ? next
    : '/inbox';
}
