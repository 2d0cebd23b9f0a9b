import { type SyntaxProblem, sentences } from './syntax-sentences.ts';

/** Parsed JSON. Objects have no prototype, so `__proto__` is a key like any other. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Offsets in characters from the start of the file. */
interface Place {
  /** Where the key starts (the value itself in a list or at the top). */
  key: number;
  /** Where the value starts. */
  value: number;
}

interface Duplicate {
  path: string;
  first: number;
  second: number;
}

export interface ScannedJson {
  /** Undefined when nothing could be read. With problems: what could be made of the file. */
  value: Json | undefined;
  problems: readonly SyntaxProblem[];
  duplicates: readonly Duplicate[];
  /** By dotted path: `interpreter-free.answer`, `steps.0.id`; '' is the file. */
  places: ReadonlyMap<string, Place>;
}

/** Deeper than this is no file of ours, and would exhaust the stack. */
const deepest = 100;
/** After so many mistakes we understand the file no better than its editor. */
const mostProblems = 20;

const number = /-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const word = /[\p{L}_$][\p{L}\p{N}_$-]*/uy;
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
/** What word processors put in the place of `"`. */
const curlyQuotes = '“”„‟«»＂';

class GaveUp extends Error {}

/**
 * Reads JSON as `JSON.parse` does, but goes on after a mistake, and says of each where it is and what to type.
 * `problems` is empty exactly when `JSON.parse` accepts the text (up to 100 levels; a byte order mark is allowed).
 * Never throws.
 */
