/**
 * A value as FHIR allows it: without elements that have nothing in them but white space, and without characters that neither a FHIR
 * string nor XML may hold (R4 2.24.0.1: nothing below 32 but tab, line feed and carriage return).
 */
export function tidy<T>(value: T): T {
  return (clean(value) ?? {}) as T;
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : cleanText(value);
  if (Array.isArray(value)) {
    const list = value.map(clean).filter((one) => one !== undefined);
    return list.length ? list : undefined;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, child]) => [key, clean(child)] as const)
    .filter(([, child]) => child !== undefined);
  return entries.length ? Object.fromEntries(entries) : undefined;
}

/** Word and PowerPoint put a vertical tab where a line ends; the rest is noise, shown as such and not dropped in silence. */
export function cleanText(text: string): string {
  return (
    text
      .replace(/[\v\f]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      .replace(/[\0-\x08\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
  );
}
