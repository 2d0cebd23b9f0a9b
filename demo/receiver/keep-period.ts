import { addDays, dayOf } from './dates.ts';
import type { RequestStore } from './request-store.ts';
import type { ReceiverHospital } from './schedule.ts';

/**
 * Keeps the promise of `keptForDays`, which patients read before their first personal answer: now, and then every six
 * hours, deletes what is older. Without the promise nothing is ever deleted.
 * @returns a function that stops it
 */
export function startKeepPeriod(
  store: RequestStore,
  hospital: ReceiverHospital,
  log: (line: string) => void,
  now: () => Date = () => new Date(),
): () => void {
  const { keptForDays } = hospital;
  if (keptForDays === undefined) return () => undefined;
  const run = async (): Promise<void> => {
    try {
      const gone = await store.deleteBefore(addDays(dayOf(now(), hospital.timeZone), -keptForDays));
      if (gone) log(`Deleted ${gone} requests older than ${keptForDays} days.`);
    } catch {
      log('Old requests could not be deleted; the next try is in six hours.');
    }
  };
  void run();
  const timer = setInterval(run, 6 * 60 * 60_000);
  timer.unref();
  return () => clearInterval(timer);
}
