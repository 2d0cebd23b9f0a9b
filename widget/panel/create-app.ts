import { createLoader } from '../content/load-locale.ts';
import { factsOf } from '../contract/facts.ts';
import type { LocaleTree, Namespace } from '../contract/locale.ts';
import type { PanelHost } from '../contract/panel.ts';
import { createTranslator } from '../language/translate.ts';
import { createWords, type Words } from '../language/words.ts';
import type { Announcer } from '../parts/announcer.ts';
import type { App } from '../parts/app-context.ts';
import { initialState, type Screen, type State, unsentForm } from '../state/state.ts';
import { createStore } from '../state/store.ts';
import { loadStart } from './load-start.ts';

export interface AppParts {
  announcer: Announcer;
  /** Renders again: words arrived. */
  refresh(): void;
  /** Where the screen is scrolled to, in pixels. */
  scrollTop(): number;
  onShown(heading: HTMLElement, always?: boolean): void;
  onClosed(): void;
}

const rememberedKey = 'health-help-language';

/** Builds the services and the app every screen uses. `state` is what an earlier panel hands over. */
export async function createApp(host: PanelHost, parts: AppParts, state?: State): Promise<App> {
  const report = (code: string, detail: string): void => {
    console.error(`Health Help: ${detail}`);
    host.notify({ type: 'error', code });
  };
  const loader = createLoader({
    locales: host.options.locales,
    fetch: (...request) => fetch(...request),
    report: ({ code, url, detail }) => report(code, `${url}: ${detail}.`),
  });
  const start = await loadStart(host.options, loader, recall(host), report);
  const store = createStore({ ...initialState(start.language), ...state });
  const translator = createTranslator((tag) => start.languages[tag]?.dir === 'rtl');

  const add = async (language: string, namespace: Namespace): Promise<void> => {
    if (!translator.has(language, namespace)) {
      const tree = await loader.words(language, namespace);
      trees.set(`${language}/${namespace}`, tree);
      if (Object.keys(tree).length) translator.add(language, namespace, tree);
    }
  };
  const trees = new Map<string, LocaleTree>();
  const asked = new Set<Namespace>();
  const wordsIn = (language: string): Words =>
    createWords(translator, language, (namespace) => {
      if (language === 'en' || asked.has(namespace)) return;
      asked.add(namespace);
      void add('en', namespace).then(parts.refresh);
    });
  /** A language is shown only when its words are there; a file that cannot be read falls back to English as a whole. */
  const prepare = async (language: string): Promise<void> => {
    await add(language, 'ui');
    if (!translator.has(language, 'ui')) await add('en', 'ui');
  };
  await prepare(store.getState().language);
  let words = wordsIn(store.getState().language);

  const app: App = {
    host,
    get options() {
      return host.options;
    },
    store,
    loader,
    translator,
    announcer: parts.announcer,
    hospital: start.hospital,
    region: start.region,
    structure: start.structure,
    languages: start.languages,
    get words() {
      return words;
    },
    facts: factsOf(start.hospital, start.region),
    async need(namespace, english = false) {
      await Promise.all([add(words.language, namespace), english ? add('en', namespace) : undefined]);
    },
    tree: (namespace) => trees.get(`${words.language}/${namespace}`) ?? {},
    go(screen: Screen) {
      store.dispatch({ type: 'go', screen, scroll: parts.scrollTop() });
    },
    back() {
      store.dispatch({ type: 'back' });
    },
    close(force = false) {
      const current = store.getState();
      const form = unsentForm(current);
      if (!force && form && current.screen.name !== 'leave') {
        app.go({ name: 'leave', form });
        return false;
      }
      // Asked, and Close again: nothing is lost by it, the answers stay.
      if (current.screen.name === 'leave') app.back();
      store.dispatch({ type: 'closed' });
      parts.onClosed();
      return true;
    },
    async chooseLanguage(language) {
      await prepare(language);
      // The screen on show may need more files: fetch them before the words change under the reader.
      const namespaces = (['faq', 'forms'] as const).filter((namespace) =>
        translator.has(words.language, namespace),
      );
      await Promise.all(namespaces.map((namespace) => add(language, namespace)));
      words = wordsIn(language);
      store.dispatch({ type: 'language', language, chosen: true });
      const { text, lang } = words.text('language.now');
      app.announcer.say(text, lang ?? language);
      if (host.options.remember === 'session') remember(language);
      host.notify({ type: 'language', language });
    },
    report,
    shown: parts.onShown,
  };
  return app;
}

/** Only with `remember="session"`, only the language. Storage may be blocked: then nothing is remembered. */
function recall(host: PanelHost): string | null {
  if (host.options.remember !== 'session') return null;
  try {
    return sessionStorage.getItem(rememberedKey);
  } catch {
    return null;
  }
}

function remember(language: string): void {
  try {
    sessionStorage.setItem(rememberedKey, language);
  } catch {
    // Blocked by the browser: the choice lasts as long as the page.
  }
}
