/** A date in three fields, as typed. */
export interface DateParts {
  year: string;
  month: string;
  day: string;
}

/** The answer of a date asked in three fields: `2026-12-1`, and `2026--1` while the month is missing; `''` when all are empty. */
export function joinDate({ year, month, day }: DateParts): string {
  const parts = [year, month, day].map((part) => part.replaceAll('-', '').trim());
  return parts.some(Boolean) ? parts.join('-') : '';
}

/** The three fields of a date answer, whether complete or not. */
export function splitDate(value: string): DateParts {
  const [year = '', month = '', day = ''] = value.split('-');
  return { year, month, day };
}

/** True for a day that exists, between 1900 and 2199, as `YYYY-MM-DD`. */
export function isDate(value: string): boolean {
  // Years of other calendars (1405 in Iran, 2569 in Thailand) look like years too; sent as they are, the visit is missed.
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === value;
}
