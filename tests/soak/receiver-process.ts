import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../receiver/postgres.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** A receiver as a hospital runs it, in a process of its own that can be killed at any moment. */
export interface ReceiverProcess {
  url: string;
  /** `kill -9`: no warning, nothing is finished. Then it is started again on the same port. */
  killAndStartAgain(): Promise<void>;
  /** As an operating system stops it. Answers the exit code. */
  stop(): Promise<number | null>;
  /** Everything it said, of every start. */
  output(): string;
}

/** @param env e.g. `DATABASE_URL` or `DATA_DIR` */
export async function startReceiverProcess(env: Readonly<Record<string, string>>): Promise<ReceiverProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let output = '';
  let child: ChildProcess;

  const kill = (): void => void child?.kill('SIGKILL');
  process.once('exit', kill);

  async function start(): Promise<void> {
    child = spawn(process.execPath, ['--import', 'tsx', `${project}demo/start.ts`], {
      cwd: project,
      env: {
        PATH: process.env.PATH ?? '',
        PORT: String(port),
        RATE_LIMIT: '0',
        INBOX_PASSWORD: 'correct horse battery',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part) => {
        if (output.length < 1_000_000) output += part;
      });
    const until = Date.now() + 60_000;
    while (!(await isReady(url))) {
      if (child.exitCode !== null || Date.now() > until)
        throw new Error(`A receiver did not start.\n${output.slice(-2_000)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  await start();
  return {
    url,
    output: () => output,
    async killAndStartAgain() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await start();
    },
    async stop() {
      process.off('exit', kill);
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}
