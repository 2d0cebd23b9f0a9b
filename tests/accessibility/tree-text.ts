import type { Stop } from './tree.ts';
import { type Line, linesOf } from './tree-lines.ts';
import { linesSaid, skeletons } from './virtual-lines.ts';

export interface Heard {
  panel: Stop;
  /** What the virtual reader said. */
  said: readonly string[];
}

export type ByLanguage = Readonly<Record<string, Heard>>;

/**
 * The text of a state that people review: the tree with the words of every language below the English ones, and what a
 * virtual reader says. Words that are the same as in English are not repeated, and of the other languages' speech only
 * what differs in more than its words is kept.
 */
export function reviewedText(title: string, { en, ...others }: ByLanguage): string {
  if (!en) throw new Error('There is no English.');
  return [
    title,
    '',
    ...treeText(en, others),
    '',
    'Said by a virtual screen reader',
    '',
    ...saidText(en, others),
    '',
  ].join('\n');
}

function treeText(en: Heard, others: ByLanguage): string[] {
  const base = linesOf(en.panel);
  const beside = new Map<Line, string[]>(base.map((line) => [line, []]));
  /** Lines that English does not have, by the English line they come before, by what they are. */
  const more = new Map<Line | undefined, Map<string, Map<string, Line[]>>>();
  for (const [lang, { panel }] of Object.entries(others)) {
    const lines = linesOf(panel);
    let extra: Line[] = [];
    for (const [english, line] of [
      ...align(base, lines, ({ shape }) => shape),
      [undefined, undefined] as const,
    ]) {
      if (!english && line) {
        extra.push(line);
        continue;
      }
      if (extra.length) {
        const kinds = more.get(english) ?? new Map<string, Map<string, Line[]>>();
        const kind = extra.map(({ shape }) => shape).join('\n');
        more.set(english, kinds.set(kind, (kinds.get(kind) ?? new Map()).set(lang, extra)));
        extra = [];
      }
      if (!english) continue;
      const words = line ? line.said : 'does not have this';
      if (words !== english.said) beside.get(english)?.push(`${lang} ${words}`);
    }
  }
  const below = (line: Line, texts: readonly string[]): string[] =>
    texts.map((text) => `${line.shape.replace(/\S.*/, '')}    ${text}`);
  return [...base, undefined].flatMap((english) => [
    ...[...(more.get(english)?.values() ?? [])].flatMap((languages) => {
      const [first = []] = languages.values();
      return first.flatMap((line, i) => [
        print({ ...line, said: '' }).replace(/(?=\S)/, '+ '),
        ...below(
          line,
          [...languages].map(([lang, lines]) => `${lang} ${lines[i]?.said}`),
        ),
      ]);
    }),
    ...(english ? [print(english), ...below(english, beside.get(english) ?? [])] : []),
  ]);
}

const print = ({ role, said, states }: Line): string => [role, said, states].filter(Boolean).join(' ');

function saidText(en: Heard, others: ByLanguage): string[] {
  const phrasesOf = ({ said, panel }: Heard) => {
    const lines = linesSaid(said);
    return skeletons(lines, panel).map((skeleton, i) => ({ skeleton, text: lines[i] ?? '' }));
  };
  const english = phrasesOf(en);
  return [
    ...english.map(({ text }) => text),
    ...Object.entries(others).flatMap(([lang, heard]) => {
      const different = align(english, phrasesOf(heard), ({ skeleton }) => skeleton).flatMap(([a, b]) =>
        a && b ? [] : `${a ? '-' : '+'} ${(a ?? b)?.text}`,
      );
      return different.length ? [`In ${lang}`, ...different] : [];
    }),
  ];
}

/** Two lists beside each other, with as few gaps as there can be. */
function align<T>(
  a: readonly T[],
  b: readonly T[],
  keyOf: (item: T) => string,
): [T | undefined, T | undefined][] {
  const [left, right] = [a.map(keyOf), b.map(keyOf)];
  /** The longest common part of what is left from i and from j on. */
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = longest[i];
      if (row) row[j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pairs: [T | undefined, T | undefined][] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && left[i] === right[j]) pairs.push([a[i++], b[j++]]);
    else if (j < b.length && (i === a.length || at(i, j + 1) > at(i + 1, j))) pairs.push([undefined, b[j++]]);
    else pairs.push([a[i++], undefined]);
  }
  return pairs;
}
