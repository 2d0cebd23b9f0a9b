/** What the loader and the panel say to each other: the only types both know. */

/** The attributes of `<health-help>`, parsed: absolute URLs, defaults filled in. */
export interface PanelOptions {
  /** Folder of `health-help.js`, absolute, with a trailing slash. */
  base: string;
  /** Where submissions are POSTed; null when none was given or the one given is not allowed. */
  endpoint: string | null;
  endpointFormat: 'json' | 'fhir-r4';
  endpointKey: string | null;
  /** URL of `hospital.json`. */
  config: string;
  /** Base URL of the locale files, with a trailing slash. */
  locales: string;
  /** The languages offered, in order; null = all of `languages.json`. */
  languages: readonly string[] | null;
  /** First language asked for by the page; null = choose from the reader's. */
  lang: string | null;
  mode: 'launcher' | 'inline';
  position: 'end' | 'start';
  theme: 'auto' | 'light' | 'dark';
  audience: 'patients' | 'staff';
  assistant: string | null;
  remember: 'none' | 'session';
  sharedDevice: boolean;
  /** Level of the panel's title, 2 to 4; each screen's heading is the next. */
  headingLevel: number;
  /**
   * Subresource integrity by file name, `sha256-…`: of the style file, and of `files-<hash>.json`, which holds those of
   * every later file. Empty where nothing was built.
   */
  integrity: Readonly<Record<string, string>>;
}

/** What the panel tells the page. Never a patient's words. */
export type PanelEvent =
  | { type: 'open' }
  | { type: 'close' }
  | { type: 'language'; language: string }
  | { type: 'sent'; form: string; reference: string | null }
  | { type: 'error'; code: string }
  | { type: 'handoff' };

export interface LauncherWords {
  text: string;
  /** BCP 47 tag. */
  lang: string;
  dir: 'ltr' | 'rtl';
}

export interface PanelHost {
  /** The `<health-help>` element. */
  element: HTMLElement;
  /** The one shadow root. Style sheets are adopted here. */
  root: ShadowRoot;
  /** An empty div in the shadow root, right after the launcher. The panel renders inside it. */
  container: HTMLElement;
  options: PanelOptions;
  /** Dispatches the typed event on the element. Answers false when the page called `preventDefault()`. */
  notify(event: PanelEvent): boolean;
  /** Words on the launcher instead of "Help", e.g. "Close help"; null: "Help" again, in the reader's language. */
  setLauncher(words: LauncherWords | null): void;
  /** Starts the newest panel instead of this one (a deployment removed a chunk), handing over what the patient did. */
  restart(state: unknown): Promise<void>;
}

export interface Panel {
  /** Shows the panel and moves focus to its heading. Resolves when the screen is shown. `opener` gets focus back on close. */
  open(screen?: string, opener?: HTMLElement | null): Promise<void>;
  /** Closes, or asks first when answers are not sent. Resolves true when closed. */
  close(): Promise<boolean>;
  readonly isOpen: boolean;
  /** Attributes changed. */
  update(options: PanelOptions): void;
  /** What a later panel needs to go on where this one stopped. In memory only. */
  state(): unknown;
  /** Removes everything it added; nothing is left running. */
  destroy(): void;
}

/** The panel chunk's export `startPanel`. */
export type StartPanel = (host: PanelHost, state?: unknown) => Promise<Panel>;
