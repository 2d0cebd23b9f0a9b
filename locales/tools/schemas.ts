import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocaleTree, Namespace } from '../../widget/contract/locale.ts';
import type { Library } from './library.ts';
import { familyOf } from './plural-categories.ts';
import { readSource } from './source-file.ts';
import type { Schema } from './validate.ts';

const idPattern = '^[a-z0-9-]+(_(zero|one|two|few|many|other))?$';
const idMessage = 'Names have only small letters a to z, digits and hyphens.';
const titles: Readonly<Record<Namespace, string>> = {
  ui: 'Words of buttons, titles and messages',
  forms: 'Words of the request forms',
  faq: 'Questions and answers',
  topics: 'Health topics',
  safety: 'Safety words',
  training: 'Staff trainings',
};
const partDescriptions: Readonly<Record<string, string>> = {
  question: 'The question as patients ask it.',
  answer: 'The answer: paragraphs, lists, **bold**, [links](faq/my-rights) and facts like {{phone}}.',
  easy: 'The same in at most 30 simple words, for people who read little.',
  keywords: 'Other ways people ask this, with commas between; at least 8.',
};

/**
 * The schemas of the files of words, made from the English words, so that an editor's program offers every name and
 * shows the English text beside it. Hospitals may add questions of their own.
 */
export function schemasOf({
  english,
}: Library): ReadonlyMap<string, Schema & { $schema: string; title: string }> {
  return new Map(
    [...english.words].map(([namespace, { tree }]) => [
      namespace,
      {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: titles[namespace],
        description: 'Made from the English words by: npm run check-locales -- schemas',
        // Hospitals add questions and forms of their own; the words of the widget itself are ours.
        ...branchSchema(tree, namespace === 'ui'),
      },
    ]),
  );
}

function branchSchema(branch: LocaleTree, closed: boolean, description?: string): Schema {
  const properties: Record<string, Schema> = {};
  const patternProperties: Record<string, Schema> = {};
  for (const id of Object.keys(branch)) {
    const node = branch[id] ?? '';
    properties[id] =
      typeof node === 'string'
        ? { type: 'string', description: `${partDescriptions[id] ?? ''} English: ${node}`.trim() }
        : branchSchema(node, true, id);
    const base = familyOf(id)?.base;
    if (base) patternProperties[`^${base}_(zero|one|two|few|many|other)$`] = { type: 'string' };
  }
  if (Object.keys(branch).some((id) => id in partDescriptions || id === 'label' || id === 'title')) {
    for (const part of ['easy', 'hint']) properties[part] ??= { type: 'string' };
  }
  return {
    ...(description ? { description } : {}),
    type: 'object',
    properties,
    ...(Object.keys(patternProperties).length ? { patternProperties } : {}),
    ...(closed
      ? { additionalProperties: false }
      : { propertyNames: { pattern: idPattern, patternErrorMessage: idMessage } }),
  };
}

/** Warns when the schemas beside these files no longer fit the English words. */
export function checkSchemas(library: Library): void {
  for (const [name, schema] of schemasOf(library)) {
    const path = join(library.dir, 'schema', `${name}.schema.json`);
    if (!existsSync(join(library.dir, 'schema'))) return;
    const current =
      existsSync(path) && JSON.stringify(readSource(path, path).value) === JSON.stringify(schema);
    if (current) continue;
    const message = `the names offered while typing (schema/${name}.schema.json) are older than this file. Run: npm run check-locales -- schemas`;
    const file = [...library.english.words].find(([namespace]) => namespace === name)?.[1];
    file?.report('', 'warning', 'old-schema', message);
  }
}

/** Writes the schemas. Answers their names. */
export function writeSchemas(library: Library): string[] {
  return [...schemasOf(library)].map(([name, schema]) => {
    const path = join(library.dir, 'schema', `${name}.schema.json`);
    writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
    return path;
  });
}
