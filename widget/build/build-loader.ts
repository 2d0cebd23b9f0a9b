import { writeFile } from 'node:fs/promises';
import { build, type Rolldown } from 'vite';
import type { BuiltPanel } from './build-panel.ts';

/**
 * Builds the one script of the page: a classic script with a stable name, in which every character above ASCII is
 * escaped, since pages in windows-1252 exist and a script without a charset of its own is read as the page is.
 */
export async function buildLoader(
  root: string,
  dist: string,
  { panel, integrity }: BuiltPanel,
): Promise<void> {
  const result = await build({
    root,
    logLevel: 'warn',
    define: { PANEL: JSON.stringify({ panel, integrity }) },
    build: {
      write: false,
      target: 'es2018',
      // Older browsers drop the rules they do not know; nothing is to be rewritten for them.
      cssTarget: ['chrome130', 'safari18', 'firefox130'],
      lib: { entry: `${root}widget/loader/health-help.ts`, formats: ['iife'], name: 'healthHelp' },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  if (output.length !== 1) throw new Error('The loader must be one file');
  const code = output[0].code
    .trim()
    .replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  await writeFile(`${dist}health-help.js`, code);
}
