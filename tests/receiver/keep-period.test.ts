import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAuditLog } from '../../demo/receiver/audit-log.ts';
import { startKeepPeriod } from '../../demo/receiver/keep-period.ts';
import { createRequestStore } from '../../demo/receiver/request-store.ts';
import type { CheckedSubmission } from '../../widget/contract/submission-schema.ts';
import { aSubmission } from './a-submission.ts';
import { onEveryDatabase } from './on-every-database.ts';

const hour = 3_600_000;
const hospital = { name: 'Riverside', timeZone: 'America/Chicago' };

onEveryDatabase((openEmpty) => {
  describe('how long requests are kept', () => {
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
      vi.setSystemTime('2026-11-24T15:00:00Z');
    });
    afterEach(() => void vi.useRealTimers());

    /** A receiver with a request of each form, and a look at what is left. */
    async function started(byForm: Record<string, number>, keptForDays: number | null = 90) {
      const database = await openEmpty();
      const store = createRequestStore(database);
      const audit = createAuditLog(database);
      const receive = async (form: string, visitOn: string | null): Promise<void> => {
        const schedule = { visitOn, answerBy: null, dueOn: '2026-11-24' };
        await store.accept(aSubmission({ form }) as CheckedSubmission, schedule, new Date());
      };
      await receive('interpreter', '2026-12-01');
      await receive('interpreter', null);
      await receive('contact', null);
      await receive('feedback', null);
      await audit.write({ at: new Date(), who: 'a.yusuf', action: 'sign-in' });
      const lines: string[] = [];
      const own = { ...hospital, keptForDays: keptForDays ?? undefined };
      const stop = startKeepPeriod({ store, audit }, own, { byForm, audit: 400 }, (line) => lines.push(line));
      const left = async (): Promise<string[]> =>
        (await database.selectFrom('requests').select(['form', 'visit_on']).execute())
          .map(({ form, visit_on }) => (visit_on ? `${form} ${visit_on}` : form))
          .sort();
      /** Lets days pass, hour by hour near the end; the deletions that are due happen in real time. */
      const until = async (time: string): Promise<void> => {
        vi.setSystemTime(new Date(Date.parse(time) - hour));
        vi.advanceTimersByTime(hour);
        await new Promise((resolve) => setTimeout(resolve, 300));
      };
      return { left, until, stop, lines, audit };
    }

    it('each form goes when its own time is over: not a day sooner, not an hour of a day later', async () => {
      const { left, until, stop, lines, audit } = await started({ contact: 365, feedback: 30 });
      // Midnight in Chicago is six in the morning, UTC.
      await until('2026-12-25T05:00:00Z');
      expect(await left()).toEqual(['contact', 'feedback', 'interpreter', 'interpreter 2026-12-01']);
      await until('2026-12-25T07:00:00Z');
      expect(await left()).toEqual(['contact', 'interpreter', 'interpreter 2026-12-01']);
      await until('2027-02-23T05:00:00Z');
      expect(await left()).toEqual(['contact', 'interpreter', 'interpreter 2026-12-01']);
      await until('2027-02-23T07:00:00Z');
      expect(await left()).toEqual(['contact', 'interpreter 2026-12-01']);
      // Ninety days after the visit, not after it came in.
      await until('2027-03-02T07:00:00Z');
      expect(await left()).toEqual(['contact']);
      await until('2027-11-25T07:00:00Z');
      expect(await left()).toEqual([]);
      expect(await audit.list({ offset: 0, limit: 10 })).toHaveLength(1);
      await until('2028-01-01T07:00:00Z');
      expect(await audit.list({ offset: 0, limit: 10 })).toEqual([]);
      expect(lines).toEqual(Array(4).fill('Deleted 1 requests whose time was over.'));
      stop();
    });

    it('without a promise nothing is ever deleted but what has its own', async () => {
      const { left, until, stop } = await started({ feedback: 30 }, null);
      await until('2046-11-24T15:00:00Z');
      expect(await left()).toEqual(['contact', 'interpreter', 'interpreter 2026-12-01']);
      stop();
    });

    it('nothing is deleted once it was stopped', async () => {
      const { left, until, stop } = await started({ feedback: 30 });
      stop();
      await until('2046-11-24T15:00:00Z');
      expect(await left()).toHaveLength(4);
    });
  });
});
