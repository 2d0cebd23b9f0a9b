import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RequestRow } from '../../demo/receiver/database.ts';
import { createInsert } from '../../demo/receiver/insert-together.ts';
import { newReference } from '../../demo/receiver/reference.ts';
import { onEveryDatabase } from './on-every-database.ts';

const row = (changes: Partial<RequestRow> = {}): RequestRow => ({
  id: randomUUID(),
  reference: newReference(),
  form: 'interpreter',
  language: 'so',
  state: 'new',
  state_since: '2026-11-24T15:00:00.000Z',
  received_at: '2026-11-24T15:00:00.000Z',
  visit_on: null,
  answer_by: null,
  due_on: '2026-11-24',
  body: '{}',
  body_hash: 'x',
  ...changes,
});

onEveryDatabase((openEmpty) => {
  describe('requests that arrive at the same moment', () => {
    it('250 are all there, each answered for itself, and the same one twice is one', async () => {
      const database = await openEmpty();
      const insert = createInsert(database);
      const rows = Array.from({ length: 250 }, () => row());
      const again = rows.slice(0, 10).map(({ id }) => row({ id }));
      const created = await Promise.all([...rows, ...again].map(insert));
      expect(created.filter(Boolean)).toHaveLength(250);
      const stored = await database.selectFrom('requests').select(['id', 'reference']).execute();
      expect(stored).toHaveLength(250);
      // Who was told "made" is in the database under the number they were given.
      const told = [...rows, ...again].filter((_, index) => created[index]).map(({ reference }) => reference);
      expect(stored.map(({ reference }) => reference).sort()).toEqual(told.sort());
    });

    it('what is wrong with one is not the loss of the others', async () => {
      const database = await openEmpty();
      const insert = createInsert(database);
      const wrong = row({ state: 'lost' as 'new' });
      const results = await Promise.allSettled([row(), wrong, row()].map(insert));
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await database.selectFrom('requests').select('id').execute()).toHaveLength(2);
    });

    it('a database that is gone is said to everyone at once, and the next one is tried again', async () => {
      const database = await openEmpty();
      const insert = createInsert(database);
      await database.schema.alterTable('requests').renameTo('elsewhere').execute();
      const results = await Promise.allSettled([row(), row(), row()].map(insert));
      expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
      await database.schema.alterTable('elsewhere').renameTo('requests').execute();
      expect(await insert(row())).toBe(true);
    });
  });
});
