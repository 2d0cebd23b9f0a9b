import { type Submission, submissionSchema } from '../contract/submission.ts';
import type { Outbox } from './outbox.ts';
import { openSealedStore, type SealedItem, type SealedStore } from './sealed-store.ts';
import type { Encoded } from './send.ts';

type Encode = (submission: Submission) => Encoded | Promise<Encoded>;

export interface AcrossPages {
  /** For `createSend`: as the one given, and what it sealed is written down before it is sent. */
  encode: Encode;
  /**
   * The outbox to use from now on: it also forgets what is written down. What earlier pages could not send is handed to
   * it, for it to try like anything else that waits.
   */
  outbox(outbox: Outbox): Outbox;
}

/** Ids in the hands of an outbox of this page: a second widget on it must not send them too. */
const carried = new Set<string>();

/**
 * Lets sealed requests wait across page loads. Only for an `encode` that seals: what is not sealed is never written.
 * @param endpoint absolute; what waits is sent only to its origin, whatever page finds it
 */
export function keepAcrossPages(
  encode: Encode,
  endpoint: string,
  store: SealedStore = openSealedStore(),
): AcrossPages {
  const { origin } = new URL(endpoint);
  /** What earlier pages sealed, by the stub that stands for it in the outbox. */
  const sealedBefore = new WeakMap<Submission, string>();
  /** Taken back while it was being sealed: must not be written after all. */
  const forgotten = new Set<string>();

  function remove(id: string): void {
    forgotten.add(id);
    void store.delete(id);
  }

  return {
    async encode(submission) {
      const body = sealedBefore.get(submission);
      if (body !== undefined) return { body, contentType: 'application/jose' };
      const { id } = submission;
      carried.add(id);
      const encoded = await encode(submission);
      if (encoded.contentType === 'application/jose' && !forgotten.has(id))
        void store.put({ id, origin, body: encoded.body, createdAt: Date.now() });
      return encoded;
    },

    outbox(inner) {
      inner.subscribe(({ id, outcome }) => {
        if (outcome.state !== 'queued') remove(id);
      });
      void store.waiting(origin).then((items) => {
        for (const item of items) {
          if (carried.has(item.id)) continue;
          carried.add(item.id);
          const stub = stubOf(item);
          sealedBefore.set(stub, item.body);
          void inner.send(stub);
        }
      });
      return {
        ...inner,
        get hasUnsent() {
          return inner.hasUnsent;
        },
        // Another outbox could not encode a stub, and finds what it stands for in the store.
        held: () => inner.held().filter((submission) => !sealedBefore.has(submission)),
        forget(id) {
          inner.forget(id);
          remove(id);
        },
        clear() {
          for (const id of inner.pending()) forgotten.add(id);
          inner.clear();
          void store.clear();
        },
      };
    },
  };
}

/** An outbox knows submissions by their id; what this one says is in the sealed body only. */
const stubOf = ({ id, createdAt }: SealedItem): Submission => ({
  schema: submissionSchema,
  id,
  form: '',
  formVersion: '',
  language: '',
  easyWords: false,
  submittedAt: new Date(createdAt).toISOString(),
  page: '',
  answers: {},
  readable: [],
});
