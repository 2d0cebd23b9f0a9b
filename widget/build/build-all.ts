import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildLoader } from './build-loader.ts';
import { buildPanel } from './build-panel.ts';
import { copyJson } from './copy-json.ts';
import { manifestOfElement, typesOfElement } from './describe-element.ts';
import { integrityOf } from './integrity.ts';
import { thirdPartyLicenses } from './licenses.ts';

/** The repository, with a trailing slash. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface BuildOptions {
  /** Folder to fill; what is in it is deleted. Absolute, with a trailing slash. */
  dist?: string;
  /** The panel's first file, for tests of the loader alone. */
  panelEntry?: string;
}

/** Fills `dist/`: first the panel, then the loader, which carries the panel's name and integrity. */
export async function buildAll({
  dist = `${root}dist/`,
  panelEntry = `${root}widget/build/panel-entry.ts`,
}: BuildOptions = {}): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  const panel = await buildPanel(root, dist, panelEntry);
  await buildLoader(root, dist, panel);
  await writeFile(`${dist}current.json`, JSON.stringify(panel));
  const scripts = (await readdir(dist)).filter((name) => /\.(js|css)$/.test(name)).sort();
  const integrity: Record<string, string> = {};
  for (const name of scripts) integrity[name] = await integrityOf(dist + name);
  await writeFile(`${dist}integrity.json`, JSON.stringify(integrity, null, 2));
  await copyJson(`${root}locales`, `${dist}locales`, ['tools', 'schema']);
  await copyJson(`${root}locales/schema`, `${dist}schemas`);
  await writeFile(`${dist}health-help.d.ts`, typesOfElement());
  await writeFile(`${dist}custom-elements.json`, JSON.stringify(manifestOfElement(), null, 2));
  await writeFile(`${dist}THIRD-PARTY-LICENSES.txt`, await thirdPartyLicenses(root));
}
