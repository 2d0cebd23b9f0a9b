import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Session {
  /** Goes into every form, and has to come back with it. */
  formToken: string;
}

export interface Sessions {
  /** Starts one and answers the secret for the cookie. */
  start(): string;
  /** The session of a cookie, kept alive by being asked for. */
  find(secret: string | undefined): Session | undefined;
  end(secret: string | undefined): void;
}

const idle = 60 * 60_000;
const longest = 12 * 60 * 60_000;
const most = 500;

/**
 * Staff sessions, in memory: a restart signs everybody out, and nothing can be read from a disk.
 * Only the hash of a secret is kept. One idle hour or twelve in all end it; nothing typed is lost by that.
 */
export function createSessions(now: () => number): Sessions {
  const sessions = new Map<string, Session & { startedAt: number; usedAt: number }>();
  const keyOf = (secret: string): string => createHash('sha256').update(secret).digest('base64');
  const isOver = (session: { startedAt: number; usedAt: number }): boolean =>
    now() - session.usedAt > idle || now() - session.startedAt > longest;

  return {
    start() {
      for (const [key, session] of sessions) if (isOver(session)) sessions.delete(key);
      for (const key of sessions.keys()) if (sessions.size >= most) sessions.delete(key);
      const secret = randomBytes(32).toString('base64url');
      const formToken = randomBytes(24).toString('base64url');
      sessions.set(keyOf(secret), { formToken, startedAt: now(), usedAt: now() });
      return secret;
    },
    find(secret) {
      const session = secret ? sessions.get(keyOf(secret)) : undefined;
      if (!secret || !session) return undefined;
      if (isOver(session)) {
        sessions.delete(keyOf(secret));
        return undefined;
      }
      session.usedAt = now();
      return session;
    },
    end(secret) {
      if (secret) sessions.delete(keyOf(secret));
    },
  };
}

/** Compares without saying, by the time it takes, how much was right. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
