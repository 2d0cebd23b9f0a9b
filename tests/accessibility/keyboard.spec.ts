import { examples } from '../examples.ts';
import { pressEscape, walk } from './keyboard-walk.ts';
import { readers, showTo } from './seeing-readers.ts';
import { expect, languages, showState, test, themes, widths } from './stage.ts';

const states = Object.keys(examples);
const small = Object.entries(readers);

/** One of each kind of screen, walked in Arabic as well. */
const sample = ['home', 'faq-open', 'language', 'form-language', 'form-when-error', 'check', 'receipt'];

const languagesOf = (state: string): readonly string[] => {
  if (process.env.FULL) return languages;
  return sample.includes(state) ? ['en', 'ar'] : ['en'];
};

test.afterEach(({ stage }) => showTo(stage, readers['on a small phone']));

for (const [index, state] of states.entries())
  for (const [turn, lang] of languagesOf(state).entries())
    test(`with the keyboard alone everything is reached, seen and left again: ${state}, ${lang}`, async ({
      stage,
    }) => {
      const theme = themes[(index + turn) % themes.length] ?? 'light';
      await showState(stage, state, { lang, theme, width: 'phone' });
      // Whose small screen it is takes turns: the order is the same, what is in the way is not.
      const [name, reader] = small[(index + turn) % small.length] ?? small[0] ?? [];
      if (!reader) throw new Error('There are no readers.');
      await showTo(stage, reader);
      const dialog = await walk(stage, true);
      expect.soft(dialog.findings, `${theme}, ${name}`).toEqual([]);
      // The order at a desk is the same; every third state is walked there too, and left from there.
      if (process.env.FULL || (index + turn) % 3 === 0) {
        await showTo(stage, widths.desk);
        const beside = await walk(stage, false);
        expect.soft(beside.findings, `${theme}, at a desk`).toEqual([]);
        // At a desk the button that opened it is one of the stops as well.
        expect.soft(beside.stops, 'stops').toBe(dialog.stops + 1);
      } else {
        // Closed, the panel does not follow the size of letters.
        await showTo(stage, readers['on a small phone']);
      }
      expect.soft(dialog.stops, 'stops').toBeGreaterThan(2);
      expect.soft(await pressEscape(stage)).toEqual([]);
    });
