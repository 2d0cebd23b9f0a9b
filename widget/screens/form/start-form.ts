import { branchAt } from '../../contract/locale.ts';
import type { InterpreterLanguages } from '../../contract/structure.ts';
import { answersToOffer } from '../../forms/carry-over.ts';
import { startSession } from '../../forms/form-session.ts';
import { type FormProblem, parseForm } from '../../forms/parse-form.ts';
import { todayIn } from '../../language/dates.ts';
import type { App } from '../../parts/app-context.ts';
import { loadChunk } from '../../parts/load-chunk.ts';
import { QuickExit } from './exit.tsx';
import { takeOver } from './requests.ts';

/** Fetches what the form needs and starts it, or goes on with the one under way. False when it cannot be shown. */
export async function startForm(app: App, form: string): Promise<boolean> {
  const { store } = app;
  takeOver(app);
  if (store.getState().forms[form]) return true;
  const structure = `${app.options.locales}structure/`;
  const [file, languages] = await Promise.all([
    app.loader.json(`${structure}forms/${form}.json`),
    app.loader.json(`${structure}interpreter-languages.json`),
    needWords(app, form),
  ]);
  const { structure: parsed, problems } = parseForm(file);
  if (problems.length) void reportProblems(app, `${structure}forms/${form}.json`, file, problems);
  if (!parsed || store.getState().forms[form]) return Boolean(store.getState().forms[form]);
  // The way out is there with the first question, not after it.
  if (parsed.sensitive || parsed.steps.some(({ sensitive }) => sensitive)) await QuickExit.preload(app.host);
  const known = (languages ?? {}) as InterpreterLanguages;
  const context = {
    languages: known,
    hospital: app.hospital,
    today: todayIn(app.hospital.timeZone, new Date()),
    language: interpreterCode(app.words.language, known),
  };
  const { forms, given } = store.getState();
  const offered = answersToOffer(parsed, Object.values(forms), given);
  const session = startSession(form, parsed, context, undefined, offered);
  store.dispatch({ type: 'form', session, screenChanged: false });
  return true;
}

/** Says what is wrong with the form, and what was probably meant, to whoever wrote it. */
async function reportProblems(
  app: App,
  url: string,
  file: unknown,
  problems: readonly FormProblem[],
): Promise<void> {
  const some = problems.slice(0, 5);
  const list = await loadChunk(
    app.host,
    'describe-problem',
    () => import('../../forms/describe-problem.ts'),
  ).then(
    ({ describeProblem }) => some.map((problem) => describeProblem(file, problem)),
    () => some.map(({ path, code }) => `${path || 'the file'}: ${code}.`),
  );
  app.report('form-broken', `${url}: ${list.join(' ')} The rest is used.`);
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
