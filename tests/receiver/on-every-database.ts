import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe } from 'vitest';
import { type Database, openDatabase } from '../../demo/receiver/database.ts';
import { postgresPrograms, startPostgres, type ThrowawayPostgres } from './postgres.ts';

/** Opens an empty database; everything opened is closed and removed after the suite. */
export type OpenEmpty = () => Promise<Database>;

/**
 * Runs a suite on the embedded database, and again on PostgreSQL: the one at `TEST_DATABASE_URL`, each test in a schema
 * of its own, else a throwaway one when it is installed, else not at all, and says so.
 */
export function onEveryDatabase(suite: (open: OpenEmpty) => void): void {
  describe('with the embedded database', () => {
    const cleanups: (() => Promise<void>)[] = [];
    afterAll(async () => {
      for (const cleanup of cleanups.reverse()) await cleanup();
    });
    suite(async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'health-help-'));
      const database = await openDatabase({ dataDir });
      cleanups.push(async () => {
        await database.destroy();
        rmSync(dataDir, { recursive: true, force: true });
      });
      return database;
    });
  });

  const given = process.env.TEST_DATABASE_URL;
  if (!given && !postgresPrograms()) {
    console.log(
      'PostgreSQL is not installed and TEST_DATABASE_URL is not set: tested with the embedded database only.',
    );
    return;
  }
  describe('with PostgreSQL', () => {
    let server: ThrowawayPostgres | undefined;
    let schemas = 0;
    const cleanups: (() => Promise<void>)[] = [];
    beforeAll(async () => {
      if (!given) server = await startPostgres();
    }, 60_000);
    afterAll(async () => {
      for (const cleanup of cleanups.reverse()) await cleanup();
      await server?.stop();
    }, 60_000);
    suite(async () => {
      const schema = `test_${process.pid}_${Date.now().toString(36)}_${schemas++}`;
      const database = await openDatabase({ url: given ?? server?.url, schema });
      cleanups.push(async () => {
        await sql`drop schema ${sql.id(schema)} cascade`.execute(database);
        await database.destroy();
      });
      return database;
    });
  });
}
