import { examples } from '../examples.ts';
import { runAxe } from './axe.ts';
import { englishOnly } from './english-only.ts';
import { measure } from './measure.ts';
import { pairs, product } from './pairs.ts';
import { expect, languages, type Setting, showState, test, themes, type widths } from './stage.ts';

const states = Object.keys(examples);
const sizes: readonly (keyof typeof widths)[] = ['phone', 'desk'];
const factors = [states, languages, themes, sizes];
const runs = process.env.FULL ? product(factors) : pairs(factors);

for (const [index, state] of states.entries()) {
  test(`nothing stands in anyone’s way: ${state}`, async ({ stage }, info) => {
    const uncaught: string[] = [];
    const listen = (error: Error) => uncaught.push(error.message);
    stage.on('pageerror', listen);
    for (const [run, l = 0, t = 0, w = 0] of runs) {
      if (run !== index) continue;
      const setting: Setting = {
        lang: languages[l] ?? 'en',
        theme: themes[t] ?? 'light',
        width: sizes[w] ?? 'desk',
      };
      const where = `${state}, ${Object.values(setting).join(', ')}`;
      await test.step(where, async () => {
        await showState(stage, state, setting);
        const locales = `${process.env.GALLERY_WIDGET}locales/`;
        const expected = { lang: setting.lang, english: englishOnly(locales, setting.lang) };
        expect.soft(await stage.evaluate(measure, expected), where).toEqual([]);
        const axe = await runAxe(stage);
        info.annotations.push(
          ...axe.undecided.map((text) => ({ type: 'undecided', description: `${where}: ${text}` })),
        );
        expect.soft(axe.violations, where).toEqual([]);
        expect.soft(axe.applied, `${where}: rules that found something to check`).toBeGreaterThan(15);
      });
    }
    stage.off('pageerror', listen);
    expect(uncaught).toEqual([]);
  });
}
