import type { Locator } from '@playwright/test';
import { expect, showState, test } from './stage.ts';

/** How a thing is drawn, without its colours: those are the reader's own. */
const shape = (thing: Locator): Promise<Record<string, string>> =>
  thing.evaluate((element) => {
    const { borderTopWidth, outlineStyle, outlineWidth, justifyContent } = getComputedStyle(element);
    const mark = getComputedStyle(element, '::before');
    return {
      border: borderTopWidth,
      outline: outlineStyle === 'none' ? 'none' : outlineWidth,
      mark: mark.content === 'none' ? 'none' : mark.borderRightWidth,
      knob: justifyContent,
      picture: String(element.querySelectorAll('svg').length),
    };
  });

/** What is chosen, and the same thing not chosen. */
const pairsOf = {
  'form-mode': ['.card:has(:checked)', '.card:not(:has(:checked))'],
  'form-sign-support': ['.box:checked', '.box:not(:checked)'],
  'form-dialect': ['.dot:checked', '.dot:not(:checked)'],
  'form-language-found': ['.list-row:has(:checked)', '.list-row:not(:has(:checked))'],
  language: ['.language-option[aria-current]', '.language-option:not([aria-current])'],
} as const;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [state, [chosen, other]] of Object.entries(pairsOf))
    test(`in forced colours what is chosen looks different: ${state}, ${colorScheme}`, async ({ stage }) => {
      await showState(stage, state, { lang: 'en', theme: 'forced colours', width: 'desk' });
      await stage.emulateMedia({ colorScheme });
      const panel = stage.locator('health-help .panel');
      if (state === 'form-dialect') await panel.locator('.card').first().click();
      expect(await shape(panel.locator(chosen).first())).not.toEqual(
        await shape(panel.locator(other).first()),
      );
    });

  test(`in forced colours a switch shows that it is on, ${colorScheme}`, async ({ stage }) => {
    await showState(stage, 'home', { lang: 'en', theme: 'forced colours', width: 'desk' });
    await stage.emulateMedia({ colorScheme });
    const track = stage.locator('health-help .switch-track');
    const knob = track.locator('.switch-knob');
    const place = async (): Promise<number> => {
      const [inner, outer] = [await knob.boundingBox(), await track.boundingBox()];
      return (inner?.x ?? 0) - (outer?.x ?? 0);
    };
    const off = { ...(await shape(track)), place: await place() };
    await stage.locator('health-help .switch').click();
    expect(await shape(track)).not.toEqual(off);
    expect(await place()).toBeGreaterThan(off.place + 15);
  });
}
