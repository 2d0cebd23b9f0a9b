import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, showState, test } from './stage.ts';

/** For the accessibility report: each task, and the keys it takes. `KEYSTROKES=record` writes it anew. */
const file = new URL('keystrokes.json', import.meta.url);

/** Keys pressed with the help closed and the focus on its button. Every letter counts, and Shift with Tab is one. */
class Keys {
  pressed = 0;
  constructor(readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    this.pressed += keys.length;
  }

  async type(text: string): Promise<void> {
    await this.press(...text);
  }

  /** @throws when it is not reached in 60 presses */
  async tabTo(target: Locator): Promise<void> {
    await expect(target.first()).toBeVisible();
    for (let stops = 0; stops < 60; stops++) {
      await this.press('Tab');
      if (await hasFocus(target)) return;
    }
    throw new Error(`Tab never reached ${target}`);
  }

  async enter(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.press('Enter');
  }

  /** A new screen is there when its heading has the focus. */
  async arriveAt(name: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('heading', { name })).toBeFocused();
  }
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluateAll((all) =>
    all.some((one) => (one.getRootNode() as Document | ShadowRoot).activeElement === one),
  );

/** What people come for. Each begins on the page, with the focus on the button that opens help. */
const tasks: Readonly<Record<string, (keys: Keys) => Promise<void>>> = {
  async 'Open help from the page'(keys) {
    await keys.press('Enter');
    await keys.arriveAt('Health Help');
  },
  async 'Find an answer and read it'(keys) {
    await keys.press('Enter');
    await keys.tabTo(keys.page.getByRole('search').getByRole('textbox'));
    await keys.type('cost');
    await expect(keys.page.locator('health-help .result-count')).toBeVisible();
    await keys.press('Enter');
    const answer = keys.page.getByRole('button', { name: 'Is an interpreter free?' });
    await keys.enter(answer);
    await expect(answer).toHaveAttribute('aria-expanded', 'true');
  },
  async 'Change the language to Spanish'(keys) {
    await keys.press('Enter');
    await keys.enter(keys.page.getByRole('button', { name: 'Español', exact: true }));
    await expect(keys.page.locator('health-help .panel')).toHaveAttribute('lang', 'es');
  },
  'Ask for an interpreter, with what is required, until the hospital has it': askForInterpreter,
  async 'Call a person'(keys) {
    await keys.press('Enter');
    const number = keys.page.locator('health-help .talk a');
    await keys.tabTo(number);
    await number.evaluate((link) =>
      link.addEventListener('click', (event) => {
        // The browser would ask which telephone to use.
        event.preventDefault();
        link.dataset.called = 'yes';
      }),
    );
    await keys.press('Enter');
    await expect(number).toHaveAttribute('data-called', 'yes');
    await expect(number).toHaveAttribute('href', /^tel:/);
  },
};

/** Enter on a choice or in a field goes on, as in every form of the web: Continue need not be looked for. */
async function askForInterpreter(keys: Keys): Promise<void> {
  const { page } = keys;
  const radio = page.getByRole('radio');
  const field = (id: string): Locator => page.locator(`#health-help-f-${id}`);
  const optional = async (heading: RegExp): Promise<void> => {
    await keys.arriveAt(heading);
    // In a list that drops down Enter opens it, in a search it does nothing.
    await keys.enter(page.locator('health-help .screen input:not([id$="-find"])'));
  };
  await keys.press('Enter');
  await keys.enter(page.locator('health-help .first-card'));
  await keys.arriveAt(/^Who is this for/);
  await keys.tabTo(radio);
  await keys.press('Space', 'Enter');
  await optional(/^Who needs the interpreter/);
  await keys.arriveAt(/^What language/);
  await keys.tabTo(field('language-find'));
  await keys.type('som');
  await expect(field('language--so')).toBeVisible();
  await keys.tabTo(field('language--so'));
  await keys.press('Space', 'Enter');
  await optional(/^How should the interpreter/);
  await keys.arriveAt(/^Do you have an appointment/);
  await keys.tabTo(radio);
  await keys.press('Space', 'Enter');
  for (const heading of [
    /^When is your visit/,
    /^Where is your visit/,
    /^What kind of visit/,
    /wish about the interpreter/,
    /papers in your language/,
  ])
    await optional(heading);
  await keys.arriveAt(/name/);
  await keys.tabTo(field('name'));
  await keys.type('Rima');
  await keys.press('Enter');
  await keys.arriveAt(/^How can we reach you/);
  await keys.tabTo(field('phone'));
  await keys.type('5550100199');
  await keys.tabTo(field('safe-to-message--yes'));
  await keys.press('Space', 'Enter');
  await keys.arriveAt(/else/);
  // In a field of several lines Enter is a new line.
  await keys.enter(page.getByRole('button', { name: 'Continue' }));
  await keys.arriveAt('Check your answers');
  await keys.enter(page.getByRole('button', { name: 'Send', exact: false }).last());
  await keys.arriveAt('We have your request');
}

test('nobody needs other keys than the report says for what people come for', async ({ stage }) => {
  const counted: Record<string, number> = {};
  for (const [task, run] of Object.entries(tasks))
    await test.step(task, async () => {
      await stage.goto('about:blank');
      await showState(stage, 'home', { lang: 'en', theme: 'light', width: 'desk' });
      await stage.keyboard.press('Escape');
      await expect(stage.locator('health-help [part=launcher]')).toBeFocused();
      const keys = new Keys(stage);
      await run(keys);
      counted[task] = keys.pressed;
    });
  if (process.env.KEYSTROKES === 'record') writeFileSync(file, `${JSON.stringify(counted, null, 2)}\n`);
  expect(counted).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});
