import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../demo/receiver/database.ts';
import { faultsOf, type SoakResult, soak } from '../soak/soak.ts';
import { postgresPrograms, startPostgres } from './postgres.ts';

/** The short form of `npm run soak`. */
const short = {
  submissions: 150,
  concurrency: 20,
  kill: { everyAccepted: 40 },
  seed: Number(process.env.FAULT_SEED ?? 20_261_124),
};

async function expectEachOnce(result: SoakResult, where: { url?: string; dataDir?: string }): Promise<void> {
  const database = await openDatabase(where);
  const rows = await database.selectFrom('requests').select(['id', 'reference', 'body']).execute();
  await database.destroy();
  expect(faultsOf(result, rows)).toEqual([]);
  // It was as bad as promised.
  expect(result.kills).toBeGreaterThan(0);
  const { passed, ...faults } = result.faults;
  const faulty = Object.values(faults).reduce((sum, many) => sum + many, 0);
  expect(faulty / (faulty + passed)).toBeGreaterThan(0.2);
  expect(result.delivered).toBeGreaterThan(result.sent.length);
}

describe('receivers that are killed while patients send', () => {
  test.runIf(postgresPrograms())(
    'three of them on one PostgreSQL are as one: 150 requests are there once each',
    async () => {
      const postgres = await startPostgres();
      try {
        const env = { DATABASE_URL: postgres.url };
        await expectEachOnce(await soak({ ...short, env, processes: 3 }), {
          url: postgres.url,
        });
      } finally {
        await postgres.stop();
      }
    },
  );

  test('one on the embedded database loses none of 150 requests either', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'health-help-soak-'));
    try {
      const env = { DATA_DIR: dataDir };
      await expectEachOnce(await soak({ ...short, env, processes: 1 }), {
        dataDir,
      });
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

test('a run that lost, doubled or changed a request is not called good', () => {
  const answers = { name: 'Aamina' };
  const sent = ['a', 'b', 'c'].map((id) => ({ id, answers })) as unknown as SoakResult['sent'];
  const row = (id: string, reference: string, name = 'Aamina') => ({
    id,
    reference,
    body: JSON.stringify({ answers: { name } }),
  });
  const told = new Map([
    ['a', 'HH-1'],
    ['b', null],
    ['c', 'HH-3'],
  ]);
  const run = {
    sent,
    told,
    wrong: [],
    faults: {},
    delivered: 3,
    kills: 1,
    seconds: 1,
  } as unknown as SoakResult;
  const good = [row('a', 'HH-1'), row('b', 'HH-2'), row('c', 'HH-3')];
  expect(faultsOf(run, good)).toEqual([]);
  expect(faultsOf(run, good.slice(1)).join()).toContain('1 requests are lost');
  expect(faultsOf(run, [...good, row('a', 'HH-4')]).join()).toContain('there twice');
  expect(faultsOf(run, [...good.slice(0, 2), row('c', 'HH-9')]).join()).toContain('not theirs');
  expect(faultsOf(run, [...good.slice(0, 2), row('c', 'HH-3', 'Am')]).join()).toContain('changed');
  expect(faultsOf({ ...run, wrong: ['a'] }, good).join()).toContain('told something else');
});
