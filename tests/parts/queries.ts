import { type BoundFunctions, type queries, within } from '@testing-library/preact';

/** Queries by role and name inside a part of a shadow root: `document` does not see into one. */
export function screen(part: HTMLElement | null): BoundFunctions<typeof queries> {
  if (!part) throw new Error('There is no such part');
  return within(part);
}
