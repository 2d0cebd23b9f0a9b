/** An answer we understand is under 1 kB; 50 errors are under 16. More is an error page, or an attack. */
export const longestAnswer = 65_536;

/**
 * The JSON in a server's answer, or null when it is not JSON, too long, broken off, or not there before
 * `deadline` resolves. Never rejects: what the answer's status said stands, whatever its body.
 */
export async function readAnswer(response: Response, deadline: Promise<void>): Promise<unknown> {
  try {
    const reader = response.body?.getReader();
    if (reader === undefined) return null;
    const late = deadline.then(() => null);
    const decoder = new TextDecoder();
    let text = '';
    let length = 0;
    for (;;) {
      const part = await Promise.race([reader.read(), late]);
      if (part === null || length + (part.value?.length ?? 0) > longestAnswer) {
        reader.cancel().catch(() => {});
        return null;
      }
      if (part.done) return JSON.parse(text + decoder.decode());
      length += part.value.length;
      text += decoder.decode(part.value, { stream: true });
    }
  } catch {
    return null;
  }
}

/** What staff call a request on the phone: short, plain, speakable. Anything else is not shown. */
const referencePattern = /^[A-Za-z0-9](?:[A-Za-z0-9 ._/#:-]{0,38}[A-Za-z0-9])?$/;

/** The `reference` of an `Accepted` answer, or null. */
export function readReference(answer: unknown): string | null {
  const reference = isRecord(answer) ? answer.reference : undefined;
  return typeof reference === 'string' && referencePattern.test(reference) ? reference : null;
}

const mostErrors = 50;
const longestName = 100;

/**
 * The `errors` of a `Problem` answer, those that are well formed, at most 50. Fields and codes we do not know
 * are kept: the hospital's form may be newer than ours, and the screen has general words for them.
 */
export function readErrors(answer: unknown): { field: string; code: string }[] {
  const errors = isRecord(answer) ? answer.errors : undefined;
  if (!Array.isArray(errors)) return [];
  const kept: { field: string; code: string }[] = [];
  for (const error of errors as unknown[]) {
    if (kept.length === mostErrors) break;
    if (isRecord(error) && isName(error.field) && isName(error.code)) {
      kept.push({ field: error.field, code: error.code });
    }
  }
  return kept;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longestName;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
