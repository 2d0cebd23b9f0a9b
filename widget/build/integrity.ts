import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** Subresource integrity of a file on disk: `sha256-…`. */
export async function integrityOf(path: string): Promise<string> {
  return `sha256-${createHash('sha256')
    .update(await readFile(path))
    .digest('base64')}`;
}
