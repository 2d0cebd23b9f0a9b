import { render } from 'preact';
import type { Panel, PanelHost, PanelOptions, StartPanel } from '../contract/panel.ts';
import { type Announcer, createAnnouncer } from '../parts/announcer.ts';
import { type App, AppContext } from '../parts/app-context.ts';
import { loadChunk } from '../parts/load-chunk.ts';
import { makeModal } from '../parts/modal.ts';
import { followReaderSize } from '../parts/reader-size.ts';
import { adoptStyles } from '../parts/styles.ts';
import type { State } from '../state/state.ts';
import baseCss from '../styles/base.css?inline';
import tokensCss from '../styles/tokens.css?inline';
import { AppView } from './app.tsx';
import { createApp } from './create-app.ts';
import { createFrame } from './create-frame.ts';
import { screenNamed } from './screens.ts';

/** Below this the panel fills the screen and is a modal dialog. `em` follows the reader's own text size. */
const smallScreen = '(max-width: 40em), (max-height: 30em)';

/**
 * Milliseconds between a screen that goes and the focus on the heading of the next. In one update, Chromium leaves the
 * removal out of what it tells a screen reader, and Orca is silent: it takes the heading for where it already was
 * (Orca 43.1, Chromium 156).
 */
const afterRemoval = 100;
/** Milliseconds a screen may take to come before focus waits for it on the panel's title. */
const patience = 300;

/** What had the focus is gone. */
const focusIsLost = (): boolean => document.activeElement === document.body;

