import { expect, test } from 'vitest';
import type { Outcome, Submission } from '../../../widget/contract/submission.ts';
import { backoff } from '../../../widget/submit/backoff.ts';
import { createOutbox, type OutboxEvent } from '../../../widget/submit/outbox.ts';
import { FakeClock } from './fake-clock.ts';
import { interpreterRequest } from './interpreter-request.ts';

type Step = Outcome | { queuedFor: number } | Promise<Outcome>;

/** An outbox whose sender answers the steps in turn, the last one for ever. `random` is always at its largest. */
function outboxAnswering(...steps: [Step, ...Step[]]) {
  const clock = new FakeClock();
  const attempts: { at: number; submission: Submission; signal: AbortSignal | undefined }[] = [];
  const outbox = createOutbox({
    clock,
    random: () => 0.999_999_9,
    send: async (submission, signal) => {
      const step = steps[Math.min(attempts.length, steps.length - 1)] ?? steps[0];
      attempts.push({ at: clock.now(), submission, signal });
      if (!('queuedFor' in step)) return step;
      return { state: 'queued', reason: 'busy', retryAt: clock.now() + step.queuedFor };
    },
  });
  const events: OutboxEvent[] = [];
  const unsubscribe = outbox.subscribe((event) => events.push(event));
  return { outbox, clock, attempts, events, unsubscribe };
}

const sent: Outcome = { state: 'sent', reference: 'HH-7K3F' };
const down = { queuedFor: 0 };

test('a request that arrives at once is sent, and nothing of it is kept', async () => {
  const { outbox, clock, events } = outboxAnswering(sent);
  const request = interpreterRequest();
  const outcome = outbox.send(request);
  expect(outbox.hasUnsent).toBe(true);
  expect(await outcome).toEqual(sent);
  expect(events).toEqual([{ id: request.id, form: 'interpreter', outcome: sent }]);
  expect([outbox.hasUnsent, outbox.pending(), outbox.held(), clock.waiting]).toEqual([false, [], [], 0]);
});

test('a refused request is not tried again', async () => {
  const rejected: Outcome = {
    state: 'rejected',
    status: 422,
    errors: [{ field: 'date', code: 'in-the-past' }],
  };
  const { outbox, clock, attempts } = outboxAnswering(rejected);
  expect(await outbox.send(interpreterRequest())).toEqual(rejected);
  await clock.advance(86_400_000);
  expect(attempts).toHaveLength(1);
  expect(outbox.hasUnsent).toBe(false);
});

test('a request without a network is kept, tried again at the time given, and then reported as sent', async () => {
  const { outbox, clock, attempts, events } = outboxAnswering(down, sent);
  const request = interpreterRequest();
  const first = await outbox.send(request);
  expect(first).toEqual({ state: 'queued', reason: 'busy', retryAt: clock.now() + 2_000 });
  expect(outbox.pending()).toEqual([request.id]);
  expect(outbox.held()).toEqual([request]);
  await clock.advance(1_999);
  expect(attempts).toHaveLength(1);
  await clock.advance(1);
  expect(attempts.map((attempt) => attempt.submission)).toEqual([request, request]);
  expect(events.map((event) => event.outcome.state)).toEqual(['queued', 'sent']);
  expect(outbox.hasUnsent).toBe(false);
});

test('the waiting time doubles from 2 seconds up to 5 minutes, and trying never stops', async () => {
  const { outbox, clock, attempts } = outboxAnswering(down);
  await outbox.send(interpreterRequest());
  await clock.advance(86_400_000);
  const waits = attempts.slice(1).map((attempt, index) => attempt.at - (attempts[index]?.at ?? 0));
  expect(waits.slice(0, 10).map((wait) => wait / 1000)).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  expect(waits.length).toBeGreaterThan(250);
  expect(Math.max(...waits)).toBe(300_000);
});

test('waiting times are spread over the whole interval, so that pages do not return together', () => {
  expect([0, 0.25, 0.5].map((draw) => backoff(4, () => draw))).toEqual([250, 4_000, 8_000]);
  expect(backoff(5_000, () => 0.5)).toBe(150_000);
});

test('the time a server asks for comes before our own waiting time', async () => {
  const { outbox, clock, attempts } = outboxAnswering({ queuedFor: 60_000 }, sent);
  const outcome = await outbox.send(interpreterRequest());
  expect(outcome).toMatchObject({ retryAt: clock.now() + 62_000 });
  await clock.advance(61_999);
  expect(attempts).toHaveLength(1);
  await clock.advance(1);
  expect(attempts).toHaveLength(2);
});

