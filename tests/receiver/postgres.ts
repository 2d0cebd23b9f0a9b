/**
 * A throwaway PostgreSQL on this machine, from Debian's packages (`apt-get install postgresql`).
 * `npx tsx tests/receiver/postgres.ts` starts one, prints its address and stops it with Ctrl+C.
 */
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ThrowawayPostgres {
  url: string;
  stop(): Promise<void>;
}

const installed = '/usr/lib/postgresql';

/** Folder of the newest installed server's programs, or null. */
export function postgresPrograms(): string | null {
  if (!existsSync(installed)) return null;
  const versions = readdirSync(installed).sort((a, b) => Number(b) - Number(a));
  return (
    versions
      .map((version) => join(installed, version, 'bin'))
      .find((bin) => existsSync(join(bin, 'initdb'))) ?? null
  );
}

/**
 * Starts a server with an empty database, on a free loopback port, reachable only with a random password.
 * @param options `fsync`: what is committed survives a power cut, as in a hospital; slower
 * @throws when no server is installed or it does not start within 30 s
 */
export async function startPostgres({ fsync = false } = {}): Promise<ThrowawayPostgres> {
  const bin = postgresPrograms();
  if (!bin) throw new Error(`No PostgreSQL server in ${installed}.`);
  const folder = mkdtempSync(join(tmpdir(), 'health-help-postgres-'));
  const data = join(folder, 'data');
  const password = randomBytes(16).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const user = ordinaryUser();
  if (user.uid !== undefined && user.gid !== undefined) {
    for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
  }
  const options = { ...user, cwd: folder };
  execFileSync(
    join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'test',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `fsync=${fsync ? 'on' : 'off'}`,
    'max_connections=60',
  ];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((each) => ['-c', each])],
    {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const killNow = (): void => void server.kill('SIGQUIT');
  process.once('exit', killNow);

  const stop = async (): Promise<void> => {
    process.off('exit', killNow);
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready(server.stderr, ended);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgres://test:${password}@127.0.0.1:${port}/postgres`, stop };
}

/** PostgreSQL refuses to run as root: then Debian's `postgres` runs it, or `nobody`. */
function ordinaryUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const idOf = (what: string): number =>
        Number(execFileSync('id', [what, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: idOf('-u'), gid: idOf('-g') };
    } catch {
      // That user does not exist here.
    }
  }
  return {};
}

function ready(output: NodeJS.ReadableStream, ended: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    const late = setTimeout(() => reject(new Error(`PostgreSQL did not start in 30 s.\n${text}`)), 30_000);
    output.setEncoding('utf8');
    output.on('data', (part: string) => {
      if (text.length < 10_000) text += part;
      if (!text.includes('ready to accept connections')) return;
      clearTimeout(late);
      resolve();
    });
    void ended.then(() => {
      clearTimeout(late);
      reject(new Error(`PostgreSQL ended.\n${text}`));
    });
  });
}

/** A port of this machine that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.')),
      );
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const postgres = await startPostgres();
  console.log(postgres.url);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void postgres.stop().then(() => process.exit(0)));
  }
}
