import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../demo/receiver/database.ts';
import { makeKeyPair } from '../../../demo/receiver/keys/key-pair.ts';
import { readPrivateKeys } from '../../../demo/receiver/keys/private-keys.ts';
import { type RunningReceiver, startReceiver } from '../../receiver/running-receiver.ts';
import { test as base } from './fixtures.ts';

const pair = await makeKeyPair();
/** For `endpoint-key.json`. */
export const publicKey = pair.publicKey;
export const keys = readPrivateKeys(JSON.stringify(pair.privateKey));

/** With the demonstration's own receiver, and a database that is thrown away. */
export const test = base.extend<{ receiver: RunningReceiver }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
  receiver: async ({}, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'health-help-'));
    const database = await openDatabase({ dataDir });
    const receiver = await startReceiver({ database, keys, now: () => new Date() });
    await use(receiver);
    await receiver.close();
    await database.destroy();
    await rm(dataDir, { recursive: true });
  },
});
