import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';

/**
 * One line per request: method, the route's pattern, status, milliseconds. Never an address, a path as typed,
 * a query, a header or a body: a log travels further than the data it comes from.
 */
export function requestLog(log: (line: string) => void): MiddlewareHandler {
  return async (context, next) => {
    const start = performance.now();
    await next();
    // The route that answered: Hono leaves its index on the request.
    const pattern = routePath(context);
    const route = pattern.includes('*') || !pattern.startsWith('/') ? '-' : pattern;
    const method = /^[A-Z]{1,10}$/.test(context.req.method) ? context.req.method : '-';
    log(`${method} ${route} ${context.res.status} ${Math.round(performance.now() - start)}ms`);
  };
}
