import type { Context, Hono } from 'hono';
import type { AuditLog } from '../audit-log.ts';
import type { AuditRow, RequestRow } from '../database.ts';
import { dayOf } from '../dates.ts';
import type { RequestStore } from '../request-store.ts';
import type { ReceiverHospital } from '../schedule.ts';
import { auditCsv } from './audit-csv.ts';
import { toCsv } from './csv.ts';
import { toNdjson } from './export-fhir.ts';
import { parseFilter } from './filter.ts';
import type { InboxEnv } from './sessions.ts';

export interface ExportOptions {
  store: RequestStore;
  audit: AuditLog;
  hospital: ReceiverHospital;
  now: () => Date;
  /** Writes into the audit log who saved what. */
  note(context: Context<InboxEnv>, action: 'export', more: { detail: string }): Promise<void>;
}

/** Lists to save: requests as CSV and as FHIR, and the log of who did what. Each is noted before it is given. */
export function addExports(inbox: Hono<InboxEnv>, options: ExportOptions): void {
  const { store, audit, hospital, now, note } = options;
  const today = (): string => dayOf(now(), hospital.timeZone);

  inbox.get('/inbox/export.csv', async (context) => {
    const filter = parseFilter(context.req.query());
    const rows = await all<RequestRow>((page) => store.list(filter, page));
    await note(context, 'export', { detail: `csv, ${rows.length} requests` });
    return saved(context, toCsv(rows), `requests-${filter.state}-${today()}.csv`, 'text/csv; charset=utf-8');
  });

  inbox.get('/inbox/export.ndjson', async (context) => {
    const filter = parseFilter(context.req.query());
    const rows = await all<RequestRow>((page) => store.list(filter, page));
    await note(context, 'export', { detail: `fhir, ${rows.length} requests` });
    const name = `requests-${filter.state}-${today()}.ndjson`;
    return saved(context, toNdjson(rows, hospital.fhir ?? {}), name, 'application/fhir+ndjson');
  });

  inbox.get('/inbox/audit.csv', async (context) => {
    const rows = await all<AuditRow>((page) => audit.list(page));
    await note(context, 'export', { detail: `audit log, ${rows.length} entries` });
    return saved(context, auditCsv(rows), `audit-${today()}.csv`, 'text/csv; charset=utf-8');
  });
}

/** A file that browsers save and do not show. */
export function saved(context: Context, text: string, name: string, type: string): Response {
  return context.body(text, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
  });
}

/** Everything of a list, a thousand at a time. */
async function all<Row>(list: (page: { offset: number; limit: number }) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let part: Row[] = [], offset = 0; offset === 0 || part.length > 0; offset += 1000) {
    part = await list({ offset, limit: 1000 });
    rows.push(...part);
  }
  return rows;
}
