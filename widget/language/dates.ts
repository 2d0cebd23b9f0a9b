/**
 * Dates and times in the reader's language, always Gregorian and in Latin digits: fa, ps, th, bn and my default to
 * other calendars or digits, and a visit on the wrong day is harm. A language no browser knows (ht, hmn, sm) is English
 * here: left alone, Intl would use the language of the device, which may be anyone's.
 */
const fixed = { calendar: 'gregory', numberingSystem: 'latn' } as const;

/** `2026-12-01` → "Tuesday, December 1, 2026". The date itself is returned when it is not one. */
export function longDate(date: string, language: string): string {
  const at = new Date(`${date}T12:00:00Z`);
  // Engines read `2026-02-31` as March 3.
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(`${date}T`)) return date;
  return new Intl.DateTimeFormat([language, 'en'], {
    ...fixed,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(at);
}

/** Names of the months, January first. */
export function monthNames(language: string): readonly string[] {
  const format = new Intl.DateTimeFormat([language, 'en'], { ...fixed, month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2026, month, 1))));
}

/** Today in a time zone, as `YYYY-MM-DD`. */
export function todayIn(timeZone: string | undefined, now: Date): string {
  try {
    const parts = new Intl.DateTimeFormat('en', {
      ...fixed,
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).formatToParts(now);
    // Not a language that writes it so: en-CA does not in ICU 72 (Chrome 110, WebKitGTK on Debian 12).
    return ['year', 'month', 'day'].map((type) => parts.find((part) => part.type === type)?.value).join('-');
  } catch {
    return now.toISOString().slice(0, 10);
  }
}
