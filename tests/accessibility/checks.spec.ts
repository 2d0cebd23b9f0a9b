import { runAxe } from './axe.ts';
import { measure } from './measure.ts';
import { expect, showState, test } from './stage.ts';

/** Whoever trusts the checks of every state should see them fail: here are the barriers they are there to find. */
test('barriers put in on purpose are all found', async ({ stage }) => {
  await showState(stage, 'home', { lang: 'es', theme: 'light', width: 'phone' });
  await stage.evaluate(() => {
    const view = document.querySelector('health-help')?.shadowRoot?.querySelector('.screen');
    if (!view) throw new Error('There is no screen.');
    const add = (name: string, text: string, style = ''): void => {
      const element = document.createElement(name);
      element.textContent = text;
      element.style.cssText = style;
      view.append(element);
    };
    add('button', '');
    add('p', 'Pálido', 'color: #999');
    add('p', 'Gris', 'color: #6b6b6b');
    add('button', 'ok', 'display: inline-block; align-self: start; min-inline-size: 0');
    add('p', 'Search for an answer');
    add('h6', 'Demasiado hondo');
    add('div', 'ancho', 'inline-size: 400px; flex: none');
    add('p', 'palabraquenocabe', 'inline-size: 20px; overflow-wrap: normal; hyphens: none');
    add('p', 'encima', 'margin-block-start: -40px');
    add('div', 'cortado', 'block-size: 5px; flex: none; overflow: hidden');
    add('i', '');
    add('b', '');
    for (const element of view.querySelectorAll('i, b')) element.id = 'twice';
    const focused = document.querySelector('health-help')?.shadowRoot?.activeElement;
    if (focused instanceof HTMLElement) focused.blur();
  });
  const found = await stage.evaluate(measure, { lang: 'es', english: ['Search for an answer'] });
  for (const start of [
    'Scrolls sideways',
    'Wider than the panel',
    'Words [\\d.]+ px out of their box',
    'Words on words',
    'Cut at the bottom',
    'A target of',
    'The id twice is used twice',
    'Heading level 6 after',
    'Focus is on body',
    'Focus is not in the panel',
    'English, but marked es',
  ])
    expect(found, start).toContainEqual(expect.stringMatching(`^${start}`));
  const { violations } = await runAxe(stage);
  for (const rule of ['button-name', 'color-contrast', 'color-contrast-enhanced', 'heading-order'])
    expect(violations, rule).toContainEqual(expect.stringMatching(`^${rule}: `));
});
