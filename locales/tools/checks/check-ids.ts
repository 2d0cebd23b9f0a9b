import { branchAt, type LocaleTree, type Namespace, textAt } from '../../../widget/contract/locale.ts';
import type { Folder, Library, WordsFile } from '../library.ts';
import { didYouMean, nearest } from '../nearest.ts';
import { familyOf, pluralCategories } from '../plural-categories.ts';
import { englishFor, isWhole, leaves } from './text-in-place.ts';

/** Parts a text may have beside it although English has none. */
const optionalParts = new Set(['easy', 'hint', 'keywords', 'short']);

/** Missing and unknown names, compared with English, and the plural forms the language needs. */
export function checkIds(library: Library, folder: Folder): void {
  for (const [namespace, english] of library.english.words) {
    const file = folder.words.get(namespace);
    if (!isWhole(file)) continue;
    if (folder !== library.english) {
      reportMissing(file, english.tree);
      reportUnknown(file, english.tree, extraIds(library, namespace));
    }
    reportPlurals(file, folder.code);
  }
}

/** One message for a whole missing entry, not one for each of its texts. */
function reportMissing(file: WordsFile, english: LocaleTree): void {
  const walk = (branch: LocaleTree, path: string): void => {
    const missing: string[] = [];
    for (const id of Object.keys(branch)) {
      const node = branch[id];
      const at = path ? `${path}.${id}` : id;
      const family = familyOf(at);
      const has =
        branchAt(file.tree, at) ?? textAt(file.tree, at) ?? textAt(file.tree, `${family?.base}_other`);
      if (has !== undefined) {
        if (typeof node === 'object' && typeof has === 'object') walk(node, at);
      } else if (id === 'easy') {
        file.report(
          at,
          'warning',
          'missing-easy',
          'the easy version ("easy") is missing. People who read little get the long text.',
        );
      } else missing.push(id);
    }
    if (missing.length) {
      const names = missing
        .slice(0, 8)
        .map((id) => `"${id}"`)
        .join(', ');
      const more = missing.length > 8 ? ` and ${missing.length - 8} more` : '';
      const place = path ? `"${path}"` : 'this file';
      const verb = missing.length > 1 ? 'are' : 'is';
      file.report(
        path,
        'warning',
        'missing',
        `${names}${more} ${verb} missing in ${place}. Patients read the English text instead.`,
        { key: true },
      );
    }
  };
  walk(english, '');
}

function reportUnknown(file: WordsFile, english: LocaleTree, extra: (path: string) => boolean): void {
  const walk = (branch: LocaleTree, path: string): void => {
    const there = (path ? branchAt(english, path) : english) ?? Object.create(null);
    for (const id of Object.keys(branch)) {
      const node = branch[id];
      const at = path ? `${path}.${id}` : id;
      if (textAt(english, at) !== undefined || branchAt(english, at)) {
        const inEnglish = branchAt(english, at) ? 'a group in curly brackets { }' : 'a text in double quotes';
        if (typeof node === 'object' && branchAt(english, at)) walk(node, at);
        else if (typeof node !== typeof there[id])
          file.report(at, 'error', 'wrong-type', `"${id}" must be ${inEnglish}, as in the English file.`);
      } else if (englishFor(english, at) === undefined && !(path && optionalParts.has(id)) && !extra(at)) {
        const missing = Object.keys(there).filter((known) => branch[known] === undefined);
        const typo = nearest(id, missing);
        const why = 'The English file does not have it, so it is never shown.';
        file.report(
          at,
          typo ? 'error' : 'warning',
          'unknown-name',
          `"${id}" is not known. ${why}${didYouMean(id, missing) || ' Delete it, or correct its name.'}`,
          { key: true },
        );
      }
    }
  };
  walk(file.tree, '');
}

/** Names that may stand in a translation although English words do not have them: they come from the structure. */
function extraIds(
  { interpreterLanguages, languages }: Library,
  namespace: Namespace,
): (path: string) => boolean {
  const codes = Object.keys({ ...interpreterLanguages?.data, ...languages?.data }).map((code) =>
    code.toLowerCase(),
  );
  return (path) => {
    const [group = '', code = ''] = path.split('.');
    return namespace === 'forms' && group === 'languages' && (!code || codes.includes(code));
  };
}

function reportPlurals(file: WordsFile, language: string): void {
  const families = new Map<string, Set<string>>();
  for (const [path] of leaves(file.tree)) {
    const family = familyOf(path);
    if (family) families.set(family.base, (families.get(family.base) ?? new Set()).add(family.category));
  }
  const { needed, all } = pluralCategories(language);
  for (const [base, here] of families) {
    const id = base.split('.').at(-1);
    const place = `${base}_${[...here][0]}`;
    const write = (category: string): string =>
      `Add "${id}_${category}" beside "${place.split('.').at(-1)}".`;
    for (const category of all) {
      if (here.has(category)) continue;
      if (needed.includes(category)) {
        file.report(
          place,
          'error',
          'missing-plural',
          `the form for "${category}" is missing: with some numbers patients would read English. ${write(category)}`,
          { key: true },
        );
      } else {
        file.report(
          place,
          'warning',
          'missing-plural',
          `the form for "${category}" (very large numbers or fractions) is missing. ${write(category)}`,
          { key: true },
        );
      }
    }
    for (const category of here) {
      if (!all.includes(category)) {
        file.report(
          `${base}_${category}`,
          'warning',
          'extra-plural',
          `this language has no form "${category}", so this text is never shown. Delete it.`,
          { key: true },
        );
      }
    }
  }
}
