import { branchAt } from '../../contract/locale.ts';
import type { InterpreterLanguages } from '../../contract/structure.ts';
import { type FormSession, startSession } from '../../forms/form-session.ts';
import { parseForm } from '../../forms/parse-form.ts';
import { todayIn } from '../../language/dates.ts';
import type { App } from '../../parts/app-context.ts';
import { unsentForm } from '../../state/state.ts';

/** A request that was sent or waits to be, by form. `forget` takes back one that waits. */
export interface Underway {
  id: string;
  forget(): void;
}

const all = new WeakMap<App, Map<string, Underway>>();

export function underway(app: App): Map<string, Underway> {
  const found = all.get(app);
  if (found) return found;
  const made = new Map<string, Underway>();
  all.set(app, made);
  // Nothing a patient typed is lost without a question from the browser.
  addEventListener('beforeunload', (event) => {
    if (unsentForm(app.store.getState())) event.preventDefault();
  });
  return made;
}

/** Fetches what the form needs and starts it, or goes on with the one under way. False when it cannot be shown. */
export async function startForm(app: App, form: string): Promise<boolean> {
  const { store } = app;
  underway(app);
  if (store.getState().forms[form]) return true;
  const structure = `${app.options.locales}structure/`;
  const [file, languages] = await Promise.all([
    app.loader.json(`${structure}forms/${form}.json`),
    app.loader.json(`${structure}interpreter-languages.json`),
    needWords(app, form),
  ]);
  const { structure: parsed, problems } = parseForm(file);
  if (problems.length) {
    const list = problems.slice(0, 5).map(({ path, code }) => `${path || 'the file'}: ${code}`);
    app.report('form-broken', `${structure}forms/${form}.json: ${list.join('; ')}. The rest is used.`);
  }
  if (!parsed || store.getState().forms[form]) return Boolean(store.getState().forms[form]);
  const known = (languages ?? {}) as InterpreterLanguages;
  const session = startSession(form, parsed, {
    languages: known,
    hospital: app.hospital,
    today: todayIn(app.hospital.timeZone, new Date()),
    language: interpreterCode(app.words.language, known),
  });
  store.dispatch({ type: 'form', session, screenChanged: false });
  return true;
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

/** Forgets the answers of a form, also those that wait to be sent. */
export function forgetForm(app: App, form: string): void {
  underway(app).get(form)?.forget();
  underway(app).delete(form);
  app.store.dispatch({ type: 'form-cleared', form });
}

/** Words of the form in the reader's language; English beside it when some are missing. */
async function needWords(app: App, form: string): Promise<void> {
  await app.need('forms');
  if (app.words.language === 'en') return;
  const own = await app.loader.words(app.words.language, 'forms');
  if (!branchAt(own, form)) await app.need('forms', true);
}

/** The code of the interpreter list for a language of the screen: `zh-Hans` → `zh`, `fil` → `tl`. */
function interpreterCode(tag: string, languages: InterpreterLanguages): string {
  const base = tag.split('-')[0] ?? tag;
  const code = base === 'fil' ? 'tl' : base;
  return tag in languages ? tag : code in languages ? code : tag;
}
