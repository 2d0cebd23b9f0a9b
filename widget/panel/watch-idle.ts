export interface IdleOptions {
  /** Milliseconds without a sign until `warn`, and from then until `clear`. */
  warnAfter: number;
  clearAfter: number;
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
  warn(): void;
  clear(): void;
}

/** Waits for nobody to be there. After `clear` it waits for the next sign. */
export function watchIdle(options: IdleOptions): { sign(): void; end(): void } {
  let timer: unknown;
  const end = (): void => options.clearTimeout(timer);
  return {
    sign() {
      end();
      timer = options.setTimeout(() => {
        options.warn();
        timer = options.setTimeout(options.clear, options.clearAfter);
      }, options.warnAfter);
    },
    end,
  };
}
