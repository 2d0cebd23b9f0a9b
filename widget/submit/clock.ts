/** Time, passed in so that tests need not wait. Milliseconds throughout. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(handle: unknown): void;
}

/** Looks the functions up at each call: pages (and tests) replace the global ones. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, milliseconds) => globalThis.setTimeout(callback, milliseconds),
  clearTimeout: (handle) => globalThis.clearTimeout(handle as number),
};

/** `reached` resolves after `milliseconds`, or as soon as `signal` aborts; never once ended. */
export interface TimeLimit {
  reached: Promise<void>;
  end(): void;
}

export function startTimeLimit(clock: Clock, milliseconds: number, signal?: AbortSignal): TimeLimit {
  let end = () => {};
  const reached = new Promise<void>((resolve) => {
    const onAbort = () => resolve();
    const handle = clock.setTimeout(onAbort, signal?.aborted ? 0 : milliseconds);
    signal?.addEventListener('abort', onAbort);
    end = () => {
      clock.clearTimeout(handle);
      signal?.removeEventListener('abort', onAbort);
    };
  });
  return { reached, end };
}
