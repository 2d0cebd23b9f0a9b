import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { FormStructure } from '../../widget/contract/form.ts';
import {
  type LocaleTree,
  limits,
  type Namespace,
  namespaces,
  parseLocale,
} from '../../widget/contract/locale.ts';
import type {
  ContentStructure,
  InterfaceLanguages,
  InterpreterLanguages,
} from '../../widget/contract/structure.ts';
import { readSource, type SourceFile } from './source-file.ts';
import { type Schema, validate } from './validate.ts';

/** A file of words. `tree` is what the widget would read from it. */
export interface WordsFile extends SourceFile {
  tree: LocaleTree;
}

/** One language. */
export interface Folder {
  code: string;
  words: ReadonlyMap<Namespace, WordsFile>;
  review: SourceFile | undefined;
}

/** A file of structure; `data` only when its schema accepts it. */
export interface StructureFile<T> {
  file: SourceFile;
  data: T | undefined;
}

/** Everything under `locales/`. */
export interface Library {
  dir: string;
  english: Folder;
  /** Without English. */
  translations: readonly Folder[];
  content: StructureFile<ContentStructure> | undefined;
  forms: ReadonlyMap<string, StructureFile<FormStructure>>;
  languages: StructureFile<InterfaceLanguages> | undefined;
  interpreterLanguages: StructureFile<InterpreterLanguages> | undefined;
  notices: StructureFile<unknown> | undefined;
  regions: readonly SourceFile[];
  /** Every file read, for its findings. */
  files: readonly SourceFile[];
}

const schemaFolder = new URL('../schema/', import.meta.url);
const notLanguages = new Set(['structure', 'schema', 'tools']);

/** Reads a folder of locale files. Throws when it has no English: then it is not a folder of locale files. */
export function readLibrary(dir: string): Library {
  const files: SourceFile[] = [];
  const read = (path: string): SourceFile => {
    const file = readSource(path, shown(path));
    files.push(file);
    return file;
  };
  const structure = <T>(path: string, schema: string): StructureFile<T> | undefined => {
    if (!existsSync(path)) return undefined;
    const file = read(path);
    const whole = file.scanned.problems.length === 0 && validate(file, readSchema(schema));
    return { file, data: whole ? (file.value as T) : undefined };
  };
  const folder = (code: string): Folder => {
    const words = new Map<Namespace, WordsFile>();
    for (const namespace of namespaces) {
      const path = join(dir, code, `${namespace}.json`);
      if (existsSync(path)) words.set(namespace, readWords(read(path)));
    }
    return { code, words, review: structure(join(dir, code, 'review.json'), 'review')?.file };
  };
  if (!existsSync(join(dir, 'en')))
    throw new Error(`There is no folder "en" in ${shown(dir) || dir}. Is it the folder of the locale files?`);
  const codes = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !notLanguages.has(entry.name) && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
  const inFolder = (name: string): string[] => {
    const path = join(dir, 'structure', name);
    return existsSync(path)
      ? readdirSync(path)
          .filter((file) => file.endsWith('.json'))
          .sort()
      : [];
  };
  const at = (...names: string[]): string => join(dir, 'structure', ...names);
  return {
    dir,
    english: folder('en'),
    translations: codes.filter((code) => code !== 'en').map(folder),
    content: structure<ContentStructure>(at('content.json'), 'content'),
    forms: new Map(
      inFolder('forms').flatMap((name) => {
        const found = structure<FormStructure>(at('forms', name), 'form');
        return found ? [[name.replace('.json', ''), found] as const] : [];
      }),
    ),
    languages: structure<InterfaceLanguages>(at('languages.json'), 'languages'),
    interpreterLanguages: structure<InterpreterLanguages>(
      at('interpreter-languages.json'),
      'interpreter-languages',
    ),
    notices: structure<unknown>(at('notices.json'), 'notices'),
    regions: inFolder('regions').flatMap((name) => structure(at('regions', name), 'region')?.file ?? []),
    files,
  };
}

/** A schema of ours by name, e.g. `content`. */
export function readSchema(name: string): Schema {
  const file = readSource(new URL(`${name}.schema.json`, schemaFolder).pathname, name);
  return file.value as Schema;
}

/** A path as the reader of a message types it. */
export function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
}

const problemSentences: Readonly<Record<string, (id: string) => string>> = {
  'not-an-object': () => 'the whole file must stand in curly brackets { }.',
  'bad-id': (id) =>
    `the name "${id}" is not allowed. Names have only small letters a to z, digits and hyphens.`,
  'not-text': () => 'this is not a text. Put it in double quotes.',
  'too-deep': () => `this is inside too many groups; the widget reads ${limits.depth} levels.`,
  'too-long': () =>
    `this text is too long; the widget reads at most ${limits.text.toLocaleString('en')} characters of one text.`,
  'too-many': () => `the file has too many names; the widget reads ${limits.ids.toLocaleString('en')}.`,
};

/** Reads the words as the widget does. Of a file with mistakes in its syntax: what could be made of it. */
function readWords(file: SourceFile): WordsFile {
  if (file.value === undefined) return { ...file, tree: Object.create(null) };
  const { tree, problems } = parseLocale(JSON.stringify(file.value));
  for (const { code, path } of problems) {
    const sentence = problemSentences[code];
    if (sentence) file.report(path, 'error', code, sentence(path.split('.').at(-1) ?? ''), { key: true });
  }
  return { ...file, tree };
}
