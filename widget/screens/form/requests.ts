import type { Outcome } from '../../contract/submission.ts';
import type { FormSession } from '../../forms/form-session.ts';
import type { App } from '../../parts/app-context.ts';
import { unsentForm } from '../../state/state.ts';

/** A request that was sent or waits to be, by form. `forget` takes back one that waits. */
export interface Underway {
  id: string;
  /** Of the last attempt that has ended. */
  outcome?: Outcome;
  forget(): void;
}

interface Requests {
  /** Of the panel that is there now: an element that was taken out and put back has a new one. */
  app: App;
  underway: Map<string, Underway>;
}

const all = new WeakMap<HTMLElement, Requests>();

function requestsOf(app: App): Requests {
  const { element } = app.host;
  const found = all.get(element);
  if (found) return found;
  const made = { app, underway: new Map<string, Underway>() };
  all.set(element, made);
  // Nothing a patient typed is lost without a question from the browser.
  addEventListener('beforeunload', (event) => {
    if (unsentForm(made.app.store.getState())) event.preventDefault();
  });
  return made;
}

export const underway = (app: App): Map<string, Underway> => requestsOf(app).underway;

export const currentApp = (app: App): App => requestsOf(app).app;

/** From now on outcomes go to this panel. */
export function takeOver(app: App): void {
  requestsOf(app).app = app;
}

/** A new session. A request that waits with other answers is taken back, so that staff never get both. */
export function changeForm(app: App, session: FormSession, screenChanged = false): void {
  const before = app.store.getState().forms[session.form];
  const waiting = underway(app).get(session.form);
  if (waiting && before && before.answers !== session.answers) {
    waiting.forget();
    underway(app).delete(session.form);
  }
  app.store.dispatch({ type: 'form', session, screenChanged });
}

/** Forgets everything the patient gave, also what waits to be sent and what other forms could offer. */
export function forgetAnswers(app: App): void {
  for (const { forget } of underway(app).values()) forget();
  underway(app).clear();
  app.store.dispatch({ type: 'answers-cleared' });
}