export function scanJson(text: string): ScannedJson {
  const problems: SyntaxProblem[] = [];
  const duplicates: Duplicate[] = [];
  const places = new Map<string, Place>();
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  /** End of the last thing read: where a missing comma belongs. */
  let end = at;

  const report = (offset: number, code: keyof typeof sentences, detail = ''): void => {
    problems.push({ offset, code, message: sentences[code](detail) });
    if (problems.length >= mostProblems) throw new GaveUp();
  };
  const giveUp = (offset: number, code: keyof typeof sentences, detail = ''): never => {
    report(offset, code, detail);
    throw new GaveUp();
  };
  let lineFrom = 0;
  let knownLineEnd = -1;
  const lineEnd = (from: number): number => {
    if (from <= knownLineEnd && from >= lineFrom) return knownLineEnd;
    const found = text.slice(from).search(/[\r\n]/);
    lineFrom = from;
    knownLineEnd = found < 0 ? text.length : from + found;
    return knownLineEnd;
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };

  const skip = (): void => {
    for (;;) {
      const char = text[at];
      if (char === ' ' || char === '\n' || char === '\r' || char === '\t') at++;
      else if (char === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
        report(at, 'comment');
        const close = text[at + 1] === '*' ? text.indexOf('*/', at + 2) : lineEnd(at) - 2;
        at = close < 0 ? text.length : close + 2;
      } else if (char !== undefined && /[\s\u200b-\u200f\ufeff]/.test(char)) {
        report(at, 'strange-space');
        at++;
      } else return;
    }
  };

  const string = (): string => {
    const start = at;
    const quote = text[at] ?? '"';
    const curly = curlyQuotes.includes(quote);
    if (quote === "'") report(at, 'single-quote');
    else if (curly) report(at, 'curly-quote', quote);
    at++;
    let value = '';
    for (;;) {
      const char = text[at];
      if (char === undefined) return giveUp(start, 'unclosed-text');
      if (char === quote || (curly && (curlyQuotes.includes(char) || char === '"'))) {
        at++;
        if (strayQuote()) {
          report(at - 1, 'quote-inside');
          value += char;
          continue;
        }
        end = at;
        return value;
      }
      if (char === '\n' || char === '\r') {
        // A next line that starts like JSON means that the quote is missing; one that goes on in words, that Enter was pressed.
        const goesOn = !/^\s*(["}\],]|$)/.test(text.slice(at, at + 200));
        report(goesOn ? at : start, goesOn ? 'line-break' : 'unclosed-text');
        if (!goesOn) {
          const comma = /,\s*$/.exec(text.slice(start, at));
          if (comma) at = start + comma.index;
          end = at;
          return value.replace(/,\s*$/, '');
        }
        value += '\n';
        at++;
      } else if (char === '\\') value += escaped();
      else if (char < ' ') {
        report(at, char === '\t' ? 'tab' : 'control-character');
        value += char;
        at++;
      } else {
        value += char;
        at++;
      }
    }
  };

  /** After a quote, JSON goes on with `,`, `:`, `}`, `]` or a new line. Words mean the quote was meant as a quote. */
  const strayQuote = (): boolean => {
    const rest = text.slice(at, lineEnd(at));
    if (/^\s*($|[,;:}\]/])/.test(rest)) return /^, *[\p{L}][^"]*"\s*,?\s*$/u.test(rest);
    // `"one" "two": …` lacks a comma; `"say "yes" or no"` does not.
    return !/^\s*["']/.test(rest) && /["'”]\s*[,}\]]?\s*$/.test(rest);
  };

  const escaped = (): string => {
    const char = text[at + 1] ?? '';
    if (char === 'u') {
      const code = /^[0-9a-fA-F]{4}/.exec(text.slice(at + 2, at + 6))?.[0];
      if (code) {
        at += 6;
        return String.fromCharCode(Number.parseInt(code, 16));
      }
    } else if (Object.hasOwn(escapes, char)) {
      at += 2;
      return escapes[char] ?? '';
    }
    report(at, 'backslash');
    at++;
    return '\\';
  };

  const isQuote = (char: string | undefined): char is string =>
    char !== undefined && (char === '"' || char === "'" || curlyQuotes.includes(char));

  const anyValue = (path: string, depth: number): Json => {
    const char = text[at];
    if (char === undefined) return giveUp(at, 'ends-early');
    if (depth > deepest) return giveUp(at, 'too-deep');
    if (char === '{') return object(path, depth);
    if (char === '[') return list(path, depth);
    if (isQuote(char)) return string();
    const digits = match(number);
    if (digits) {
      at += digits.length;
      end = at;
      return Number(digits);
    }
    const name = match(word);
    if (name === undefined) return giveUp(at, 'unexpected', char);
    const start = at;
    at += name.length;
    end = at;
    if (name === 'true' || name === 'false') return name === 'true';
    if (name === 'null') return null;
    // Words without quotes: the whole rest of the line is meant as text.
    report(start, 'no-quotes', name);
    at = lineEnd(start);
    const tail = /["”]?\s*,?\s*$/.exec(text.slice(start, at));
    if (tail) at = start + tail.index + (/^["”]/.test(tail[0]) ? 1 : 0);
    end = at;
    return text.slice(start, at);
  };

  /** Reads `,` or the closing bracket. Answers false when the object or list is over. */
  const more = (close: '}' | ']'): boolean => {
    skip();
    const char = text[at];
    if (char === ',') {
      const comma = at++;
      skip();
      while (text[at] === ',') {
        report(at++, 'comma-twice');
        skip();
      }
      if (text[at] === close) report(comma, 'trailing-comma', close);
      else return true;
    }
    if (text[at] === close) {
      at++;
      end = at;
      return false;
    }
    if (char === undefined) giveUp(at, 'not-closed', close);
    if (char === ';' || char === '.' || char === '，' || char === '、' || char === '،') {
      report(at++, 'not-a-comma', char);
      skip();
      return text[at] !== close || more(close);
    }
    if (char === '}' || char === ']') giveUp(at, 'wrong-bracket', `${close}${char}`);
    const sameLine = lineEnd(end) >= at;
    report(at, 'missing-comma', sameLine ? '' : String(lineOf(text)(end).line));
    return true;
  };

  const object = (path: string, depth: number): Json => {
    const found: Record<string, Json> = Object.create(null);
    at++;
    skip();
    if (text[at] === '}') {
      at++;
      end = at;
      return found;
    }
    do {
      skip();
      const keyStart = at;
      let key: string;
      if (isQuote(text[at])) key = string();
      else {
        const bare = match(word);
        if (text[at] === undefined) return giveUp(at, 'not-closed', '}');
        if (bare === undefined) return giveUp(at, 'name-expected', text[at]);
        report(at, 'name-without-quotes', bare);
        at += bare.length;
        key = bare;
      }
      skip();
      if (text[at] === ':') at++;
      else if (text[at] === '=' || text[at] === '：') report(at++, 'not-a-colon', text[at - 1]);
      else if (text[at] === ',' || text[at] === '}' || text[at] === undefined)
        giveUp(keyStart, 'no-text', key);
      else report(at, 'missing-colon', key);
      skip();
      const childPath = path ? `${path}.${key}` : key;
      if (text[at] === ',' || text[at] === '}') giveUp(keyStart, 'no-text', key);
      const before = places.get(childPath);
      if (before && key in found) duplicates.push({ path: childPath, first: before.key, second: keyStart });
      places.set(childPath, { key: keyStart, value: at });
      found[key] = anyValue(childPath, depth + 1);
    } while (more('}'));
    return found;
  };

  const list = (path: string, depth: number): Json => {
    const found: Json[] = [];
    at++;
    skip();
    if (text[at] === ']') {
      at++;
      end = at;
      return found;
    }
    do {
      skip();
      const childPath = `${path}${path && '.'}${found.length}`;
      places.set(childPath, { key: at, value: at });
      found.push(anyValue(childPath, depth + 1));
    } while (more(']'));
    return found;
  };

  let value: Json | undefined;
  try {
    skip();
    places.set('', { key: at, value: at });
    if (at >= text.length) report(at, 'empty-file');
    else {
      value = anyValue('', 0);
      skip();
      if (at < text.length) report(at, 'after-the-end', text[at]);
    }
  } catch (error) {
    if (!(error instanceof GaveUp)) throw error;
  }
  return { value, problems, duplicates, places };
}

/** Answers the line and column of an offset, both from 1; the column counts characters as an editor shows them. */
export function lineOf(text: string): (offset: number) => { line: number; column: number } {
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  for (const found of text.matchAll(/\r\n|\r|\n/g)) starts.push(found.index + found[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: [...text.slice(starts[low], offset)].length + 1 };
  };
}

/** Offset in the file of character `index` of the text whose opening quote is at `start`. */
export function offsetInText(text: string, start: number, index: number): number {
  let at = start + 1;
  for (let i = 0; i < index && at < text.length; i++) {
    at += text[at] === '\\' ? (text[at + 1] === 'u' ? 6 : 2) : 1;
  }
  return at;
}
