import type { MiddlewareHandler } from 'hono';

export interface SecurityHeaders {
  contentSecurityPolicy: string;
  /** `same-origin` where forms are posted: under `no-referrer` browsers send `Origin: null` with them. */
  referrerPolicy: 'no-referrer' | 'same-origin';
  /** Only over https and not on this machine. */
  strictTransport: boolean;
}

/** Set before the route runs, so that errors carry them too. */
export function securityHeaders(options: SecurityHeaders): MiddlewareHandler {
  return async (context, next) => {
    context.header('content-security-policy', options.contentSecurityPolicy);
    context.header('x-content-type-options', 'nosniff');
    context.header('x-frame-options', 'DENY');
    context.header('referrer-policy', options.referrerPolicy);
    context.header('cross-origin-opener-policy', 'same-origin');
    context.header('cross-origin-resource-policy', 'same-origin');
    context.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');
    context.header('cache-control', 'no-store');
    if (options.strictTransport) context.header('strict-transport-security', 'max-age=31536000');
    await next();
  };
}

/** For whatever set none of its own: pages that are not there, files that are no pages. */
export const fallbackHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  if (!headers.has('content-security-policy')) {
    headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  }
  if (!headers.has('x-content-type-options')) headers.set('x-content-type-options', 'nosniff');
  if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'no-referrer');
};
