import type { Reading } from './reading.ts';

/** The answers as staff read them, for systems that show a resource's text. XHTML, made of text alone. */
export function narrative(reading: Reading): object | undefined {
  const { answers, readable } = reading.submission;
  const rows = readable
    .filter(({ field, value }) => Object.hasOwn(answers, field) && value.trim() !== '')
    .map(
      ({ label, value, lang }) =>
        `<tr><th>${escaped(label)}</th><td${language(lang)}>${escaped(value)}</td></tr>`,
    );
  if (rows.length === 0) return undefined;
  const div = `<div xmlns="http://www.w3.org/1999/xhtml"${language(reading.facts.language)}>`;
  return { status: 'generated', div: `${div}<table>${rows.join('')}</table></div>` };
}

const language = (tag: string | undefined): string =>
  tag && /^[A-Za-z0-9-]+$/.test(tag) ? ` lang="${tag}" xml:lang="${tag}"` : '';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] as string);
