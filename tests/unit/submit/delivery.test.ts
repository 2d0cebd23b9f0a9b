import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOutbox } from '../../../widget/submit/outbox.ts';
import { createSend } from '../../../widget/submit/send.ts';
import { FakeClock, settle } from './fake-clock.ts';
import { interpreterRequest } from './interpreter-request.ts';

/** What the network or the server does to one exchange. */
const fault = fc.oneof(
  fc.record({ kind: fc.constantFrom('no-network', 'no-answer', 'redirect') }),
  fc.record({
    kind: fc.constant('status'),
    status: fc.constantFrom(301, 307, 408, 425, 429, 500, 502, 503, 504),
    retryAfter: fc.option(fc.nat(4_000), { nil: undefined }),
    asDate: fc.boolean(),
  }),
);

/** What happens on the patient's side between two attempts. */
const impatience = fc.array(fc.constantFrom('send-again', 'retry-now', 'online', 'wait'), { maxLength: 4 });

const success = fc.constantFrom(
  () => new Response('{"reference":"HH-7K3F"}', { status: 201 }),
  () => new Response(null, { status: 204 }),
  () => new Response('<p>Thank you', { status: 200 }),
);

test('whatever goes wrong first, the same bytes and id are sent each time, and sent is said once, after a 2xx', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fault, impatience), { maxLength: 12 }),
      success,
      fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
      async (faults, succeed, draws) => {
        const clock = new FakeClock();
        const calls: { at: number; body: unknown; headers: unknown }[] = [];
        /** Not to be asked again before this. */
        let allowedAt = 0;
        let underWay = 0;
        let accepted = 0;
        let said = 0;
        const faulty: string[] = [];

        const send = createSend({
          endpoint: 'https://hospital.example/api/requests',
          clock,
          isOnline: () => true,
          fetch: async (_url, init) => {
            // Noted, not thrown: the sender would take an error here for a network fault.
            if (clock.now() < allowedAt) faulty.push('sooner than Retry-After');
            if (underWay > 0) faulty.push('two at a time');
            underWay += 1;
            const end = () => {
              underWay = 0;
            };
            init.signal?.addEventListener('abort', end);
            const next = faults[calls.length]?.[0];
            calls.push({ at: clock.now(), body: init.body, headers: init.headers });
            if (next?.kind === 'no-answer') return new Promise<never>(() => {});
            await settle();
            if (next?.kind === 'no-network') throw new TypeError('Failed to fetch');
            if (next?.kind === 'redirect') return Response.error();
            if (next && 'status' in next) {
              const headers = new Headers();
              if (next.retryAfter !== undefined) {
                const at = Math.ceil(clock.now() / 1000) * 1000 + next.retryAfter * 1000;
                headers.set(
                  'Retry-After',
                  next.asDate ? new Date(at).toUTCString() : String(next.retryAfter),
                );
                allowedAt = clock.now() + Math.min(next.retryAfter * 1000, 3_600_000);
              }
              return new Response('busy', { status: next.status, headers });
            }
            accepted += 1;
            return succeed();
          },
        });
        const outbox = createOutbox({ send, clock, random: () => draws.next().value });
        outbox.subscribe((event) => {
          if (event.outcome.state !== 'sent') return;
          if (accepted !== 1) faulty.push('sent before a 2xx');
          said += 1;
        });

        const request = interpreterRequest();
        outbox.send(request);
        for (let turn = 0; outbox.hasUnsent && turn < 200; turn += 1) {
          for (const action of faults[Math.max(0, calls.length - 1)]?.[1] ?? []) {
            if (action === 'send-again') outbox.send(request);
            if (action === 'retry-now') outbox.retryNow();
            if (action === 'online') outbox.online();
            if (action === 'wait') await clock.advance(100);
          }
          await clock.next();
        }
        await clock.advance(3_600_000);

        expect({ faulty, accepted, said, held: outbox.hasUnsent, timers: clock.waiting }).toEqual({
          faulty: [],
          accepted: 1,
          said: 1,
          held: false,
          timers: 0,
        });
        expect(calls).toHaveLength(faults.length + 1);
        for (const call of calls) {
          expect(call.body).toBe(JSON.stringify(request));
          expect(call.headers).toEqual({ 'Content-Type': 'application/json', 'Idempotency-Key': request.id });
        }
      },
    ),
    { numRuns: 200 },
  );
}, 30_000);
