/** The little of `pg` that is used here, in Kysely's own words; the package ships no types. */
declare module 'pg' {
  import type { PostgresPool } from 'kysely';

  interface PoolConfig {
    connectionString: string;
    max?: number;
    connectionTimeoutMillis?: number;
    /** Command-line options of the server session, e.g. `-c search_path=inbox`. */
    options?: string;
  }
  interface Pool extends PostgresPool {
    on(event: 'error', listener: (error: Error) => void): this;
  }
  const pg: { Pool: new (config: PoolConfig) => Pool };
  export default pg;
}
