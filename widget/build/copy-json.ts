import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';

/**
 * Copies the JSON files of a folder and the folders in it, without white space.
 * @throws with the file's name when one is not JSON
 */
export async function copyJson(from: string, to: string, skip: readonly string[] = []): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const { name } = entry;
    if (skip.includes(name)) continue;
    if (entry.isDirectory()) await copyJson(`${from}/${name}`, `${to}/${name}`);
    else if (name.endsWith('.json')) {
      const text = await readFile(`${from}/${name}`, 'utf8');
      try {
        await writeFile(`${to}/${name}`, JSON.stringify(JSON.parse(text)));
      } catch (cause) {
        throw new Error(`${from}/${name} is not JSON`, { cause });
      }
    }
  }
}
