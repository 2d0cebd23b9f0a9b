import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { submissionIn } from '../../../demo/receiver/keys/submission-in.ts';
import type { FormStructure } from '../../../widget/contract/form.ts';
import { type LocaleTree, parseLocale, textAt } from '../../../widget/contract/locale.ts';
import { checkSubmission } from '../../../widget/contract/submission-schema.ts';
import { dist, expect, type Visit } from './fixtures.ts';
import { keys, publicKey, test } from './receiver.ts';
import { Robot, type RobotWords } from './robot.ts';

/** As built, so that the words are those on the screen. */
const read = (file: string): string => readFileSync(`${dist}locales/${file}`, 'utf8');
const forms = Object.keys(JSON.parse(read('structure/content.json')).forms);
const languages = Object.keys(JSON.parse(read('structure/languages.json')));

/** How a request can travel. */
const formats: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'endpoint-format': 'fhir-r4' },
  { 'endpoint-key': 'endpoint-key.json' },
  { 'endpoint-format': 'fhir-r4', 'endpoint-key': 'endpoint-key.json' },
];

test('there are forms to fill in', () => {
  expect(forms.length).toBeGreaterThanOrEqual(9);
  expect(languages).toEqual(expect.arrayContaining(['en', 'es', 'ar', 'zh-Hans']));
});

for (const [index, form] of forms.entries()) {
  // With every box ticked in turn, each form in one of the languages; below, with the least, each in all of them.
  const language = languages[index % languages.length] ?? 'en';
  test.describe(`in ${language}`, () => {
    test.use({ locale: language });
    test(`whoever hears only roles and names sends "${form}", with every box ticked`, async ({
      page,
      receiver,
      visit,
    }) => {
      test.setTimeout(180_000);
      const opened = await visit({ attributes: { endpoint: `${receiver.url}/api/requests` } });
      await sendAndCheck(page, opened, form, language, 'many');
      expect(opened.said).toEqual([]);
      expect(await opened.violations()).toEqual([]);
    });
  });
}

for (const [turn, language] of languages.entries()) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: language });
    test('whoever hears only roles and names sends every form, one after the other', async ({
      page,
      receiver,
      sites,
      visit,
    }) => {
      test.setTimeout(400_000);
      sites.replace('endpoint-key.json', JSON.stringify(publicKey));
      const opened = await visit({ attributes: { endpoint: `${receiver.url}/api/requests` } });
      for (const [index, form] of forms.entries()) {
        await test.step(form, async () => {
          // In turn, so that each form travels in each way in one of the languages.
          const ways = formats[(index + turn) % formats.length] ?? {};
          await opened.element.evaluate(
            (element, { ways, base }) => {
              for (const name of ['endpoint-format', 'endpoint-key']) {
                const value = ways[name];
                if (value === undefined) element.removeAttribute(name);
                else element.setAttribute(name, value.endsWith('.json') ? base + value : value);
              }
            },
            { ways, base: sites.widget },
          );
          await sendAndCheck(page, opened, form, language, 'few');
          // Without answers that wait, help closes at once.
          await page.keyboard.press('Escape');
          await expect(opened.panel).toBeHidden();
        });
      }
      expect(opened.said).toEqual([]);
      expect(await opened.violations()).toEqual([]);
    });
  });
}

async function sendAndCheck(
  page: Page,
  { open, events }: Visit,
  form: string,
  language: string,
  way: 'few' | 'many',
): Promise<void> {
  // A small screen is a dialog: Tab goes round in it.
  await page.setViewportSize({ width: 390, height: 800 });
  const request = page.waitForRequest((one) => one.method() === 'POST', { timeout: 0 });
  const response = page.waitForResponse((one) => one.request().method() === 'POST', { timeout: 0 });
  await open(`forms/${form}`);
  const robot = await Robot.start(page, wordsFor(language), way);
  await robot.send();
  const sent = await request;
  const submission = await submissionIn(sent.postData() ?? '', sent.headers()['content-type'] ?? '', {
    keys,
    repeats,
  });
  const check = checkSubmission(submission);
  expect(check, robot.heard.join(' > ')).toMatchObject({ ok: true });
  expect(submission).toMatchObject({ form, language });
  expect((await response).status(), robot.heard.join(' > ')).toBe(201);
  const reference = await page.getByText(/^HH-[0-9A-Z]+$/).innerText();
  expect(await events()).toContainEqual({ name: 'sent', form, reference });
}

/** Whether a question takes several answers, as the files say. */
function repeats(form: string, field: string): boolean {
  const { steps }: FormStructure = JSON.parse(read(`structure/forms/${form}.json`));
  return steps.some(({ fields }) => fields.some(({ id, type }) => id === field && type === 'checkbox'));
}

/** In the reader's language, and in English where it lacks them. */
function wordsFor(language: string): RobotWords {
  const tree = (file: string): LocaleTree => parseLocale(read(file)).tree;
  const [ui, english] = [tree(`${language}/ui.json`), tree('en/ui.json')];
  const word = (key: string): string => textAt(ui, key) ?? textAt(english, key) ?? '';
  const files = [tree(`${language}/forms.json`), tree('en/forms.json')];
  const send = files.flatMap((file) => forms.flatMap((form) => textAt(file, `${form}.send`) ?? []));
  return {
    goOn: word('form.continue'),
    back: word('panel.back'),
    close: word('panel.close'),
    findLanguage: word('form.find-language'),
    month: word('form.month'),
    day: word('form.day'),
    year: word('form.year'),
    send: [...new Set([word('check.send'), ...send])],
  };
}
