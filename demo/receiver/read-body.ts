import { ProblemError } from './problem.ts';

/**
 * The text of a request body, whether its length was declared or it comes in chunks.
 * Reading stops at the first byte too many, so a body without an end costs no memory.
 * @throws ProblemError 415, 413 or 400
 */
export async function readBody(request: Request, mostBytes: number): Promise<string> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^[\w.+/-]+\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type.trim())) {
    throw new ProblemError(415, { detail: 'Send application/json, in UTF-8.' });
  }
  const tooLarge = new ProblemError(413, { detail: `A request may have ${mostBytes} bytes.` });
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) throw tooLarge;
      chunks.push(chunk);
    }
  } catch (error) {
    if (error === tooLarge) throw error;
    throw new ProblemError(400, { detail: 'The body ended early.' });
  }
  try {
    // Fatal: bytes that are not UTF-8 are refused, never stored as question marks in a patient's words.
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new ProblemError(400, { detail: 'The body is not in UTF-8.' });
  }
}
