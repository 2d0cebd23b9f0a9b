import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { build, type Plugin, type Rolldown } from 'vite';
import { integrityOf } from './integrity.ts';
import { slimI18next } from './slim-i18next.ts';

/** As in `current.json`. */
export interface BuiltPanel {
  /** The file the loader imports. */
  panel: string;
  /** Its `sha256-…`; through it those of all others are known. */
  integrity: string;
  /** All rules, for browsers without constructable style sheets. */
  css: string;
}

const placeholder = '__FILE_INTEGRITY__';

/** Gathers the style sheets that the code holds as text into one file. */
function oneStyleFile(): Plugin {
  const sheets = new Map<string, string>();
  return {
    name: 'one-style-file',
    enforce: 'post',
    transform(code, id) {
      const text = id.includes('.css?inline') && /export default (".*")/s.exec(code)?.[1];
      if (text) sheets.set(id, JSON.parse(text));
    },
    generateBundle() {
      const source = [...sheets].sort().map(([, css]) => css);
      this.emitFile({ type: 'asset', name: 'panel.css', source: source.join('\n') });
    },
  };
}

/**
 * Builds the panel: ES modules with hashed names. The integrity of every later file is in a list, and that of the list
 * is written into the first file, so that the loader carries that of the first one only. Its name stays right, since it
 * depends on the names of the others.
 * @param dist folder, absolute, with a trailing slash
 * @param entry exports `connectPanel` and `file`
 */
export async function buildPanel(root: string, dist: string, entry: string): Promise<BuiltPanel> {
  const result = await build({
    root,
    base: './',
    logLevel: 'warn',
    define: { FILE_INTEGRITY: JSON.stringify(placeholder), 'process.env.NODE_ENV': '"production"' },
    plugins: [oneStyleFile(), slimI18next()],
    build: {
      outDir: dist,
      emptyOutDir: false,
      target: 'es2022',
      // Lib mode, because otherwise Vite wraps every import() in its own preloading.
      lib: { entry, formats: ['es'] },
      rolldownOptions: {
        // The first file may export what later ones share, so that it needs no other file to start.
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: 'panel-[hash].js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: '[name]-[hash][extname]',
          // In lib mode Vite leaves the white space in.
          minify: true,
          // Marks for other bundlers, of which there is none behind this one.
          comments: { annotation: false, jsdoc: false },
        },
      },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  const first = output.find((file) => file.type === 'chunk' && file.isEntry) as Rolldown.OutputChunk;
  if (first.imports.length)
    throw new Error(
      `${first.fileName} imports ${first.imports}: the loader checks the integrity of one file only`,
    );
  const css = output.find(({ fileName }) => fileName.endsWith('.css'))?.fileName;
  if (!css) throw new Error('The panel has no style file');
  const later: Record<string, string> = {};
  for (const { fileName } of output)
    if (fileName !== first.fileName) later[fileName] = await integrityOf(dist + fileName);
  // Hashes do not compress: those of files that come later are a file of their own, and the panel holds its hash.
  const list = JSON.stringify(later);
  const listName = `files-${createHash('sha256').update(list).digest('base64url').slice(0, 8)}.json`;
  await writeFile(dist + listName, list);
  const integrity = { [listName]: await integrityOf(dist + listName), [css]: later[css] };

  const code = await readFile(dist + first.fileName, 'utf8');
  const filled = code.replace(new RegExp(`["'\`]${placeholder}["'\`]`), () => JSON.stringify(integrity));
  if (filled === code) throw new Error(`${first.fileName} does not hold ${placeholder}`);
  await writeFile(dist + first.fileName, filled);

  return { panel: first.fileName, integrity: await integrityOf(dist + first.fileName), css };
}
