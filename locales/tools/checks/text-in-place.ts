import { type LocaleTree, type Namespace, textAt } from '../../../widget/contract/locale.ts';
import type { Severity } from '../finding.ts';
import type { Folder, WordsFile } from '../library.ts';
import { familyOf } from '../plural-categories.ts';

/** One text of one language, with the English one beside it. */
export interface TextInPlace {
  language: string;
  namespace: Namespace;
  /** Dotted path in its file. */
  path: string;
  /** Last part of the path without a plural ending, e.g. `answer`. */
  key: string;
  text: string;
  /** The English text it translates; undefined for English itself and for texts English has not. */
  english: string | undefined;
  /** @param index character of the text, from 0 */
  say(severity: Severity, code: string, message: string, index?: number): void;
}

/** Every text of a file, in order. */
export function* textsOf(
  folder: Folder,
  namespace: Namespace,
  english: LocaleTree | undefined,
): Generator<TextInPlace> {
  const file = folder.words.get(namespace);
  if (!file) return;
  for (const [path, text] of leaves(file.tree)) {
    const family = familyOf(path);
    yield {
      language: folder.code,
      namespace,
      path,
      key: (family?.base ?? path).split('.').at(-1) ?? '',
      text,
      english: english && englishFor(english, path),
      say: (severity, code, message, index) =>
        file.report(path, severity, code, message, index === undefined ? {} : { index }),
    };
  }
}

/** The English text for a path; for a plural form English lacks (`few`), its `_other`. */
export function englishFor(english: LocaleTree, path: string): string | undefined {
  const family = familyOf(path);
  return textAt(english, path) ?? (family && textAt(english, `${family.base}_other`));
}

/** Paths and texts of a tree. */
export function* leaves(tree: LocaleTree, path = ''): Generator<[path: string, text: string]> {
  for (const id of Object.keys(tree)) {
    const node = tree[id];
    const at = path ? `${path}.${id}` : id;
    if (typeof node === 'string') yield [at, node];
    else if (node) yield* leaves(node, at);
  }
}

/** False when its syntax is broken: then the widget reads nothing of it, and only that is worth a message. */
export function isWhole(file: WordsFile | undefined): file is WordsFile {
  return file !== undefined && file.scanned.problems.length === 0;
}
