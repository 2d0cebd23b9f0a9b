/** Says what is wrong with the attribute, in a sentence for whoever runs the page. */
export type Report = (sentence: string) => void;

/** The parts of a JWK (RFC 7517) that sealing needs. */
export interface SealKey {
  kty: 'EC';
  crv: string;
  x: string;
  y: string;
  kid?: string;
}

/** Less than the time one exchange may take: a request for the key that hangs must end before it. */
const timeoutMs = 15_000;

/** By URL. What failed is fetched anew, since the hospital may have mended it. */
const loaded = new Map<string, Promise<SealKey>>();

/** Each sentence is said once: the outbox tries again and again. */
const said = new Set<string>();

/** @throws always: what cannot be sealed is never sent */
export function refuse(url: string, why: string, report: Report): never {
  // Also one that came and turned out wrong only when it was used.
  loaded.delete(url);
  const sentence = `endpoint-key="${url}" cannot be used: ${why}. Nothing is sent until it can.`;
  if (!said.has(sentence)) {
    said.add(sentence);
    report(sentence);
  }
  throw new Error(sentence);
}

/**
 * The hospital's public key.
 * @throws after telling `report`, unless the device has no network
 */
export function loadSealKey(url: string, report: Report): Promise<SealKey> {
  const known = loaded.get(url);
  if (known) return known;
  const loading = fetchKey(url, report);
  loaded.set(url, loading);
  loading.catch(() => loaded.delete(url));
  return loading;
}

async function fetchKey(url: string, report: Report): Promise<SealKey> {
  // Browsers have no `crypto.subtle` on a page served over http from another machine.
  if (!globalThis.crypto?.subtle) refuse(url, 'sealing works only on a page served over https', report);
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  let response: Response;
  let file: unknown;
  try {
    response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // Asks whether it has changed: a key that was replaced is not used from the cache.
      cache: 'no-cache',
      redirect: 'error',
      signal: abort.signal,
    });
    file = response.ok ? await response.json().catch(() => undefined) : undefined;
  } catch (error) {
    if (globalThis.navigator?.onLine === false) throw error;
    return refuse(
      url,
      "it was not fetched (does the page's connect-src allow it, and its server answer?)",
      report,
    );
  } finally {
    clearTimeout(timer);
  }
  if (!response.ok) return refuse(url, `its server answered ${response.status}`, report);
  const problem = problemOf(file);
  return problem ? refuse(url, problem, report) : (file as SealKey);
}

/** P-256 and P-384 are in every browser that has WebCrypto; X25519 and P-521 are not. */
const curves = ['P-256', 'P-384'];

function problemOf(file: unknown): string | undefined {
  if (typeof file !== 'object' || file === null) return 'it is not a JSON Web Key';
  const key = file as Record<string, unknown>;
  if (Array.isArray(key.keys)) return 'it is a set of keys, and one JSON Web Key is needed';
  if ('d' in key) return 'it holds the private part "d", which must never be published; make a new key pair';
  if (key.kty !== 'EC' || !curves.includes(key.crv as string))
    return `it needs "kty": "EC" and "crv": ${curves.map((curve) => `"${curve}"`).join(' or ')}`;
  if (typeof key.x !== 'string' || typeof key.y !== 'string') return 'its "x" or "y" is missing';
  if (key.use !== undefined && key.use !== 'enc') return 'its "use" is not "enc"';
  if (key.alg !== undefined && key.alg !== 'ECDH-ES') return 'its "alg" is not "ECDH-ES"';
  if (key.kid !== undefined && typeof key.kid !== 'string') return 'its "kid" is not text';
  return undefined;
}
