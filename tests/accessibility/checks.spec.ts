import { runAxe } from './axe.ts';
import { measure } from './measure.ts';
import { expect, showState, test } from './stage.ts';
import { readTree } from './tree.ts';
import { findings } from './tree-findings.ts';
import { readAloud } from './virtual.ts';
import { disagreements } from './virtual-lines.ts';

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

test('what would be heard wrongly, twice or not at all is found', async ({ stage }) => {
  await showState(stage, 'form-contact-error', { lang: 'es', theme: 'light', width: 'desk' });
  await stage.evaluate(() => {
    const root = document.querySelector('health-help')?.shadowRoot;
    const form = root?.querySelector('form');
    if (!root || !form) throw new Error('There is no form.');
    const add = (name: string, text: string, attributes: Readonly<Record<string, string>> = {}): void => {
      const element = document.createElement(name);
      element.textContent = text;
      for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
      form.append(element);
    };
    add('button', '');
    add('button', '→');
    add('button', 'Otra vez');
    add('button', 'Otra vez');
    add('p', '', { id: 'empty' });
    add('button', 'Español español');
    add('button', 'Nada', { 'aria-describedby': 'empty' });
    add('button', 'Nadie', { 'aria-describedby': 'nobody' });
    add('button', 'Borrar todo', { 'aria-description': 'Borrar todo' });
    add('input', '', { 'aria-label': 'Sin motivo', 'aria-invalid': 'true' });
    add('p', 'مرحبا بكم');
    add('p', 'بكم مرحبا', { lang: 'ar' });
    add('p', 'Dos veces');
    add('p', 'Dos veces');
    add('h6', 'Demasiado hondo');
    add('input', '', { type: 'radio', 'aria-label': 'Suelto' });
    add('fieldset', '', { 'aria-label': 'Otro nombre' });
    const legend = document.createElement('legend');
    legend.textContent = 'La pregunta';
    form.lastElementChild?.append(legend);
    add('button', 'Fantasma', { 'aria-hidden': 'true' });
    add('p', 'Solo uno lo oye', { style: 'content-visibility: hidden' });
    add('div', 'Nadie lo dijo', { role: 'status' });
    for (const element of root.querySelectorAll('#health-help-f-phone'))
      element.removeAttribute('aria-describedby');
  });
  const reading = await readTree(stage);
  const heard = findings(reading, { lang: 'es', announced: [/^Otra cosa$/], given: [] });
  const expected = [
    'No name: button',
    'Only symbols: button "→"',
    'Two of one name: button "Otra vez"',
    'aria-describedby names empty, which is empty',
    'aria-describedby names nobody, which is not there',
    'The description is in the name: button "Borrar todo"',
    'The name twice: button "Español español"',
    'The same twice: button "Borrar todo"',
    'Invalid, and no word why: textbox "Sin motivo"',
    'Invalid, and no word why: textbox "¿Cuál',
    'An error that no field tells: Escriba el número completo',
    'Marked es, but in letters of another language: "مرحبا بكم"',
    'Level 6 after 3: heading "Demasiado hondo"',
    'A choice without its question: radio "Suelto"',
    'A group that is not called by its legend "La pregunta": group "Otro nombre"',
    'Takes focus, and is hidden from listeners: button "Fantasma"',
    'Heard twice in a row: button "Otra vez"',
    'Heard twice in a row: text "Dos veces"',
    '2 polite live regions, not one',
    'Live, but never announced (polite, es): "Nadie lo dijo"',
  ];
  for (const start of expected)
    expect(
      heard.filter((text) => text.startsWith(start)),
      start,
    ).toHaveLength(1);
  expect(heard.filter((text) => !expected.some((start) => text.startsWith(start)))).toEqual([]);
  const said = disagreements(await readAloud(stage), reading.panel);
  expect(said).toContain('Told and heard otherwise: Solo uno lo oye');
});
