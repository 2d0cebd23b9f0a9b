/**
 * Addresses of the resources of a Bundle, made from the submission's id: the same submission gives the same ones. UUIDs
 * of version 8 (RFC 9562, 5.8), which leaves the bits to us; version 5 needs SHA-1, and browsers have that only
 * asynchronously.
 * @param id UUID of the submission
 * @param number 0 to 255, another for each resource
 */
export function urnOf(id: string, number: number): string {
  const last = number.toString(16).padStart(2, '0');
  return `urn:uuid:${id.slice(0, 14)}8${id.slice(15, 34)}${last}`.toLowerCase();
}
