import type { App } from '../parts/app-context.ts';
import { forgetAnswers } from '../screens/form/requests.ts';
import { watchIdle } from './watch-idle.ts';

/** Milliseconds without a touch or a key until the reader is asked, and from then until everything is deleted. */
const warnAfter = 120_000;
const clearAfter = 60_000;

/**
 * For a device that others use too: after three minutes without a sign of anybody, nothing is left of what was done here.
 * A minute before, the reader is asked, and one press is enough to go on.
 * @returns ends it
 */
export function watchSharedDevice(app: App): () => void {
  const { store, host } = app;
  const clear = (): void => {
    forgetAnswers(app);
    store.dispatch({ type: 'forget' });
    if (store.getState().isOpen) app.close(true);
  };
  const watch = watchIdle({
    warnAfter,
    clearAfter,
    setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
    clearTimeout: (timer) => clearTimeout(timer as number),
    warn: () => {
      if (!store.getState().isOpen) return;
      void app.need('forms').then(() => app.go({ name: 'still-there' }));
    },
    clear,
  });
  const onSign = (): void => {
    // Asked, only an answer counts: somebody who walks past and touches the screen is not the reader.
    if (store.getState().screen.name !== 'still-there') watch.sign();
  };
  const signs = ['pointerdown', 'keydown', 'input'] as const;
  for (const sign of signs) host.root.addEventListener(sign, onSign, true);
  let { name } = store.getState().screen;
  const stop = store.subscribe(({ screen }) => {
    if (name === 'still-there' && screen.name !== name) watch.sign();
    name = screen.name;
  });
  // Brought back by Back from the browser's memory, maybe for somebody else.
  const onShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) clear();
  };
  addEventListener('pageshow', onShow);
  watch.sign();
  return () => {
    watch.end();
    stop();
    for (const sign of signs) host.root.removeEventListener(sign, onSign, true);
    removeEventListener('pageshow', onShow);
  };
}
