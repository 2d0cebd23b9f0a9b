/** The panel's file as the loader imports it: the panel, and what connects it to an element. */

import { connectPanel as connect, type PanelFile } from '../loader/connect-panel.ts';
import type { HealthHelpElement } from '../loader/element.ts';
import type { PanelModule } from '../loader/panel-loader.ts';
import { startPanel } from '../panel/start-panel.tsx';

/** Written in by the build: `sha256-…` of the style file, and of the list that holds those of all later files. */
declare const FILE_INTEGRITY: Readonly<Record<string, string>>;

export const file: PanelFile = {
  startPanel,
  integrity: FILE_INTEGRITY,
  base: import.meta.url.replace(/[^/]*$/, ''),
};

export const connectPanel = (
  element: HealthHelpElement,
  loadNewest: () => Promise<PanelModule>,
): ReturnType<typeof connect> => connect(file, element, loadNewest);
