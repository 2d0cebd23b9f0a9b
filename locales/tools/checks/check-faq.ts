import type { WordsFile } from '../library.ts';
import { didYouMean } from '../nearest.ts';

const parts = ['question', 'answer', 'easy', 'keywords'];
const fewestPhrases = 8;

/** Each question of `faq.json` has what the search and the easy words need. */
export function checkFaq(file: WordsFile, isEnglish: boolean): void {
  for (const id of Object.keys(file.tree)) {
    const entry = file.tree[id];
    if (typeof entry !== 'object') {
      file.report(id, 'error', 'wrong-type', `"${id}" must be a group with "question" and "answer".`);
      continue;
    }
    for (const part of Object.keys(entry)) {
      if (!parts.includes(part)) {
        file.report(
          `${id}.${part}`,
          'error',
          'unknown-name',
          `"${part}" is not known in a question.${didYouMean(part, parts)}`,
          { key: true },
        );
      } else if (typeof entry[part] !== 'string') {
        file.report(`${id}.${part}`, 'error', 'wrong-type', `"${part}" must be a text in double quotes.`);
      }
    }
    for (const part of ['question', 'answer']) {
      if (isEnglish && entry[part] === undefined)
        file.report(id, 'error', 'missing', `"${part}" is missing in "${id}".`, { key: true });
    }
    if (isEnglish && entry.easy === undefined) {
      file.report(
        id,
        'warning',
        'missing-easy',
        `"${id}" has no easy version. Add "easy": the answer in at most 30 simple words.`,
        { key: true },
      );
    }
    checkKeywords(file, id, entry.keywords);
  }
}

function checkKeywords(file: WordsFile, id: string, keywords: unknown): void {
  const phrases =
    typeof keywords === 'string'
      ? keywords
          .split(/[,،、，;；\n]+/)
          .map((phrase) => phrase.trim())
          .filter(Boolean)
      : [];
  const path = phrases.length ? `${id}.keywords` : id;
  if (phrases.length < fewestPhrases) {
    const count = phrases.length === 1 ? '1 phrase' : `${phrases.length} phrases`;
    file.report(
      path,
      'warning',
      'few-keywords',
      `"keywords" of "${id}" has ${count}. Add other ways people ask this, with commas between, to have at least ${fewestPhrases}.`,
      phrases.length ? {} : { key: true },
    );
  }
  const twice = phrases.find(
    (phrase, index) => phrases.findIndex((other) => other.toLowerCase() === phrase.toLowerCase()) < index,
  );
  if (twice)
    file.report(
      path,
      'warning',
      'keyword-twice',
      `"${twice}" is twice in "keywords" of "${id}". Delete one.`,
    );
}
