/** @jsxImportSource hono/jsx */
import { Icon } from './icons.tsx';
import { Page, type PageOptions } from './page.tsx';

const problems = {
  wrong: 'The password is not right. Try again.',
  wait: 'Too many tries. Wait a minute, then try again.',
} as const;

export interface SignInOptions extends Omit<PageOptions, 'title' | 'session'> {
  /** Where to go afterwards; a path of the inbox. */
  next: string;
  problem?: keyof typeof problems | undefined;
}

export function SignInPage({ next, problem, ...page }: SignInOptions) {
  return (
    <Page {...page} title={problem ? 'Error: Sign in' : 'Sign in'}>
      <main id="main" class="narrow" tabindex={-1}>
        <h1>Sign in to the inbox</h1>
        <p class="soft">For hospital staff. Requests hold what patients told us in confidence.</p>
        <form method="post" action="/inbox/sign-in">
          <input type="hidden" name="next" value={next} />
          <div class={problem ? 'question has-error' : 'question'}>
            <label for="password">Password</label>
            {problem && (
              <p class="error" id="password-error">
                <Icon name="alert" />
                <span>
                  <b>Error:</b> {problems[problem]}
                </span>
              </p>
            )}
            <input
              id="password"
              name="password"
              type="password"
              autocomplete="current-password"
              aria-invalid={problem ? 'true' : undefined}
              aria-describedby={problem ? 'password-error' : undefined}
              autofocus={Boolean(problem)}
            />
          </div>
          <button class="main-button" type="submit">
            Sign in
          </button>
        </form>
      </main>
    </Page>
  );
}