test('asking to try now tries at once, but not sooner than the server allows', async () => {
  const { outbox, clock, attempts } = outboxAnswering(down, { queuedFor: 60_000 }, sent);
  const request = interpreterRequest();
  await outbox.send(request);
  expect(outbox.retryNow('another-id')).toBe(0);
  expect(attempts).toHaveLength(1);
  expect(outbox.retryNow(request.id)).toBe(0);
  expect(attempts).toHaveLength(2);
  await clock.advance(1_000);
  expect(outbox.retryNow()).toBe(59_000);
  outbox.online();
  expect(await outbox.send(request)).toMatchObject({ state: 'queued' });
  await clock.advance(58_999);
  expect(attempts).toHaveLength(2);
  await clock.advance(1);
  expect(attempts).toHaveLength(3);
});

test('coming back on a network tries everything at once and waits briefly again', async () => {
  const { outbox, clock, attempts } = outboxAnswering(down);
  await Promise.all([outbox.send(interpreterRequest()), outbox.send(interpreterRequest())]);
  await clock.advance(600_000);
  const before = attempts.length;
  outbox.online();
  expect(attempts).toHaveLength(before + 2);
  await clock.advance(2_000);
  expect(attempts).toHaveLength(before + 4);
});

test('one request is never under way twice, however often Send is pressed', async () => {
  let finish: (outcome: Outcome) => void = () => {};
  const { outbox, clock, attempts, events } = outboxAnswering(
    new Promise<Outcome>((resolve) => (finish = resolve)),
  );
  const request = interpreterRequest();
  const presses = [outbox.send(request), outbox.send(request), outbox.send({ ...request })];
  outbox.retryNow();
  outbox.online();
  await clock.advance(1_000);
  expect(attempts).toHaveLength(1);
  finish(sent);
  expect(await Promise.all(presses)).toEqual([sent, sent, sent]);
  expect(await outbox.send(request)).toEqual(sent);
  expect(attempts).toHaveLength(1);
  expect(events).toHaveLength(1);
});

test('two requests from the same form are both kept', async () => {
  const { outbox, clock, events } = outboxAnswering(down, down, sent);
  const requests = [interpreterRequest(), interpreterRequest()];
  for (const request of requests) await outbox.send(request);
  expect(outbox.pending()).toEqual(requests.map((request) => request.id));
  await clock.advance(10_000);
  const delivered = events.filter((event) => event.outcome.state === 'sent').map((event) => event.id);
  expect(delivered.sort()).toEqual(requests.map((request) => request.id).sort());
});

test('a forgotten request is neither tried again nor spoken of', async () => {
  const { outbox, clock, attempts, events } = outboxAnswering(down, sent);
  const request = interpreterRequest();
  await outbox.send(request);
  outbox.forget(request.id);
  outbox.retryNow();
  await clock.advance(86_400_000);
  expect([attempts.length, events.length, outbox.hasUnsent, clock.waiting]).toEqual([1, 1, false, 0]);
});

test('clearing gives up what is under way, and an answer that still comes is not spoken of', async () => {
  let finish: (outcome: Outcome) => void = () => {};
  const { outbox, attempts, events } = outboxAnswering(new Promise<Outcome>((resolve) => (finish = resolve)));
  const outcome = outbox.send(interpreterRequest());
  outbox.clear();
  expect(attempts[0]?.signal?.aborted).toBe(true);
  expect(outbox.hasUnsent).toBe(false);
  finish(sent);
  await outcome;
  expect(events).toEqual([]);
});

test('giving up through the signal forgets the request', async () => {
  const { outbox, attempts } = outboxAnswering(down);
  const abort = new AbortController();
  await outbox.send(interpreterRequest(), abort.signal);
  abort.abort();
  expect(outbox.hasUnsent).toBe(false);
  await outbox.send(interpreterRequest(), abort.signal);
  expect(outbox.hasUnsent).toBe(false);
  expect(attempts).toHaveLength(2);
});

test('a listener that unsubscribed hears nothing more', async () => {
  const { outbox, clock, events, unsubscribe } = outboxAnswering(down, sent);
  await outbox.send(interpreterRequest());
  unsubscribe();
  await clock.advance(10_000);
  expect(events).toHaveLength(1);
});
