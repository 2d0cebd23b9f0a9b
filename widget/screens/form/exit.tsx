import { lazy } from '../../parts/lazy.tsx';

/** The way out of a screen that others must not see, in a download of its own. */
export const QuickExit = lazy(
  'quick-exit',
  async () => ({ default: (await import('./quick-exit.tsx')).QuickExit }),
  { screen: false },
);
