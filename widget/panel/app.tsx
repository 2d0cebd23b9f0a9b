import type { ComponentType, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { useApp } from '../parts/app-context.ts';
import { lazy } from '../parts/lazy.tsx';
import { Home } from '../screens/home/home.tsx';
import type { Screen } from '../state/state.ts';
import { Frame } from './frame.tsx';

const AfterSend = lazy('sending', async () => ({
  default: (await import('../screens/form/sending.tsx')).AfterSend,
}));

/** Screens of the first download, and the chunks of the rest. */
const screens: Readonly<Record<Screen['name'], ComponentType>> = {
  home: Home,
  language: lazy('language', async () => ({
    default: (await import('../screens/language/language.tsx')).Language,
  })),
  rights: lazy('rights', async () => ({ default: (await import('../screens/rights/rights.tsx')).Rights })),
  faq: lazy('faq', async () => ({ default: (await import('../screens/faq/faq.tsx')).Faq })),
  more: lazy('more', async () => ({ default: (await import('../screens/home/more.tsx')).More })),
  forms: lazy('form', async () => ({ default: (await import('../screens/form/form.tsx')).Form })),
  receipt: AfterSend,
  'not-sent': AfterSend,
  leave: AfterSend,
  clear: AfterSend,
  'still-there': AfterSend,
};

/**
 * The screen the state names, in the frame. A new visit is a new screen, so nothing of the old one stays; from question
 * to question of a form only what is pressed to go on does.
 */
export function AppView(): VNode {
  const { app, state } = useApp();
  const inForm = state.screen.name === 'forms';
  useEffect(() => {
    if (inForm) void AfterSend.preload(app.host);
  }, [inForm]);
  const { screen, visit } = state;
  const View = screens[screen.name];
  return (
    <Frame>
      <View key={screen.name === 'forms' ? screen.form : visit} />
    </Frame>
  );
}
