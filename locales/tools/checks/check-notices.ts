import { factNames } from '../../../widget/contract/facts.ts';
import { leastNoticeLanguages, parseNotices } from '../../../widget/contract/notices.ts';
import { factsIn } from '../../../widget/contract/rich-text.ts';
import type { Library } from '../library.ts';
import { didYouMean } from '../nearest.ts';

/** `notices.json`: the notice that help to understand is free, in many languages. */
export function checkNotices({ notices, translations }: Library): void {
  const data = parseNotices(notices?.data);
  if (!data || !notices) return;
  const { file } = notices;
  for (const part of ['availability', 'fairness'] as const)
    for (const [tag, text] of Object.entries(data[part]))
      for (const fact of factsIn(text))
        if (!factNames.includes(fact))
          file.report(
            `${part}.${tag}`,
            'error',
            'unknown-fact',
            `{{${fact}}} is not known, so its sentence is never shown.${didYouMean(fact, factNames)}`,
          );
  for (const [tag, text] of Object.entries(data.availability))
    if (!/Phone\}\}|\{\{phone\}\}/.test(text))
      file.report(
        `availability.${tag}`,
        'warning',
        'no-phone',
        'this does not say whom to call. Name the number as {{interpreterPhone}}.',
      );
  const others = Object.keys(data.availability).filter((tag) => tag !== 'en').length;
  for (const [region, least] of Object.entries(leastNoticeLanguages))
    if (others < least)
      file.report(
        'availability',
        'warning',
        'few-languages',
        `this has ${others} languages beside English. A hospital of the region "${region}" needs ${least}.`,
      );
  for (const code of ['en', ...translations.map((folder) => folder.code)])
    if (!Object.hasOwn(data.fairness, code))
      file.report(
        'fairness',
        'warning',
        'missing-words',
        `there is no text for "${code}", so its readers see the English one.`,
      );
  if (data.sample)
    file.report(
      'sample',
      'warning',
      'sample',
      'this is the wording that came with Health Help, and patients are told so. Put your official notices here, then take "sample" away.',
    );
}
