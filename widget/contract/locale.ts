/**
 * Locale files: i18next JSON v4, objects keyed by stable ids, text at the leaves, nothing else.
 * This parser is the only way a locale file enters the widget, the receiver or the tools.
 */

export type LocaleTree = { readonly [id: string]: string | LocaleTree };

export const namespaces = ['ui', 'forms', 'faq', 'topics', 'safety', 'training'] as const;
export type Namespace = (typeof namespaces)[number];

export type LocaleProblemCode =
  | 'syntax'
  | 'too-large'
  | 'not-an-object'
  | 'bad-id'
  | 'not-text'
  | 'too-deep'
  | 'too-long'
  | 'too-many';

export interface LocaleProblem {
  code: LocaleProblemCode;
  /** Dotted path, e.g. `interpreter-free.answer`; empty for the file itself. */
  path: string;
  /** The JSON engine's own message, for `syntax`. */
  detail?: string;
}

export const limits = {
  /** Characters of one file. */
  file: 1_000_000,
  /** Characters of one text. */
  text: 10_000,
  /** Levels of nesting. */
  depth: 8,
  /** Ids in one file. */
  ids: 20_000,
} as const;

/** An id, optionally with an i18next plural suffix. */
const idPattern = /^[a-z0-9-]+(_(zero|one|two|few|many|other))?$/;

/**
 * Reads one locale file. Never throws: what is valid is returned, what is not is left out and reported.
 * The tree has no prototype, so a key such as `constructor` cannot reach one.
 */
export function parseLocale(text: string): { tree: LocaleTree; problems: readonly LocaleProblem[] } {
  const problems: LocaleProblem[] = [];
  const empty: LocaleTree = Object.create(null);
  if (text.length > limits.file) return { tree: empty, problems: [{ code: 'too-large', path: '' }] };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return {
      tree: empty,
      problems: [{ code: 'syntax', path: '', detail: String((error as Error).message) }],
    };
  }
  if (!isObject(value)) return { tree: empty, problems: [{ code: 'not-an-object', path: '' }] };
  let ids = 0;
  const walk = (source: Record<string, unknown>, path: string, depth: number): LocaleTree => {
    const tree: Record<string, string | LocaleTree> = Object.create(null);
    for (const id of Object.keys(source)) {
      const child = source[id];
      const at = path ? `${path}.${id}` : id;
      const report = (code: LocaleProblemCode): number => problems.push({ code, path: at });
      if (++ids > limits.ids) {
        report('too-many');
        break;
      }
      if (!idPattern.test(id)) report('bad-id');
      else if (typeof child === 'string') {
        if (child.length > limits.text) report('too-long');
        else tree[id] = child;
      } else if (!isObject(child)) report('not-text');
      else if (depth >= limits.depth) report('too-deep');
      else tree[id] = walk(child, at, depth + 1);
    }
    return tree;
  };
  return { tree: walk(value, '', 1), problems };
}

/** The text at a dotted path, or undefined. */
export function textAt(tree: LocaleTree | undefined, path: string): string | undefined {
  let node: string | LocaleTree | undefined = tree;
  for (const id of path.split('.')) {
    if (typeof node !== 'object') return undefined;
    node = node[id];
  }
  return typeof node === 'string' ? node : undefined;
}

/** The branch at a dotted path, or undefined. */
export function branchAt(tree: LocaleTree | undefined, path: string): LocaleTree | undefined {
  let node: string | LocaleTree | undefined = tree;
  for (const id of path.split('.')) {
    if (typeof node !== 'object') return undefined;
    node = node[id];
  }
  return typeof node === 'object' ? node : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
