import type { Outcome } from '../contract/submission.ts';
import type { Given } from '../forms/carry-over.ts';
import type { FormSession } from '../forms/form-session.ts';

/** What the patient sees. Names are those of `open(screen)`; the rest are steps inside them. */
export type Screen =
  | { name: 'home' }
  | { name: 'language' }
  /** Help in many languages, and the patient's rights. */
  | { name: 'rights' }
  /** All forms the hospital offers. */
  | { name: 'more' }
  /** `id`: open at this answer. */
  | { name: 'faq'; id?: string }
  | { name: 'forms'; form: string }
  | { name: 'receipt'; form: string }
  | { name: 'not-sent'; form: string }
  /** Asks before closing with answers that are not sent. */
  | { name: 'leave'; form: string }
  /** Asks before all answers are deleted. */
  | { name: 'clear'; form: string }
  /** On a shared device: asks before everything is deleted. */
  | { name: 'still-there' };

/** A screen the patient can come back to, with how far it was scrolled. */
export interface Visit {
  screen: Screen;
  /** Pixels. */
  scroll: number;
}

export type Delivery = { state: 'sending' } | Outcome;

export interface State {
  isOpen: boolean;
  screen: Screen;
  /** Grows with every change of screen: a new number is a new screen, even of the same name. */
  visit: number;
  /** Pixels to scroll to when the screen is shown. */
  scroll: number;
  back: readonly Visit[];
  language: string;
  /** The reader chose it here, so the home screen need not offer others. */
  languageChosen: boolean;
  easyWords: boolean;
  /** What is in the search field. Never leaves the device. */
  query: string;
  /** Ids of the answers that are open. */
  openAnswers: readonly string[];
  helped: Readonly<Record<string, 'yes' | 'no'>>;
  /** One request per form and visit, in memory only. */
  forms: Readonly<Record<string, FormSession>>;
  delivery: Readonly<Record<string, Delivery>>;
  /** Of requests that were sent: what other forms may offer again. */
  given: Given;
}

export type Request =
  | { type: 'opened'; screen: Screen }
  | { type: 'closed' }
  | { type: 'go'; screen: Screen; scroll?: number; replace?: true }
  | { type: 'back' }
  | { type: 'language'; language: string; chosen: boolean }
  | { type: 'easy-words'; on: boolean }
  | { type: 'query'; query: string }
  | { type: 'toggle-answer'; id: string }
  | { type: 'helped'; id: string; answer: 'yes' | 'no' }
  | { type: 'form'; session: FormSession; screenChanged: boolean }
  /** `given`: what other forms may offer again. */
  | { type: 'form-cleared'; form: string; given?: Given }
  /** Everything the patient gave, in all forms. */
  | { type: 'answers-cleared' }
  /** Everything but the language. */
  | { type: 'forget' }
  | { type: 'sending'; form: string }
  | { type: 'delivered'; form: string; outcome: Outcome };

export function initialState(language: string): State {
  return {
    isOpen: false,
    screen: { name: 'home' },
    visit: 0,
    scroll: 0,
    back: [],
    language,
    languageChosen: false,
    easyWords: false,
    query: '',
    openAnswers: [],
    helped: {},
    forms: {},
    delivery: {},
    given: {},
  };
}

/** Pure: the next state. Never optimistic: a request that needs the network changes state when the answer is there. */
export function reduce(state: State, request: Request): State {
  switch (request.type) {
    case 'opened':
      return {
        ...state,
        isOpen: true,
        ...(sameScreen(state.screen, request.screen) ? {} : enter(state, request.screen, 0)),
        visit: state.visit + 1,
      };
    case 'closed':
      return { ...state, isOpen: false };
    case 'go': {
      const next = enter(state, request.screen, request.scroll ?? 0);
      return { ...state, ...next, ...(request.replace ? { back: state.back } : {}), visit: state.visit + 1 };
    }
    case 'back': {
      const last = state.back.at(-1) ?? { screen: { name: 'home' }, scroll: 0 };
      return {
        ...state,
        screen: last.screen,
        scroll: last.scroll,
        back: state.back.slice(0, -1),
        visit: state.visit + 1,
      };
    }
    case 'language':
      return {
        ...state,
        language: request.language,
        languageChosen: state.languageChosen || request.chosen,
      };
    case 'easy-words':
      return { ...state, easyWords: request.on };
    case 'query':
      return { ...state, query: request.query };
    case 'toggle-answer':
      return {
        ...state,
        openAnswers: state.openAnswers.includes(request.id)
          ? state.openAnswers.filter((id) => id !== request.id)
          : [...state.openAnswers, request.id],
      };
    case 'helped':
      return { ...state, helped: { ...state.helped, [request.id]: request.answer } };
    case 'form': {
      const forms = { ...state.forms, [request.session.form]: request.session };
      return request.screenChanged
        ? { ...state, forms, scroll: 0, visit: state.visit + 1 }
        : { ...state, forms };
    }
    case 'form-cleared': {
      const { [request.form]: _session, ...forms } = state.forms;
      const { [request.form]: _delivery, ...delivery } = state.delivery;
      return { ...state, forms, delivery, given: { ...state.given, ...request.given } };
    }
    case 'forget':
      return { ...initialState(state.language), isOpen: state.isOpen, visit: state.visit + 1 };
    case 'answers-cleared':
      return { ...state, forms: {}, delivery: {}, given: {} };
    case 'sending':
      return { ...state, delivery: { ...state.delivery, [request.form]: { state: 'sending' } } };
    case 'delivered':
      return { ...state, delivery: { ...state.delivery, [request.form]: request.outcome } };
  }
}

/** The form whose answers would be forgotten if the patient left now. What was only filled in beforehand is not one. */
export function unsentForm(state: State): string | undefined {
  return Object.values(state.forms).find(
    ({ form, answers, offered }) =>
      Object.keys(answers).some((id) => answers[id] !== offered[id]) &&
      state.delivery[form]?.state !== 'sent',
  )?.form;
}

function enter(state: State, screen: Screen, scroll: number): Pick<State, 'screen' | 'back' | 'scroll'> {
  // Screens that only report or ask are not places to come back to.
  const keep =
    !['leave', 'clear', 'still-there', 'not-sent', 'receipt'].includes(state.screen.name) ||
    // A receipt leads to rights, and its number has to be found again.
    screen.name === 'rights';
  const back = keep ? [...state.back, { screen: state.screen, scroll }].slice(-50) : state.back;
  return screen.name === 'home' ? { screen, scroll: 0, back: [] } : { screen, scroll: 0, back };
}

function sameScreen(a: Screen, b: Screen): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
