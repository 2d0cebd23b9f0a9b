import type { RequestState } from '../database.ts';
import { type RequestFilter, requestStates } from '../request-store.ts';

/** What the list shows. It is all in the address, so that a list can be kept as a bookmark. */
export interface InboxFilter extends RequestFilter {
  state: RequestState;
  /** From 1. */
  page: number;
}

/** Reads the query of an address. What is not usable counts as not given. */
export function parseFilter(query: Record<string, string | undefined>): InboxFilter {
  const page = Number(query.page);
  return {
    state: requestStates.find((state) => state === query.state) ?? 'new',
    form: matching(query.form, /^[a-z0-9-]{1,64}$/),
    language: matching(query.language, /^[A-Za-z0-9-]{1,40}$/),
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
}

/**
 * The address of a list, or of a request beside that list, with parts of the filter changed. Another list starts at
 * its first page. Only the plain list is of new requests when it does not say so.
 */
export function addressOf(path: string, filter: InboxFilter, change: Partial<InboxFilter> = {}): string {
  const { state, form, language, page } = {
    ...filter,
    page: Object.keys(change).length ? 1 : filter.page,
    ...change,
  };
  const query = new URLSearchParams();
  if (state !== 'new' || path !== '/inbox') query.set('state', state);
  if (form) query.set('form', form);
  if (language) query.set('language', language);
  if (page > 1) query.set('page', String(page));
  return query.size ? `${path}?${query}` : path;
}

function matching(value: string | undefined, pattern: RegExp): string | undefined {
  return value && pattern.test(value) ? value : undefined;
}
