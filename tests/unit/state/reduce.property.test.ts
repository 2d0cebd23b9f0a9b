import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialState, type Request, reduce, type Screen, type State } from '../../../widget/state/state.ts';
import { aSession } from './a-session.ts';

/** Few names, so that requests meet each other; two of them are names every object has. */
const id = fc.constantFrom('interpreter', 'contact', 'constructor', '__proto__');
const faq: Screen = { name: 'faq' };
const answers = fc.dictionary(fc.constantFrom('name', 'language', 'phone'), fc.string());

const screen: fc.Arbitrary<Screen> = fc.oneof(
  fc.constantFrom<Screen>(
    { name: 'home' },
    { name: 'language' },
    { name: 'more' },
    { name: 'still-there' },
    { name: 'faq' },
  ),
  id.map((id): Screen => ({ name: 'faq', id })),
  fc
    .tuple(fc.constantFrom('forms', 'receipt', 'not-sent', 'leave', 'clear'), id)
    .map(([name, form]) => ({ name, form }) as Screen),
);

const request: fc.Arbitrary<Request> = fc.oneof(
  screen.map((screen): Request => ({ type: 'opened', screen })),
  fc.constantFrom<Request>(
    { type: 'closed' },
    { type: 'back' },
    { type: 'answers-cleared' },
    { type: 'forget' },
  ),
  {
    weight: 3,
    arbitrary: fc.tuple(screen, fc.option(fc.nat(5000)), fc.boolean()).map(
      ([screen, scroll, replace]): Request => ({
        type: 'go',
        screen,
        ...(scroll === null ? {} : { scroll }),
        ...(replace ? { replace: true } : {}),
      }),
    ),
  },
  fc.boolean().map((chosen): Request => ({ type: 'language', language: 'ar', chosen })),
  fc.boolean().map((on): Request => ({ type: 'easy-words', on })),
  fc.string().map((query): Request => ({ type: 'query', query })),
  id.map((id): Request => ({ type: 'toggle-answer', id })),
  id.map((id): Request => ({ type: 'helped', id, answer: 'yes' })),
  fc.tuple(id, answers, fc.boolean()).map(
    ([form, given, screenChanged]): Request => ({
      type: 'form',
      session: aSession(form, given),
      screenChanged,
    }),
  ),
  id.map((form): Request => ({ type: 'form-cleared', form })),
  id.map((form): Request => ({ type: 'sending', form })),
  id.map((form): Request => ({ type: 'delivered', form, outcome: { state: 'sent', reference: 'HH-7K3F' } })),
);

type Check = (before: State, request: Request, after: State) => boolean;

/** Tries `check` at every step of many ways through the panel. Plain booleans: an `expect` a step costs seconds. */
const onEveryWay = (check: Check): void =>
  fc.assert(
    fc.property(fc.array(request, { maxLength: 120, size: 'max' }), (requests) => {
      let state = initialState('en');
      return requests.every((request) => {
        const before = state;
        state = reduce(before, request);
        return check(before, request, state);
      });
    }),
    { numRuns: 150 },
  );

describe('whatever a patient does', () => {
  it('never more than 50 screens are kept behind them', () => {
    onEveryWay((_before, _request, { back }) => back.length <= 50);
    const far = Array.from({ length: 80 }, (_, i): Request => ({ type: 'go', screen: faq, scroll: i }));
    expect(far.reduce(reduce, initialState('en')).back.map(({ scroll }) => scroll)).toEqual(
      Array.from({ length: 50 }, (_, i) => i + 30),
    );
  });

  it('the answers of a form change only when that form changes, and vanish only when it is cleared', () => {
    onEveryWay((before, request, after) =>
      Object.keys(before.forms).every((form) => {
        const there = Object.hasOwn(after.forms, form);
        if (request.type === 'answers-cleared' || request.type === 'forget') return !there;
        if (request.type === 'form-cleared' && request.form === form) return !there;
        const changed = request.type === 'form' && request.session.form === form;
        return there && after.forms[form] === (changed ? request.session : before.forms[form]);
      }),
    );
  });

  it('a visit only grows, by one at a time, and grows with every change of screen', () => {
    onEveryWay((before, _request, after) => {
      const grown = after.visit - before.visit;
      return grown === 1 || (grown === 0 && JSON.stringify(before.screen) === JSON.stringify(after.screen));
    });
  });

  it('a screen that only asks or reports is never a place to come back to', () => {
    onEveryWay((_before, _request, { back }) =>
      back.every(
        ({ screen }) => !['leave', 'clear', 'still-there', 'not-sent', 'receipt'].includes(screen.name),
      ),
    );
  });

  it('a request is "sent" only after the hospital answered', () => {
    onEveryWay((before, request, after) =>
      Object.keys(after.delivery).every(
        (form) =>
          after.delivery[form]?.state !== 'sent' ||
          before.delivery[form]?.state === 'sent' ||
          (request.type === 'delivered' && request.form === form),
      ),
    );
  });

  it('the state before is not changed', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 40 }), (requests) => {
        let state = initialState('en');
        for (const request of requests) {
          // A change of a frozen object throws in strict mode.
          state = reduce(deepFreeze(state), request);
        }
      }),
      { numRuns: 50 },
    );
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
