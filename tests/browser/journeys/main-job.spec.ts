import type { Page } from '@playwright/test';
import { wordIn } from '../../../widget/loader/words.ts';
import { password, type RunningReceiver } from '../../receiver/running-receiver.ts';
import { answerForm } from './answer.ts';
import { expect } from './fixtures.ts';
import { press, tabTo, typeInto } from './focus.ts';
import { test } from './receiver.ts';
import { patients, repliesOf } from './request.ts';
import { beginsWith, wordsOf } from './words.ts';

const inThreeWeeks = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);

for (const patient of patients) {
  const { language } = patient;
  test.describe(`a patient who reads ${language}`, () => {
    test.use({ locale: language });
    for (const width of [1280, 390]) {
      test(`gets an answer and asks for an interpreter with the keyboard alone, ${width} px wide`, async ({
        page,
        receiver,
        visit,
      }) => {
        test.setTimeout(120_000);
        await page.setViewportSize({ width, height: 800 });
        const words = wordsOf(language);
        const { events, said, violations } = await visit({
          attributes: { endpoint: `${receiver.url}/api/requests` },
        });

        await test.step('opens help', async () => {
          await press(page, page.getByRole('button', { name: beginsWith(wordIn(language) ?? '') }));
          await expect(page.getByRole('heading', { name: words.ui('panel.title') })).toBeFocused();
          const role = width < 640 ? 'dialog' : 'region';
          await expect(page.getByRole(role, { name: words.ui('panel.title') })).toBeVisible();
        });

        await test.step('searches with a slip of the pen and reads the answer', async () => {
          await typeInto(page, page.getByLabel(words.ui('search.label')), patient.search);
          const question = page.getByRole('button', { name: words.question('interpreter-free') });
          await press(page, question);
          await expect(question).toHaveAttribute('aria-expanded', 'true');
          await press(page, page.getByRole('button', { name: words.ui('faq.action.interpreter') }));
        });

        await answerForm(page, words, repliesOf(patient, inThreeWeeks));

        const reference = await test.step('checks, sends and reads the number', async () => {
          await expect(page.getByText(patient.ownWords)).toBeVisible();
          await press(page, page.getByRole('button', { name: words.ui('check.send') }));
          await expect(page.getByRole('heading', { name: words.ui('receipt.title') })).toBeFocused();
          return page.getByText(/^HH-[0-9A-Z]+$/).innerText();
        });
        expect(await events()).toEqual([{ name: 'open' }, { name: 'sent', form: 'interpreter', reference }]);
        expect(said).toEqual([]);
        expect(await violations()).toEqual([]);

        await test.step('staff read it in English, with the own words as typed', async () => {
          await signIn(page, receiver);
          await press(page, page.getByRole('link', { name: reference }));
          const request = page.getByRole('article');
          for (const text of [...patient.staffRead, 'In person', 'Test, scan or X-ray', '+1 555 010 0199']) {
            await expect(request).toContainText(text);
          }
          for (const own of [patient.ownWords, patient.place]) {
            await expect(request.getByText(own, { exact: true })).toHaveAttribute('lang', language);
          }
        });
      });
    }
  });
}

async function signIn(page: Page, { url }: RunningReceiver): Promise<void> {
  await page.goto(`${url}/inbox`);
  await tabTo(page, page.getByLabel('Password'));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^New requests/ })).toBeAttached();
}
