/** All that may outlive the page: nobody but the hospital can read `body`, and nothing else says who or what. */
export interface SealedItem {
  /** The submission's id, a random UUID. */
  id: string;
  /** Origin of the endpoint it was sealed for. */
  origin: string;
  /** Compact JWE. */
  body: string;
  /** Epoch milliseconds. */
  createdAt: number;
}

/** None of these ever rejects: where a browser keeps nothing (private window, storage blocked or full), we do without. */
export interface SealedStore {
  put(item: SealedItem): Promise<void>;
  /** What waits for an endpoint of that origin, oldest first. What is too old, wherever it should go, is deleted. */
  waiting(origin: string): Promise<SealedItem[]>;
  delete(id: string): Promise<void>;
  clear(): Promise<void>;
}

export interface SealedStoreOptions {
  /** A request older than this is no longer what the patient needs: they will have called. */
  keepDays?: number;
  now?: () => number;
}

const databaseName = 'health-help';
const storeName = 'sealed';
const day = 86_400_000;
/** Safari has left `open` without any answer (https://bugs.webkit.org/show_bug.cgi?id=226547). */
const patienceMs = 3_000;

/**
 * Sealed requests in IndexedDB. Each job opens the database and closes it again, and an empty one is deleted, so that
 * nothing is left on the device once everything was sent.
 */
export function openSealedStore({
  keepDays = 7,
  now = () => Date.now(),
}: SealedStoreOptions = {}): SealedStore {
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: what is forgotten must not be written by a job that started before. */
  function run<T>(job: (store: IDBObjectStore) => Promise<T>, otherwise: T): Promise<T> {
    const result = last.then(() => withStore(job)).catch(() => otherwise);
    last = result;
    return result;
  }

  const isKept = ({ createdAt }: SealedItem): boolean =>
    // A time to come is the mark of a clock that was set back.
    createdAt <= now() + day && createdAt > now() - keepDays * day;

  return {
    put: (item) => run(async (store) => void (await done(store.put(item))), undefined),
    waiting: (origin) =>
      run(async (store) => {
        const items = (await done(store.getAll())) as SealedItem[];
        for (const item of items) if (!isKept(item)) store.delete(item.id);
        return items
          .filter((item) => isKept(item) && item.origin === origin)
          .sort((a, b) => a.createdAt - b.createdAt);
      }, []),
    delete: (id) => run(async (store) => void (await done(store.delete(id))), undefined),
    clear: () => run(async (store) => void (await done(store.clear())), undefined),
  };
}

/**
 * One job at a time in all tabs, so that none writes into a database that another deletes as empty. Where there are no
 * locks (Safari before 15.4), the empty database stays.
 */
function withStore<T>(job: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const { locks } = navigator;
  if (!locks) return inTransaction(job, false);
  return locks.request(databaseName, () => inTransaction(job, true)) as Promise<T>;
}

async function inTransaction<T>(
  job: (store: IDBObjectStore) => Promise<T>,
  deleteEmpty: boolean,
): Promise<T> {
  const opening = openDatabase();
  const database = await soon(opening).catch((error: unknown) => {
    // Should it open after all, it must not stay open.
    opening.then((late) => late.close()).catch(() => undefined);
    throw error;
  });
  let left = 1;
  try {
    const transaction = database.transaction(storeName, 'readwrite');
    const committed = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const store = transaction.objectStore(storeName);
    const work = job(store).then(async (result) => {
      left = await done(store.count());
      return result;
    });
    const [result] = await soon(Promise.all([work, committed]));
    return result;
  } finally {
    database.close();
    if (deleteEmpty && left === 0)
      await soon(done(indexedDB.deleteDatabase(databaseName))).catch(() => undefined);
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'id' });
  return done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function soon<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('IndexedDB does not answer')), patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
