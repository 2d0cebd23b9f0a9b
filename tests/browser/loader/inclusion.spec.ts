import { readFile } from 'node:fs/promises';
import { strictPolicy } from '../serve.ts';
import { expect, tag, test } from './fixtures.ts';

const ways: Readonly<Record<string, (src: string) => string>> = {
  'an async script': (src) => `<script async src="${src}"></script>`,
  'a deferred script': (src) => `<script defer src="${src}"></script>`,
  'a module': (src) => `<script type="module" src="${src}"></script>`,
  'a plain script in the middle of the page': (src) =>
    `<p>Before</p><script src="${src}"></script><p>After</p>`,
  'a script that a script inserts': (src) =>
    `<script>const s = document.createElement('script'); s.src = '${src}'; document.head.append(s);</script>`,
};

for (const [way, html] of Object.entries(ways))
  test(`a page with ${way} from another origin offers help, and it opens`, async ({ page, sites, visit }) => {
    const { element, launcher, said } = await visit(html(`${sites.widget}health-help.js`));
    await expect(launcher).toContainText('Help');
    await expect(element).toHaveCount(1);
    expect(await element.evaluate((one) => one === document.body.lastElementChild)).toBe(true);
    await launcher.click();
    await expect(page.getByRole('region', { name: 'Health Help' })).toBeVisible();
    expect(said).toEqual([]);
  });

test('a page that includes the script twice offers help once and hears no complaint', async ({
  sites,
  visit,
}) => {
  const { element, launcher, said } = await visit(tag(sites) + tag(sites).replace('.js', '.js?2'));
  await expect(launcher).toBeVisible();
  await expect(element).toHaveCount(1);
  expect(said).toEqual([]);
});

test('a tag manager that evaluates the text works when the page says where the folder is', async ({
  built,
  page,
  sites,
  visit,
}) => {
  const { launcher } = await visit(
    `<script>window.HEALTH_HELP_BASE = '${sites.widget.slice(0, -1)}'</script>`,
  );
  await page.evaluate(await readFile(`${built.dist}health-help.js`, 'utf8'));
  await launcher.click();
  await expect(page.getByRole('region', { name: 'Health Help' })).toBeVisible();
});

test('a tag manager that does not say it is told what is missing', async ({ built, page, visit }) => {
  const { said, element } = await visit('');
  await page.evaluate(await readFile(`${built.dist}health-help.js`, 'utf8'));
  expect(said).toEqual(['error: health-help: set HEALTH_HELP_BASE']);
  await expect(element).toHaveCount(0);
});

test('the strictest content security policy is not violated', async ({ page, sites, visit }) => {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error('violation', violatedDirective, blockedURI),
    );
  });
  const { launcher, said } = await visit(tag(sites, 'nonce="r4nd0m" data-theme="dark"'), {
    headers: { 'content-security-policy': strictPolicy(sites.widget) },
  });
  await launcher.click();
  await expect(page.getByRole('region', { name: 'Health Help' })).toBeVisible();
  await expect(launcher).toHaveCSS('position', 'fixed');
  expect(said).toEqual([]);
});

test('an element the page wrote itself is used, with the attributes it has', async ({ sites, visit }) => {
  const { element, launcher } = await visit(
    `${tag(sites, 'data-lang="ar"')}<main><health-help lang="es"></health-help></main>`,
  );
  await expect(launcher.locator('b')).toHaveText('Ayuda');
  await expect(element).toHaveCount(1);
});

test('the data attributes of the script become attributes of the element', async ({ sites, visit }) => {
  const { element } = await visit(
    tag(sites, 'data-endpoint="https://h.example/api" data-endpoint-format="fhir-r4" data-shared-device'),
  );
  await expect(element).toHaveAttribute('endpoint', 'https://h.example/api');
  await expect(element).toHaveAttribute('endpoint-format', 'fhir-r4');
  await expect(element).toHaveAttribute('shared-device', '');
});

test('a page in windows-1252 shows every word right', async ({ sites, visit }) => {
  const html = `<!doctype html><html lang="pt"><title>Caf\u00e9</title><body>${tag(sites, 'data-languages="ar,vi,ht,en" data-lang="vi"')}</body></html>`;
  const { launcher } = await visit('', {
    body: Buffer.from(html, 'latin1'),
    headers: { 'content-type': 'text/html; charset=windows-1252' },
  });
  await expect(launcher).toContainText('Tr\u1ee3 gi\u00fap');
  await expect(launcher).toContainText('\u0645\u0633\u0627\u0639\u062f\u0629 \u00b7 \u00c8d \u00b7 Help');
});
