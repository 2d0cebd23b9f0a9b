import type { LocaleTree } from '../../../widget/contract/locale.ts';
import { hashEntry, type ReviewRecord, type Reviews } from '../../../widget/contract/review.ts';
import type { Folder, Library } from '../library.ts';
import { didYouMean } from '../nearest.ts';

interface Entry {
  /** `faq/interpreter-free` */
  id: string;
  english: string | LocaleTree;
  target: string | LocaleTree;
}

/** Everything of a language that can be reviewed. */
export function entriesOf(library: Library, folder: Folder): Entry[] {
  return [...library.english.words].flatMap(([namespace, { tree }]) =>
    Object.keys(tree).flatMap((id) => {
      const english = tree[id];
      const target = folder.words.get(namespace)?.tree[id];
      return english === undefined || target === undefined
        ? []
        : [{ id: `${namespace}/${id}`, english, target }];
    }),
  );
}

/** The records of a language; empty when there are none. */
export function reviewsOf({ review }: Folder): Reviews {
  return typeof review?.value === 'object' && review.value !== null && !Array.isArray(review.value)
    ? (review.value as unknown as Reviews)
    : Object.create(null);
}

/** True while neither the English text nor this one has changed since somebody checked it. */
export function isCurrent(record: ReviewRecord | undefined, { english, target }: Entry): boolean {
  return record?.source === hashEntry(english) && record.target === hashEntry(target);
}

/** Records that no longer hold, and what nobody qualified has checked although rights or safety depend on it. */
export function checkReview(library: Library, folder: Folder): void {
  const entries = new Map(entriesOf(library, folder).map((entry) => [entry.id, entry]));
  const reviews = reviewsOf(folder);
  for (const [id, record] of Object.entries(reviews)) {
    const entry = entries.get(id);
    const say = (code: string, message: string): void =>
      folder.review?.report(id, 'warning', code, message, { key: true });
    if (!entry) say('unknown-name', `"${id}" is not in the files.${didYouMean(id, entries.keys())}`);
    else if (record.target !== hashEntry(entry.target))
      say(
        'changed',
        `"${id}" was changed after ${record.by} checked it. It counts as not checked until someone checks it again.`,
      );
    else if (record.source !== hashEntry(entry.english))
      say(
        'changed',
        `the English text of "${id}" was changed after ${record.by} checked the translation. Check it again.`,
      );
  }
  const open = Object.entries(library.content?.data?.faq.entries ?? {}).filter(([id, { critical }]) => {
    const entry = entries.get(`faq/${id}`);
    const record = reviews[`faq/${id}`];
    return critical && entry && !(record?.status === 'qualified' && isCurrent(record, entry));
  });
  const file = folder.words.get('faq');
  if (open.length && file) {
    const names = open
      .slice(0, 3)
      .map(([id]) => id)
      .join(', ');
    const more = open.length > 3 ? ` and ${open.length - 3} more` : '';
    file.report(
      '',
      'warning',
      'not-reviewed',
      `${open.length} texts on which rights or safety depend are not checked by a qualified translator (${names}${more}). They are shown with the English beside them.`,
    );
  }
}
