import { type Kysely, type Migration, sql } from 'kysely';

/**
 * The same steps for SQLite and PostgreSQL, applied in order of name and never edited once released.
 * Only types both know: text and integer. Dates are `YYYY-MM-DD`, times ISO 8601 in UTC, so that text order is time order.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-requests': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('requests')
        .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
        .addColumn('reference', 'varchar(16)', (column) => column.notNull().unique())
        .addColumn('form', 'varchar(64)', (column) => column.notNull())
        .addColumn('language', 'varchar(40)', (column) => column.notNull())
        .addColumn('state', 'varchar(16)', (column) =>
          column.notNull().check(sql`state in ('new', 'in-work', 'done')`),
        )
        .addColumn('state_since', 'varchar(32)', (column) => column.notNull())
        .addColumn('received_at', 'varchar(32)', (column) => column.notNull())
        .addColumn('visit_on', 'varchar(10)')
        .addColumn('answer_by', 'varchar(10)')
        .addColumn('due_on', 'varchar(10)', (column) => column.notNull())
        .addColumn('body', 'text', (column) => column.notNull())
        .addColumn('body_hash', 'varchar(64)', (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex('requests_queue')
        .on('requests')
        .columns(['state', 'due_on', 'received_at', 'id'])
        .execute();
      await db.schema
        .createTable('state_changes')
        .addColumn('request_id', 'varchar(36)', (column) =>
          column.notNull().references('requests.id').onDelete('cascade'),
        )
        .addColumn('from_state', 'varchar(16)', (column) => column.notNull())
        .addColumn('to_state', 'varchar(16)', (column) => column.notNull())
        .addColumn('changed_at', 'varchar(32)', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('state_changes_request').on('state_changes').column('request_id').execute();
    },
    async down(db: Kysely<unknown>): Promise<void> {
      await db.schema.dropTable('state_changes').execute();
      await db.schema.dropTable('requests').execute();
    },
  },
  '002-staff': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('audit')
        .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
        .addColumn('at', 'varchar(32)', (column) => column.notNull())
        .addColumn('who', 'varchar(200)', (column) => column.notNull())
        .addColumn('action', 'varchar(32)', (column) => column.notNull())
        .addColumn('reference', 'varchar(16)')
        .addColumn('detail', 'varchar(200)', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('audit_time').on('audit').columns(['at', 'id']).execute();
      await db.schema
        .createTable('sessions')
        .addColumn('secret_hash', 'varchar(64)', (column) => column.primaryKey())
        .addColumn('started_at', 'varchar(32)', (column) => column.notNull())
        .addColumn('used_at', 'varchar(32)', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('secrets')
        .addColumn('name', 'varchar(32)', (column) => column.primaryKey())
        .addColumn('value', 'varchar(64)', (column) => column.notNull())
        .execute();
    },
    async down(db: Kysely<unknown>): Promise<void> {
      for (const table of ['secrets', 'sessions', 'audit']) await db.schema.dropTable(table).execute();
    },
  },
};
