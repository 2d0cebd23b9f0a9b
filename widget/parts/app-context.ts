import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Loader } from '../content/load-locale.ts';
import type { Fact } from '../contract/facts.ts';
import type { Hospital } from '../contract/hospital.ts';
import type { LocaleTree, Namespace } from '../contract/locale.ts';
import type { PanelHost, PanelOptions } from '../contract/panel.ts';
import type { ContentStructure, InterfaceLanguages, Region } from '../contract/structure.ts';
import type { Translator } from '../language/translate.ts';
import type { Words } from '../language/words.ts';
import type { Screen, State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { Announcer } from './announcer.ts';

/** What every screen may use. Built once by the panel. */
export interface App {
  readonly host: PanelHost;
  readonly options: PanelOptions;
  readonly store: Store;
  readonly loader: Loader;
  readonly translator: Translator;
  readonly announcer: Announcer;
  readonly hospital: Hospital;
  readonly region: Region | undefined;
  readonly structure: ContentStructure;
  /** The languages offered, in order. */
  readonly languages: InterfaceLanguages;
  /** Texts in the language on the screen. */
  readonly words: Words;
  /** Facts of the hospital; opening hours are words of a language and come with the texts (rich-text.tsx). */
  readonly facts: Readonly<Record<string, Fact>>;
  /** Fetches a file of words in the reader's language; with `english`, the English one beside it. */
  need(namespace: Namespace, english?: boolean): Promise<void>;
  /** A file of words in the reader's language as it was read; empty while it is not there. */
  tree(namespace: Namespace): LocaleTree;
  /** Shows a screen; Back comes back here. */
  go(screen: Screen): void;
  back(): void;
  /** Closes, or asks first when answers are not sent. `force` does not ask. */
  close(force?: boolean): boolean;
  chooseLanguage(language: string): Promise<void>;
  /** Tells the page, and the console, that something is wrong. Never with a patient's words. */
  report(code: string, detail: string): void;
  /**
   * The heading of the screen is there: takes focus when the reader moved, and says that the screen is shown. The first
   * of several has it.
   * @param always takes focus on the same screen too
   */
  shown(heading: HTMLElement, always?: boolean): void;
}

export const AppContext = createContext<{ app: App; state: State } | null>(null);

/** The app and its state now. */
export function useApp(): { app: App; state: State } {
  const value = useContext(AppContext);
  if (!value) throw new Error('useApp needs the AppContext of the panel');
  return value;
}
