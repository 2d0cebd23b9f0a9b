import type { Page } from '@playwright/test';
import { lookAtStop } from './keyboard-stop.ts';
import { pressEscape, walk } from './keyboard-walk.ts';
import { installColours } from './seeing-colours.ts';
import { expect, openStage, type Setting, showState, test, widths } from './stage.ts';

const setting = (width: keyof typeof widths): Setting => ({ lang: 'en', theme: 'light', width });
const launcher = (page: Page) => page.locator('health-help [part=launcher]');
const panel = (page: Page) => page.locator('health-help .panel');

for (const width of ['phone', 'desk'] as const)
  test.describe(width, () => {
    test('Escape gives the focus back to the button that opened help', async ({ stage }) => {
      await showState(stage, 'home', setting(width));
      await stage.keyboard.press('Escape');
      await expect(launcher(stage)).toBeFocused();
      await stage.keyboard.press('Enter');
      await expect(panel(stage).getByRole('heading', { name: 'Health Help' })).toBeFocused();
      expect(await pressEscape(stage)).toEqual([]);
    });

    test('Escape gives the focus back to the link of the page that opened help', async ({ stage }) => {
      await showState(stage, 'home', setting(width));
      await stage.keyboard.press('Escape');
      await stage.evaluate(() => {
        const link = document.createElement('a');
        link.id = 'opener';
        link.href = '#health-help/faq/interpreter-free';
        link.textContent = 'Is an interpreter free?';
        document.querySelector('h1')?.after(link);
      });
      const link = stage.locator('#opener');
      for (let stops = 0; stops < 5; stops++) {
        if (await link.evaluate((one) => one === document.activeElement)) break;
        await stage.keyboard.press('Shift+Tab');
      }
      await stage.keyboard.press('Enter');
      await expect(panel(stage).locator('.screen-heading')).toBeFocused();
      await stage.keyboard.press('Escape');
      await expect(panel(stage)).toBeHidden();
      await expect(link).toBeFocused();
      await stage.goto('about:blank');
    });

    test('while a screen is still on its way the focus is somewhere, and Escape works', async ({ stage }) => {
      await stage.goto('about:blank');
      const late = /\/(faq|form)-[\w-]{8}\.js$/;
      let come = (): void => undefined;
      const waiting = new Promise<void>((resolve) => {
        come = resolve;
      });
      await stage.route(late, async (route) => {
        await waiting;
        await route.continue();
      });
      await showState(stage, 'home', setting(width));
      await stage.evaluate(installColours);
      await panel(stage).locator('.row').first().focus();
      await stage.keyboard.press('Enter');
      // The first screen is gone: nothing else says that the next one is not there yet.
      await expect(panel(stage).locator('.first-card')).toBeHidden();
      const where = async (): Promise<string> => (await stage.evaluate(lookAtStop)).where;
      await expect.poll(where, { message: 'where the focus is', timeout: 2000 }).toBe('panel');
      await stage.keyboard.press('Escape');
      await expect.soft(panel(stage), 'after Escape').toBeHidden({ timeout: 2000 });
      come();
      await stage.unrouteAll({ behavior: 'wait' });
      await stage.goto('about:blank');
    });
  });

for (const [state, lang] of [
  ['home', 'en'],
  ['faq-open', 'ar'],
  ['form-when-error', 'es'],
  ['receipt', 'zh-Hans'],
] as const)
  test(`help that is part of the page is a part of its order: ${state}, ${lang}`, async ({ stage }) => {
    await stage.setViewportSize(widths.desk);
    await stage.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
    await openStage(stage, { state, lang, theme: 'light', mode: 'inline' });
    const { findings, stops } = await walk(stage, false);
    expect(findings).toEqual([]);
    expect(stops).toBeGreaterThan(2);
    await stage.goto('about:blank');
  });
