/** A server that asks for more than an hour is asked again after an hour: the page will not be open longer. */
export const longestRetryAfter = 3_600_000;

const imfDate = /^[A-Z][a-z]{2,8}, ?\d{2}[ -][A-Z][a-z]{2}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Milliseconds a `Retry-After` header asks to wait (RFC 9110, 10.2.3): seconds or an HTTP date.
 * 0 when there is none or it makes no sense; at most an hour.
 *
 * A date is measured from the answer's own `Date` where the browser lets us read it, since many phones'
 * clocks are wrong; `now` (epoch milliseconds) is used otherwise.
 */
export function parseRetryAfter(value: string | null, date: string | null, now: number): number {
  const text = value?.trim() ?? '';
  if (/^\d+$/.test(text)) return limit(Number(text) * 1000);
  if (!imfDate.test(text)) return 0;
  const served = date !== null && imfDate.test(date.trim()) ? Date.parse(date) : Number.NaN;
  return limit(Date.parse(text) - (Number.isNaN(served) ? now : served));
}

function limit(milliseconds: number): number {
  return Number.isNaN(milliseconds) ? 0 : Math.min(Math.max(milliseconds, 0), longestRetryAfter);
}
