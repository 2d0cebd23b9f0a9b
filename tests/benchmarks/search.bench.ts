import MiniSearch from 'minisearch';
import { createSearch, type SearchEntry } from '../../widget/search/search.ts';
import { questionsOf } from '../unit/search/evaluate.ts';
import { unanswered, wordings } from '../unit/search/wordings-en.ts';
import { type Benchmark, createRandom, percentile, type Row, timeOf } from './measure.ts';

const howMany = 2_000;
const rounds = 5;

/** Entries made of the sentences and phrases we have, each with words of its own, so the vocabulary grows as real ones do. */
function makeEntries(source: readonly SearchEntry[]): readonly SearchEntry[] {
  const random = createRandom(1);
  const pick = <T>(from: readonly T[]): T | '' => from[random(from.length)] ?? '';
  const sentences = source.flatMap(({ text }) => text.split(/(?<=[.?!])\s+/));
  const phrases = source.flatMap((entry) => entry.phrases.split(/,\s*/));
  const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo za'.split(' ');
  const ownWord = (): string => Array.from({ length: 2 + random(3) }, () => pick(syllables)).join('');
  return Array.from({ length: howMany }, (_, i) => ({
    id: `entry-${i}`,
    title: `${source[i % source.length]?.title} ${ownWord()}`,
    phrases: Array.from({ length: 12 }, () => pick(phrases)).join(', '),
    text: Array.from({ length: 10 }, () => `${pick(sentences)} ${ownWord()}`).join(' '),
  }));
}

function rows(): readonly Row[] {
  const entries = makeEntries(questionsOf('en') ?? []);
  const queries = [...Object.values(wordings).flat(), ...unanswered];
  const longest = 'intrepreter freinds docter wheelchiar apointment langauge insurence '.repeat(10);
  const build = { ours: [] as number[], other: [] as number[] };
  const find = { ours: [] as number[], other: [] as number[] };
  const long = { ours: [] as number[], other: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const plain = new MiniSearch<SearchEntry>({ fields: ['title', 'phrases', 'text'] });
    build.other.push(timeOf(() => plain.addAll(entries)));
    let ours = createSearch([], 'en');
    build.ours.push(
      timeOf(() => {
        ours = createSearch(entries, 'en');
      }),
    );
    for (const query of queries) {
      find.ours.push(timeOf(() => ours.find(query)));
      find.other.push(timeOf(() => plain.search(query)));
    }
    long.ours.push(timeOf(() => ours.find(longest)));
    long.other.push(timeOf(() => plain.search(longest)));
  }
  const row = (what: string, times: { ours: number[]; other: number[] }, part: number): Row => ({
    what,
    ours: percentile(times.ours, part),
    other: percentile(times.other, part),
  });
  return [
    row('build the index', build, 0.5),
    row('a query, p50', find, 0.5),
    row('a query, p95', find, 0.95),
    row('a query, slowest', find, 1),
    row('30 misspelt words', long, 0.5),
  ];
}

export const benchmark: Benchmark = {
  title: `Search of ${howMany} entries`,
  comparedWith: 'MiniSearch with its default options, which corrects no spelling',
  rows,
};
