/** What a page has when requests are sealed, for tests in a real browser. */
import type { Outcome, Submission } from '../../../widget/contract/submission.ts';
import { createOutbox, type Outbox } from '../../../widget/submit/outbox.ts';
import { seal } from '../../../widget/submit/seal.ts';
import { keepAcrossPages } from '../../../widget/submit/sealed-outbox.ts';
import { openSealedStore, type SealedItem } from '../../../widget/submit/sealed-store.ts';
import { createSend } from '../../../widget/submit/send.ts';

const endpoint = 'https://hospital.example/api/requests';

function createSealedOutbox(): Outbox {
  const sealed = keepAcrossPages(
    (submission) =>
      seal(
        { body: JSON.stringify(submission), contentType: 'application/json' },
        'https://hospital.example/key.json',
      ),
    endpoint,
  );
  return sealed.outbox(createOutbox({ send: createSend({ endpoint, encode: sealed.encode }) }));
}

const outbox = createSealedOutbox();

const api = {
  send: (submission: Submission): Promise<Outcome> => outbox.send(submission),
  forget: (id: string): void => outbox.forget(id),
  clear: (): void => outbox.clear(),
  held: (): string[] => outbox.held().map(({ id }) => id),
  hasUnsent: (): boolean => outbox.hasUnsent,
  secondWidget: (): void => void createSealedOutbox(),
  put: async (items: SealedItem[]): Promise<void> => {
    const store = openSealedStore();
    for (const item of items) await store.put(item);
  },
  /** Everything in the database, read without our code. */
  async stored(): Promise<SealedItem[]> {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'health-help')) return [];
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open('health-help');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const stores = [...database.objectStoreNames];
        if (stores.length === 0) return resolve([]);
        if (stores.length > 1) return reject(new Error(`more stores than one: ${stores}`));
        const reading = database
          .transaction(stores)
          .objectStore(stores[0] as string)
          .getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
        database.close();
      };
    });
  },
};

export type SealedBrowserApi = typeof api;
Object.assign(window, { api });
