import type { Submission } from '../../widget/contract/submission.ts';
import type { Clock } from '../../widget/submit/clock.ts';
import { createOutbox } from '../../widget/submit/outbox.ts';
import { createSend } from '../../widget/submit/send.ts';
import { type Fault, mulberry32, startFaultProxy } from '../receiver/fault-proxy.ts';
import { interpreterRequest } from '../unit/submit/interpreter-request.ts';
import { type ReceiverProcess, startReceiverProcess } from './receiver-process.ts';

export interface SoakOptions {
  submissions: number;
  /** Receivers on the one database. */
  processes: number;
  /** `DATABASE_URL` or `DATA_DIR`. */
  env: Readonly<Record<string, string>>;
  /** Patients at the same time. */
  concurrency: number;
  /**
   * When a process drawn by lot is killed: after so many milliseconds, or after so many accepted requests, which is the
   * same number of kills on a quick and on a slow machine.
   */
  kill: { everyMs: number } | { everyAccepted: number };
  /** Draws other faults and victims. */
  seed: number;
  /** Of each request the same is sent again, this share of them, after it was accepted. */
  repeatRate?: number;
  report?: (line: string) => void;
}

export interface SoakResult {
  sent: readonly Submission[];
  /** What each patient was told, by id: the reference, or null when the answer with it was lost. */
  told: ReadonlyMap<string, string | null>;
  /** Ids of which "sent" was said twice, or "refused" at all. */
  wrong: readonly string[];
  faults: Readonly<Record<Fault | 'passed', number>>;
  /** Requests that reached a receiver and were answered. */
  delivered: number;
  kills: number;
  seconds: number;
}

/** Waiting passes this much faster, so that back-off takes seconds and not minutes. */
const speed = 100;
/** Real milliseconds a page waits for an answer, and how long a slow exchange takes. */
const clientWaitsMs = 600;
const slowMs = 800;

function fastClock(): Clock {
  const started = Date.now();
  return {
    now: () => started + (Date.now() - started) * speed,
    setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds / speed),
    clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout),
  };
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Sends requests as the widget does, over a network that loses 30% of exchanges, to receivers that are killed while they
 * work. It ends when every patient was told that their request is there.
 */
export async function soak(options: SoakOptions): Promise<SoakResult> {
  const { submissions: total, seed, repeatRate = 0.1, report = () => undefined } = options;
  const started = Date.now();
  const random = mulberry32(seed);
  const start = (): Promise<ReceiverProcess> => startReceiverProcess(options.env);
  // All at once: bringing the tables up to date is something they have to agree on too.
  const receivers = await Promise.all(Array.from({ length: options.processes }, start));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const proxy = await startFaultProxy({ target: () => pick(receivers).url, seed, slowMs });
  const clock = fastClock();
  const send = createSend({
    endpoint: `${proxy.url}/api/requests`,
    clock,
    timeoutMs: clientWaitsMs * speed,
    isOnline: () => true,
  });
  const outbox = createOutbox({ send, clock, random: mulberry32(seed + 1) });

  const told = new Map<string, string | null>();
  const wrong: string[] = [];
  const ended = new Map<string, () => void>();
  outbox.subscribe(({ id, outcome }) => {
    if (outcome.state === 'queued') return;
    if (outcome.state === 'rejected' || told.has(id)) wrong.push(id);
    else told.set(id, outcome.reference);
    ended.get(id)?.();
  });

  let kills = 0;
  let done = false;
  const killing = (async () => {
    const { kill } = options;
    for (;;) {
      const from = { time: Date.now(), accepted: told.size };
      const isTime = (): boolean =>
        'everyMs' in kill
          ? Date.now() - from.time >= kill.everyMs
          : told.size - from.accepted >= kill.everyAccepted;
      while (!done && !isTime()) await sleep(10);
      if (done) return;
      await pick(receivers).killAndStartAgain();
      kills += 1;
    }
  })();

  const sent = Array.from({ length: total }, (_, index) =>
    interpreterRequest({ answers: { for: 'me', language: 'so', name: `Aamina Ωμέγα ${index}` } }),
  );
  const waiting = sent.values();
  const patient = async (): Promise<void> => {
    for (const submission of waiting) {
      const end = new Promise<void>((resolve) => ended.set(submission.id, resolve));
      void outbox.send(submission);
      await end;
      ended.delete(submission.id);
      // A page that never heard of it, as after a restored tab: the same once more.
      if (random() < repeatRate) await send(submission);
      if (told.size % 1000 === 0) report(`${told.size} of ${total} accepted, ${kills} kills`);
    }
  };
  try {
    await Promise.all([
      Promise.all(Array.from({ length: options.concurrency }, patient)).finally(() => {
        done = true;
      }),
      killing,
    ]);
    // What was given up may still arrive.
    await proxy.close();
    const { counts, delivered } = proxy;
    const seconds = (Date.now() - started) / 1000;
    return { sent, told, wrong, faults: counts, delivered, kills, seconds };
  } finally {
    done = true;
    await proxy.close();
    for (const receiver of receivers) await receiver.stop();
  }
}

/** What is wrong with a run, in sentences; none when every request is there once, as it was sent. */
export function faultsOf(
  { sent, told, wrong }: SoakResult,
  rows: readonly { id: string; reference: string; body: string }[],
): string[] {
  const problems: string[] = [];
  const say = (many: number, what: string): void => void (many && problems.push(`${many} ${what}`));
  const byId = new Map(rows.map((row) => [row.id, row]));
  say(Math.abs(rows.length - sent.length), `rows too many or too few (${rows.length} of ${sent.length})`);
  say(rows.length - byId.size, 'requests are there twice');
  say(rows.length - new Set(rows.map(({ reference }) => reference)).size, 'references were given twice');
  say(sent.filter(({ id }) => !byId.has(id)).length, 'requests are lost');
  say(wrong.length, 'patients were told something else than once that it is there');
  say(sent.filter(({ id }) => !told.has(id)).length, 'patients were never told');
  const sameText = (submission: Submission): boolean => {
    const row = byId.get(submission.id);
    return !row || JSON.parse(row.body).answers.name === submission.answers.name;
  };
  say(sent.filter((submission) => !sameText(submission)).length, 'requests were changed');
  const otherReference = [...told].filter(
    ([id, given]) => given !== null && byId.get(id)?.reference !== given,
  );
  say(otherReference.length, 'patients hold a number that is not theirs');
  return problems;
}
