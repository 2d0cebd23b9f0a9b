import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../../widget/contract/submission.ts';

export interface ProblemExtra {
  detail?: string;
  errors?: readonly { field: string; code: string }[];
  headers?: Record<string, string>;
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request is malformed',
  403: 'Not allowed from this page',
  404: 'Nothing is here',
  405: 'This method is not possible here',
  408: 'The request took too long',
  409: 'This id belongs to another request',
  413: 'The request is too large',
  415: 'This kind of body is not taken here',
  422: 'The request cannot be accepted',
  429: 'Too many requests',
  500: 'Something failed here',
  503: 'The store does not answer',
};

/** An RFC 9457 answer. It never holds what was sent, nor anything about the inside of this server. */
export function problem(context: Context, status: ContentfulStatusCode, extra: ProblemExtra = {}): Response {
  const body: Problem = {
    type: 'about:blank',
    title: titles[status] ?? 'The request failed',
    status,
    ...(extra.detail ? { detail: extra.detail } : {}),
    ...(extra.errors ? { errors: extra.errors } : {}),
  };
  return context.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json',
    ...extra.headers,
  });
}

/** Thrown where a body or header turns out wrong deep inside; the route answers with it. */
export class ProblemError extends HTTPException {
  readonly extra: ProblemExtra;

  constructor(status: ContentfulStatusCode, extra: ProblemExtra = {}) {
    super(status);
    this.extra = extra;
  }
}
