import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, Migrator, PostgresDialect, SqliteDialect, sql } from 'kysely';
import Libsql from 'libsql';
import pg from 'pg';
import { migrations } from './migrations.ts';

export type RequestState = 'new' | 'in-work' | 'done';

export interface RequestRow {
  /** UUID v4 chosen by the patient's device; the same for every retry. */
  id: string;
  /** What the patient was given, e.g. `HH-7K3FQ2`. */
  reference: string;
  form: string;
  language: string;
  state: RequestState;
  state_since: string;
  received_at: string;
  /** `YYYY-MM-DD`, when the patient named one. */
  visit_on: string | null;
  /** `YYYY-MM-DD`, when the hospital promises an answer. */
  answer_by: string | null;
  /** The earlier of the two, else the day of arrival: the order of the list. */
  due_on: string;
  /** The submission as JSON. */
  body: string;
  /** SHA-256 of the canonical submission, hex. */
  body_hash: string;
}

export interface StateChangeRow {
  request_id: string;
  from_state: RequestState;
  to_state: RequestState;
  changed_at: string;
}

/** What a member of staff did. Nothing of the patient but the reference of their request. */
export interface AuditRow {
  id: string;
  at: string;
  who: string;
  action: string;
  reference: string | null;
  detail: string;
}

export interface SessionRow {
  /** SHA-256 of what is in the cookie, hex. */
  secret_hash: string;
  started_at: string;
  used_at: string;
}

export interface SecretRow {
  name: string;
  value: string;
}

export interface Tables {
  requests: RequestRow;
  state_changes: StateChangeRow;
  audit: AuditRow;
  sessions: SessionRow;
  secrets: SecretRow;
}

export type Database = Kysely<Tables>;

export interface DatabaseOptions {
  /** `postgres://…`; without it an embedded file in `dataDir` is used. */
  url?: string | undefined;
  /** Folder of the embedded database, made when missing. Default `data`. */
  dataDir?: string | undefined;
  /** PostgreSQL only: keep everything in this schema, made when missing. Default `public`. */
  schema?: string | undefined;
}

/**
 * Opens the database and brings its tables up to date. Close it with `destroy()`.
 * @throws when it cannot be reached or a migration fails; nothing is left half migrated.
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const schema = options.url ? (options.schema ?? 'public') : undefined;
  if (schema && !/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) throw new Error('The schema name is not usable.');
  const database = new Kysely<Tables>({
    dialect: options.url ? postgres(options.url, schema ?? 'public') : embedded(options.dataDir ?? 'data'),
  });
  try {
    if (schema && schema !== 'public') {
      await sql`create schema if not exists ${sql.id(schema)}`.execute(database);
    }
    const migrator = new Migrator({
      db: database,
      provider: { getMigrations: async () => ({ ...migrations }) },
      // Named, or Kysely takes another schema's list of applied migrations for this one's.
      ...(schema ? { migrationTableSchema: schema } : {}),
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
}

function postgres(connectionString: string, schema: string): PostgresDialect {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5_000,
    options: `-c search_path=${schema}`,
  });
  // An idle connection that breaks would otherwise end the process; the pool replaces it by itself.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}

function embedded(dataDir: string): SqliteDialect {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = new Libsql(join(dataDir, 'requests.db'));
  // WAL: reading does not wait for writing. FULL: a request answered with 201 survives a power cut.
  file.exec('pragma journal_mode = wal');
  file.exec('pragma synchronous = full');
  file.exec('pragma busy_timeout = 5000');
  file.exec('pragma foreign_keys = on');
  return new SqliteDialect({ database: file });
}
