import { textAt } from '../../../widget/contract/locale.ts';
import type { Library } from '../library.ts';
import { didYouMean } from '../nearest.ts';
import { linkTargets } from './link-targets.ts';

/** `content.json`: everything it names exists, and every question has a place. */
export function checkContent(library: Library): void {
  const { content, english, forms, languages } = library;
  if (!content?.data) return;
  const { file, data } = content;
  const words = english.words.get('faq')?.tree;
  const known = Object.keys(data.faq.entries);
  const targets = linkTargets(library);
  const error = (path: string, code: string, message: string): void =>
    file.report(path, 'error', code, message);

  const placed = new Set<string>();
  data.faq.groups.forEach((group, g) => {
    const path = `faq.groups.${g}`;
    if (textAt(english.words.get('ui')?.tree, `faq.groups.${group.id}`) === undefined) {
      error(
        `${path}.id`,
        'missing-words',
        `the group "${group.id}" has no words. Add "${group.id}" in en/ui.json at faq, groups.`,
      );
    }
    group.entries.forEach((id, index) => {
      const at = `${path}.entries.${index}`;
      if (!Object.hasOwn(data.faq.entries, id))
        error(at, 'unknown-name', `"${id}" is not in "entries" below.${didYouMean(id, known)}`);
      if (placed.has(id)) error(at, 'twice', `"${id}" is in two groups. Delete one.`);
      placed.add(id);
    });
  });
  for (const [id, entry] of Object.entries(data.faq.entries)) {
    const path = `faq.entries.${id}`;
    if (!placed.has(id))
      error(
        path,
        'no-group',
        `"${id}" is in no group, so patients do not find it in the list. Add it to a group above.`,
      );
    if (words && !Object.hasOwn(words, id))
      error(
        path,
        'missing-words',
        `"${id}" has no English words.${didYouMean(id, Object.keys(words)) || ' Add it to en/faq.json.'}`,
      );
    for (const part of ['action', 'otherwise'] as const) {
      const target = entry[part];
      if (target === undefined || targets.has(target)) continue;
      error(`${path}.${part}`, 'unknown-link', `"${target}" leads nowhere.${didYouMean(target, targets)}`);
    }
    entry.related?.forEach((other, index) => {
      const at = `${path}.related.${index}`;
      if (other === id) error(at, 'itself', `"${id}" names itself. Delete it.`);
      else if (!Object.hasOwn(data.faq.entries, other))
        error(at, 'unknown-name', `"${other}" is no question.${didYouMean(other, known)}`);
    });
  }
  for (const id of Object.keys(words ?? {})) {
    if (!Object.hasOwn(data.faq.entries, id)) {
      const message = `"${id}" is not in structure/content.json, so patients never see it.${didYouMean(id, known) || ' Add it there to a group and to "entries".'}`;
      english.words.get('faq')?.report(id, 'error', 'not-in-structure', message, { key: true });
    }
  }
  for (const id of Object.keys(data.forms)) {
    if (!forms.has(id))
      error(
        `forms.${id}`,
        'unknown-name',
        `there is no form structure/forms/${id}.json.${didYouMean(id, forms.keys())}`,
      );
  }
  data.likelyLanguages.forEach((code, index) => {
    if (languages?.data && !Object.hasOwn(languages.data, code)) {
      error(
        `likelyLanguages.${index}`,
        'unknown-name',
        `"${code}" is not in languages.json.${didYouMean(code, Object.keys(languages.data))}`,
      );
    }
  });
}
