import type { PanelHost, StartPanel } from '../../../widget/contract/panel.ts';
import { connectPanel as connect, type PanelFile } from '../../../widget/loader/connect-panel.ts';
import type { HealthHelpElement } from '../../../widget/loader/element.ts';
import type { PanelModule } from '../../../widget/loader/panel-loader.ts';
import css from './fake-panel.css?inline';

declare const FILE_INTEGRITY: Readonly<Record<string, string>>;

/** The smallest panel that keeps the contract: a heading, a field, Escape. It shows what the loader gave it. */
const startPanel: StartPanel = async (host: PanelHost, handedOver) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  host.root.adoptedStyleSheets = [...host.root.adoptedStyleSheets, sheet];
  const panel = document.createElement('div');
  panel.setAttribute('role', 'region');
  panel.ariaLabel = 'Health Help';
  const heading = document.createElement('h2');
  heading.tabIndex = -1;
  const field = document.createElement('input');
  field.ariaLabel = 'Your words';
  field.value = (handedOver as { typed: string } | undefined)?.typed ?? '';
  panel.append(heading, field);
  panel.hidden = host.options.mode !== 'inline';
  host.container.append(panel);
  let opener: HTMLElement | null | undefined;
  let { options } = host;
  const write = (screen = 'home'): void => {
    heading.textContent = screen;
    panel.dataset.options = JSON.stringify(options);
  };
  write();
  const control = {
    get isOpen() {
      return !panel.hidden;
    },
    async open(screen?: string, from?: HTMLElement | null) {
      opener = from;
      write(screen);
      panel.hidden = false;
      host.setLauncher({ text: 'إغلاق', lang: 'ar', dir: 'rtl' });
      heading.focus();
      host.notify({ type: 'open' });
    },
    async close() {
      panel.hidden = true;
      host.setLauncher(null);
      host.notify({ type: 'close' });
      opener?.focus();
      return true;
    },
    update(changed: PanelHost['options']) {
      options = changed;
      write(heading.textContent ?? undefined);
    },
    state: () => ({ typed: field.value, isOpen: !panel.hidden }),
    destroy: () => panel.remove(),
  };
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') control.close();
    if (event.key === 'F2') host.notify({ type: 'sent', form: 'interpreter', reference: 'HH-7K3F' });
    if (event.key === 'F4') field.value = String(host.notify({ type: 'handoff' }));
    if (event.key === 'F8') host.restart({ typed: field.value }).catch((error) => console.log(String(error)));
  });
  if ((handedOver as { isOpen?: boolean } | undefined)?.isOpen) {
    panel.hidden = false;
    write('again');
  }
  return control;
};

export const file: PanelFile = {
  startPanel,
  integrity: FILE_INTEGRITY,
  base: import.meta.url.replace(/[^/]*$/, ''),
};

export const connectPanel = (element: HealthHelpElement, loadNewest: () => Promise<PanelModule>) =>
  connect(file, element, loadNewest);
