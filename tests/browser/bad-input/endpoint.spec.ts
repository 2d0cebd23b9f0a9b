import { expect, test } from '../journeys/fixtures.ts';
import { wordsOf } from '../journeys/words.ts';

const en = wordsOf('en');

const refused = [
  'http://hospital.example/requests',
  'javascript:alert(1)',
  'ftp://hospital.example/requests',
  'data:text/plain,requests',
  'https://staff:secret@hospital.example/requests',
  'https://',
];

test('without an endpoint the form gives the phone, and nothing is wrong', async ({ page, visit }) => {
  const { open, panel, said, events } = await visit({ attributes: { endpoint: null } });
  await open('forms/interpreter');
  await expect(page.getByText(en.ui('form.no-endpoint'))).toBeVisible();
  await expect(panel.locator('a.main-button')).toHaveAttribute('href', 'tel:5550101');
  await expect(page.getByRole('radio')).toHaveCount(0);
  expect(said).toEqual([]);
  expect(await events()).toEqual([{ name: 'open' }]);
});

for (const endpoint of refused) {
  test(`answers are never sent to ${endpoint}: the page is told, the patient gets the phone`, async ({
    page,
    visit,
  }) => {
    const { open, panel, said, events } = await visit({ attributes: { endpoint } });
    await open('forms/interpreter');
    await expect(page.getByText(en.ui('form.no-endpoint'))).toBeVisible();
    await expect(panel.locator('a.main-button')).toHaveAttribute('href', 'tel:5550101');
    await expect(page.getByRole('radio')).toHaveCount(0);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^error: /);
    expect(said[0]).toContain(`endpoint="${endpoint}"`);
    expect(await events()).toContainEqual({ name: 'error', code: 'endpoint-refused' });
  });
}
