import { expect, test } from '../journeys/fixtures.ts';
import { wordsOf } from '../journeys/words.ts';
import { askForInterpreter, heading, listenForFiles } from './ask.ts';
import { takeAway } from './missing.ts';

const en = wordsOf('en');

/** The files that this visit needs in a browser that lacks nothing. Known after the first test of a worker. */
let ordinary: readonly string[] | undefined;

for (const [what, remove] of Object.entries(takeAway)) {
  test(`a patient can ask where the browser lacks ${what}, and no file is loaded for it`, async ({
    page,
    sites,
    endpoint,
    visit,
  }) => {
    const whole = listenForFiles(page, sites.widget);
    const here = await visit({ stay: true });
    if (!ordinary) {
      await page.goto(here.url);
      await askForInterpreter(page, here, endpoint);
      ordinary = whole();
      expect(ordinary.filter((file) => !/\.js(on)?$/.test(file))).toEqual([]);
    }
    const files = listenForFiles(page, sites.widget);
    await page.addInitScript(remove);
    await page.goto(here.url);
    await askForInterpreter(page, here, endpoint);
    expect(files()).toEqual(ordinary);
    expect(here.said).toEqual([]);
    expect(await here.violations()).toEqual([]);
  });
}

test('without popovers a receipt can be printed, and the panel is there again afterwards', async ({
  page,
  visit,
}) => {
  await page.addInitScript(takeAway.popovers);
  await page.addInitScript(() => {
    window.print = () => Object.assign(window, { printed: document.body.innerText });
  });
  const { show, panel, said } = await visit();
  await show('receipt');
  await page.getByRole('button', { name: en.ui('receipt.print') }).click();
  const printed = await page.evaluate(() => (window as unknown as { printed?: string }).printed);
  expect(printed).toBeDefined();
  expect(printed).not.toContain('Before you come');
  await expect(panel).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Before you come' })).toBeVisible();
  expect(said).toEqual([]);
});

test('without inert the Tab key stays in the dialog on a phone, and the page is left as it was', async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(takeAway.inert);
  const { launcher, panel, said } = await visit();
  const body = () => page.evaluate(() => document.body.outerHTML);
  const before = await body();
  await launcher.click();
  await expect(panel).toHaveRole('dialog');
  await expect(panel).toHaveAttribute('aria-modal', 'true');
  for (const key of ['Tab', 'Shift+Tab'])
    for (let stops = 0; stops < 16; stops++) {
      await page.keyboard.press(key);
      expect(await panel.evaluate((element) => element.matches(':focus-within'))).toBe(true);
    }
  await page.keyboard.press('Escape');
  await expect(launcher).toBeFocused();
  expect(await body()).toBe(before);
  expect(said).toEqual([]);
});

test('without Intl.Segmenter a question in Chinese, with a wrong character, still finds its answer', async ({
  page,
  visit,
}) => {
  await page.addInitScript(takeAway['Intl.Segmenter']);
  const zh = wordsOf('zh-Hans');
  const { open, said } = await visit({ attributes: { lang: 'zh-Hans' } });
  await open();
  await page.getByLabel(zh.ui('search.label')).fill('口译员要前吗');
  await expect(page.getByRole('button', { name: zh.question('interpreter-free') })).toBeVisible();
  expect(said).toEqual([]);
});

test('without Intl.DisplayNames languages are chosen and found by their own names', async ({
  page,
  visit,
}) => {
  await page.addInitScript(takeAway['Intl.DisplayNames']);
  const { open, show, said } = await visit();
  await show('form-language-found');
  await expect(page.getByRole('radio', { name: /Soomaali/ })).toBeChecked();
  await open('language');
  await page.getByRole('button', { name: 'العربية' }).click();
  await expect(heading(page, wordsOf('ar').step('language'))).toBeVisible();
  expect(said).toEqual([]);
});
