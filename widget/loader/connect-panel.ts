import type { LauncherWords, Panel, PanelEvent, PanelHost, StartPanel } from '../contract/panel.ts';
import type { HealthHelpElement } from './element.ts';
import { HealthHelpEvent } from './events.ts';
import openCss from './launcher-open.css?inline';
import type { ConnectedPanel, PanelModule } from './panel-loader.ts';
import { panelOptions, type Report } from './panel-options.ts';

/** Where the panel is a modal dialog: small screens, and large ones at 400% zoom. */
const modalScreen = '(max-width: 40em), (max-height: 30em)';

/** What the panel's file holds besides this. */
export interface PanelFile {
  startPanel: StartPanel;
  integrity: PanelHost['options']['integrity'];
  /** The folder the file came from, absolute, with a trailing slash. */
  base: string;
}

const known = new WeakMap<HealthHelpElement, Promise<ConnectedPanel>>();

/** Connects an element to its panel, once, however often it is asked. A failed try can be made again. */
export function connectPanel(
  file: PanelFile,
  element: HealthHelpElement,
  loadNewest: () => Promise<PanelModule>,
): Promise<ConnectedPanel> {
  const connecting = known.get(element) ?? connect(file, element, loadNewest);
  known.set(element, connecting);
  connecting.catch(() => known.delete(element));
  return connecting;
}

async function connect(
  file: PanelFile,
  element: HealthHelpElement,
  loadNewest: () => Promise<PanelModule>,
): Promise<ConnectedPanel> {
  const root = element.shadowRoot as ShadowRoot;
  const { button } = element;
  const container = button.nextElementSibling as HTMLElement;
  const said = new Set<string>();
  const modal = matchMedia(modalScreen);
  let starting: Promise<Panel> | undefined;
  let panel: Panel | undefined;
  let state: unknown;
  let words: LauncherWords | null = null;
  /** "Help", as the loader made it. */
  let help = [...button.childNodes];

  const notify = (event: PanelEvent): boolean => {
    if (event.type === 'open' || event.type === 'close')
      button.setAttribute('aria-expanded', `${event.type === 'open'}`);
    const { type, ...detail } = event;
    return element.dispatchEvent(new HealthHelpEvent(type, detail));
  };

  const report: Report = (message, code) => {
    if (said.has(message)) return;
    said.add(message);
    console[code ? 'error' : 'warn'](`health-help: ${message}`);
    if (code) notify({ type: 'error', code });
  };

  const readOptions = () => panelOptions(element, file.base, file.integrity, report);

  const showWords = (): void => {
    const { width, height } = button.getBoundingClientRect();
    // Fewer words in the same place: a button that shrinks moves its corner, which counts as a shift of the page.
    button.style.minInlineSize = words ? `${width}px` : '';
    button.style.minBlockSize = words ? `${height}px` : '';
    if (words) {
      const sign = document.createElement('i');
      sign.setAttribute('aria-hidden', 'true');
      sign.textContent = '×';
      const label = document.createElement('b');
      label.lang = words.lang;
      label.dir = words.dir;
      label.textContent = words.text;
      button.replaceChildren(sign, label);
    } else button.replaceChildren(...help);
  };

  const setLauncher = (given: LauncherWords | null): void => {
    const same = given && words ? given.text === words.text && given.lang === words.lang : given === words;
    words = given;
    if (!same) showWords();
  };

  const showModal = (): void => {
    if (modal.matches && element.mode !== 'inline') button.setAttribute('aria-haspopup', 'dialog');
    else button.removeAttribute('aria-haspopup');
  };

  const start = (): Promise<Panel> => {
    starting ??= file
      .startPanel({ element, root, container, options: readOptions(), notify, setLauncher, restart }, state)
      .then((started) => {
        panel = started;
        modal.addEventListener('change', showModal);
        return started;
      });
    starting.catch(() => {
      starting = undefined;
    });
    return starting;
  };

  const stop = (handedOver?: unknown): void => {
    state = handedOver ?? panel?.state();
    panel?.destroy();
    panel = starting = undefined;
    modal.removeEventListener('change', showModal);
  };

  /** @throws when there is no newer panel, or it cannot be loaded: then this one goes on. */
  const restart = async (handedOver: unknown): Promise<void> => {
    const newest = await loadNewest();
    if (newest.file.startPanel === file.startPanel) throw new Error('There is no newer panel');
    const wasOpen = panel?.isOpen;
    stop(handedOver);
    file = newest.file;
    const next = await start();
    if (wasOpen) await next.open();
  };

  const isOpen = (): boolean => panel?.isOpen ?? false;
  const open = async (screen?: string, opener?: HTMLElement): Promise<void> =>
    (await start()).open(screen || undefined, opener);
  const close = async (): Promise<boolean> => (panel ? panel.close() : true);

  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(openCss);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    // Then the panel's style file has these rules too.
  }
  showModal();
  await start();
  // The page's shortcuts are not for what a patient types; the panel's own listeners have heard the key by then.
  for (const type of ['keydown', 'keypress', 'keyup'])
    root.addEventListener(type, (event) => event.stopPropagation());
  button.onpointerenter = button.onfocus = button.ontouchstart = null;
  button.onclick = () => void (isOpen() ? close() : open(undefined, button));
  button.removeAttribute('aria-busy');
  for (const fallback of root.querySelectorAll(':host > slot')) fallback.remove();

  return {
    open,
    close,
    get isOpen() {
      return isOpen();
    },
    update() {
      // The loader has written "Help" again.
      help = [...button.childNodes];
      if (words) showWords();
      showModal();
      if (panel) panel.update(readOptions());
      // Put back into the page: an open panel is open again.
      else if (element.mode === 'inline' || button.getAttribute('aria-expanded') === 'true') void start();
    },
    leave() {
      // An element that is only moved is in the page again by then.
      setTimeout(() => element.isConnected || stop());
    },
  };
}
