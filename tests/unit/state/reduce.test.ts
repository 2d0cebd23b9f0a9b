import { describe, expect, it } from 'vitest';
import { initialState, type Request, reduce, type State, unsentForm } from '../../../widget/state/state.ts';
import { aSession } from './a-session.ts';

const stateAfter = (requests: readonly Request[], start: State = initialState('en')): State =>
  requests.reduce(reduce, start);

const go = (screen: Extract<Request, { type: 'go' }>['screen'], scroll = 0): Request => ({
  type: 'go',
  screen,
  scroll,
});

const faq = { name: 'faq' } as const;
const answer = { name: 'faq', id: 'interpreter-free' } as const;
const form = { name: 'forms', form: 'interpreter' } as const;

describe('a patient moves between screens', () => {
  it('comes back to where they were, as far down as they had read', () => {
    const there = stateAfter([go(faq), go(answer, 340)]);
    const back = reduce(there, { type: 'back' });
    expect(back.screen).toEqual(faq);
    expect(back.scroll).toBe(340);
  });

  it('starts at the top of a screen they have not seen', () => {
    expect(stateAfter([go(faq, 200), go(answer, 340)]).scroll).toBe(0);
  });

  it('comes back through every screen in turn, and Back at the end stays at home', () => {
    const there = stateAfter([go(faq), go(answer), go(form)]);
    const screens: string[] = [];
    let state = there;
    for (let i = 0; i < 5; i++) {
      state = reduce(state, { type: 'back' });
      screens.push(JSON.stringify(state.screen));
    }
    expect(screens.map((screen) => JSON.parse(screen))).toEqual([
      answer,
      faq,
      { name: 'home' },
      { name: 'home' },
      { name: 'home' },
    ]);
  });

  it('does not come back to a screen that only asked or reported', () => {
    for (const name of ['leave', 'clear', 'not-sent', 'receipt'] as const) {
      const state = stateAfter([go(form), go({ name, form: 'interpreter' }), go(faq), { type: 'back' }]);
      expect(state.screen, name).toEqual(form);
    }
    const asked = stateAfter([go(form), go({ name: 'still-there' }), go(faq), { type: 'back' }]);
    expect(asked.screen).toEqual(form);
  });

  it('has nothing behind them at home', () => {
    expect(stateAfter([go(faq), go(answer), go({ name: 'home' })]).back).toEqual([]);
  });

  it('does not come back to a screen that was replaced', () => {
    const replaced = stateAfter([
      go(faq),
      go(form),
      { type: 'go', screen: { name: 'receipt', form: 'interpreter' }, replace: true },
    ]);
    expect(reduce(replaced, { type: 'back' }).screen).toEqual(faq);
  });

  it('gets a new visit for the same screen asked for again, so that focus goes to its heading', () => {
    const first = stateAfter([{ type: 'opened', screen: faq }]);
    const second = reduce(first, { type: 'opened', screen: faq });
    expect(second.visit).toBeGreaterThan(first.visit);
    expect(second.back).toEqual(first.back);
  });

  it('finds the panel as it was left when it is opened again', () => {
    const left = stateAfter([{ type: 'opened', screen: { name: 'home' } }, go(answer), { type: 'closed' }]);
    expect(left.isOpen).toBe(false);
    const again = reduce(left, { type: 'opened', screen: left.screen });
    expect(again).toMatchObject({ isOpen: true, screen: answer });
  });

  it('can come back from the screen a link of the page opened', () => {
    const state = stateAfter([
      { type: 'opened', screen: { name: 'home' } },
      go(faq),
      { type: 'opened', screen: form },
    ]);
    expect(reduce(state, { type: 'back' }).screen).toEqual(faq);
  });
});

