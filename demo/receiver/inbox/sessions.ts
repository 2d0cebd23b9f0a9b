import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database } from '../database.ts';

export interface Session {
  /** Goes into every form, and has to come back with it. */
  formToken: string;
  /** For the audit log. */
  who: string;
  /** Whether there is something to sign out of here; a hospital's own sign-on ends elsewhere. */
  canSignOut: boolean;
}

/** What a page of the inbox knows once somebody is signed in. */
export type InboxEnv = { Variables: { session: Session } };

export interface Sessions {
  /** Starts one and answers the secret for the cookie. */
  start(): Promise<string>;
  /** The session of a cookie, kept alive by being asked for. */
  find(secret: string | undefined): Promise<Session | undefined>;
  end(secret: string | undefined): Promise<void>;
}

const minute = 60_000;
const idle = 60 * minute;
const longest = 12 * 60 * minute;

/**
 * Staff sessions, in the database, so that every instance knows them. Only the hash of a secret is stored: whoever reads
 * the database cannot sign in with it. One idle hour or twelve in all end a session; nothing typed is lost by that.
 */
export function createSessions(database: Database, now: () => number): Sessions {
  const keyOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
  const text = (time: number): string => new Date(time).toISOString();

  return {
    async start() {
      await database
        .deleteFrom('sessions')
        .where((the) =>
          the.or([the('used_at', '<', text(now() - idle)), the('started_at', '<', text(now() - longest))]),
        )
        .execute();
      const secret = randomBytes(32).toString('base64url');
      const at = text(now());
      await database
        .insertInto('sessions')
        .values({ secret_hash: keyOf(secret), started_at: at, used_at: at })
        .execute();
      return secret;
    },
    async find(secret) {
      if (!secret) return undefined;
      const key = keyOf(secret);
      const row = await database
        .selectFrom('sessions')
        .selectAll()
        .where('secret_hash', '=', key)
        .executeTakeFirst();
      if (!row) return undefined;
      if (now() - Date.parse(row.used_at) > idle || now() - Date.parse(row.started_at) > longest) {
        await database.deleteFrom('sessions').where('secret_hash', '=', key).execute();
        return undefined;
      }
      if (now() - Date.parse(row.used_at) > minute)
        await database
          .updateTable('sessions')
          .set({ used_at: text(now()) })
          .where('secret_hash', '=', key)
          .execute();
      return {
        formToken: createHmac('sha256', secret).update('form').digest('base64url'),
        who: `session ${key.slice(0, 8)}`,
        canSignOut: true,
      };
    },
    async end(secret) {
      if (secret) await database.deleteFrom('sessions').where('secret_hash', '=', keyOf(secret)).execute();
    },
  };
}

/** Compares without saying, by the time it takes, how much was right. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
