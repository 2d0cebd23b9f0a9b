import type { Page } from '@playwright/test';
import { type Answer, problem } from '../journeys/endpoint.ts';
import { expect, test } from '../journeys/fixtures.ts';
import { wordsOf } from '../journeys/words.ts';

const en = wordsOf('en');
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const send = (page: Page) => page.getByRole('button', { name: en.ui('check.send') });

/** Answers of a hospital's system that are not a yes: which words the patient reads, what the page is told. */
const failures: readonly { what: string; answer: Answer; words: string; code: string }[] = [
  { what: 'breaks the connection', answer: 'drop', words: 'server', code: 'not-sent-server' },
  {
    what: 'has an error (500)',
    answer: { status: 500, body: '<h1>Oops</h1>' },
    words: 'server',
    code: 'not-sent-server',
  },
  { what: 'is busy (503)', answer: problem(503), words: 'busy', code: 'not-sent-busy' },
  { what: 'has had too much (429)', answer: problem(429), words: 'busy', code: 'not-sent-busy' },
  { what: 'knows the id otherwise (409)', answer: problem(409), words: 'refused', code: 'refused' },
  { what: 'forbids it (403)', answer: problem(403), words: 'refused', code: 'refused' },
  {
    what: 'names a field the form does not have (422)',
    answer: problem(422, [{ field: 'insurance-number', code: 'missing' }]),
    words: 'refused',
    code: 'refused',
  },
];

for (const { what, answer, words, code } of failures) {
  test(`when the hospital's system ${what}, nothing is called sent, nothing is lost, the phone is there`, async ({
    page,
    endpoint,
    visit,
  }) => {
    endpoint.always(answer);
    const { show, events, panel } = await visit();
    await show('check');
    await send(page).click();
    await expect(heading(page, en.ui('not-sent.title'))).toBeFocused();
    await expect(page.getByText(en.ui(`not-sent.${words}`))).toBeVisible();
    await expect(panel.getByRole('link', { name: /555-0101/ })).toHaveAttribute('href', 'tel:5550101');
    await expect(heading(page, en.ui('receipt.title'))).toHaveCount(0);
    // It may have been tried again by now.
    const heard = new Set((await events()).map((event) => JSON.stringify(event)));
    expect([...heard]).toEqual([JSON.stringify({ name: 'open' }), JSON.stringify({ name: 'error', code })]);
    await page.getByRole('button', { name: en.ui('not-sent.answers') }).click();
    await expect(heading(page, en.ui('check.title'))).toBeFocused();
    for (const answer of ['Rima Nasser', '555-010-0199', 'Please speak slowly.']) {
      await expect(page.locator('.answers')).toContainText(answer);
    }
  });
}

test('a field the form does not have is named in the console', async ({ page, endpoint, visit }) => {
  endpoint.answer(problem(422, [{ field: 'insurance-number', code: 'missing' }]));
  const { show, said } = await visit();
  await show('check');
  await send(page).click();
  await expect(heading(page, en.ui('not-sent.title'))).toBeFocused();
  expect(said.filter((line) => line.includes('Health Help'))).toEqual([
    expect.stringMatching(/^error: .*\b422\b.*insurance-number/),
  ]);
});

test('answers the hospital does not accept are shown at their questions, and can be sent again', async ({
  page,
  endpoint,
  visit,
}) => {
  endpoint.answer(
    problem(422, [
      { field: 'phone', code: 'not-a-phone' },
      { field: 'place', code: 'some-new-code' },
    ]),
  );
  const { show } = await visit();
  await show('check');
  await send(page).click();
  await expect(page.getByRole('group', { name: /^Error/ })).toBeFocused();
  await expect(heading(page, en.step('visit-where'))).toBeVisible();
  const place = page.getByLabel(en.field('place'));
  await expect(place).toHaveAttribute('aria-invalid', 'true');
  await expect(place).toHaveValue('Eye clinic, Building B');
  await place.fill('Eye clinic');
  await page.getByRole('button', { name: en.ui('form.continue') }).click();
  const phone = page.getByLabel(en.field('phone'));
  await expect(phone).toHaveAttribute('aria-invalid', 'true');
  await expect(phone).toHaveAccessibleDescription(new RegExp(en.error('phone', 'not-a-phone')));
  await phone.fill('555-010-0200');
  await page.getByRole('button', { name: en.ui('form.continue') }).click();
  await expect(heading(page, en.ui('check.title'))).toBeFocused();
  await send(page).click();
  await expect(heading(page, en.ui('receipt.title'))).toBeFocused();
  const [before, after] = endpoint.posts.map(({ body }) => JSON.parse(body));
  expect(after.answers).toMatchObject({ place: 'Eye clinic', phone: '555-010-0200', name: 'Rima Nasser' });
  // Other answers are another request.
  expect(after.id).not.toBe(before.id);
});

test('a redirect is not followed: answers go to the one place the hospital named', async ({
  page,
  endpoint,
  visit,
}) => {
  endpoint.answer({ status: 307, headers: { location: `${endpoint.url}/elsewhere` } });
  const { show } = await visit();
  await show('check');
  await send(page).click();
  await expect(heading(page, en.ui('not-sent.title'))).toBeFocused();
  await expect(page.getByText(en.ui('not-sent.server'))).toBeVisible();
  expect(endpoint.posts).toHaveLength(1);
});

for (const [what, answer] of [
  ['a page', { status: 200, type: 'text/html', body: '<h1>Thank you</h1><script>window.ran=1</script>' }],
  ['nothing', { status: 204 }],
  ['a hostile number', { status: 200, type: 'application/json', body: '{"reference":"<img src=x>"}' }],
] as const) {
  test(`a system that takes it and answers with ${what} has it: the receipt promises no number`, async ({
    page,
    endpoint,
    visit,
  }) => {
    endpoint.answer(answer);
    const { show, events } = await visit();
    await show('check');
    await send(page).click();
    await expect(heading(page, en.ui('receipt.title'))).toBeFocused();
    await expect(page.getByText(en.ui('receipt.no-number'))).toBeVisible();
    expect(await events()).toEqual([
      { name: 'open' },
      { name: 'sent', form: 'interpreter', reference: null },
    ]);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });
}
