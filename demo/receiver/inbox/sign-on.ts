import { createHmac, randomBytes } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { socketAddress } from '../client-address.ts';
import type { Database } from '../database.ts';
import type { Session } from './sessions.ts';

/**
 * A reverse proxy of the hospital signs staff in and says who they are in a header. It has to take that header off every
 * request it gets from outside.
 */
export interface SignOn {
  /** In lower case, e.g. `x-remote-user`. */
  header: string;
  /** Addresses of the proxy. From anywhere else the header is nobody's word. */
  from: readonly string[];
}

/** Who the proxy says this is; undefined when it says nothing, or it is not the proxy that speaks. */
export function signedOn(context: Context, { header, from }: SignOn): string | undefined {
  if (!from.includes(socketAddress(context).replace(/^::ffff:/i, ''))) return undefined;
  // Twice means that one of them came from outside.
  const raw = (context.env as Partial<HttpBindings> | undefined)?.incoming?.rawHeaders ?? [];
  if (raw.filter((name, index) => index % 2 === 0 && name.toLowerCase() === header).length > 1)
    return undefined;
  // Node reads headers as Latin-1; names of people are UTF-8.
  const name = Buffer.from(context.req.header(header) ?? '', 'latin1')
    .toString('utf8')
    .replace(/\p{Cc}/gu, '')
    .trim();
  return name && name.length <= 200 ? name : undefined;
}

/** Sessions of people who are signed on: nothing is stored of them, and the form token is the same in every instance. */
export function createSignOnSessions(database: Database): (who: string) => Promise<Session> {
  let key: Promise<string> | undefined;
  return async (who) => {
    key ??= sharedSecret(database, 'form-token').catch((error: unknown) => {
      key = undefined;
      throw error;
    });
    const formToken = createHmac('sha256', await key)
      .update(`form ${who}`)
      .digest('base64url');
    return { formToken, who, canSignOut: false };
  };
}

/** Made by the first instance that needs it. */
async function sharedSecret(database: Database, name: string): Promise<string> {
  await database
    .insertInto('secrets')
    .values({ name, value: randomBytes(32).toString('hex') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await database
    .selectFrom('secrets')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return value;
}
