import { readFileSync } from 'node:fs';
import { expect, test } from '../journeys/fixtures.ts';
import { wordsOf } from '../journeys/words.ts';

const en = wordsOf('en');
const es = wordsOf('es');
const spanish = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../../locales/es/${file}.json`, import.meta.url), 'utf8'));

test.use({ locale: 'es-US' });

for (const [what, text, code, where] of [
  ['is missing', null, 'file-missing', '404'],
  ['is cut off', '{"panel": {"title": "Ayuda para', 'file-broken', 'syntax'],
  ['is a list', '["Ayuda"]', 'file-broken', 'not-an-object'],
  ['is 2 MB long', JSON.stringify({ home: { title: 'x'.repeat(2_000_000) } }), 'file-broken', 'too-large'],
] as const) {
  test(`when a file of words ${what}, help is in English, marked as such, and says which file it is`, async ({
    page,
    sites,
    visit,
  }) => {
    sites.replace('locales/es/ui.json', text);
    const { open, said, events } = await visit();
    await open();
    const title = page.getByRole('heading', { name: en.ui('home.title') });
    await expect(title.locator('[lang=en][dir=ltr]')).toHaveText(en.ui('home.title'));
    const about = said.filter((line) => line.includes(`${sites.widget}locales/es/ui.json`));
    expect(about.filter((line) => line.startsWith('error: Health Help'))).toHaveLength(1);
    expect(about.join()).toContain(where);
    expect(await events()).toContainEqual({ name: 'error', code });
    // What is there in Spanish is shown in Spanish.
    await open('faq');
    await expect(page.getByRole('button', { name: es.question('interpreter-free') })).toBeVisible();
  });
}

test('when the questions are missing, they are in English, marked as such', async ({
  page,
  sites,
  visit,
}) => {
  sites.replace('locales/es/faq.json', null);
  const { open, panel, said } = await visit();
  await open('faq/interpreter-free');
  const title = page.getByRole('heading', { name: en.question('interpreter-free') });
  await expect(title.locator('[lang=en][dir=ltr]')).toBeVisible();
  await expect(panel.locator('.rich-text[lang=en][dir=ltr]')).toContainText(
    'You do not need insurance to ask.',
  );
  await expect(page.getByText(es.ui('faq.helped'))).toBeVisible();
  expect(said.join('\n')).toContain(`${sites.widget}locales/es/faq.json`);
});

test("when the form's words are missing, it is asked in English, marked as such, and can be sent", async ({
  page,
  sites,
  endpoint,
  visit,
}) => {
  sites.replace('locales/es/forms.json', null);
  const { show } = await visit();
  await show('form-for');
  const title = page.getByRole('heading', { name: en.step('for') });
  await expect(title.locator('[lang=en][dir=ltr]')).toHaveText(en.step('for'));
  await show('check');
  await page.getByRole('button', { name: es.ui('check.send') }).click();
  await expect(page.getByRole('heading', { name: es.ui('receipt.title') })).toBeFocused();
  expect(JSON.parse(endpoint.posts[0]?.body ?? '').language).toBe('es');
});

test('a hostile file runs nothing and leads nowhere; the rest of it is used', async ({
  page,
  sites,
  visit,
}) => {
  const faq = spanish('faq');
  faq['interpreter-free'].answer =
    'Sí. <img src=x onerror="window.ran=1"><script>window.ran=1</script> [aquí](javascript:window.ran=1) [allí](//evil.example)';
  faq['my-rights'] = { question: ['¿?'], answer: 7 };
  faq['Bad Id'] = { question: 'x' };
  sites.replace(
    'locales/es/faq.json',
    JSON.stringify(faq).replace('{', '{"__proto__":{"ran":"1"},"constructor":{"prototype":{"ran":"1"}},'),
  );
  const { open, panel, said, events, violations } = await visit();
  await open('faq/interpreter-free');
  await expect(panel).toContainText('<img src=x onerror="window.ran=1"><script>');
  await expect(panel.locator('.rich-text').first().locator('a, button, img, script')).toHaveCount(0);
  expect(await page.evaluate(() => 'ran' in window || 'ran' in {})).toBe(false);
  await open('faq/my-rights');
  const title = page.getByRole('heading', { name: en.question('my-rights') });
  await expect(title.locator('[lang=en][dir=ltr]')).toBeVisible();
  await open('faq');
  await expect(page.getByRole('button', { name: es.question('what-to-bring') })).toBeVisible();
  const told = said.find((line) => line.includes(`${sites.widget}locales/es/faq.json`));
  for (const path of ['__proto__', 'my-rights.question', 'my-rights.answer', 'Bad Id']) {
    expect(told).toContain(path);
  }
  expect(await events()).toContainEqual({ name: 'error', code: 'file-partly-broken' });
  expect(await violations()).toEqual([]);
});

test('help opens with its built-in words when no file at all comes, and has the way back', async ({
  page,
  sites,
  visit,
}) => {
  for (const file of ['es/ui.json', 'en/ui.json', 'structure/content.json', 'structure/languages.json']) {
    sites.replace(`locales/${file}`, null);
  }
  const { open, panel } = await visit();
  await open();
  await expect(page.getByRole('heading', { name: en.ui('panel.title') })).toBeFocused();
  await expect(panel).toContainText(en.ui('emergency.question'));
  await expect(page.getByRole('link', { name: '555-0100' })).toBeVisible();
  await panel.getByRole('button', { name: en.ui('panel.close'), exact: true }).click();
  await expect(panel).toBeHidden();
});

test('a file that an editor replaced is used at the next load of the page', async ({
  page,
  sites,
  visit,
}) => {
  const { open } = await visit();
  await open();
  await expect(page.getByRole('heading', { name: es.ui('home.title') })).toBeVisible();
  const ui = spanish('ui');
  ui.home.title = '¿En qué le ayudamos hoy?';
  sites.replace('locales/es/ui.json', JSON.stringify(ui));
  await page.reload();
  await open();
  await expect(page.getByRole('heading', { name: ui.home.title })).toBeVisible();
});
