import { readdir } from 'node:fs/promises';
import { examples } from '../examples.ts';
import { runAxe } from './axe.ts';
import { englishOnly } from './english-only.ts';
import { measure } from './measure.ts';
import { pairs, product } from './pairs.ts';
import { expect, languages, type Setting, showState, test, themes, type widths } from './stage.ts';
import { readTree } from './tree.ts';
import { findings } from './tree-findings.ts';
import { type Heard, reviewedText } from './tree-text.ts';
import { announcedIn, givenIn } from './tree-words.ts';
import { readAloud } from './virtual.ts';
import { disagreements } from './virtual-lines.ts';

const states = Object.keys(examples);
const sizes: readonly (keyof typeof widths)[] = ['phone', 'desk'];
const factors = [states, languages, themes, sizes];
const runs = process.env.FULL ? product(factors) : pairs(factors);

for (const [index, state] of states.entries()) {
  test(`nothing stands in anyone’s way: ${state}`, async ({ stage }, info) => {
    const uncaught: string[] = [];
    const listen = (error: Error) => uncaught.push(error.message);
    stage.on('pageerror', listen);
    const heard: Record<string, Heard> = {};
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
        const { lang, width } = setting;
        const locales = `${process.env.GALLERY_WIDGET}locales/`;
        const expected = { lang, english: englishOnly(locales, lang) };
        expect.soft(await stage.evaluate(measure, expected), where).toEqual([]);

        await test.step('what is heard', async () => {
          const reading = await readTree(stage);
          const said = await readAloud(stage);
          const { panel } = reading;
          const words = { lang, announced: announcedIn(locales, lang), given: givenIn(locales, lang, state) };
          expect.soft(findings(reading, words), where).toEqual([]);
          expect.soft(disagreements(said, panel), where).toEqual([]);
          expect.soft(panel.role, where).toBe(width === 'phone' ? 'dialog' : 'region');
          expect.soft(panel.states.includes('modal'), where).toBe(width === 'phone');
          const before = heard[lang];
          heard[lang] = { panel, said };
          // What is heard depends on neither width nor colours.
          if (before)
            expect
              .soft(reviewedText(lang, { en: heard[lang] }), where)
              .toBe(reviewedText(lang, { en: before }));
        });

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
    expect(reviewedText(`${state}: ${examples[state]?.title}`, heard)).toMatchSnapshot(`${state}.txt`);
  });
}

test('no text of a state that is gone is left to be reviewed', async () => {
  const kept = await readdir(new URL('snapshots/', import.meta.url));
  expect(kept.toSorted()).toEqual(states.map((state) => `${state}.txt`).toSorted());
});
