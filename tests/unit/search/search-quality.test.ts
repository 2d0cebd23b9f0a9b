import { describe, expect, it } from 'vitest';
import { createSearch } from '../../../widget/search/search.ts';
import { questionsOf, recallOf, silenceOf, withoutKeywords } from './evaluate.ts';
import * as ar from './wordings-ar.ts';
import * as en from './wordings-en.ts';
import * as es from './wordings-es.ts';
import * as zhHans from './wordings-zh-hans.ts';

const english = questionsOf('en') ?? [];

describe('the English questions', () => {
  const search = createSearch(english, 'en');
  const unseen = withoutKeywords(en.unseenWordings, english);
  it('each have wordings here, most of them no keywords', () => {
    expect(Object.keys(en.unseenWordings).sort()).toEqual(english.map(({ id }) => id).sort());
    expect(Object.values(unseen).flat().length).toBeGreaterThan(english.length);
  });
  it('are among the first three hits for at least 85 of 100 new ways to ask', () => {
    const { atThree, missed } = recallOf(search, unseen);
    expect(atThree, missed.join('\n')).toBeGreaterThanOrEqual(0.85);
  });
  it('are found for the ways to ask that chose the settings', () => {
    const { atThree, missed } = recallOf(search, en.wordings);
    expect(atThree, missed.join('\n')).toBeGreaterThanOrEqual(0.9);
  });
  it('are not offered for at least 80 of 100 questions they do not answer', () => {
    const { part, found } = silenceOf(search, [...en.unanswered, ...en.unseenUnanswered]);
    expect(part, found.join('\n')).toBeGreaterThanOrEqual(0.8);
  });
  it('are not offered for at least 75 of 100 such questions that chose no setting', () => {
    const { part, found } = silenceOf(search, en.unseenUnanswered);
    expect(part, found.join('\n')).toBeGreaterThanOrEqual(0.75);
  });
  it('are found by their own titles', () => {
    const titles = Object.fromEntries(english.map(({ id, title }) => [id, [title]]));
    expect(recallOf(search, titles)).toMatchObject({ atOne: 1, missed: [] });
  });
});

describe.each([
  ['Spanish', 'es', es],
  ['Arabic', 'ar', ar],
  ['Simplified Chinese', 'zh-Hans', zhHans],
] as const)('the %s questions', (_, language, { wordings, unanswered }) => {
  const entries = questionsOf(language) ?? [];
  const search = createSearch(entries, language);
  const notKeywords = withoutKeywords(wordings, entries);
  it('each have wordings here, most of them no keywords', () => {
    expect(Object.keys(wordings).sort()).toEqual(entries.map(({ id }) => id).sort());
    expect(Object.values(notKeywords).flat().length).toBeGreaterThan(entries.length);
  });
  it('are among the first three hits for at least 85 of 100 ways to ask, misspelt ones too', () => {
    const { atThree, missed } = recallOf(search, notKeywords);
    expect(atThree, missed.join('\n')).toBeGreaterThanOrEqual(0.85);
  });
  it('are not offered for at least 80 of 100 questions they do not answer', () => {
    const { part, found } = silenceOf(search, unanswered);
    expect(part, found.join('\n')).toBeGreaterThanOrEqual(0.8);
  });
  it('are found in English too, when the English entries are added', () => {
    const { atThree, missed } = recallOf(createSearch([...entries, ...english], language), en.wordings);
    expect(atThree, missed.join('\n')).toBeGreaterThanOrEqual(0.8);
  });
});
