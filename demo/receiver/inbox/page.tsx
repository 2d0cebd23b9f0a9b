/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { Sign } from './icons.tsx';
import type { Session } from './sessions.ts';

export interface PageOptions {
  /** Most particular first; the hospital's name is added. */
  title: string;
  hospitalName: string;
  /** Changes with the file, so that a browser never pairs old styles with a new page. */
  styleVersion: string;
  /** None: nobody is signed in. */
  session?: Session | undefined;
}

/** The frame of every inbox page. It runs no script at all. */
export function Page({ children, ...options }: PageOptions & { children?: Child }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${options.title} – ${options.hospitalName}`}</title>
        <link rel="stylesheet" href={`/inbox/inbox.css?${options.styleVersion}`} />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to main content
        </a>
        <header class="band">
          <a class="brand" href="/inbox">
            <Sign />
            Requests
          </a>
          <span class="hospital">{options.hospitalName}</span>
          {options.session && !options.session.canSignOut && (
            <bdi class="hospital">{options.session.who}</bdi>
          )}
          {options.session?.canSignOut && (
            <form class="sign-out" method="post" action="/inbox/sign-out">
              <FormToken session={options.session} />
              <button type="submit">Sign out</button>
            </form>
          )}
        </header>
        {children}
      </body>
    </html>
  );
}

/** Proves that a form came from one of our pages. */
export function FormToken({ session }: { session: Session }) {
  return <input type="hidden" name="token" value={session.formToken} />;
}
