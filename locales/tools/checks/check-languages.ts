import { branchAt } from '../../../widget/contract/locale.ts';
import type { Library } from '../library.ts';
import { didYouMean } from '../nearest.ts';
import { scriptOf } from './check-characters.ts';

/** `Intl` knows no direction for some of these; the list is ours. */
const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Nkoo', 'Syrc', 'Rohg', 'Adlm']);

/** `languages.json`, `interpreter-languages.json` and the emergency numbers. */
export function checkLanguages({
  languages,
  interpreterLanguages,
  translations,
  english,
  regions,
}: Library): void {
  if (languages?.data) {
    const folders = ['en', ...translations.map(({ code }) => code)];
    for (const [code, { dir }] of Object.entries(languages.data)) {
      if (!folders.includes(code))
        languages.file.report(
          code,
          'error',
          'no-folder',
          `there is no folder "${code}" with its words.${didYouMean(code, folders)}`,
          { key: true },
        );
      const expected = rightToLeft.has(scriptOf(code) ?? '') ? 'rtl' : 'ltr';
      if (dir !== expected)
        languages.file.report(
          `${code}.dir`,
          'error',
          'direction',
          `"${code}" is written from ${expected === 'rtl' ? 'right to left' : 'left to right'}. Write "${expected}".`,
        );
    }
    for (const { code, words } of translations) {
      const file = [...words.values()][0];
      if (file && !Object.hasOwn(languages.data, code)) {
        file.report(
          '',
          'warning',
          'not-offered',
          `the language "${code}" is not in structure/languages.json, so nobody is offered it.`,
        );
      }
    }
  }
  const named = branchAt(english.words.get('forms')?.tree, 'languages');
  for (const code of Object.keys(interpreterLanguages?.data ?? {})) {
    if (!named || Object.hasOwn(named, code.toLowerCase())) continue;
    const message = `"${code}" has no English name in en/forms.json at languages. Add it.`;
    interpreterLanguages?.file.report(code, 'error', 'missing-words', message, { key: true });
  }
  const dialects = Object.keys(branchAt(english.words.get('forms')?.tree, 'dialects') ?? {});
  for (const [code, { dialects: spoken = [] }] of Object.entries(interpreterLanguages?.data ?? {})) {
    spoken.forEach((dialect, index) => {
      if (dialects.includes(dialect)) return;
      const message = `the dialect "${dialect}" has no words in en/forms.json at dialects.${didYouMean(dialect, dialects)}`;
      interpreterLanguages?.file.report(`${code}.dialects.${index}`, 'error', 'missing-words', message);
    });
  }
  const unverified = regions.filter(
    ({ value }) => (Object(value) as { verifiedOn?: unknown }).verifiedOn === null,
  );
  if (unverified[0]) {
    const names = unverified.map(({ name }) => name.replace(/^.*[/\\]|\.json$/g, '')).join(', ');
    const message = `nobody has checked the emergency numbers of ${names} yet. Check them, and write the date there at "verifiedOn", like "2026-11-24".`;
    unverified[0].report('verifiedOn', 'warning', 'not-verified', message);
  }
}
