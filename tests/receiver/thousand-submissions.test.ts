import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createApp } from '../../demo/receiver/app.ts';
import { type Database, openDatabase } from '../../demo/receiver/database.ts';
import { serve } from '../../demo/receiver/serve.ts';
import type { Submission } from '../../widget/contract/submission.ts';
import type { Clock } from '../../widget/submit/clock.ts';
import { createOutbox } from '../../widget/submit/outbox.ts';
import { createSend } from '../../widget/submit/send.ts';
import { interpreterRequest } from '../unit/submit/interpreter-request.ts';
import { mulberry32, startFaultProxy } from './fault-proxy.ts';

const total = 1_000;
/** Patients pressing Send at the same time. */
const concurrency = 20;
/** `FAULT_SEED=7 npx vitest run …` draws other faults. */
const seed = Number(process.env.FAULT_SEED ?? 20_261_124);

/** Waiting times pass this much faster, so that back-off takes seconds and not minutes. */
const speed = 20;
const started = Date.now();
const fastClock: Clock = {
  now: () => started + (Date.now() - started) * speed,
  setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds / speed),
  clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout),
};
/** Real milliseconds a page waits for an answer, and how long a slow exchange takes. */
const clientWaitsMs = 400;
const slowMs = 600;

async function embedded(): Promise<[Database, () => Promise<void>]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'health-help-'));
  const database = await openDatabase({ dataDir });
  return [
    database,
    async () => {
      await database.destroy();
      await rm(dataDir, { recursive: true });
    },
  ];
}

async function postgres(url: string): Promise<[Database, () => Promise<void>]> {
  const schema = `thousand_${randomBytes(6).toString('hex')}`;
  const database = await openDatabase({ url, schema });
  return [
    database,
    async () => {
      await sql`drop schema ${sql.id(schema)} cascade`.execute(database);
      await database.destroy();
    },
  ];
}

function requests(): Submission[] {
  const languages = ['so', 'ar', 'zh-Hant', 'uk', 'asl'];
  const modes = ['in-person', 'video', 'phone', 'no-preference'];
  return Array.from({ length: total }, (_, index) =>
    interpreterRequest({
      answers: {
        for: 'me',
        language: languages[index % languages.length] ?? 'so',
        mode: modes[index % modes.length] ?? 'phone',
        appointment: 'yes',
        date: `2026-12-${String((index % 28) + 1).padStart(2, '0')}`,
        name: `Aamina Ωμέγα ${index}`,
        'contact-route': 'phone-call',
        phone: `555 01${String(index).padStart(3, '0')}`,
        'safe-to-message': 'no',
        'best-time': ['morning', 'evening'],
        'translated-papers': true,
      },
    }),
  );
}

/** Sends all of them, `concurrency` at a time; resolves when each has ended. Answers what the pages were told. */
async function sendAll(endpoint: string, submissions: readonly Submission[]) {
  const send = createSend({
    endpoint,
    clock: fastClock,
    timeoutMs: clientWaitsMs * speed,
    isOnline: () => true,
  });
  const outbox = createOutbox({ send, clock: fastClock, random: mulberry32(seed + 1) });
  const told: { id: string; state: string; reference: string | null }[] = [];
  const ended = new Map<string, () => void>();
  outbox.subscribe(({ id, outcome }) => {
    if (outcome.state === 'queued') return;
    told.push({ id, state: outcome.state, reference: outcome.state === 'sent' ? outcome.reference : null });
    ended.get(id)?.();
  });
  const waiting = submissions.values();
  const patient = async () => {
    for (const submission of waiting) {
      const end = new Promise<void>((resolve) => ended.set(submission.id, resolve));
      outbox.send(submission);
      await end;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, patient));
  expect(outbox.pending()).toEqual([]);
  return told;
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

async function everyRequestArrivesOnce(database: Database): Promise<void> {
  const receiver = await serve(createApp({ database, rateLimit: 0 }), { host: '127.0.0.1', port: 0 });
  const proxy = await startFaultProxy({ target: receiver.url, seed, slowMs });
  const submissions = requests();
  try {
    const told = await sendAll(`${proxy.url}/api/requests`, submissions);
    // Late deliveries of exchanges the page gave up count too: they must not make a second row.
    await proxy.close();

    const rows = await database.selectFrom('requests').select(['id', 'reference', 'body']).execute();
    expect(rows).toHaveLength(total);
    expect(new Set(rows.map((row) => row.reference)).size).toBe(total);
    const stored = rows.map((row) => JSON.parse(row.body) as Submission);
    expect(stored.sort(byId)).toEqual(submissions.sort(byId));

    expect(told.map(({ id, state }) => ({ id, state })).sort(byId)).toEqual(
      submissions.map(({ id }) => ({ id, state: 'sent' })),
    );
    const references = new Map(rows.map((row) => [row.id, row.reference]));
    const named = told.filter(({ reference }) => reference !== null);
    expect(named.filter(({ id, reference }) => references.get(id) !== reference)).toEqual([]);
    expect(named.length).toBeGreaterThan(total * 0.9);

    // The network was as bad as promised, and the receiver did see requests twice.
    const { passed, ...faults } = proxy.counts;
    expect(Math.min(...Object.values(faults))).toBeGreaterThan(total * 0.03);
    expect(passed).toBeGreaterThanOrEqual(total * 0.9);
    expect(proxy.delivered).toBeGreaterThan(total * 1.1);
  } finally {
    await proxy.close();
    await receiver.close();
  }
}

test('of 1,000 requests over a network losing 30% of exchanges, each arrives once and each patient is told so', async () => {
  const [database, remove] = await embedded();
  try {
    await everyRequestArrivesOnce(database);
  } finally {
    await remove();
  }
}, 60_000);

const databaseUrl = process.env.TEST_DATABASE_URL;
test.runIf(databaseUrl)(
  'of 1,000 requests over a network losing 30% of exchanges, each arrives once in PostgreSQL too',
  async () => {
    const [database, remove] = await postgres(databaseUrl ?? '');
    try {
      await everyRequestArrivesOnce(database);
    } finally {
      await remove();
    }
  },
  60_000,
);
