/** Calendar days as `YYYY-MM-DD` in the hospital's time zone. A day is not a moment: no `Date` crosses these functions' edges but `now`. */

/** The day it is in a time zone. An unknown zone is taken as UTC. */
export function dayOf(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** `Fri 27 Nov`, with the year when it is not `today`'s: `Tue 1 Dec 2026`. Day before month, as no country misreads it. */
export function dayInWords(day: string, today: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(date);
  const words = `${format({ weekday: 'short' })} ${format({ day: 'numeric' })} ${format({ month: 'long' }).slice(0, 3)}`;
  return day.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${day.slice(0, 4)}`;
}

/** `9:42 am` for `09:42`. */
export function timeInWords(time: string): string {
  const match = /^(\d{2}):(\d{2})/.exec(time);
  if (!match) return time;
  const hour = Number(match[1]);
  return `${hour % 12 || 12}:${match[2]} ${hour < 12 ? 'am' : 'pm'}`;
}

/** `today, 9:42 am`, `Mon 23 Nov, 4:05 pm`. */
export function momentInWords(moment: Date, today: string, timeZone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(moment);
  const day = dayOf(moment, timeZone);
  return `${day === today ? 'today' : dayInWords(day, today)}, ${timeInWords(time)}`;
}

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Monday to Friday; public holidays are not known here, so a promise may be a day early, never late. */
export function addWorkingDays(day: string, days: number): string {
  let result = day;
  for (let left = days; left > 0; ) {
    result = addDays(result, 1);
    const weekday = new Date(`${result}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return result;
}
