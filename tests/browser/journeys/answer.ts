import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { chooseOption, chooseRadio, press, tick, typeInto } from './focus.ts';
import type { Reply } from './request.ts';
import { beginsWith, interpreterForm, interpreterLanguages, type ReaderWords } from './words.ts';

/** Goes through the form with the keyboard, from its first question to "Check your answers". */
export async function answerForm(
  page: Page,
  words: ReaderWords,
  replies: Readonly<Record<string, Reply>>,
): Promise<void> {
  for (const step of interpreterForm.steps) {
    const fields = step.fields.filter(({ id }) => replies[id]);
    if (!fields.length) continue;
    await expect(page.getByRole('heading', { name: beginsWith(words.step(step.id)) })).toBeFocused();
    for (const { id } of fields) await answer(page, words, id, replies[id]);
    await press(page, page.getByRole('button', { name: words.ui('form.continue') }));
  }
  await expect(page.getByRole('heading', { name: words.ui('check.title') })).toBeFocused();
}

async function answer(
  page: Page,
  words: ReaderWords,
  field: string,
  reply: Reply | undefined,
): Promise<void> {
  if (!reply) return;
  const name = beginsWith(words.field(field));
  const group = page.getByRole('radiogroup', { name });
  if ('choose' in reply) await chooseRadio(page, group, words.option(field, reply.choose));
  else if ('dialect' in reply) await chooseRadio(page, group, words.dialect(reply.dialect));
  else if ('write' in reply) await typeInto(page, page.getByLabel(name), reply.write);
  else if ('flag' in reply) await tick(page, page.getByRole('checkbox', { name }));
  else if ('tick' in reply) {
    const boxes = page.getByRole('group', { name });
    for (const code of reply.tick) {
      await tick(page, boxes.getByRole('checkbox', { name: words.option(field, code), exact: true }));
    }
  } else if ('language' in reply) {
    // By its own name, which is the one word every patient knows.
    const own = interpreterLanguages[reply.language]?.name ?? '';
    await typeInto(page, group.getByRole('textbox', { name: words.ui('form.find-language') }), own);
    await chooseRadio(page, group, beginsWith(own));
  } else if ('date' in reply) {
    const [year = '', month = '', day = ''] = reply.date.split('-').map((part) => String(Number(part)));
    const dates = page.getByRole('group', { name });
    // In the order of the language: each is looked for from the start of the question.
    const parts = {
      day: () => typeInto(page, dates.getByLabel(words.ui('form.day'), { exact: true }), day),
      month: () => chooseOption(page, dates.getByLabel(words.ui('form.month'), { exact: true }), month),
      year: () => typeInto(page, dates.getByLabel(words.ui('form.year'), { exact: true }), year),
    };
    for (const label of await dates.locator('label').allInnerTexts()) {
      const part = (['day', 'month', 'year'] as const).find(
        (one) => label.trim() === words.ui(`form.${one}`),
      );
      if (part) await parts[part]();
    }
  } else {
    const [hour = '', minute = ''] = reply.time.split(':');
    const times = page.getByRole('group', { name });
    await chooseOption(page, times.getByLabel(words.ui('form.hour'), { exact: true }), hour);
    await chooseOption(page, times.getByLabel(words.ui('form.minute'), { exact: true }), minute);
  }
}
