/** Gregorian, Latin digits, and English rather than the device's language everywhere; see dates.ts. */
const fixed = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' } as const;

/** `14:30` → "2:30 PM" or "14:30", as the language writes it. */
export function clockTime(time: string, language: string): string {
  const at = new Date(`2026-01-01T${time}:00Z`);
  if (Number.isNaN(at.getTime())) return time;
  return new Intl.DateTimeFormat([language, 'en'], {
    ...fixed,
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
}

const dayIndex = { mon: 5, tue: 6, wed: 7, thu: 8, fri: 9, sat: 10, sun: 11 } as const;

/** Opening hours as words: "Mon to Fri, 8:00 AM – 5:00 PM". Ranges are written by Intl, so no word of ours is needed. */
export function openingHours(
  hours: readonly { days: readonly (keyof typeof dayIndex)[]; open: string; close: string }[],
  language: string,
): string {
  const day = new Intl.DateTimeFormat([language, 'en'], { ...fixed, weekday: 'short' });
  const name = (id: keyof typeof dayIndex): string => day.format(new Date(Date.UTC(2026, 0, dayIndex[id])));
  const list = new Intl.ListFormat([language, 'en'], { style: 'short', type: 'conjunction' });
  return hours
    .map(({ days, open, close }) => {
      const first = days[0];
      const last = days.at(-1);
      if (!first || !last) return '';
      const inRow = days.every((id, i) => i === 0 || dayIndex[id] === dayIndex[days[i - 1] ?? id] + 1);
      const named = days.length > 2 && inRow ? `${name(first)} – ${name(last)}` : list.format(days.map(name));
      return `${named}, ${clockTime(open, language)} – ${clockTime(close, language)}`;
    })
    .filter(Boolean)
    .join('; ');
}
