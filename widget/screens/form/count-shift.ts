/** What counting needs from outside. */
export interface ShiftOptions {
  /** Presses in a row that leave. */
  presses: number;
  /** Milliseconds allowed between two presses. */
  within: number;
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
  /** So many more presses; 0: leave. `expired`: too late, counting starts again. */
  onCount(left: number | 'expired'): void;
}

/**
 * Counts presses of Shift alone. Shift with another key, as for a capital letter, is none; any other key starts again.
 * Three: five in a row is a shortcut of Windows. Not Escape, which people press many times when they are afraid.
 */
export function countShift(options: ShiftOptions): (event: Pick<KeyboardEvent, 'type' | 'key'>) => void {
  let count = 0;
  let alone = false;
  let timer: unknown;
  const start = (): void => {
    count = 0;
    options.clearTimeout(timer);
  };
  return ({ type, key }) => {
    if (type === 'keydown') {
      alone = key === 'Shift';
      if (!alone) start();
      return;
    }
    if (key !== 'Shift' || !alone) return;
    alone = false;
    options.clearTimeout(timer);
    count++;
    options.onCount(options.presses - count);
    if (count >= options.presses) {
      start();
      return;
    }
    timer = options.setTimeout(() => {
      count = 0;
      options.onCount('expired');
    }, options.within);
  };
}
