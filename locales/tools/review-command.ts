import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashEntry, type ReviewRecord } from '../../widget/contract/review.ts';
import { entriesOf, reviewsOf } from './checks/check-review.ts';
import { type Library, shown } from './library.ts';
import { didYouMean } from './nearest.ts';

interface ReviewRequest {
  language: string | undefined;
  /** `faq/interpreter-free`, or `faq` for every entry of the file. */
  entries: readonly string[];
  by: string | undefined;
  status: string | undefined;
  /** `YYYY-MM-DD` */
  on: string;
}

const reviewUsage =
  'npm run check-locales -- review es faq/interpreter-free --by "Maria Lopez" --status qualified';

/** Writes who checked which text into `review.json`. Throws a sentence for the editor when something does not fit. */
export function reviewCommand(
  library: Library,
  { language, entries, by, status, on }: ReviewRequest,
): string {
  const codes = library.translations.map(({ code }) => code);
  if (!language) throw new Error(`Which language was checked? For example: ${reviewUsage}`);
  if (language === 'en')
    throw new Error('English is what translations are checked against; it has no review.');
  const folder = library.translations.find(({ code }) => code === language);
  if (!folder)
    throw new Error(
      `There is no language "${language}".${didYouMean(language, codes)} Known: ${codes.join(', ')}.`,
    );
  if (!by?.trim()) throw new Error(`Who checked it? Add --by "Name". For example: ${reviewUsage}`);
  if (status !== 'qualified' && status !== 'read') {
    const found = status ? `"${status}" is no status.${didYouMean(status, ['qualified', 'read'])} ` : '';
    throw new Error(
      `${found}Add --status qualified (a qualified translator) or --status read (someone who speaks the language).`,
    );
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) throw new Error('Write the day as year-month-day: --on 2026-11-24');
  if (!entries.length) throw new Error(`Which texts were checked? For example: ${reviewUsage}`);
  for (const file of [...folder.words.values(), ...library.english.words.values(), folder.review]) {
    if (file?.scanned.problems.length)
      throw new Error(`${file.name} cannot be read. Run the check first and mend it.`);
  }

  const known = new Map(entriesOf(library, folder).map((entry) => [entry.id, entry]));
  const wanted = entries.flatMap((id) => {
    const matching = id.includes('/') ? [id] : [...known.keys()].filter((key) => key.startsWith(`${id}/`));
    const missing = matching.find((key) => !known.has(key)) ?? (matching.length ? undefined : id);
    if (missing !== undefined)
      throw new Error(`There is no text "${missing}" in "${language}".${didYouMean(missing, known.keys())}`);
    return matching;
  });
  const reviews: Record<string, ReviewRecord> = Object.assign(Object.create(null), reviewsOf(folder));
  for (const id of wanted) {
    const entry = known.get(id);
    if (entry)
      reviews[id] = {
        status,
        source: hashEntry(entry.english),
        target: hashEntry(entry.target),
        by: by.trim(),
        on,
      };
  }
  const sorted = Object.fromEntries(Object.entries(reviews).sort(([a], [b]) => (a < b ? -1 : 1)));
  const path = join(library.dir, language, 'review.json');
  writeFileSync(path, `${JSON.stringify(sorted, null, 2)}\n`);
  const count = wanted.length === 1 ? '1 text' : `${wanted.length} texts`;
  return `${count} of "${language}" checked by ${by.trim()} on ${on}, written to ${shown(path)}.`;
}
