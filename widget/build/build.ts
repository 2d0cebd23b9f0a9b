/** `npm run build`: fills `dist/` and says how large the parts are. */
import { readdir, readFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { buildAll, root } from './build-all.ts';

/** Bytes of the loader, brotli 11: what a page pays before anyone asks for help. */
const loaderBudget = 2500;

await buildAll();
for (const name of (await readdir(`${root}dist`)).filter((file) => /\.(js|css)$/.test(file))) {
  const bytes = await readFile(`${root}dist/${name}`);
  const { length } = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  console.log(`${String(length).padStart(7)} B  ${name}`);
  if (name !== 'health-help.js') continue;
  if (bytes.some((byte) => byte > 127)) throw new Error('health-help.js must be pure ASCII');
  if (length > loaderBudget) throw new Error(`health-help.js has ${length} bytes, at most ${loaderBudget}`);
}
