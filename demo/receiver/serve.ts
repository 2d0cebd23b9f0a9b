import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

export interface RunningServer {
  /** E.g. `http://127.0.0.1:8080`, without a slash. */
  url: string;
  port: number;
  /** Takes no new connections, lets running answers finish (10 s at most), then resolves. */
  close(): Promise<void>;
}

/**
 * Listens with an app. Port 0 takes a free one.
 * @throws when the port is taken or the host is not this machine's
 */
export function serve(app: Hono, options: { host: string; port: number }): Promise<RunningServer> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: 30_000, headersTimeout: 15_000, maxHeaderSize: 16_384 },
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      const { port } = server.address() as AddressInfo;
      const host = options.host.includes(':') ? `[${options.host}]` : options.host;
      resolve({ url: `http://${host}:${port}`, port, close: () => closeServer(server) });
    });
  });
}

function closeServer(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((resolve, reject) => {
    const force = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 10_000);
    // A connection that is kept open after its last answer would otherwise hold the end up.
    const tidy = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 100);
    server.close((error) => {
      clearInterval(tidy);
      clearTimeout(force);
      if (error) reject(error);
      else resolve();
    });
  });
}
