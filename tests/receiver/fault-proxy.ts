import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

const faults = [
  /** The connection breaks before the request reaches the receiver. */
  'dropped-before',
  /** The receiver has the request, but its answer never reaches the patient. */
  'dropped-after',
  /** A server in between fails: the receiver never sees the request. */
  'failed',
  /** Too busy, with `Retry-After` of 0 or 1 second; the receiver never sees the request. */
  'busy',
  /** The request reaches the receiver only after the patient's page has given up, while it is trying again. */
  'slow-before',
  /** The receiver has the request at once, but answers after the page has given up. */
  'slow-after',
] as const;

export type Fault = (typeof faults)[number];

export interface FaultProxyOptions {
  /** The receiver, e.g. `http://127.0.0.1:8080`; asked anew for every exchange where there are several. */
  target: string | (() => string);
  seed: number;
  /** Share of exchanges that go wrong, 0 to 1. */
  faultRate?: number;
  /** Milliseconds a slow exchange takes: more than the client waits. */
  slowMs: number;
}

export interface FaultProxy {
  url: string;
  /** Exchanges so far, by what was done to them. */
  counts: Readonly<Record<Fault | 'passed', number>>;
  /** Requests the receiver answered. */
  readonly delivered: number;
  /** Waits for slow deliveries that are still on their way. */
  close(): Promise<void>;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** An HTTP proxy on loopback between a page and a receiver, as unreliable as a hospital's guest network. */
export async function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const { target, seed, faultRate = 0.3, slowMs } = options;
  const random = mulberry32(seed);
  const counts: Record<Fault | 'passed', number> = {
    passed: 0,
    'dropped-before': 0,
    'dropped-after': 0,
    failed: 0,
    busy: 0,
    'slow-before': 0,
    'slow-after': 0,
  };
  const agent = new Agent({ keepAlive: true });
  const running = new Set<Promise<void>>();
  let delivered = 0;

  async function deliver(incoming: IncomingMessage, body: Buffer): Promise<Answer> {
    const answer = await forward(typeof target === 'string' ? target : target(), agent, incoming, body);
    delivered += 1;
    return answer;
  }

  async function exchange(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await readBody(incoming);
    const fault = random() < faultRate ? faults[Math.floor(random() * faults.length)] : undefined;
    counts[fault ?? 'passed'] += 1;
    switch (fault) {
      case 'dropped-before':
        incoming.socket.destroy();
        return;
      case 'dropped-after':
        await deliver(incoming, body);
        incoming.socket.destroy();
        return;
      case 'failed':
        outgoing.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Internal error</h1>');
        return;
      case 'busy':
        outgoing.writeHead(503, { 'retry-after': random() < 0.5 ? '0' : '1' }).end();
        return;
      case 'slow-before':
        await sleep(slowMs);
        respond(outgoing, await deliver(incoming, body));
        return;
      case 'slow-after': {
        const answer = await deliver(incoming, body);
        await sleep(slowMs);
        respond(outgoing, answer);
        return;
      }
      default:
        respond(outgoing, await deliver(incoming, body));
    }
  }

  const server = createServer((incoming, outgoing) => {
    const done = exchange(incoming, outgoing)
      .catch(() => incoming.socket.destroy())
      .then(() => {
        running.delete(done);
      });
    running.add(done);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    get delivered() {
      return delivered;
    },
    async close() {
      await Promise.all(running);
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function forward(target: string, agent: Agent, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { host: _host, connection: _connection, ...headers } = incoming.headers;
    const onward = request(
      new URL(incoming.url ?? '/', target),
      { method: incoming.method ?? 'GET', headers, agent },
      (response) => {
        readBody(response).then(
          (answer) =>
            resolve({ status: response.statusCode ?? 502, headers: response.headers, body: answer }),
          reject,
        );
      },
    );
    onward.on('error', reject);
    onward.end(body);
  });
}

/** Does nothing for a page that has gone. */
function respond(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  if (outgoing.destroyed) return;
  const { connection: _connection, 'transfer-encoding': _encoding, ...rest } = headers;
  outgoing.writeHead(status, { ...rest, 'content-length': body.length }).end(body);
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Small seeded random numbers, 0 to 1, so that a run can be repeated. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
