import { beforeEach, describe, expect, it } from 'vitest';
import { countShift } from '../../../widget/screens/form/count-shift.ts';

let heard: (number | 'expired')[];
let later: (() => void) | undefined;
let key: (name: string) => void;
let event: ReturnType<typeof countShift>;

beforeEach(() => {
  heard = [];
  later = undefined;
  event = countShift({
    presses: 3,
    within: 5000,
    setTimeout: (run) => {
      later = run;
      return run;
    },
    clearTimeout: () => {
      later = undefined;
    },
    onCount: (left) => heard.push(left),
  });
  key = (name) => {
    event({ type: 'keydown', key: name });
    event({ type: 'keyup', key: name });
  };
});

describe('three presses of Shift', () => {
  it('leave, and the reader hears how many are left', () => {
    for (let press = 0; press < 3; press++) key('Shift');
    expect(heard).toEqual([2, 1, 0]);
    expect(later).toBeUndefined();
  });

  it('are counted from the start after five seconds, and it is said', () => {
    key('Shift');
    key('Shift');
    later?.();
    key('Shift');
    expect(heard).toEqual([2, 1, 'expired', 2]);
  });

  it('are not three when another key came between', () => {
    key('Shift');
    key('Shift');
    key('a');
    key('Shift');
    expect(heard).toEqual([2, 1, 2]);
  });

  it('are not those of a capital letter', () => {
    for (let letter = 0; letter < 5; letter++) {
      event({ type: 'keydown', key: 'Shift' });
      event({ type: 'keydown', key: 'A' });
      event({ type: 'keyup', key: 'A' });
      event({ type: 'keyup', key: 'Shift' });
    }
    expect(heard).toEqual([]);
  });

  it('are one press while the key is held down', () => {
    for (let repeat = 0; repeat < 30; repeat++) event({ type: 'keydown', key: 'Shift' });
    event({ type: 'keyup', key: 'Shift' });
    expect(heard).toEqual([2]);
  });
});
