import { expect, optionsIn, tag, test } from './fixtures.ts';

test('attributes that are wrong count as not given, and the console says so once', async ({
  page,
  sites,
  visit,
}) => {
  const { element, launcher, said } = await visit(tag(sites, 'data-theme="purple" data-heading-level="7"'));
  await launcher.click();
  await expect(page.getByRole('region')).toBeVisible();
  await element.evaluate((one) => one.setAttribute('mode', 'launcher'));
  expect(said).toEqual([
    'warning: health-help: theme="purple" is not one of auto, light, dark; auto is used',
    'warning: health-help: heading-level="7" is not one of 2, 3, 4; 2 is used',
  ]);
  expect(await optionsIn(page)).toMatchObject({ theme: 'auto', headingLevel: 2 });
  expect(await element.evaluate((one) => (one as HTMLElement & { theme: string }).theme)).toBe('auto');
});

for (const [endpoint, accepted] of [
  ['https://hospital.example/api/requests', 'https://hospital.example/api/requests'],
  ['/api/requests', '/api/requests'],
  ['http://localhost:9000/api', 'http://localhost:9000/api'],
  ['http://hospital.example/api', null],
  ['http://localhost:80@hospital.example/api', null],
  ['javascript:alert(1)', null],
  ['http://[', null],
] as const)
  test(`requests ${accepted ? 'go' : 'never go'} to ${endpoint}`, async ({ page, sites, visit }) => {
    const { launcher, events, said } = await visit(tag(sites, `data-endpoint="${endpoint}"`));
    await launcher.click();
    await expect(page.getByRole('region')).toBeVisible();
    const options = await optionsIn(page);
    expect(options.endpoint).toBe(accepted?.startsWith('/') ? sites.host + accepted : accepted);
    const heard = await events();
    expect(heard.filter(({ code }) => code === 'endpoint-refused')).toHaveLength(accepted ? 0 : 1);
    expect(said.filter((line) => line.includes(`endpoint="${endpoint}"`))).toHaveLength(accepted ? 0 : 1);
  });

test('requests are never sent unsealed because the key cannot be used', async ({ page, sites, visit }) => {
  const { launcher } = await visit(
    tag(sites, 'data-endpoint="https://h.example/" data-endpoint-key="http://h.example/key"'),
  );
  await launcher.click();
  await expect(page.getByRole('region')).toBeVisible();
  expect(await optionsIn(page)).toMatchObject({ endpoint: null, endpointKey: null });
});

test('files are looked for next to the script unless the page says otherwise', async ({
  page,
  sites,
  visit,
}) => {
  const { element, launcher } = await visit(tag(sites));
  await launcher.click();
  await expect(page.getByRole('region')).toBeVisible();
  expect(await optionsIn(page)).toMatchObject({
    base: sites.widget,
    config: `${sites.widget}hospital.json`,
    locales: `${sites.widget}locales/`,
    languages: null,
    sharedDevice: false,
  });
  await element.evaluate((one) => {
    one.setAttribute('locales', '/words');
    one.setAttribute('languages', 'en, es  ar');
  });
  expect(await optionsIn(page)).toMatchObject({
    locales: `${sites.host}/words/`,
    languages: ['en', 'es', 'ar'],
  });
});

test('properties and attributes are the same thing', async ({ sites, visit }) => {
  const { element, launcher } = await visit(tag(sites));
  await expect(launcher).toBeVisible();
  const read = await element.evaluate((one) => {
    const help = one as HTMLElement & Record<string, unknown>;
    help.theme = 'dark';
    help.endpointFormat = 'fhir-r4';
    help.sharedDevice = true;
    const set = [
      one.getAttribute('theme'),
      one.getAttribute('endpoint-format'),
      one.hasAttribute('shared-device'),
    ];
    help.sharedDevice = false;
    help.theme = null;
    one.setAttribute('position', 'start');
    return [
      ...set,
      one.hasAttribute('shared-device'),
      one.hasAttribute('theme'),
      help.theme,
      help.position,
      help.mode,
    ];
  });
  expect(read).toEqual(['dark', 'fhir-r4', true, false, false, 'auto', 'start', 'launcher']);
});

test('several elements, each in its language, open by themselves', async ({ page, sites, visit }) => {
  const { element } = await visit(
    `${tag(sites)}<health-help lang="es" id="a"></health-help><health-help lang="ar" id="b" position="start"></health-help>`,
  );
  await expect(page.locator('#b b')).toHaveText('مساعدة');
  await expect(page.locator('#b b')).toHaveCSS('direction', 'rtl');
  await expect(page.locator('#b b')).toHaveAttribute('lang', 'ar');
  await expect(element).toHaveCount(2);
  await page.locator('#b [part=launcher]').click();
  await expect(page.locator('#b').getByRole('region')).toBeVisible();
  await expect(page.locator('#a').getByRole('region')).toHaveCount(0);
});

