import { createHmac, randomBytes } from 'node:crypto';

export interface RateLimit {
  /** Takes one turn. Answers 0 when there was one, else the whole seconds until the next. */
  take(client: string): number;
  /** Puts a turn back that should not count after all. */
  giveBack(client: string): void;
}

/** More clients than this at once and those seen first are forgotten first: memory stays bounded under attack. */
const mostClients = 20_000;

/**
 * A token bucket per client: `perMinute` at once, refilled evenly; 0 is no limit.
 * No address is kept: buckets are keyed by its HMAC under a key that exists only in this process.
 */
export function createRateLimit(perMinute: number, now: () => number = Date.now): RateLimit {
  if (perMinute <= 0) return { take: () => 0, giveBack: () => undefined };
  const key = randomBytes(32);
  const perMillisecond = perMinute / 60_000;
  const buckets = new Map<string, { tokens: number; at: number }>();
  const idOf = (client: string): string =>
    createHmac('sha256', key).update(networkOf(client)).digest('base64');
  const refill = (bucket: { tokens: number; at: number }, at: number): number =>
    Math.min(perMinute, bucket.tokens + (at - bucket.at) * perMillisecond);

  /** Frees a tenth at a time, so that a flood of new clients pays for one sweep in thousands. */
  const makeRoom = (at: number): void => {
    for (const [id, bucket] of buckets) if (refill(bucket, at) >= perMinute) buckets.delete(id);
    for (const id of buckets.keys()) {
      if (buckets.size <= mostClients * 0.9) return;
      buckets.delete(id);
    }
  };

  return {
    take(client) {
      const at = now();
      const id = idOf(client);
      if (!buckets.has(id) && buckets.size >= mostClients) makeRoom(at);
      const tokens = refill(buckets.get(id) ?? { tokens: perMinute, at }, at);
      if (tokens < 1) return Math.max(1, Math.ceil((1 - tokens) / perMillisecond / 1000));
      buckets.delete(id);
      buckets.set(id, { tokens: tokens - 1, at });
      return 0;
    },
    giveBack(client) {
      const bucket = buckets.get(idOf(client));
      if (bucket) bucket.tokens = Math.min(perMinute, bucket.tokens + 1);
    },
  };
}

/** One client of IPv6 usually has a /64 of addresses, and IPv4 may come written as IPv6. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const front = head ? head.split(':') : [];
  const back = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  return [...front, ...Array<string>(zeros).fill('0'), ...back].slice(0, 4).join(':');
}
