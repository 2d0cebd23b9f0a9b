import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * Whose request this is. `X-Forwarded-For` is believed only for as many proxies as the hospital says it runs,
 * counted from the end: everything before is whatever the client wrote.
 */
export function clientAddress(context: Context, trustedProxies: number): string {
  const socket = socketAddress(context);
  if (trustedProxies <= 0) return socket;
  const hops = (context.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean);
  return hops.at(-trustedProxies) ?? hops[0] ?? socket;
}

export function socketAddress(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? 'unknown';
  } catch {
    // Called without a socket, as `app.request()` does.
    return 'unknown';
  }
}

/** Whether the browser sees https, directly or through a proxy the hospital runs. */
export function isSecure(context: Context, trustedProxies: number): boolean {
  if (new URL(context.req.url).protocol === 'https:') return true;
  return trustedProxies > 0 && context.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim() === 'https';
}
