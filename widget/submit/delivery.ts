import type { Submission } from '../contract/submission.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { keepAcrossPages } from './sealed-outbox.ts';
import { createSend, type Encoded } from './send.ts';

export interface DeliveryOptions {
  /** Absolute, as `checkEndpoint` answered it. */
  endpoint: string;
  encode: (submission: Submission) => Promise<Encoded>;
  /**
   * `encode` seals, and the device is the patient's own: what could not be sent may then wait, sealed, for a later page.
   * What is not sealed is never stored.
   */
  acrossPages: boolean;
}

/** Everything between Send and the hospital: encoding, one exchange at a time, retries, and what waits for a later page. */
export function createDelivery({ endpoint, encode, acrossPages }: DeliveryOptions): Outbox {
  if (!acrossPages) return createOutbox({ send: createSend({ endpoint, encode }) });
  const kept = keepAcrossPages(encode, endpoint);
  return kept.outbox(createOutbox({ send: createSend({ endpoint, encode: kept.encode }) }));
}
