import { cleanup, render } from '@testing-library/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import ui from '../../locales/en/ui.json';
import { factsOf } from '../../widget/contract/facts.ts';
import type { Hospital } from '../../widget/contract/hospital.ts';
import { type LocaleTree, parseLocale } from '../../widget/contract/locale.ts';
import type { PanelEvent, PanelHost, PanelOptions } from '../../widget/contract/panel.ts';
import { parseHospital } from '../../widget/contract/parse-hospital.ts';
import type { ContentStructure, InterfaceLanguages, Region } from '../../widget/contract/structure.ts';
import { createTranslator } from '../../widget/language/translate.ts';
import { createWords } from '../../widget/language/words.ts';
import { createFrame, type FrameElements } from '../../widget/panel/create-frame.ts';
import { type App, AppContext } from '../../widget/parts/app-context.ts';
import { adoptStyles } from '../../widget/parts/styles.ts';
import { initialState, type Screen, type State } from '../../widget/state/state.ts';
import { createStore } from '../../widget/state/store.ts';
import baseCss from '../../widget/styles/base.css?inline';
import tokensCss from '../../widget/styles/tokens.css?inline';

export interface TestAppOptions {
  language?: string;
  hospital?: Partial<Hospital>;
  region?: Region;
  structure?: Partial<ContentStructure>;
  options?: Partial<PanelOptions>;
  state?: Partial<State>;
  /** Texts of the reader's language, before the English ones of `locales/en/ui.json`. */
  words?: unknown;
}

export interface TestApp {
  app: App;
  host: PanelHost;
  /** The panel, open beside the page. */
  frame: FrameElements;
  /** What a screen reader was asked to say. */
  said: string[];
  events: PanelEvent[];
  /** Screens asked for with `app.go`. */
  went: Screen[];
  /** Headings that said they are shown. */
  shown: HTMLElement[];
  /** Renders parts in the panel, again after every change of the state. */
  show(parts: ComponentChildren): void;
}

const languages: InterfaceLanguages = {
  en: { name: 'English', english: 'English', dir: 'ltr' },
  es: { name: 'Español', english: 'Spanish', dir: 'ltr' },
  ar: { name: 'العربية', english: 'Arabic', dir: 'rtl' },
};

export const testOptions: PanelOptions = {
  base: `${location.origin}/health-help/`,
  endpoint: null,
  endpointFormat: 'json',
  endpointKey: null,
  config: `${location.origin}/hospital.json`,
  locales: `${location.origin}/locales/`,
  languages: null,
  lang: null,
  mode: 'launcher',
  position: 'end',
  theme: 'light',
  audience: 'patients',
  assistant: null,
  remember: 'none',
  sharedDevice: false,
  headingLevel: 2,
  integrity: {},
};

const added: HTMLElement[] = [];

/** Takes everything out of the page again; for `afterEach`. */
export function removeTestApps(): void {
  cleanup();
  for (const element of added.splice(0)) element.remove();
}

/** Adds an element that `removeTestApps` takes away. */
export function addToPage<E extends HTMLElement>(element: E): E {
  added.push(element);
  document.body.append(element);
  return element;
}

/** A `<health-help>` without its loader: an element with the one shadow root and the container of the panel in it. */
export function createTestHost(options: Partial<PanelOptions> = {}): PanelHost & { events: PanelEvent[] } {
  const element = addToPage(document.createElement('div'));
  const root = element.attachShadow({ mode: 'open' });
  const container = document.createElement('div');
  root.append(container);
  const events: PanelEvent[] = [];
  return {
    element,
    root,
    container,
    options: { ...testOptions, ...options },
    events,
    notify: (event) => events.push(event) > 0,
    setLauncher: () => undefined,
    restart: () => Promise.reject(new Error('There is no newer panel')),
  };
}

/** The app every part uses, with real services except the network; in a real panel in the page. */
export function createTestApp({
  language = 'en',
  hospital: given = {},
  region,
  structure,
  options,
  state,
  words = {},
}: TestAppOptions = {}): TestApp {
  const host = createTestHost(options);
  adoptStyles(host, tokensCss);
  adoptStyles(host, baseCss);
  const frame = createFrame(host.container);
  frame.setLanguage(language, language === 'ar' ? 'rtl' : 'ltr');
  frame.show({ inline: false, small: false, position: 'end', theme: 'light' });
  const { hospital } = parseHospital({ name: 'Riverside', phones: { main: '555-0100' }, ...given });
  const translator = createTranslator((tag) => tag === 'ar');
  translator.add('en', 'ui', parseLocale(JSON.stringify(ui)).tree);
  if (words) translator.add(language, 'ui', merge(language, parseLocale(JSON.stringify(words)).tree));
  const store = createStore({ ...initialState(language), isOpen: true, ...state });
  const said: string[] = [];
  const went: Screen[] = [];
  const shown: HTMLElement[] = [];
  const app: App = {
    host,
    options: host.options,
    store,
    loader: { words: async () => ({}), json: async () => undefined },
    translator,
    announcer: {
      say: (text) => said.push(text),
      alert: (text) => said.push(text),
      clear: () => undefined,
      focusMoved: () => undefined,
    },
    hospital,
    region,
    structure: { faq: { groups: [], entries: {} }, forms: {}, likelyLanguages: [], ...structure },
    languages,
    words: createWords(translator, language, () => undefined),
    facts: factsOf(hospital, region),
    need: async () => undefined,
    tree: () => ({}),
    go(screen) {
      went.push(screen);
      store.dispatch({ type: 'go', screen });
    },
    back: () => store.dispatch({ type: 'back' }),
    close: () => true,
    chooseLanguage: async () => undefined,
    report: () => undefined,
    shown: (heading, always) => {
      shown.push(heading);
      if (always) heading.focus();
    },
  };
  return {
    app,
    host,
    frame,
    said,
    events: host.events,
    went,
    shown,
    show: (parts) => void render(<Live app={app}>{parts}</Live>, { container: frame.view }),
  };
}

/** English parts test with the real English words; an own text takes the place of one. */
function merge(language: string, own: LocaleTree): LocaleTree {
  return language === 'en' ? { ...parseLocale(JSON.stringify(ui)).tree, ...own } : own;
}

function Live({ app, children }: { app: App; children: ComponentChildren }): VNode {
  const [state, setState] = useState(app.store.getState());
  useEffect(() => app.store.subscribe(setState), []);
  return <AppContext.Provider value={{ app, state }}>{children}</AppContext.Provider>;
}
