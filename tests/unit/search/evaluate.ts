import { existsSync, readFileSync } from 'node:fs';
import { branchAt, parseLocale, textAt } from '../../../widget/contract/locale.ts';
import type { Search, SearchEntry } from '../../../widget/search/search.ts';

/** Ways to ask for each entry, by id. */
export type Wordings = Readonly<Record<string, readonly string[]>>;

/** The questions of one language as they ship, or undefined when that language has none. */
export function questionsOf(language: string): readonly SearchEntry[] | undefined {
  const file = new URL(`../../../locales/${language}/faq.json`, import.meta.url);
  if (!existsSync(file)) return undefined;
  const { tree } = parseLocale(readFileSync(file, 'utf8'));
  return Object.keys(tree).map((id) => {
    const entry = branchAt(tree, id);
    return {
      id,
      title: textAt(entry, 'question') ?? '',
      phrases: textAt(entry, 'keywords') ?? '',
      text: `${textAt(entry, 'answer') ?? ''}\n\n${textAt(entry, 'easy') ?? ''}`,
    };
  });
}

export interface Recall {
  /** Part of the wordings whose entry is among the first three hits, and the first, 0 to 1. */
  atThree: number;
  atOne: number;
  missed: readonly string[];
}

export function recallOf(search: Search, wordings: Wordings): Recall {
  let asked = 0;
  let three = 0;
  let one = 0;
  const missed: string[] = [];
  for (const [id, all] of Object.entries(wordings))
    for (const wording of all) {
      const ids = search.find(wording).map((found) => found.id);
      const at = ids.indexOf(id);
      asked++;
      if (at === 0) one++;
      if (at >= 0 && at < 3) three++;
      else missed.push(`${wording} (${id}): ${ids.slice(0, 3).join(', ') || 'nothing'}`);
    }
  return { atThree: three / asked, atOne: one / asked, missed };
}

/** Part of the questions we do not answer for which nothing is found, 0 to 1, and what the others found. */
export function silenceOf(
  search: Search,
  questions: readonly string[],
): { part: number; found: readonly string[] } {
  const found = questions
    .map((question) => ({ question, first: search.find(question)[0]?.id }))
    .filter(({ first }) => first !== undefined)
    .map(({ question, first }) => `${question}: ${first}`);
  return { part: 1 - found.length / questions.length, found };
}

/** The wordings without those that stand in a keyword list word for word: to find these says nothing about the rest. */
export function withoutKeywords(wordings: Wordings, entries: readonly SearchEntry[]): Wordings {
  const keywords = new Set(
    entries.flatMap(({ phrases }) => phrases.split(/[,،，、]/)).map((phrase) => phrase.trim().toLowerCase()),
  );
  return Object.fromEntries(
    Object.entries(wordings).map(([id, all]) => [
      id,
      all.filter((wording) => !keywords.has(wording.toLowerCase())),
    ]),
  );
}
