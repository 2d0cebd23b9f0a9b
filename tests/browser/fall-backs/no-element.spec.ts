import { expect, test } from '../journeys/fixtures.ts';

const call = { name: 'Call 555-0100 for an interpreter' };
const body = `<h1>Visit</h1>
  <health-help><a href="tel:5550100">${call.name}</a></health-help>
  <script nonce="r4nd0m">window.onload = () => { document.title = 'The page works' }</script>`;

test('where custom elements are missing, the page works and its own words are shown in the place of help', async ({
  page,
  sites,
  visit,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'customElements'));
  await visit({ body });
  await expect(page.getByRole('link', call)).toBeVisible();
  await expect(page).toHaveTitle('The page works');
  await expect.poll(() => sites.requested).toEqual(['health-help.js']);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test("the page's own words are shown in the place of help, and nothing is loaded", async ({
    page,
    sites,
    visit,
  }) => {
    await visit({ body });
    await expect(page.getByRole('link', call)).toBeVisible();
    expect(sites.requested).toEqual([]);
  });
});
