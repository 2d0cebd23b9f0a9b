import type { MiddlewareHandler } from 'hono';
import { type AllowedOrigins, isAllowedOrigin, isSameHost } from './origins.ts';
import { problem } from './problem.ts';

/**
 * Lets listed pages send, refuses all others. A refusal is readable by nobody but whoever looks at the network log;
 * every answer to a listed page is readable, errors and `Retry-After` included, since the widget acts on them.
 */
export function cors(allowed: AllowedOrigins): MiddlewareHandler {
  return async (context, next) => {
    const origin = context.req.header('origin');
    context.header('vary', 'Origin');
    if (origin !== undefined) {
      const listed = isAllowedOrigin(origin, allowed);
      if (!listed && !isSameHost(origin, context.req.header('host'))) {
        return problem(context, 403, {
          detail: 'This page is not on the list of pages that may send requests.',
        });
      }
      if (listed) {
        context.header('access-control-allow-origin', origin);
        context.header('access-control-expose-headers', 'Retry-After');
      }
    }
    if (context.req.method === 'OPTIONS') {
      return context.body(null, 204, {
        allow: 'POST, OPTIONS',
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'Content-Type, Idempotency-Key',
        'access-control-max-age': '600',
      });
    }
    await next();
  };
}
