import { expect, test } from './fixtures.ts';
import { wordsOf } from './words.ts';
const en = wordsOf('en');
test('dbg', async ({ page, visit }) => {
    const { show, panel, launcher, events, said, element } = await visit();
    await show('form-language-found');
    await page.getByRole('button', {name: en.ui('panel.close'), exact: true}).click();
    await page.getByRole('button', {name: en.ui('leave.keep'), exact: true}).click();
    await expect(panel).toBeHidden();
    console.log(await launcher.boundingBox(), await launcher.evaluate(e=>[e.outerHTML, getComputedStyle(e).cssText.slice(0,10), e.matches(':popover-open'), e.getAttribute('style'), (e.getRootNode() as any).activeElement===e, e.checkVisibility()]));
    await launcher.click();
    console.log(await events(), said, await panel.isVisible(), await element.evaluate(e=>e.shadowRoot!.innerHTML.slice(0,1500)));
    await page.screenshot({path:'/tmp/hh/a.png'});
});
