import { targetsIn } from '../../../widget/contract/rich-text.ts';
import { didYouMean } from '../nearest.ts';
import type { TextInPlace } from './text-in-place.ts';

/** Links `[words](target)`: written right, leading somewhere, and the same as in English. */
export function checkLinks({ text, english, key, say }: TextInPlace, known: ReadonlySet<string>): void {
  if (key === 'keywords') return;
  for (const target of targetsIn(text)) {
    if (known.has(target)) continue;
    const index = text.indexOf(`](${target})`) + 2;
    const message = /^(https?:|www\.|\/)/.test(target)
      ? `a web address cannot stand in a text. Put it into hospital.json under links, and link to it by name, like [Map](link:map).`
      : `the link "${target}" leads nowhere.${didYouMean(target, known) || ' Copy the part in round brackets from the English text.'}`;
    say('error', 'unknown-link', message, index);
  }
  const broken = /\][ \u00a0]+\(|\]\s*（|\[[^\]]*\]\([^)]*$|［[^］]*］/.exec(text);
  if (broken) {
    say(
      'error',
      'broken-link',
      'this link is not written right. Write [words](target), with no space between ] and (, and with plain brackets.',
      broken.index,
    );
  }
  if (english === undefined || key === 'easy') return;
  const here = new Set(targetsIn(text));
  const there = new Set(targetsIn(english));
  for (const target of there) {
    if (!here.has(target))
      say(
        'warning',
        'missing-link',
        `the English text has a link to "${target}", this one has not. Put [words](${target}) where it belongs.`,
      );
  }
  for (const target of here) {
    if (!there.has(target) && known.has(target))
      say(
        'warning',
        'extra-link',
        `the English text has no link to "${target}".`,
        text.indexOf(`](${target})`) + 2,
      );
  }
}
