import type { AuditRow } from '../database.ts';
import { cell } from './csv.ts';

/** The audit log for a spreadsheet. Names of staff come from outside, so they are made harmless as answers are. */
export function auditCsv(rows: readonly AuditRow[]): string {
  const lines = [
    ['When (UTC)', 'Who', 'What', 'Request', 'Details'],
    ...rows.map(({ at, who, action, reference, detail }) => [at, who, action, reference ?? '', detail]),
  ];
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
