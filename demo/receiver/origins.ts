/** Which pages may send: `*` is not among the choices. `loopback` allows every port of this machine. */
export type AllowedOrigins = readonly string[] | 'loopback';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

export function isLoopbackHost(host: string): boolean {
  return host === '::1' || loopbackHosts.has(host) || /^127\.\d+\.\d+\.\d+$/.test(host);
}

export function isAllowedOrigin(origin: string, allowed: AllowedOrigins): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname, origin: canonical } = new URL(origin);
  if (canonical !== origin) return false;
  if (allowed !== 'loopback') return allowed.includes(canonical);
  return (protocol === 'http:' || protocol === 'https:') && isLoopbackHost(hostname);
}

/** Whether `Origin` names the host the request was sent to. The scheme is left out: a proxy may have ended https. */
export function isSameHost(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
