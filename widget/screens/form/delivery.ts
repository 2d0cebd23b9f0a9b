import { textAt } from '../../contract/locale.ts';
import type { Outcome } from '../../contract/submission.ts';
import { givenIn } from '../../forms/carry-over.ts';
import { type FormSession, withErrors } from '../../forms/form-session.ts';
import { toSubmission } from '../../forms/to-submission.ts';
import type { App } from '../../parts/app-context.ts';
import { uuid } from '../../parts/uuid.ts';
import { createDelivery } from '../../submit/delivery.ts';
import type { Outbox } from '../../submit/outbox.ts';
import { encoderOf } from '../encoder.ts';
import { formWords } from './form-words.ts';
import { currentApp, takeOver, underway } from './requests.ts';

const outboxes = new WeakMap<HTMLElement, Outbox>();

/**
 * One outbox per element, which outlives its panels. Every outcome, of the first attempt and of later ones, arrives by its
 * subscription, and goes to the panel that is there now.
 */
function outboxOf(app: App): Outbox | undefined {
  const { element } = app.host;
  const { endpoint, endpointKey, sharedDevice } = app.options;
  const found = outboxes.get(element);
  if (found || !endpoint) return found;
  const outbox = createDelivery({
    endpoint,
    encode: encoderOf(app),
    acrossPages: endpointKey !== null && !sharedDevice,
  });
  outboxes.set(element, outbox);
  outbox.subscribe(({ id, form, outcome }) => {
    const request = underway(app).get(form);
    if (request?.id !== id) return;
    request.outcome = outcome;
    settle(currentApp(app), form, outcome);
  });
  addEventListener('online', () => outbox.online());
  return outbox;
}

/**
 * A panel that has just started goes on with what an earlier one has under way, and with what earlier pages left sealed.
 */
export function resume(app: App): void {
  takeOver(app);
  outboxOf(app);
  for (const [form, { outcome }] of underway(app)) {
    const known = app.store.getState().delivery[form];
    if (outcome && known && known.state !== 'sent' && known.state !== outcome.state)
      settle(app, form, outcome);
  }
}

/** Sends what was checked. The state tells how it went. */
export async function sendForm(app: App, session: FormSession): Promise<void> {
  const { store } = app;
  const { form } = session;
  const outbox = outboxOf(app);
  if (!outbox || store.getState().delivery[form]?.state === 'sending') return;
  const waiting = underway(app).get(form);
  // The hospital's system may have asked for time: "Sending…" would not be true yet.
  const mustWait = waiting !== undefined && outbox.retryNow(waiting.id) > 0;
  const { text, lang } = app.words.text(mustWait ? 'not-sent.busy' : 'check.sending');
  app.announcer.say(text, lang);
  if (mustWait) return;
  store.dispatch({ type: 'sending', form });
  if (waiting) return;
  const staffLanguage = app.hospital.language;
  const staff = await app.loader.words(staffLanguage, 'forms');
  const english = staffLanguage === 'en' ? staff : await app.loader.words('en', 'forms');
  const id = uuid();
  underway(app).set(form, { id, forget: () => outbox.forget(id) });
  const submission = toSubmission(session, {
    id,
    language: app.words.language,
    easyWords: store.getState().easyWords,
    page: location.href,
    now: new Date(),
    staffWords: (path) => textAt(staff, path) ?? textAt(english, path),
    staffLanguage,
    languages: session.context.languages,
  });
  await outbox.send(submission);
}

/** Tries again at once. */
export function retryForm(app: App, form: string): void {
  const session = app.store.getState().forms[form];
  if (session) void sendForm(app, session);
}

/** The receipt was read: nothing is kept but what other forms would ask again, and on a shared device not even that. */
export function finishForm(app: App, form: string): void {
  const session = app.store.getState().forms[form];
  const given = session && !app.options.sharedDevice ? givenIn(session) : {};
  underway(app).delete(form);
  app.store.dispatch({ type: 'form-cleared', form, given });
}

function settle(app: App, form: string, outcome: Outcome): void {
  const { store } = app;
  const before = store.getState();
  store.dispatch({ type: 'delivered', form, outcome });
  const session = before.forms[form];
  const here = before.screen;
  const watching =
    (here.name === 'forms' || here.name === 'not-sent' || here.name === 'leave' || here.name === 'clear') &&
    here.form === form;
  // The outcome is said instead of a "Sending…" that was not said yet.
  if (watching && before.delivery[form]?.state === 'sending') app.announcer.clear();
  if (outcome.state === 'sent') {
    app.host.notify({ type: 'sent', form, reference: outcome.reference });
    if (watching) store.dispatch({ type: 'go', screen: { name: 'receipt', form }, replace: true });
    else if (before.isOpen) {
      const own = formWords(app, form, before.easyWords).own('receipt.title');
      const { text, lang } = own ?? app.words.text('receipt.title');
      app.announcer.say(text, lang);
    }
    return;
  }
  app.host.notify({
    type: 'error',
    code: outcome.state === 'queued' ? `not-sent-${outcome.reason}` : 'refused',
  });
  if (outcome.state === 'rejected') {
    underway(app).delete(form);
    const fixed = session && withErrors(session, outcome.errors);
    if (fixed && fixed !== session) {
      store.dispatch({ type: 'form', session: fixed, screenChanged: true });
      return;
    }
    console.error(
      `Health Help: ${app.options.endpoint} refused the request (${outcome.status}). ${
        outcome.errors.length
          ? `It names fields the form does not have: ${outcome.errors.map(({ field }) => field).join(', ')}.`
          : 'It named no field.'
      }`,
    );
  }
  // A later attempt that failed too is no news to whoever reads their answers meanwhile.
  const isNews = outcome.state === 'rejected' || before.delivery[form]?.state === 'sending';
  if (isNews && here.name === 'forms' && here.form === form) {
    store.dispatch({ type: 'go', screen: { name: 'not-sent', form } });
  } else if (isNews && here.name === 'not-sent' && watching) {
    // The screen stays: nothing else would say how "Try again" went.
    const { text, lang } = app.words.text('not-sent.title');
    app.announcer.say(text, lang);
  }
}
