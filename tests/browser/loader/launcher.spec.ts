import { expect, tag, test } from './fixtures.ts';

test.describe('the word on the launcher', () => {
  for (const [locale, word] of [
    ['es-419', 'Ayuda'],
    ['zh-TW', '幫助'],
    ['zh-CN', '帮助'],
    ['fil-PH', 'Tulong'],
    ['pt-BR', 'Ajuda'],
    ['nv', 'Help'],
  ] as const)
    test.describe(locale, () => {
      test.use({ locale });
      test(`is "${word}" for a reader whose browser speaks ${locale}`, async ({ sites, visit }) => {
        const { launcher } = await visit(tag(sites));
        await expect(launcher.locator('b')).toHaveText(word);
      });
    });

  test.describe('for a Korean reader', () => {
    test.use({ locale: 'ko-KR' });
    test('is in a language that is offered', async ({ sites, visit }) => {
      const { launcher } = await visit(tag(sites, 'data-languages="en es vi"'));
      await expect(launcher.locator('b')).toHaveText('Help');
      await expect(launcher).toContainText('Ayuda \u00b7 Tr\u1ee3 gi\u00fap');
    });
  });

  test('has three other languages below it, each marked as what it is', async ({ sites, visit }) => {
    const { launcher } = await visit(tag(sites));
    const words = launcher.locator('[lang]');
    await expect(words).toHaveText(['Help', 'Ayuda', 'مساعدة', '帮助']);
    expect(await words.evaluateAll((all) => all.map((one) => (one as HTMLElement).lang))).toEqual([
      'en-US',
      'es',
      'ar',
      'zh-Hans',
    ]);
    await expect(words.nth(2)).toHaveCSS('direction', 'rtl');
  });
});

test('the launcher is a button that says whether help is open', async ({ page, sites, visit }) => {
  const { launcher } = await visit(tag(sites));
  const button = page.getByRole('button', { name: 'Help', expanded: false });
  await expect(button).toBeVisible();
  const { width, height } = (await launcher.boundingBox()) ?? { width: 0, height: 0 };
  expect(Math.round(height)).toBeGreaterThanOrEqual(64);
  expect(width).toBeLessThan(290);
  await button.click();
  await expect(page.getByRole('button', { name: 'إغلاق', expanded: true })).toBeVisible();
  await expect(launcher).not.toHaveAttribute('aria-haspopup', 'dialog');
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(launcher).toHaveAttribute('aria-haspopup', 'dialog');
});

test('pointing at the launcher fetches the panel once, pressing it opens that', async ({
  built,
  page,
  sites,
  visit,
}) => {
  const { launcher } = await visit(tag(sites));
  await expect(launcher).toBeVisible();
  expect(sites.requested).toEqual(['health-help.js']);
  await launcher.hover();
  await expect.poll(() => sites.requested).toEqual(['health-help.js', built.panel]);
  await launcher.click();
  await expect(page.getByRole('region')).toBeVisible();
  expect(sites.requested).toEqual(['health-help.js', built.panel]);
});

test('the launcher makes way for what has the focus, and comes back', async ({ page, sites, visit }) => {
  const { launcher } = await visit(
    `<button style="position:fixed;bottom:10px;right:10px;width:200px;height:50px">Pay</button>
     <button style="position:fixed;bottom:10px;left:10px">Back</button>${tag(sites)}`,
  );
  const top = async () => (await launcher.boundingBox())?.y ?? 0;
  expect(await top()).toBeGreaterThan(600);
  await page.getByRole('button', { name: 'Pay' }).focus();
  expect(await top()).toBeLessThan(100);
  await page.getByRole('button', { name: 'Back' }).focus();
  expect(await top()).toBeGreaterThan(600);
});

test('the launcher stands at the end of the line, whichever way the page reads', async ({
  page,
  sites,
  visit,
}) => {
  const { launcher, element } = await visit(tag(sites));
  const x = async () => (await launcher.boundingBox())?.x ?? 0;
  expect(await x()).toBeGreaterThan(600);
  await element.evaluate((one) => one.setAttribute('position', 'start'));
  expect(await x()).toBeLessThan(100);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  expect(await x()).toBeGreaterThan(600);
});

const hostile = `<style>
  html { font-size: 62.5% } * { all: unset; letter-spacing: 9px !important; font-size: 3px }
  div:empty, health-help, button { display: none !important; visibility: hidden; opacity: 0 }
  body { transform: none; color: red; text-transform: uppercase; line-height: 9; word-spacing: 40px }
  health-help { transform: scale(0); filter: blur(9px); pointer-events: none }
</style>`;

test("a page's worst styles do not reach the launcher", async ({ page, sites, visit }) => {
  const { launcher } = await visit(hostile + tag(sites));
  await expect(launcher).toBeVisible();
  for (const [property, value] of [
    ['letter-spacing', 'normal'],
    ['font-size', '16px'],
    ['text-transform', 'none'],
    ['word-spacing', '0px'],
    ['color', 'rgb(255, 255, 255)'],
  ] as const)
    await expect(launcher).toHaveCSS(property, value);
  await launcher.click();
  await expect(page.getByRole('region')).toBeVisible();
});

test("the hospital's colour is made dark enough for white words, and a wrong one is ignored", async ({
  sites,
  visit,
}) => {
  const { element, launcher } = await visit(tag(sites));
  const fill = (colour: string) =>
    element.evaluate((one, accent) => {
      (one as HTMLElement).style.setProperty('--health-help-accent', accent);
      const style = getComputedStyle(one.shadowRoot?.querySelector('button') as Element);
      return style.boxShadow;
    }, colour);
  await expect(launcher).toBeVisible();
  const lightness = /oklch\(([\d.]+)/.exec(await fill('#FFD200'))?.[1];
  expect(Number(lightness)).toBeLessThanOrEqual(0.37);
  expect(await fill('banana')).toBe('none');
  await expect(launcher).toHaveCSS('background-color', 'rgb(23, 73, 63)');
});

test('in forced colours the launcher keeps its border and a separate ring', async ({
  page,
  sites,
  visit,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const { launcher } = await visit(tag(sites));
  await expect(launcher).toHaveCSS('border-top-style', 'solid');
  await page.keyboard.press('Tab');
  await expect(launcher).toBeFocused();
  await expect(launcher).toHaveCSS('outline-style', 'solid');
});

test('the launcher is not printed', async ({ page, sites, visit }) => {
  const { launcher } = await visit(tag(sites));
  await expect(launcher).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(launcher).toBeHidden();
});
