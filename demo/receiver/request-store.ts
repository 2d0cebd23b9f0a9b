import { type SelectQueryBuilder, sql } from 'kysely';
import type { CheckedSubmission } from '../../widget/contract/submission-schema.ts';
import { createAuditLog } from './audit-log.ts';
import { canonicalJson, hashOf } from './canonical.ts';
import type { Database, RequestRow, RequestState, Tables } from './database.ts';
import { createInsert } from './insert-together.ts';
import { newReference } from './reference.ts';
import type { Schedule } from './schedule.ts';

export const requestStates: readonly RequestState[] = ['new', 'in-work', 'done'];

export interface RequestFilter {
  state?: RequestState | undefined;
  form?: string | undefined;
  language?: string | undefined;
}

export type Accepted =
  /** `created` is false when the same submission had already been stored. */
  { kept: true; created: boolean; reference: string } | { kept: false };

/** Everything the receiver and the inbox do with stored requests. The SQL is the same for SQLite and PostgreSQL. */
export interface RequestStore {
  /** Stores a submission exactly once per id. `kept: false`: the id is taken by a submission that says something else. */
  accept(submission: CheckedSubmission, schedule: Schedule, receivedAt: Date): Promise<Accepted>;
  /** In order of due date, oldest first within a day. */
  list(filter: RequestFilter, page: { offset: number; limit: number }): Promise<RequestRow[]>;
  /** How many requests of the filter are in each state, whatever state the filter names. */
  count(filter: RequestFilter): Promise<Record<RequestState, number>>;
  find(reference: string): Promise<RequestRow | undefined>;
  /** Forms and languages that occur, for the filter. */
  facets(): Promise<{ forms: string[]; languages: string[] }>;
  /** Moves a request on, and notes in the audit log who did. False when it is no longer in state `from`: someone else was faster. */
  move(reference: string, from: RequestState, to: RequestState, at: Date, who: string): Promise<boolean>;
  /** Deletes requests whose visit (without one: whose arrival) was before `day`. Answers how many. */
  deleteBefore(day: string, forms?: { only?: string; except?: readonly string[] }): Promise<number>;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
}

export function createRequestStore(database: Database): RequestStore {
  const insert = createInsert(database);
  return {
    async accept(submission, schedule, receivedAt) {
      const body = canonicalJson(submission);
      const at = receivedAt.toISOString();
      // A second turn is needed only when the random reference is taken, one time in millions.
      for (let attempt = 0; attempt < 10; attempt++) {
        const row: RequestRow = {
          id: submission.id,
          reference: newReference(),
          form: submission.form,
          language: submission.language,
          state: 'new',
          state_since: at,
          received_at: at,
          visit_on: schedule.visitOn,
          answer_by: schedule.answerBy,
          due_on: schedule.dueOn,
          body,
          body_hash: hashOf(body),
        };
        // The unique key decides between concurrent retries, not a look beforehand.
        if (await insert(row)) return { kept: true, created: true, reference: row.reference };
        const stored = await database
          .selectFrom('requests')
          .select(['reference', 'body_hash'])
          .where('id', '=', submission.id)
          .executeTakeFirst();
        if (stored) {
          return stored.body_hash === row.body_hash
            ? { kept: true, created: false, reference: stored.reference }
            : { kept: false };
        }
      }
      throw new Error('No free reference was found.');
    },

    list(filter, { offset, limit }) {
      return filtered(database.selectFrom('requests'), filter)
        .selectAll()
        .orderBy('due_on')
        .orderBy('received_at')
        .orderBy('id')
        .limit(limit)
        .offset(offset)
        .execute();
    },

    async count(filter) {
      const rows = await filtered(database.selectFrom('requests'), { ...filter, state: undefined })
        // PostgreSQL counts in 64 bits and sends text; this is a number in both.
        .select(['state', sql<number>`cast(count(*) as integer)`.as('total')])
        .groupBy('state')
        .execute();
      const totals = { new: 0, 'in-work': 0, done: 0 };
      for (const { state, total } of rows) totals[state] = total;
      return totals;
    },

    find(reference) {
      return database
        .selectFrom('requests')
        .selectAll()
        .where('reference', '=', reference)
        .executeTakeFirst();
    },

    async facets() {
      const forms = await database.selectFrom('requests').select('form').distinct().orderBy('form').execute();
      const languages = await database
        .selectFrom('requests')
        .select('language')
        .distinct()
        .orderBy('language')
        .execute();
      return { forms: forms.map(({ form }) => form), languages: languages.map(({ language }) => language) };
    },

    move(reference, from, to, at, who) {
      return database.transaction().execute(async (transaction) => {
        const moved = await transaction
          .updateTable('requests')
          .set({ state: to, state_since: at.toISOString() })
          .where('reference', '=', reference)
          .where('state', '=', from)
          .returning('id')
          .executeTakeFirst();
        if (!moved) return false;
        await transaction
          .insertInto('state_changes')
          .values({ request_id: moved.id, from_state: from, to_state: to, changed_at: at.toISOString() })
          .execute();
        await createAuditLog(transaction).write({
          at,
          who,
          action: 'change',
          reference,
          detail: `${from} to ${to}`,
        });
        return true;
      });
    },

    async deleteBefore(day, { only, except } = {}) {
      let deletion = database
        .deleteFrom('requests')
        .where((the) => the(the.fn.coalesce('visit_on', sql<string>`substr(received_at, 1, 10)`), '<', day));
      if (only) deletion = deletion.where('form', '=', only);
      if (except?.length) deletion = deletion.where('form', 'not in', [...except]);
      return Number((await deletion.executeTakeFirst()).numDeletedRows);
    },

    async ping() {
      await sql`select 1`.execute(database);
    },
  };
}

function filtered<Selected>(
  query: SelectQueryBuilder<Tables, 'requests', Selected>,
  filter: RequestFilter,
): SelectQueryBuilder<Tables, 'requests', Selected> {
  let result = query;
  if (filter.state) result = result.where('state', '=', filter.state);
  if (filter.form) result = result.where('form', '=', filter.form);
  if (filter.language) result = result.where('language', '=', filter.language);
  return result;
}
