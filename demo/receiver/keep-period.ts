import type { AuditLog } from './audit-log.ts';
import { addDays, dayOf } from './dates.ts';
import type { RequestStore } from './request-store.ts';
import type { ReceiverHospital } from './schedule.ts';

export interface KeepPeriods {
  /** Days by form, where a form is kept for another time than `keptForDays` says. */
  byForm?: Readonly<Record<string, number>> | undefined;
  /** Days the audit log is kept. */
  audit?: number | undefined;
}

const hour = 60 * 60_000;

/**
 * Keeps the promise of `keptForDays`, which patients read before their first personal answer: now, and then every hour,
 * deletes what is older, each form by its own period. Without a promise nothing is ever deleted. Several instances may do
 * it at once.
 * @returns a function that stops it
 */
export function startKeepPeriod(
  { store, audit }: { store: RequestStore; audit: AuditLog },
  hospital: ReceiverHospital,
  periods: KeepPeriods,
  log: (line: string) => void,
  now: () => Date = () => new Date(),
): () => void {
  const { keptForDays } = hospital;
  const byForm = Object.entries(periods.byForm ?? {});
  const except = byForm.map(([form]) => form);
  const run = async (): Promise<void> => {
    const moment = now();
    const dayBefore = (days: number): string => addDays(dayOf(moment, hospital.timeZone), -days);
    try {
      let gone = 0;
      for (const [form, days] of byForm) gone += await store.deleteBefore(dayBefore(days), { only: form });
      if (keptForDays !== undefined) gone += await store.deleteBefore(dayBefore(keptForDays), { except });
      if (gone) log(`Deleted ${gone} requests whose time was over.`);
      if (periods.audit !== undefined)
        await audit.deleteBefore(new Date(moment.getTime() - periods.audit * 24 * hour));
    } catch {
      log('Old requests could not be deleted; the next try is in an hour.');
    }
  };
  void run();
  const timer = setInterval(run, hour);
  timer.unref();
  return () => clearInterval(timer);
}
