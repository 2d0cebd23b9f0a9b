/**
 * `npm run soak`: 10,000 requests through three receivers on one PostgreSQL, then through one on the embedded database, over
 * a network that loses 30% of exchanges, while a receiver is killed every few seconds. Takes some minutes.
 * `npm run soak -- 500` sends fewer.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../demo/receiver/database.ts';
import { startPostgres } from '../receiver/postgres.ts';
import { faultsOf, type SoakOptions, soak } from './soak.ts';

const submissions = Number(process.argv[2] ?? 10_000);
const seed = Number(process.env.FAULT_SEED ?? 20_261_124);
if (!Number.isInteger(submissions) || submissions < 1) throw new Error('How many? A whole number.');

async function run(
  what: string,
  processes: number,
  where: { url?: string; dataDir?: string },
): Promise<void> {
  console.log(`\n${what}: ${submissions} requests`);
  const env: Record<string, string> = where.url
    ? { DATABASE_URL: where.url }
    : { DATA_DIR: where.dataDir ?? '' };
  const options: SoakOptions = {
    submissions,
    processes,
    env,
    concurrency: 60,
    kill: { everyMs: 4_000 },
    seed,
  };
  const result = await soak({ ...options, report: (line) => console.log(`  ${line}`) });
  const database = await openDatabase(where);
  const rows = await database.selectFrom('requests').select(['id', 'reference', 'body']).execute();
  await database.destroy();
  const { passed, ...faults } = result.faults;
  const faulty = Object.values(faults).reduce((sum, many) => sum + many, 0);
  const share = Math.round((100 * faulty) / (faulty + passed));
  console.log(
    `  ${rows.length} rows; ${passed + faulty} exchanges, ${share}% of them faulty, ${result.delivered} answered by a receiver; ` +
      `${result.kills} times kill -9; ${Math.round(result.seconds)} s`,
  );
  const problems = faultsOf(result, rows);
  if (submissions >= 1_000 && result.kills < 3) problems.push('hardly anything was killed');
  console.log(problems.length ? `  WRONG: ${problems.join('; ')}` : '  none lost, none twice');
  if (problems.length) process.exitCode = 1;
}

const postgres = await startPostgres();
try {
  await run('Three receivers on PostgreSQL', 3, { url: postgres.url });
} finally {
  await postgres.stop();
}
const dataDir = mkdtempSync(join(tmpdir(), 'health-help-soak-'));
try {
  await run('One receiver on the embedded database', 1, { dataDir });
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