test('what was typed is still there after the element was moved, and after it was away for a while', async ({
  page,
  sites,
  visit,
}) => {
  const { element, launcher } = await visit(`<main></main>${tag(sites)}`);
  await launcher.click();
  await page.getByLabel('Your words').fill('Mam');
  await element.evaluate((one) => document.querySelector('main')?.append(one));
  await expect(page.getByLabel('Your words')).toHaveValue('Mam');
  await element.evaluate(async (one) => {
    one.remove();
    await new Promise((done) => setTimeout(done, 50));
    document.body.append(one);
  });
  await expect(page.getByRole('region')).toHaveCount(1);
  await expect(page.getByLabel('Your words')).toHaveValue('Mam');
  await expect(launcher).toHaveAttribute('aria-expanded', 'true');
});

test('what was typed is still there when the site replaces the whole body', async ({
  page,
  sites,
  visit,
}) => {
  const { launcher, element } = await visit(tag(sites));
  await launcher.click();
  await page.getByLabel('Your words').fill('Mam');
  await page.evaluate(() => {
    const body = document.createElement('body');
    body.append('Next page');
    document.body.replaceWith(body);
  });
  await expect(element).toHaveCount(1);
  await expect(page.getByLabel('Your words')).toHaveValue('Mam');
});

test('any link to #health-help opens it at its screen, and the address stays', async ({
  page,
  sites,
  visit,
}) => {
  await visit(
    `<a href="#health-help/forms/interpreter"><b>Interpreter</b></a><div id="shadow"></div>${tag(sites)}`,
  );
  const address = page.url();
  await page.getByRole('link', { name: 'Interpreter' }).click();
  await expect(page.getByRole('heading', { name: 'forms/interpreter' })).toBeFocused();
  expect(page.url()).toBe(address);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Interpreter' })).toBeFocused();
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '#health-help';
    link.textContent = 'Help in a shadow';
    document.querySelector('#shadow')?.attachShadow({ mode: 'open' }).append(link);
  });
  await page.getByRole('link', { name: 'Help in a shadow' }).click();
  await expect(page.getByRole('heading', { name: 'home' })).toBeFocused();
  expect(page.url()).toBe(address);
});

test('links to other places are left alone', async ({ page, sites, visit }) => {
  await visit(`<a href="#health-helpers">Helpers</a>${tag(sites)}`);
  await page.getByRole('link', { name: 'Helpers' }).click();
  expect(page.url()).toContain('#health-helpers');
  await expect(page.getByRole('region')).toHaveCount(0);
});

test('a link from another page opens it on arrival', async ({ page, sites, visit }) => {
  await visit(tag(sites), { hash: '#health-help/faq/my-rights' });
  await expect(page.getByRole('heading', { name: 'faq/my-rights' })).toBeVisible();
  expect(page.url()).toContain('#health-help/faq/my-rights');
});

test('the page can open and close it and hears what happens, without anything the patient typed', async ({
  page,
  sites,
  visit,
}) => {
  const { element, launcher, events } = await visit(tag(sites));
  await expect(launcher).toBeVisible();
  const states = await element.evaluate(async (one) => {
    const help = one as HTMLElement & {
      open(screen?: string): Promise<void>;
      close(): Promise<boolean>;
      isOpen: boolean;
    };
    const before = help.isOpen;
    await help.open('ask');
    return [before, help.isOpen, await help.close(), help.isOpen];
  });
  expect(states).toEqual([false, true, true, false]);
  await launcher.click();
  await page.getByLabel('Your words').fill('secret');
  await page.keyboard.press('F2');
  await page.evaluate(() =>
    document.addEventListener('health-help-handoff', (event) => event.preventDefault()),
  );
  await page.keyboard.press('F4');
  await expect(page.getByLabel('Your words')).toHaveValue('false');
  await launcher.click();
  expect(await events()).toEqual([
    { name: 'open' },
    { name: 'close' },
    { name: 'open' },
    { name: 'sent', form: 'interpreter', reference: 'HH-7K3F' },
    { name: 'handoff' },
    { name: 'close' },
  ]);
});

test("the page's shortcuts do not fire while the patient types, and Escape still closes", async ({
  page,
  sites,
  visit,
}) => {
  const { launcher } = await visit(tag(sites));
  await page.evaluate(() => {
    document.addEventListener('keydown', (event) => document.body.append(`hotkey ${event.key}`));
  });
  await launcher.click();
  await page.getByLabel('Your words').pressSequentially('s?');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region')).toHaveCount(0);
  await expect(launcher).toBeFocused();
  await expect(page.locator('body')).not.toContainText('hotkey');
});

test('inline mode shows the panel in its place, without a launcher', async ({ page, sites, visit }) => {
  const { element, launcher } = await visit(
    `<main><health-help mode="inline"></health-help></main>${tag(sites)}`,
  );
  await expect(page.getByRole('region')).toBeVisible();
  await expect(launcher).toBeHidden();
  await expect(element).toHaveCSS('display', 'block');
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
});
