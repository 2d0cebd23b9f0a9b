import { factNames } from '../../../widget/contract/facts.ts';
import { factsIn } from '../../../widget/contract/rich-text.ts';
import { didYouMean, nearest } from '../nearest.ts';
import { familyOf } from '../plural-categories.ts';
import type { TextInPlace } from './text-in-place.ts';

const braces = (name: string): string => `{{${name}}}`;
const wellFormed = /\{\{[A-Za-z][A-Za-z0-9]*\}\}/g;

/** Facts such as `{{phone}}`: known, spelled right, and the same as in English. */
export function checkPlaceholders({ text, english, namespace, path, key, say }: TextInPlace): void {
  if (key === 'keywords') return;
  for (const { index, 0: found } of text.matchAll(/[{}｛｝]+/g)) {
    if (found.includes('｛') || found.includes('｝')) {
      say(
        'error',
        'braces',
        `${found} are wide brackets, so the fact is not filled in. Use {{ and }} from the English text.`,
        index,
      );
    }
  }
  for (const { index, 0: found } of text
    .replace(wellFormed, (whole) => ' '.repeat(whole.length))
    .matchAll(/\{+[^{}]*\}*|\}+/g)) {
    const name = /^\{+\s*([A-Za-z][A-Za-z0-9]*)/.exec(found)?.[1];
    const instead = name
      ? `Write {{${name}}}, with two brackets on each side and no spaces.`
      : 'Write two on each side, as in {{phone}}, or delete them.';
    say('error', 'braces', `the brackets ${found.trim().slice(0, 30)} are not complete. ${instead}`, index);
  }

  const nested = text.indexOf('$t(');
  if (nested >= 0) say('error', 'nesting', '$t( is a command, not text. Delete it.', nested);

  const runtime = namespace === 'ui' || namespace === 'forms';
  const used = new Set([...text.matchAll(wellFormed)].map(([whole]) => whole.slice(2, -2)));
  const wanted = new Set(english === undefined ? [] : factsIn(english));
  const meant = new Set<string>();
  for (const name of used) {
    if (factNames.includes(name) || wanted.has(name)) continue;
    const index = text.indexOf(braces(name));
    const known = [...wanted, ...factNames];
    meant.add(nearest(name, known) ?? '');
    if (english === undefined && runtime) {
      // English decides which values the widget fills in; only a near miss of a fact is suspicious there.
      const guess = didYouMean(name, factNames, braces);
      if (guess) say('warning', 'unknown-fact', `{{${name}}} is not a fact of hospital.json.${guess}`, index);
    } else {
      say(
        'error',
        'unknown-fact',
        `{{${name}}} is not a fact.${didYouMean(name, known, braces) || factList()}`,
        index,
      );
    }
  }
  if (english === undefined) return;
  // One thing or no things may be said without the number: "One answer", "No answers".
  const mayOmitCount = ['zero', 'one', 'two'].includes(familyOf(path)?.category ?? '');
  for (const name of wanted) {
    if (used.has(name) || meant.has(name) || (name === 'count' && mayOmitCount)) continue;
    say(
      'error',
      'missing-fact',
      `{{${name}}} is in the English text but not here. Put it where it belongs in this sentence.`,
    );
  }
  for (const name of used) {
    if (wanted.has(name) || !factNames.includes(name)) continue;
    const message = `{{${name}}} is not in the English text. Where the hospital has not set it, this paragraph is not shown.`;
    say('warning', 'extra-fact', message, text.indexOf(braces(name)));
  }
}

function factList(): string {
  return ` Known: ${factNames.map(braces).join(', ')}.`;
}