describe('what a patient did is kept', () => {
  it('keeps a language chosen by hand as chosen, whatever is set later', () => {
    const state = stateAfter([
      { type: 'language', language: 'ar', chosen: true },
      { type: 'language', language: 'es', chosen: false },
    ]);
    expect(state).toMatchObject({ language: 'es', languageChosen: true });
  });

  it('does not count a language set by the page as chosen by the reader', () => {
    expect(stateAfter([{ type: 'language', language: 'es', chosen: false }]).languageChosen).toBe(false);
  });

  it('opens and closes one answer without touching the others', () => {
    const open = stateAfter([
      { type: 'toggle-answer', id: 'a' },
      { type: 'toggle-answer', id: 'b' },
      { type: 'toggle-answer', id: 'a' },
    ]);
    expect(open.openAnswers).toEqual(['b']);
  });

  it('keeps the words in the search field, easy words and "Did this help?" over every screen', () => {
    const state = stateAfter([
      { type: 'query', query: 'intrepreter' },
      { type: 'easy-words', on: true },
      { type: 'helped', id: 'a', answer: 'no' },
      go(faq),
      { type: 'closed' },
      { type: 'opened', screen: form },
    ]);
    expect(state).toMatchObject({ query: 'intrepreter', easyWords: true, helped: { a: 'no' } });
  });

  it('shows the next question from its top, and the same question where it was', () => {
    const start = { ...stateAfter([go(form)]), scroll: 120 };
    const typed = reduce(start, { type: 'form', session: aSession('interpreter'), screenChanged: false });
    expect(typed).toMatchObject({ scroll: 120, visit: start.visit });
    const on = reduce(start, { type: 'form', session: aSession('interpreter'), screenChanged: true });
    expect(on).toMatchObject({ scroll: 0, visit: start.visit + 1 });
  });

  it('forgets one form and what became of it, and no other', () => {
    const state = stateAfter([
      { type: 'form', session: aSession('interpreter', { name: 'Rima' }), screenChanged: false },
      { type: 'form', session: aSession('contact', { name: 'Rima' }), screenChanged: false },
      { type: 'sending', form: 'interpreter' },
      { type: 'sending', form: 'contact' },
      { type: 'form-cleared', form: 'interpreter' },
    ]);
    expect(Object.keys(state.forms)).toEqual(['contact']);
    expect(Object.keys(state.delivery)).toEqual(['contact']);
  });

  it('forgets everything that was given, in every form, when the patient deletes it', () => {
    const name = { type: 'text', answer: 'Rima' } as const;
    const given = stateAfter([
      { type: 'form', session: aSession('contact', { name: 'Rima' }), screenChanged: false },
      { type: 'form-cleared', form: 'contact', given: { name } },
      { type: 'form', session: aSession('interpreter', { name: 'Rima' }), screenChanged: false },
      { type: 'sending', form: 'interpreter' },
    ]);
    expect(given).toMatchObject({ given: { name }, forms: { interpreter: {} } });
    expect(reduce(given, { type: 'answers-cleared' })).toMatchObject({ given: {}, forms: {}, delivery: {} });
  });
});

it('forgets everything but the language when somebody else may come', () => {
  const start = initialState('ar');
  const state = stateAfter(
    [
      { type: 'opened', screen: faq },
      { type: 'query', query: 'rash' },
      { type: 'toggle-answer', id: 'complain' },
      { type: 'form', session: aSession('contact', { name: 'Rima' }), screenChanged: false },
      { type: 'forget' },
    ],
    start,
  );
  expect(state).toEqual({ ...start, isOpen: true, visit: 2 });
});

describe('answers that are not sent', () => {
  const answered: Request = {
    type: 'form',
    session: aSession('interpreter', { name: 'Rima' }),
    screenChanged: false,
  };

  it('are worth a question before leaving', () => {
    expect(unsentForm(stateAfter([answered]))).toBe('interpreter');
  });

  it('are still not sent while sending and while queued', () => {
    expect(unsentForm(stateAfter([answered, { type: 'sending', form: 'interpreter' }]))).toBe('interpreter');
    const queued = { state: 'queued', reason: 'offline', retryAt: 1 } as const;
    expect(
      unsentForm(stateAfter([answered, { type: 'delivered', form: 'interpreter', outcome: queued }])),
    ).toBe('interpreter');
    const rejected = { state: 'rejected', status: 400, errors: [] } as const;
    expect(
      unsentForm(stateAfter([answered, { type: 'delivered', form: 'interpreter', outcome: rejected }])),
    ).toBe('interpreter');
  });

  it('need no question once the hospital has them', () => {
    const sent = { state: 'sent', reference: null } as const;
    expect(
      unsentForm(stateAfter([answered, { type: 'delivered', form: 'interpreter', outcome: sent }])),
    ).toBe(undefined);
  });

  it('are none while there is only what was filled in beforehand', () => {
    const name = 'Rima';
    const offered = { ...aSession('interpreter', { name }), offered: { name } };
    const form = (session: typeof offered): Request => ({ type: 'form', session, screenChanged: false });
    expect(unsentForm(stateAfter([form(offered)]))).toBe(undefined);
    expect(unsentForm(stateAfter([form({ ...offered, answers: { name: 'Amina' } })]))).toBe('interpreter');
  });

  it('are none while nothing was answered', () => {
    expect(
      unsentForm(stateAfter([{ type: 'form', session: aSession('interpreter'), screenChanged: false }])),
    ).toBe(undefined);
  });
});
