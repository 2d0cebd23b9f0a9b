import { expect, riverside, test } from '../journeys/fixtures.ts';
import { wordsOf } from '../journeys/words.ts';

const en = wordsOf('en');

for (const [what, hospital, code] of [
  ['is missing', null, 'file-missing'],
  ['is cut off', '{"name": "Riverside County Hos', 'file-broken'],
  ['is a list', '[]', 'config-broken'],
] as const) {
  test(`help works when hospital.json ${what}, guesses no number, and says which file it is`, async ({
    page,
    sites,
    visit,
  }) => {
    const { open, panel, said, events } = await visit({ hospital });
    await open();
    await expect(page.getByRole('heading', { name: en.ui('home.title') })).toBeVisible();
    await expect(page.getByText(en.ui('emergency.no-number'))).toBeVisible();
    await expect(panel.locator('a[href^="tel:"]')).toHaveCount(0);
    expect(said.filter((line) => line.includes(`${sites.widget}hospital.json`))).not.toEqual([]);
    expect(await events()).toContainEqual({ name: 'error', code });
    await open('faq/interpreter-free');
    await expect(panel).toContainText('You do not need insurance to ask.');
    await expect(panel).not.toContainText('{{');
  });
}

test('a hostile hospital.json runs nothing, leads nowhere and is reported by name', async ({
  page,
  sites,
  visit,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const hostile = JSON.stringify({
    ...riverside,
    name: '<img src=x onerror="window.ran=1">',
    region: '../../../other',
    accent: 'url(https://evil.example/)',
    phones: { main: 'javascript:window.ran=1', interpreter: '<b>555</b>', nurse: '555-0103' },
    links: { rights: 'javascript:window.ran=1', portal: '//evil.example', map: 'data:text/html,x' },
    places: [{ toString: 1 }, 7],
  }).replace('{', '{"__proto__":{"ran":1},"constructor":{"prototype":{"ran":1}},');
  const { open, panel, said, events, violations } = await visit({ hospital: hostile });
  await open('faq/my-rights');
  await expect(page.getByRole('heading', { name: en.question('my-rights') })).toBeFocused();
  await open('forms/interpreter');
  await expect(page.getByRole('heading', { name: en.step('for') })).toBeFocused();
  expect(await page.evaluate(() => 'ran' in window || 'ran' in {})).toBe(false);
  await expect(panel.locator('[href^="javascript"], [href^="//"], [href^="data"], img')).toHaveCount(0);
  expect(asked.filter((url) => !url.startsWith(sites.host) && !url.startsWith(sites.widget))).toEqual([]);
  const told = said.join('\n');
  for (const path of [
    'region',
    'phones.main',
    'phones.interpreter',
    'links.rights',
    'links.portal',
    'places.0',
  ]) {
    expect(told).toContain(path);
  }
  expect(told).toContain(`${sites.widget}hospital.json`);
  expect(await events()).toContainEqual({ name: 'error', code: 'config-broken' });
  expect(await violations()).toEqual([]);
});
