import { isDate } from './answers.ts';
import type { Reading } from './reading.ts';

/** The day of the visit; with its time and the hospital's offset from UTC where both are known. A FHIR `dateTime`. */
export function visitMoment(reading: Reading): string | undefined {
  const date = reading.text('date');
  if (!isDate(date)) return undefined;
  const time = reading.text('time');
  const { timeZone } = reading.facts;
  if (!time || !timeZone || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return date;
  const offset = offsetAt(`${date}T${time}:00Z`, timeZone);
  return offset === undefined ? date : `${date}T${time}:00${offset}`;
}

/**
 * `-06:00`, for a wall clock in a zone.
 * @param wall that clock, written as if it were UTC
 */
function offsetAt(wall: string, timeZone: string): string | undefined {
  const local = Date.parse(wall);
  try {
    const shown = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    const minutesAt = (instant: number): number => {
      const part: Record<string, number> = {};
      for (const { type, value } of shown.formatToParts(instant)) part[type] = Number(value);
      const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
      return Math.round((Date.UTC(year, month - 1, day, hour, minute) - instant) / 60_000);
    };
    // Twice: the first guess may be on the other side of a change of the clocks.
    const guess = minutesAt(local);
    const minutes = minutesAt(local - guess * 60_000);
    const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
    const size = Math.abs(minutes);
    return `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
  } catch {
    // A zone this browser does not know.
    return undefined;
  }
}
