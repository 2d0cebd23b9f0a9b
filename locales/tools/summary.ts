import { entriesOf, isCurrent, reviewsOf } from './checks/check-review.ts';
import { englishFor, leaves } from './checks/text-in-place.ts';
import type { Finding } from './finding.ts';
import type { Folder, Library } from './library.ts';

export interface LanguageSummary {
  language: string;
  /** Texts this language has, of those English has. */
  texts: number;
  of: number;
  /** Whole percent, rounded down: 100 means all. */
  complete: number;
  /** Entries checked by a person and unchanged since, in whole percent; null for English. */
  reviewed: number | null;
  errors: number;
  warnings: number;
}

export function summaryOf(library: Library, folder: Folder): LanguageSummary {
  let of = 0;
  let texts = 0;
  for (const [namespace, { tree }] of library.english.words) {
    const own = folder.words.get(namespace);
    const paths = new Map(own && !own.scanned.problems.length ? leaves(own.tree) : []);
    for (const [path] of leaves(tree)) {
      of++;
      // A plural form of English that this language has not (`one` in Chinese) is covered by its `_other`.
      const here = paths.get(path) ?? paths.get(path.replace(/_[a-z]+$/, '_other'));
      if (here?.trim() && englishFor(tree, path) !== undefined) texts++;
    }
  }
  const reviews = reviewsOf(folder);
  const checked = entriesOf(library, folder).filter((entry) => isCurrent(reviews[entry.id], entry)).length;
  const entries = entriesOf(library, library.english).length;
  const findings = findingsOf(folder);
  return {
    language: folder.code,
    texts,
    of,
    complete: percent(texts, of),
    reviewed: folder === library.english ? null : percent(checked, entries),
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  };
}

export function findingsOf(folder: Folder): Finding[] {
  return [...folder.words.values(), folder.review].flatMap((file) => file?.findings ?? []);
}

/** The table at the end. */
export function summaryTable(rows: readonly LanguageSummary[]): string {
  const cells = [
    ['language', 'texts', 'complete', 'reviewed', 'errors', 'warnings'],
    ...rows.map(({ language, texts, of, complete, reviewed, errors, warnings }) => [
      language,
      `${texts} of ${of}`,
      `${complete}%`,
      reviewed === null ? '-' : `${reviewed}%`,
      String(errors),
      String(warnings),
    ]),
  ];
  const widths =
    cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  return cells
    .map((row) =>
      row.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('   '),
    )
    .join('\n');
}

function percent(part: number, whole: number): number {
  return whole ? Math.floor((part / whole) * 100) : 0;
}
