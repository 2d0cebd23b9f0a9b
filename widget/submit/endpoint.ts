export type EndpointCheck =
  | { url: string }
  | { problem: 'missing' | 'not-a-url' | 'not-https' | 'has-credentials' };

/**
 * Whether patients' answers may be sent to `value`: https, the page's own origin, or loopback http
 * (127.0.0.0/8, localhost, [::1]) for trying it out. Anything else is refused.
 *
 * `value` may be relative; it is resolved against `pageUrl` (`location.href`), not `document.baseURI`, so that
 * a `<base>` element cannot send answers elsewhere. The URL answered is absolute, without a fragment.
 */
export function checkEndpoint(value: string | null, pageUrl: string): EndpointCheck {
  const text = value?.trim() ?? '';
  if (text === '') return { problem: 'missing' };
  const page = parseUrl(pageUrl);
  const url = parseUrl(text, page) ?? parseUrl(text);
  if (url === null) return { problem: 'not-a-url' };
  // Before comparing origins: `blob:https://hospital.example/…` has the page's origin.
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { problem: 'not-https' };
  // fetch() throws on these, and they would be readable in the page's source.
  if (url.username !== '' || url.password !== '') return { problem: 'has-credentials' };
  if (url.protocol === 'http:' && url.origin !== page?.origin && !isLoopback(url.hostname)) {
    return { problem: 'not-https' };
  }
  url.hash = '';
  return { url: url.href };
}

function parseUrl(text: string, base?: URL | null): URL | null {
  try {
    return new URL(text, base ?? undefined);
  } catch {
    return null;
  }
}

/** The URL parser has already turned `127.1`, `0x7f.1` and `[0:0:0:0:0:0:0:1]` into these. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
