import { useEffect, useState } from 'preact/hooks';
import type { Namespace } from '../contract/locale.ts';
import { hashEntry, type Reviews } from '../contract/review.ts';
import { type App, useApp } from './app-context.ts';

const known = new WeakMap<App, Map<string, Promise<Reviews>>>();

/** Who checked the texts of a language. Empty for English, the source, and when the file cannot be read. */
export function reviewsOf(app: App, language: string): Promise<Reviews> {
  const languages = known.get(app) ?? new Map<string, Promise<Reviews>>();
  known.set(app, languages);
  const found = languages.get(language);
  if (found) return found;
  const loading =
    language === 'en'
      ? Promise.resolve({})
      : app.loader
          .json(`${app.options.locales}${language}/review.json`)
          .then((file) => (isReviews(file) ? file : {}));
  languages.set(language, loading);
  return loading;
}

/** True when a text of the file was made by computer and not checked by a person since, so that the reader is told. */
export function useUnchecked(namespace: Namespace): boolean {
  const { app } = useApp();
  const { language } = app.words;
  const [reviews, setReviews] = useState<Reviews>();
  useEffect(() => {
    let current = true;
    void reviewsOf(app, language).then((loaded) => current && setReviews(loaded));
    return () => {
      current = false;
    };
  }, [language]);
  if (language === 'en' || !reviews) return false;
  const tree = app.tree(namespace);
  return Object.keys(tree).some((id) => reviews[`${namespace}/${id}`]?.target !== hashEntry(tree[id]));
}

function isReviews(file: unknown): file is Reviews {
  return (
    typeof file === 'object' &&
    file !== null &&
    Object.values(file).every((record) => typeof record === 'object' && record !== null)
  );
}
