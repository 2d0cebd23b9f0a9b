import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { canonicalJson, hashOf } from '../../demo/receiver/canonical.ts';
import { type Database, openDatabase, type RequestRow } from '../../demo/receiver/database.ts';
import { newReference } from '../../demo/receiver/reference.ts';
import { aSubmission } from '../receiver/a-submission.ts';
import { postgresPrograms, startPostgres } from '../receiver/postgres.ts';
import { startReceiverProcess } from '../soak/receiver-process.ts';
import { type Benchmark, percentile, type Row } from './measure.ts';

const howMany = 2_000;
const rounds = 3;
/** Patients at the same time. */
const connections = 64;

type Where = { url: string } | { dataDir: string };

/** Milliseconds for `howMany` requests over HTTP, each answered after it is stored. */
async function viaReceiver(url: string): Promise<number> {
  const { port, host } = new URL(url);
  const requests = Array.from({ length: howMany }, () => {
    const submission = aSubmission();
    const body = JSON.stringify(submission);
    return Buffer.from(
      `POST /api/requests HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nIdempotency-Key: ${submission.id}\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  });
  const waiting = requests.values();
  const patient = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1');
      let answer = '';
      const next = (): void => {
        const { value } = waiting.next();
        if (value) socket.write(value);
        else socket.end(resolve);
      };
      socket.on('error', reject).on('connect', next).setEncoding('latin1');
      socket.on('data', (part: string) => {
        answer += part;
        const head = answer.indexOf('\r\n\r\n');
        const length = Number(/content-length: (\d+)/i.exec(answer)?.[1] ?? Number.NaN);
        if (head < 0 || !(answer.length >= head + 4 + length)) return;
        if (!answer.startsWith('HTTP/1.1 201')) reject(new Error(answer.slice(0, 200)));
        answer = '';
        next();
      });
    });
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, patient));
  return performance.now() - start;
}

/** The rows a receiver would make of as many requests. */
function rowsToInsert(): RequestRow[] {
  const at = new Date().toISOString();
  return Array.from({ length: howMany }, () => {
    const submission = aSubmission();
    const body = canonicalJson(submission);
    return {
      id: submission.id,
      reference: newReference(),
      form: submission.form,
      language: submission.language,
      state: 'new',
      state_since: at,
      received_at: at,
      visit_on: '2026-12-01',
      answer_by: null,
      due_on: '2026-12-01',
      body,
      body_hash: hashOf(body),
    };
  });
}

/** Milliseconds for the same rows, made ready before, by one INSERT after the other with the database's own driver. */
async function bareInserts(where: Where): Promise<number> {
  const rows = rowsToInsert();
  const columns = Object.keys(rows[0] as RequestRow) as (keyof RequestRow)[];
  const into = `insert into requests (${columns.join()}) values`;
  const values = rows.map((row) => columns.map((column) => row[column]));
  if ('dataDir' in where) {
    const { default: Libsql } = await import('libsql');
    const file = new Libsql(join(where.dataDir, 'requests.db'));
    file.exec('pragma synchronous = full');
    file.exec('pragma busy_timeout = 5000');
    const statement = file.prepare(`${into} (${columns.map(() => '?').join()})`);
    const start = performance.now();
    for (const each of values) statement.run(...each);
    const took = performance.now() - start;
    file.close();
    return took;
  }
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: where.url, max: 1 });
  const client = await pool.connect();
  const text = `${into} (${columns.map((_, index) => `$${index + 1}`).join()})`;
  const start = performance.now();
  for (const each of values) await client.query(text, each);
  const took = performance.now() - start;
  client.release();
  await pool.end();
  return took;
}

async function measure(what: string, where: Where): Promise<Row> {
  const receiver = await startReceiverProcess(
    'url' in where ? { DATABASE_URL: where.url } : { DATA_DIR: where.dataDir },
  );
  let database: Database | undefined;
  try {
    // Once without counting: code is compiled, files grow.
    await viaReceiver(receiver.url);
    await bareInserts(where);
    const times = { ours: [] as number[], other: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      times.ours.push(await viaReceiver(receiver.url));
      times.other.push(await bareInserts(where));
    }
    database = await openDatabase(where);
    const { length } = await database.selectFrom('requests').select('id').execute();
    if (length !== howMany * 2 * (rounds + 1)) throw new Error(`${length} rows: requests were lost`);
    const [ours, other] = [percentile(times.ours, 0.5), percentile(times.other, 0.5)];
    const perSecond = Math.round(howMany / (ours / 1000));
    return {
      what: `${what}: ${perSecond} accepted a second; a request`,
      ours: ours / howMany,
      other: other / howMany,
    };
  } finally {
    await database?.destroy();
    await receiver.stop();
  }
}

async function rows(): Promise<readonly Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'health-help-bench-'));
  const found: Row[] = [];
  try {
    found.push(await measure('embedded database', { dataDir }));
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  if (!postgresPrograms()) return found;
  const postgres = await startPostgres({ fsync: true });
  try {
    found.push(await measure('PostgreSQL', { url: postgres.url }));
  } finally {
    await postgres.stop();
  }
  return found;
}

export const benchmark: Benchmark = {
  title: `The receiver: ${connections} patients sending ${howMany} requests, each answered once it is on the disk`,
  comparedWith: 'a bare INSERT loop on the same database; at most 2 × is what we ask of it',
  rows,
};
