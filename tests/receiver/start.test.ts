import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { aSubmission } from './a-submission.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

describe('npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'health-help-start-'));
  let child: ChildProcess | undefined;
  afterEach(() => {
    child?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts the server without a build, with nothing of this shell's settings. */
  function start(env: Record<string, string>): { output(): string; exit: Promise<number | null> } {
    let text = '';
    const own = { PATH: process.env.PATH ?? '', DATA_DIR: join(folder, 'data'), PORT: '0', ...env };
    const process_ = spawn(process.execPath, ['--import', 'tsx', join(project, 'demo/start.ts')], {
      cwd: project,
      env: own,
    });
    child = process_;
    for (const stream of [process_.stdout, process_.stderr]) {
      stream.on('data', (part) => {
        text += part;
      });
    }
    return { output: () => text, exit: new Promise((resolve) => process_.once('exit', resolve)) };
  }

  it('prints where everything is, takes a request, and stops tidily', async () => {
    const { output, exit } = start({});
    await expect.poll(output, { timeout: 30_000 }).toContain('Stop with Ctrl+C');
    const url = /Inbox +(http:\S+)\/inbox +\(password \S+, made/.exec(output())?.[1] ?? '';
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' });
    const submission = aSubmission();
    const answer = await fetch(`${url}/api/requests`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': submission.id,
        origin: 'http://localhost:3000',
      },
      body: JSON.stringify(submission),
    });
    expect(answer.status).toBe(201);
    child?.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(output()).not.toContain('Rima');
  }, 60_000);

  it('says in one line what is wrong, instead of starting unsafely', async () => {
    const { output, exit } = start({ HOST: '0.0.0.0' });
    expect(await exit).toBe(1);
    expect(output()).toContain('Set INBOX_PASSWORD');
    expect(output()).not.toContain('    at ');
  }, 60_000);
});
