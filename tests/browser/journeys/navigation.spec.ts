import { expect, test } from './fixtures.ts';

test('x', async ({ page, visit }) => {
  const v = await visit();
  await v.show('check');
  console.log(await v.panel.innerText(), v.said, await v.events(), await v.violations());
  await v.act([{ click: '.footer .main-button' }]);
  await expect(page.getByText('We have your request')).toBeVisible();
  console.log(await v.panel.innerText(), v.said, await v.events(), await v.violations());
});
