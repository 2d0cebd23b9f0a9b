import { textAt } from '../../contract/locale.ts';
import { submissionSchema } from '../../contract/submission.ts';
import type { App } from '../../parts/app-context.ts';
import { uuid } from '../../parts/uuid.ts';
import { createSend } from '../../submit/send.ts';
import { encoderOf } from '../encoder.ts';

/**
 * Tells the hospital whether an answer helped: its id and yes or no, nothing of the reader. Only where `hospital.json` has
 * `collectFeedback`. One try: a lost opinion is no harm, a queue for it would be.
 */
export async function sendFeedback(app: App, entry: string, helped: 'yes' | 'no'): Promise<void> {
  const { endpoint } = app.options;
  if (!endpoint) return;
  const staffLanguage = app.hospital.language;
  const [forms, faq] = await Promise.all([
    app.loader.words(staffLanguage, 'forms'),
    app.loader.words(staffLanguage, 'faq'),
  ]);
  const label = (path: string, otherwise: string): string =>
    textAt(forms, `feedback.fields.${path}`) ?? otherwise;
  await createSend({ endpoint, encode: encoderOf(app) })({
    schema: submissionSchema,
    id: uuid(),
    form: 'feedback',
    formVersion: '1',
    language: app.words.language,
    easyWords: app.store.getState().easyWords,
    submittedAt: new Date().toISOString(),
    page: location.origin + location.pathname,
    answers: { entry, helped },
    readable: [
      {
        field: 'entry',
        label: label('entry.label', 'Question'),
        value: textAt(faq, `${entry}.question`) ?? entry,
      },
      {
        field: 'helped',
        label: label('helped.label', 'Did this help?'),
        value: label(`helped.options.${helped}.label`, helped),
      },
    ],
  });
}
