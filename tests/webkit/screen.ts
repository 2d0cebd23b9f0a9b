import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export const displayServer = '/usr/bin/Xvfb';

export interface Screen {
  /** As in `DISPLAY`. */
  display: string;
  close(): void;
}

/**
 * A screen nobody sees. It finds its own free number.
 * @throws when Xvfb cannot start
 */
export function startScreen(width: number, height: number): Promise<Screen> {
  const words = ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'];
  const server = spawn(displayServer, words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    // Written when it takes connections.
    (server.stdio[3] as Readable).once('data', (number) => {
      resolve({ display: `:${String(number).trim()}`, close: () => void server.kill() });
    });
  });
}
