import type { Clock } from '../../../widget/submit/clock.ts';

/** A clock that stands still until it is told to move on. */
export class FakeClock implements Clock {
  #now = Date.parse('2026-11-24T10:00:00Z');
  #timers = new Map<number, { at: number; callback: () => void }>();
  #lastHandle = 0;

  now(): number {
    return this.#now;
  }

  setTimeout(callback: () => void, milliseconds: number): unknown {
    this.#lastHandle += 1;
    this.#timers.set(this.#lastHandle, { at: this.#now + Math.max(0, milliseconds), callback });
    return this.#lastHandle;
  }

  clearTimeout(handle: unknown): void {
    this.#timers.delete(handle as number);
  }

  /** Timers that would still fire. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Runs the timers that are due in the next `milliseconds`, in order, each followed by what it set off. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settle();
    for (;;) {
      const due = [...this.#timers]
        .filter(([, timer]) => timer.at <= end)
        .sort(([, a], [, b]) => a.at - b.at);
      const next = due[0];
      if (!next) break;
      const [handle, timer] = next;
      this.#timers.delete(handle);
      this.#now = Math.max(this.#now, timer.at);
      timer.callback();
      await settle();
    }
    this.#now = end;
  }

  /** Moves on until the earliest timer has run; false when nothing is waiting. */
  async next(): Promise<boolean> {
    await settle();
    const times = [...this.#timers.values()].map((timer) => timer.at);
    if (times.length === 0) return false;
    await this.advance(Math.max(0, Math.min(...times) - this.#now));
    return true;
  }
}

/** Lets promises and the streams of response bodies finish. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
