import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from '../../demo/receiver/database.ts';
import { startReceiverProcess } from '../soak/receiver-process.ts';
import { aSubmission } from './a-submission.ts';
import { startReceiver } from './running-receiver.ts';

const folder = mkdtempSync(join(tmpdir(), 'health-help-stopping-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a load balancer is told to send nobody here before the receiver stops, and that it is alive', async () => {
  const database = await openDatabase({ dataDir: join(folder, 'ready') });
  let stopping = false;
  const receiver = await startReceiver({ database, isStopping: () => stopping });
  const status = async (path: string) => (await fetch(receiver.url + path)).status;
  expect([await status('/health'), await status('/ready')]).toEqual([200, 200]);
  stopping = true;
  expect([await status('/health'), await status('/ready')]).toEqual([200, 503]);
  stopping = false;
  await database.destroy();
  expect([await status('/health'), await status('/ready')]).toEqual([200, 503]);
  await receiver.close();
});

it('a request that is on its way when the receiver is stopped is taken and answered', async () => {
  const dataDir = join(folder, 'data');
  const receiver = await startReceiverProcess({ DATA_DIR: dataDir });
  const submission = aSubmission();
  const body = JSON.stringify(submission);
  const socket = connect(Number(new URL(receiver.url).port), '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (part: string) => {
    answer += part;
  });
  const head = `POST /api/requests HTTP/1.1\r\nHost: ${new URL(receiver.url).host}\r\nContent-Type: application/json\r\n`;
  socket.write(
    `${head}Idempotency-Key: ${submission.id}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`,
  );
  socket.write(body.slice(0, 100));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const stopped = receiver.stop();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await expect(fetch(`${receiver.url}/health`)).rejects.toThrow();
  socket.write(body.slice(100));
  expect(await stopped).toBe(0);
  expect(answer).toMatch(/^HTTP\/1\.1 201 .*"reference":"HH-\w{6}"/s);
  const database = await openDatabase({ dataDir });
  expect(await database.selectFrom('requests').select('id').execute()).toEqual([{ id: submission.id }]);
  await database.destroy();
});
