import type { Database, RequestRow } from './database.ts';

/** More rows than this in one statement gain nothing, and SQLite takes 32,766 values. */
const mostRows = 100;

interface Waiting {
  row: RequestRow;
  resolve(created: boolean): void;
  reject(error: unknown): void;
}

/**
 * Inserts requests; answers false when the id or the reference of one is taken. What arrives while the disk is busy with
 * one statement goes into the next one together, so that a hundred patients cost one commit and not a hundred. Nobody is
 * answered before the commit that holds their row.
 */
export function createInsert(database: Database): (row: RequestRow) => Promise<boolean> {
  let waiting: Waiting[] = [];
  let running = false;

  async function insert(rows: readonly RequestRow[]): Promise<ReadonlySet<string>> {
    const created = await database
      .insertInto('requests')
      // In the same order everywhere: two instances that hold the same ids would otherwise wait for each other.
      .values([...rows].sort((a, b) => (a.id < b.id ? -1 : 1)))
      .onConflict((conflict) => conflict.doNothing())
      .returning('reference')
      .execute();
    return new Set(created.map(({ reference }) => reference));
  }

  async function insertGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const created = await insert(group.map(({ row }) => row));
      for (const { row, resolve } of group) resolve(created.has(row.reference));
    } catch (error) {
      // What is wrong with one must not be the others' loss. A database that is gone is gone for all of them, and trying a
      // hundred times would keep the next patient waiting.
      if (group.length > 1 && isOfOneRow(error)) for (const one of group) await insertGroup([one]);
      else for (const { reject } of group) reject(error);
    }
  }

  async function run(): Promise<void> {
    running = true;
    while (waiting.length) {
      // What came in the same turn of the event loop goes together from the start.
      await new Promise((resolve) => setImmediate(resolve));
      const group = waiting.slice(0, mostRows);
      waiting = waiting.slice(mostRows);
      await insertGroup(group);
    }
    running = false;
  }

  return (row) =>
    new Promise((resolve, reject) => {
      waiting.push({ row, resolve, reject });
      if (!running) void run();
    });
}

/** SQLSTATE classes for data, integrity, deadlocks and limits; and what SQLite has for them. */
function isOfOneRow(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return /^(22|23|40|54)...$|^SQLITE_(CONSTRAINT|TOOBIG|MISMATCH)/.test(String(code));
}
