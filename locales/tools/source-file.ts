import { readFileSync, statSync } from 'node:fs';
import { limits } from '../../widget/contract/locale.ts';
import type { Finding, Severity } from './finding.ts';
import { type Json, lineOf, offsetInText, type ScannedJson, scanJson } from './scan-json.ts';

/** One file as its editor sees it: its text, what is in it, and where each part is. */
export interface SourceFile {
  /** As shown in messages, relative to where the command runs. */
  name: string;
  text: string;
  scanned: ScannedJson;
  value: Json | undefined;
  findings: readonly Finding[];
  /** Adds a message about the part at `path` (dotted), or about character `index` of the text there. */
  report(path: string, severity: Severity, code: string, message: string, where?: Where): void;
}

interface Where {
  /** Point at the name instead of its text. */
  key?: true;
  /** Character of the text, from 0. */
  index?: number;
}

/** Reads a file. What is wrong with its syntax is already reported, also that it cannot be opened. */
export function readSource(path: string, name: string): SourceFile {
  const broken = (text: string, code: string, message: string): SourceFile => {
    const file = sourceFile(text, name);
    file.report('', 'error', code, message);
    return file;
  };
  let bytes: Buffer;
  try {
    // UTF-8 needs at most four bytes for a character.
    if (statSync(path).size > limits.file * 4) return broken('{}', 'too-large', tooLarge);
    bytes = readFileSync(path);
  } catch (error) {
    return broken(
      '{}',
      'not-opened',
      `the file cannot be opened (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
  try {
    return sourceFile(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), name);
  } catch {
    const message =
      'the file is not saved as UTF-8, so letters with accents are broken. Save it again with the encoding "UTF-8".';
    return broken(bytes.toString('utf8'), 'not-utf-8', message);
  }
}

const tooLarge = `the file is too large. The widget reads at most ${limits.file.toLocaleString('en')} characters of one file.`;

/** The same from a text. */
export function sourceFile(text: string, name: string): SourceFile {
  const findings: Finding[] = [];
  const tooLong = text.length > limits.file;
  const scanned = scanJson(tooLong ? '{}' : text);
  const locate = lineOf(text);
  const add = (path: string, offset: number, severity: Severity, code: string, message: string): void => {
    findings.push({ severity, code, file: name, ...locate(offset), path, message });
  };
  if (tooLong) add('', 0, 'error', 'too-large', tooLarge);
  for (const { offset, message } of scanned.problems) add('', offset, 'error', 'syntax', message);
  for (const { path, first, second } of scanned.duplicates) {
    const id = path.split('.').at(-1);
    const message = `"${id}" is here twice; the first is in line ${locate(first).line}, and only the last one counts. Delete one of them.`;
    add(path, second, 'error', 'duplicate', message);
  }
  return {
    name,
    text,
    scanned,
    value: scanned.value,
    findings,
    report(path, severity, code, message, where = {}) {
      let at = path;
      // A missing part has no place of its own: point at what should hold it.
      while (at && !scanned.places.has(at)) at = at.slice(0, Math.max(0, at.lastIndexOf('.')));
      const place = scanned.places.get(at) ?? { key: 0, value: 0 };
      const start = where.key || at !== path ? place.key : place.value;
      const offset = where.index === undefined ? start : offsetInText(text, place.value, where.index);
      add(path, offset, severity, code, message);
    },
  };
}
