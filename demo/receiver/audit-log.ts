import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AuditRow, Tables } from './database.ts';

export type AuditAction = 'sign-in' | 'sign-in refused' | 'sign-out' | 'read' | 'list' | 'change' | 'export';

export interface AuditEntry {
  at: Date;
  /** The name the hospital's sign-on gave, or `session` and the beginning of its hash. */
  who: string;
  action: AuditAction;
  reference?: string;
  /** What exactly, in our own words and codes: never anything of a patient. */
  detail?: string;
}

export interface AuditLog {
  write(entry: AuditEntry): Promise<void>;
  /** Oldest first. */
  list(page: { offset: number; limit: number }): Promise<AuditRow[]>;
  /** Deletes what is older than `moment`. Answers how many. */
  deleteBefore(moment: Date): Promise<number>;
}

/** Who did what with which request, and when. Entries are added and, after their time, deleted; never changed. */
export function createAuditLog(database: Kysely<Tables>): AuditLog {
  return {
    async write({ at, who, action, reference, detail = '' }) {
      await database
        .insertInto('audit')
        .values({
          id: randomUUID(),
          at: at.toISOString(),
          who: who.slice(0, 200),
          action,
          reference: reference ?? null,
          detail: detail.slice(0, 200),
        })
        .execute();
    },
    list({ offset, limit }) {
      return database
        .selectFrom('audit')
        .selectAll()
        .orderBy('at')
        .orderBy('id')
        .offset(offset)
        .limit(limit)
        .execute();
    },
    async deleteBefore(moment) {
      const gone = await database
        .deleteFrom('audit')
        .where('at', '<', moment.toISOString())
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}
