import type { CheckedSubmission } from '../../../widget/contract/submission-schema.ts';
import type { RequestRow } from '../database.ts';

/**
 * Requests as RFC 4180 in UTF-8 with a byte order mark, without which Excel takes Arabic for Latin letters.
 * One column per question asked in any of them, by the words staff read.
 */
export function toCsv(rows: readonly RequestRow[]): string {
  const bodies = rows.map((row) => JSON.parse(row.body) as CheckedSubmission);
  const questions = new Map<string, string>();
  for (const { form, readable } of bodies) {
    for (const { field, label } of readable) {
      const key = `${form}.${field}`;
      if (!questions.has(key)) questions.set(key, label);
    }
  }
  const head = ['Reference', 'State', 'Form', 'Language', 'Received (UTC)', 'Visit', 'Answer by'];
  const lines = [[...head, ...questions.values()]];
  rows.forEach((row, index) => {
    const body = bodies[index];
    const values = new Map<string, string[]>();
    for (const { field, value } of body?.readable ?? []) {
      const key = `${row.form}.${field}`;
      values.set(key, [...(values.get(key) ?? []), value]);
    }
    lines.push([
      row.reference,
      row.state,
      row.form,
      row.language,
      row.received_at,
      row.visit_on ?? '',
      row.answer_by ?? '',
      ...[...questions.keys()].map((key) => values.get(key)?.join('\n') ?? ''),
    ]);
  });
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/**
 * A cell that a spreadsheet cannot take for a formula: `'` goes before `= + - @`, tab and carriage return (OWASP, "CSV
 * Injection"), also where spaces or a full-width sign come first, as some programs trim or fold those.
 */
export function cell(value: string): string {
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
