import { base } from './base.ts';
import type { PanelFile } from './connect-panel.ts';
import type { HealthHelpElement } from './element.ts';

/** As in `current.json`: the panel's file and its `sha256-…`. */
interface Build {
  panel: string;
  integrity: string;
}

/** Written in by the build. */
declare const PANEL: Build;

/** The panel as the element uses it. Behind this it may be destroyed and started again. */
export interface ConnectedPanel {
  open(screen?: string, opener?: HTMLElement): Promise<void>;
  close(): Promise<boolean>;
  readonly isOpen: boolean;
  /** Attributes changed, or the element is back in the page. */
  update(): void;
  /** The element left the page. */
  leave(): void;
}

/** What the panel's file exports. */
export interface PanelModule {
  file: PanelFile;
  connectPanel(element: HealthHelpElement, loadNewest: () => Promise<PanelModule>): Promise<ConnectedPanel>;
}

/**
 * Fetched first, so that a file which is not the one that was built is refused, and imported then, from the browser's
 * cache. Not `modulepreload`: its failure, like that of any `import()`, is remembered for that URL until the page is
 * left, and one lost connection would be final. See widget/decisions/010-fetch-before-import.md.
 */
const load = ({ panel, integrity }: Build, cache?: RequestCache): Promise<PanelModule> =>
  fetch(base + panel, { integrity, cache } as RequestInit).then(
    () => import(/* @vite-ignore */ base + panel),
  );

/** The panel that `current.json` names now. Past the cache: what it holds may be what was refused. */
export const loadNewest = (): Promise<PanelModule> =>
  fetch(`${base}current.json`, { cache: 'no-store' })
    .then((response) => response.json())
    .then((build) => load(build, 'reload'));

/** The panel; can be called again and again. A deployment may have removed the one compiled in. */
export const loadPanel = (): Promise<PanelModule> => load(PANEL).catch(loadNewest);
