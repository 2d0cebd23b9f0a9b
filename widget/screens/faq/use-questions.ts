import { useEffect, useState } from 'preact/hooks';
import { createQuestions, needsEnglish, type Question } from '../../content/content.ts';
import { type LocaleTree, textAt } from '../../contract/locale.ts';
import { type App, useApp } from '../../parts/app-context.ts';
import { reviewsOf } from '../../parts/reviews.ts';
import { createSearch, type SearchEntry } from '../../search/search.ts';

export interface Questions {
  language: string;
  all: ReadonlyMap<string, Question>;
  /** Ids that fit, best first. */
  find(query: string): readonly string[];
}

const cache = new WeakMap<App, Map<string, Promise<Questions>>>();
/** Those that came, so that a screen the reader goes back to is as long at once as it was, and can be scrolled there. */
const ready = new WeakMap<App, Questions>();

/** The questions in the reader's language; undefined while they come. */
export function useQuestions(): Questions | undefined {
  const { app } = useApp();
  const language = app.words.language;
  const [questions, setQuestions] = useState(() => {
    const came = ready.get(app);
    return came?.language === language ? came : undefined;
  });
  useEffect(() => {
    let current = true;
    void questionsIn(app, language).then((loaded) => current && setQuestions(loaded));
    return () => {
      current = false;
    };
  }, [language]);
  // Until those of a new language are there, the old ones stay: a screen never goes blank under the reader.
  return questions;
}

function questionsIn(app: App, language: string): Promise<Questions> {
  const known = cache.get(app) ?? new Map<string, Promise<Questions>>();
  cache.set(app, known);
  const found = known.get(language);
  if (found) return found;
  const loading = load(app, language);
  known.set(language, loading);
  void loading.then((questions) => {
    // Nothing came: ask again next time.
    if (questions.all.size === 0) known.delete(language);
    else ready.set(app, questions);
  });
  return loading;
}

async function load(app: App, language: string): Promise<Questions> {
  const [own, reviews] = await Promise.all([app.loader.words(language, 'faq'), reviewsOf(app, language)]);
  const none: LocaleTree = {};
  const files = { language, own, english: language === 'en' ? own : none, reviews };
  if (needsEnglish(app.structure, files)) files.english = await app.loader.words('en', 'faq');
  const all = createQuestions(app.structure, files);
  const entries = (tree: LocaleTree): SearchEntry[] =>
    [...all.keys()].flatMap((id) => {
      const title = textAt(tree, `${id}.question`);
      return title
        ? [
            {
              id,
              title,
              phrases: textAt(tree, `${id}.keywords`) ?? '',
              text: `${textAt(tree, `${id}.answer`) ?? ''} ${textAt(tree, `${id}.easy`) ?? ''}`,
            },
          ]
        : [];
    });
  const search = createSearch(entries(own), language);
  const english =
    files.english === own || files.english === none ? undefined : createSearch(entries(files.english), 'en');
  return {
    language,
    all,
    find(query) {
      const ids = search.find(query).map(({ id }) => id);
      // People mix languages: what fits in English counts when nothing else does.
      return ids.length || !english ? ids : english.find(query).map(({ id }) => id);
    },
  };
}
