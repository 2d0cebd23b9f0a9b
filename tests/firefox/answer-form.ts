import type { ReaderWords } from '../browser/journeys/words.ts';
import type { Visit } from './visit.ts';

/** On every screen of a form the one that goes on: Continue, Send, Send again. */
export const continueButton = '.footer .main-button';

/** As few answers as a request needs, with the keyboard, to "Check your answers". The first Continue comes too early. */
export async function answerForm(visit: Visit, words: ReaderWords, name: string): Promise<void> {
  const on = async (step: string): Promise<void> => {
    await visit.press(continueButton);
    await visit.focusOn('.screen-heading', words.step(step));
  };
  await visit.focusOn('.screen-heading', words.step('for'));
  await visit.press(continueButton);
  await visit.focusOn('.error-summary', words.error('for', 'missing'));
  await visit.press('.error-link');
  await visit.choose('for', 'me');
  await on('needs');
  await on('language');
  await visit.write('som', '#health-help-f-language-find');
  await visit.choose('language', 'so');
  await on('mode');
  await on('appointment');
  await visit.choose('appointment', 'want-one');
  await on('visit-type');
  await on('preference');
  await on('written');
  await on('name');
  await visit.write(name, '#health-help-f-name');
  await on('contact');
  await visit.write('555-010-0199', '#health-help-f-phone');
  await visit.choose('safe-to-message', 'yes');
  await on('anything-else');
  await visit.write('Please speak slowly.', '#health-help-f-anything-else');
  await visit.press(continueButton);
  await visit.focusOn('.screen-heading', words.ui('check.title'));
}
