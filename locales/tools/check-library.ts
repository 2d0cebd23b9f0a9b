import { checkCharacters } from './checks/check-characters.ts';
import { checkContent } from './checks/check-content.ts';
import { checkFaq } from './checks/check-faq.ts';
import { checkForms } from './checks/check-forms.ts';
import { checkIds } from './checks/check-ids.ts';
import { checkLanguages } from './checks/check-languages.ts';
import { checkLinks } from './checks/check-links.ts';
import { checkMarkup } from './checks/check-markup.ts';
import { checkNotices } from './checks/check-notices.ts';
import { checkPlaceholders } from './checks/check-placeholders.ts';
import { checkReadingLevel } from './checks/check-reading-level.ts';
import { checkReview } from './checks/check-review.ts';
import { checkWording } from './checks/check-wording.ts';
import { linkTargets } from './checks/link-targets.ts';
import { isWhole, textsOf } from './checks/text-in-place.ts';
import type { Folder, Library } from './library.ts';
import { checkSchemas } from './schemas.ts';

/** Runs every check. What they find is in the `findings` of each file. */
export function checkLibrary(library: Library): void {
  const { english, translations } = library;
  checkSchemas(library);
  checkContent(library);
  checkForms(library);
  checkLanguages(library);
  checkNotices(library);
  const targets = linkTargets(library);
  for (const folder of [english, ...translations]) {
    reportMissingFiles(library, folder);
    checkIds(library, folder);
    checkTexts(library, folder, targets);
    const faq = folder.words.get('faq');
    if (isWhole(faq)) checkFaq(faq, folder === english);
    if (folder !== english) checkReview(library, folder);
  }
}

function checkTexts({ english }: Library, folder: Folder, targets: ReadonlySet<string>): void {
  for (const [namespace, file] of folder.words) {
    if (!isWhole(file)) continue;
    const source = folder === english ? undefined : english.words.get(namespace)?.tree;
    for (const text of textsOf(folder, namespace, source)) {
      checkWording(text);
      if (!text.text.trim()) continue;
      checkPlaceholders(text);
      checkLinks(text, targets);
      checkMarkup(text);
      checkCharacters(text);
      checkReadingLevel(text);
    }
  }
}

function reportMissingFiles({ english }: Library, folder: Folder): void {
  const [first] = [...folder.words.values(), folder.review].filter((file) => file !== undefined);
  const missing = [...english.words.keys()].filter((namespace) => !folder.words.has(namespace));
  if (!missing.length || !first) return;
  const names = missing.map((namespace) => `${namespace}.json`).join(', ');
  const message = `the language "${folder.code}" has no ${names}. Patients read the English text instead. Copy it from the folder "en" and translate it.`;
  first.report('', 'warning', 'missing-file', message);
}