/** Starts the panel in the loader's container, closed. Resolves when it can be opened. */
export const startPanel: StartPanel = async (host: PanelHost, handedOver?: unknown): Promise<Panel> => {
  adoptStyles(host, tokensCss);
  adoptStyles(host, baseCss);
  const frame = createFrame(host.container);
  const announcer: Announcer = createAnnouncer(frame.polite, frame.assertive, {
    now: () => performance.now(),
    setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
    clearTimeout: (timer) => clearTimeout(timer as number),
  });
  const small = matchMedia(smallScreen);
  const inline = host.options.mode === 'inline';
  let endModal: (() => void) | undefined;
  let opener: HTMLElement | null = null;
  /** The reader moved: the next heading takes focus. */
  let moved = false;
  let shown: (() => void) | undefined;
  /** What is to have the focus on the screen that came. */
  let waiting: HTMLElement | undefined;
  const enter = (isLate: boolean): void => {
    const heading = waiting;
    waiting = undefined;
    // The screen went before it was entered: the next one has the focus.
    if (!heading?.isConnected) return;
    const { screen, scroll } = app.store.getState();
    const title = frame.title();
    // Whoever went on meanwhile is left there.
    const isFree = !isLate || focusIsLost() || host.root.activeElement === title;
    if (moved && isFree) {
      // At home the panel says its own name first; elsewhere the screen's heading says where the reader is.
      const target = opening && screen.name === 'home' ? (title ?? heading) : heading;
      opening = false;
      target.focus({ preventScroll: scroll > 0 });
      announcer.focusMoved();
    }
    moved = false;
    shown?.();
    shown = undefined;
  };

  const app: App = await createApp(
    host,
    {
      announcer,
      refresh: () => draw(),
      scrollTop: () => frame.scroller()?.scrollTop ?? 0,
      onShown: (heading, always) => {
        const { scroll } = app.store.getState();
        const scroller = frame.scroller();
        if (scroller) scroller.scrollTop = scroll;
        if (always) moved = true;
        // What went wrong has it, before the heading.
        else if (waiting?.isConnected) return;
        waiting = heading;
        if (moved && focusIsLost()) setTimeout(enter, afterRemoval, true);
        else enter(false);
      },
      onClosed: () => hide(),
    },
    handedOver as State | undefined,
  );
  let opening = false;
  let visit = app.store.getState().visit;

  const draw = (): void => {
    const { dir = 'ltr' } = app.languages[app.words.language] ?? {};
    frame.setLanguage(app.words.language, dir);
    host.setLauncher(app.store.getState().isOpen ? { ...launcherWord(), dir } : null);
    render(
      <AppContext.Provider value={{ app, state: app.store.getState() }}>
        <AppView />
      </AppContext.Provider>,
      frame.view,
    );
  };
  const launcherWord = (): { text: string; lang: string } => {
    const own = app.words.text('panel.close-help');
    const { text, lang } = own.text ? own : app.words.text('panel.close');
    return { text, lang: lang ?? app.words.language };
  };

  const show = (): void => {
    frame.show({ inline, small: small.matches, position: host.options.position, theme: host.options.theme });
    if (!inline && small.matches && !endModal) endModal = makeModal(host.element, frame.root);
    if (!small.matches) {
      endModal?.();
      endModal = undefined;
    }
  };
  const hide = (): void => {
    endModal?.();
    endModal = undefined;
    announcer.clear();
    frame.hide();
    draw();
    host.notify({ type: 'close' });
    const back = opener?.isConnected ? opener : host.root.querySelector<HTMLElement>('[part~=launcher]');
    back?.focus();
    opener = null;
  };
  const onResize = (): void => {
    if (app.store.getState().isOpen) show();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || inline) return;
    event.preventDefault();
    app.close();
  };
  const stopSize = followReaderSize(frame.root, frame.probe);
  small.addEventListener('change', onResize);
  frame.root.addEventListener('keydown', onKeyDown);
  const stop = app.store.subscribe((state) => {
    if (state.visit !== visit) {
      visit = state.visit;
      moved = true;
    }
    draw();
    if (moved && state.isOpen)
      setTimeout(() => moved && !waiting && focusIsLost() && frame.title()?.focus(), patience);
  });
  const accent =
    getComputedStyle(host.element).getPropertyValue('--health-help-accent').trim() || app.hospital.accent;
  if (accent) {
    const load = () => import('./accent.ts');
    // Without it the panel has our colours: readable all the same.
    await loadChunk(host, 'accent', load).then(
      ({ applyAccent }) => applyAccent(host, accent, frame.root),
      () => undefined,
    );
  }
  let stopWatching: (() => void) | undefined;
  if (host.options.sharedDevice) {
    void loadChunk(host, 'shared-device', () => import('./shared-device.ts')).then(
      ({ watchSharedDevice }) => {
        stopWatching = watchSharedDevice(app);
      },
      (error: unknown) => app.report('chunk-failed', String(error)),
    );
  }
  draw();
  // What an earlier page sealed and could not send, or an earlier panel of this element has under way, goes on.
  if (host.options.endpointKey || handedOver)
    loadChunk(host, 'delivery', () => import('../screens/form/delivery.ts')).then(
      ({ resume }) => resume(app),
      () => undefined,
    );
  if (inline || app.store.getState().isOpen) show();

  return {
    get isOpen() {
      return inline || app.store.getState().isOpen;
    },
    open(name, from) {
      const target = name === undefined ? undefined : screenNamed(name, app.structure);
      if (name !== undefined && !target) {
        app.report('screen-unknown', `open("${name}"): there is no such screen. Showing the first one.`);
      }
      const current = app.store.getState();
      if (!current.isOpen && from) opener = from;
      const here = current.isOpen || name === undefined ? current.screen : { name: 'home' as const };
      return new Promise((resolve) => {
        shown = resolve;
        opening = !current.isOpen;
        if (!inline && !current.isOpen) show();
        app.store.dispatch({ type: 'opened', screen: target ?? here });
        if (!current.isOpen) host.notify({ type: 'open' });
      });
    },
    close: async () => inline || !app.store.getState().isOpen || app.close(),
    update(options: PanelOptions) {
      if (options.lang && options.lang !== app.words.language && app.languages[options.lang]) {
        void app.chooseLanguage(options.lang);
      }
      if (app.store.getState().isOpen || inline) show();
      draw();
    },
    state: () => app.store.getState(),
    destroy() {
      endModal?.();
      stop();
      stopSize();
      stopWatching?.();
      small.removeEventListener('change', onResize);
      announcer.clear();
      render(null, frame.view);
      frame.remove();
    },
  };
};
