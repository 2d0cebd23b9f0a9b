import { readFile } from 'node:fs/promises';

/** Packages whose code is in the built files. */
const bundled = ['preact', 'i18next', 'minisearch', 'jose'];

/** The licence texts that go with the built files. */
export async function thirdPartyLicenses(root: string): Promise<string> {
  const texts = bundled.map(async (name) => {
    const folder = `${root}node_modules/${name}/`;
    const { version, license } = JSON.parse(await readFile(`${folder}package.json`, 'utf8'));
    const text = await readLicense(folder);
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`);
}

async function readLicense(folder: string): Promise<string> {
  for (const name of ['LICENSE', 'LICENSE.txt', 'LICENSE.md']) {
    const text = await readFile(folder + name, 'utf8').catch(() => undefined);
    if (text) return text;
  }
  throw new Error(`No licence in ${folder}`);
}
