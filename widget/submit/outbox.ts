import type { Outcome, Submission } from '../contract/submission.ts';
import { backoff } from './backoff.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Send } from './send.ts';

/** One attempt has ended. `sent` and `rejected` come once per submission and end it. */
export interface OutboxEvent {
  id: string;
  form: string;
  outcome: Outcome;
}

export interface OutboxOptions {
  send: Send;
  clock?: Clock;
  /** 0 (inclusive) to 1. */
  random?: () => number;
}

export interface Outbox {
  /**
   * As the sender's `send`, answering the first attempt's outcome; if that is `queued`, the submission is kept
   * and tried again until it is sent, rejected or forgotten. `retryAt` is when.
   *
   * An id that is already here is not sent twice: an attempt under way is joined, and a sent one is answered
   * from memory. Answers that were changed need a new id (and `forget` of the old one). Aborting `signal` forgets.
   */
  send: Send;
  /**
   * Tries now what waits (or only `id`), though never sooner than the server's `Retry-After` asked.
   * @returns milliseconds until all of it has been tried; 0 when that is now
   */
  retryNow(id?: string): number;
  /** Call when the device is back on a network: tries now, and starts the waiting times afresh. */
  online(): void;
  /** Answers how to unsubscribe. Called after every attempt, the first included. */
  subscribe(listener: (event: OutboxEvent) => void): () => void;
  /** Ids of what is not yet sent: waiting or under way. */
  pending(): readonly string[];
  /** What is not yet sent, to hand over to another outbox. */
  held(): readonly Submission[];
  /** Whether closing the page now would lose a request. */
  readonly hasUnsent: boolean;
  /** Drops a submission: an attempt under way is given up, and nothing more is said about it. */
  forget(id: string): void;
  /** Forgets everything, also what was sent. */
  clear(): void;
}

interface Entry {
  submission: Submission;
  abort: AbortController;
  failures: number;
  /** The server asked not to be tried sooner. Epoch milliseconds. */
  notBefore: number;
  timer: unknown;
  attempt: Promise<Outcome> | null;
  last: Outcome | null;
}

/**
 * Decorates a sender: keeps what could not be delivered, in memory only, and tries again while the page lives.
 * Knows no DOM: the panel passes on `online`, and asks `hasUnsent` before the page is left.
 */
export function createOutbox({ send, clock = systemClock, random = Math.random }: OutboxOptions): Outbox {
  const entries = new Map<string, Entry>();
  /** Of what was sent only the id and the outcome: a second press of Send must not send again. */
  const sent = new Map<string, Outcome>();
  const listeners = new Set<(event: OutboxEvent) => void>();

  function attempt(entry: Entry): Promise<Outcome> {
    clock.clearTimeout(entry.timer);
    entry.attempt ??= exchange(entry);
    return entry.attempt;
  }

  async function exchange(entry: Entry): Promise<Outcome> {
    const { submission, abort } = entry;
    const outcome = await send(submission, abort.signal);
    entry.attempt = null;
    if (entries.get(submission.id) !== entry) return outcome;
    const settled = outcome.state === 'queued' ? wait(entry, outcome) : outcome;
    if (settled.state !== 'queued') entries.delete(submission.id);
    if (settled.state === 'sent') sent.set(submission.id, settled);
    entry.last = settled;
    for (const listener of [...listeners]) {
      notify(listener, { id: submission.id, form: submission.form, outcome: settled });
    }
    return settled;
  }

  /** The back-off comes on top of `Retry-After`: else all pages a server turned away return in the same second. */
  function wait(entry: Entry, outcome: Outcome & { state: 'queued' }): Outcome {
    entry.failures += 1;
    entry.notBefore = outcome.retryAt;
    const retryAt = Math.max(outcome.retryAt, clock.now()) + backoff(entry.failures, random);
    entry.timer = clock.setTimeout(() => attempt(entry), retryAt - clock.now());
    return { ...outcome, retryAt };
  }

  /** Answers in how many milliseconds it is tried; 0 when it is being tried now. */
  function hurry(entry: Entry): number {
    if (entry.attempt) return 0;
    clock.clearTimeout(entry.timer);
    const tooSoon = entry.notBefore - clock.now();
    if (tooSoon > 0) {
      entry.timer = clock.setTimeout(() => attempt(entry), tooSoon);
      return tooSoon;
    }
    attempt(entry);
    return 0;
  }

  function forget(id: string): void {
    const entry = entries.get(id);
    if (!entry) return;
    entries.delete(id);
    clock.clearTimeout(entry.timer);
    entry.abort.abort();
  }

  return {
    async send(submission, signal) {
      const { id } = submission;
      const known = sent.get(id);
      if (known) return known;
      if (signal?.aborted) return send(submission, signal);
      let entry = entries.get(id);
      if (!entry) {
        const abort = new AbortController();
        entry = { submission, abort, failures: 0, notBefore: 0, timer: null, attempt: null, last: null };
        entries.set(id, entry);
      }
      const added = entry;
      signal?.addEventListener('abort', () => entries.get(id) === added && forget(id), { once: true });
      if (!entry.attempt && entry.last && clock.now() < entry.notBefore) return entry.last;
      return attempt(entry);
    },
    retryNow(id) {
      const asked = [...entries.values()].filter(
        ({ submission }) => id === undefined || submission.id === id,
      );
      return Math.max(0, ...asked.map(hurry));
    },
    online() {
      for (const entry of entries.values()) {
        entry.failures = 0;
        hurry(entry);
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pending: () => [...entries.keys()],
    held: () => [...entries.values()].map((entry) => entry.submission),
    get hasUnsent() {
      return entries.size > 0;
    },
    forget,
    clear() {
      for (const id of [...entries.keys()]) forget(id);
      sent.clear();
    },
  };
}

/** A listener's error must not stop the retries; it is reported as the page's other errors are. */
function notify(listener: (event: OutboxEvent) => void, event: OutboxEvent): void {
  try {
    listener(event);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
