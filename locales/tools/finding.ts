/** `error`: a patient would see something wrong or nothing. `warning`: it works, but could be better. */
export type Severity = 'error' | 'warning';

export interface Finding {
  severity: Severity;
  /** Stable name of the check, for `--json`. */
  code: string;
  file: string;
  /** From 1. */
  line: number;
  column: number;
  /** Dotted path in the file; empty for the file itself. */
  path: string;
  /** What is wrong and what to do, for an editor. Starts where "file, line 1, column 2:" ends. */
  message: string;
}

/** `locales/es/faq.json, line 12, column 5: …` */
export function sentenceOf({ severity, file, line, column, message }: Finding): string {
  return `${severity === 'error' ? 'Error' : 'Warning'} in ${file}, line ${line}, column ${column}: ${message}`;
}
