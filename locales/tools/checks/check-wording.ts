import type { TextInPlace } from './text-in-place.ts';

/** Empty, untranslated, untidy texts; numbers that were changed. */
export function checkWording({ text, english, key, path, namespace, say }: TextInPlace): void {
  if (!text.trim()) {
    const instead =
      english === undefined ? 'Write it.' : 'Write it, or delete the line; then the English text is shown.';
    say(key === 'keywords' ? 'warning' : 'error', 'empty', `this text is empty. ${instead}`);
    return;
  }
  if (text !== text.trim()) {
    const start = text.startsWith(text.trim().charAt(0)) ? text.trimEnd().length : 0;
    say(
      'warning',
      'spaces',
      `there is a space or an empty line at the ${start ? 'end' : 'start'} of the text. Delete it.`,
      start,
    );
  }
  if (english === undefined || key === 'keywords') return;
  const isName = namespace === 'forms' && /^(languages|dialects)\./.test(path);
  if (text === english && !isName && isSentence(text)) {
    say(
      'warning',
      'untranslated',
      'this is still the English text. Translate it, or delete the line; then it is marked as English for screen readers.',
    );
  }
  checkNumbers(text, english, say, key === 'easy');
}

/** More than a word, and more than names: some word starts small. */
function isSentence(text: string): boolean {
  const words =
    text.replace(/\{\{[^}]*\}\}|\]\([^)]*\)|https?:\S+/g, ' ').match(/\p{L}[\p{L}\p{M}'’-]+/gu) ?? [];
  return words.length > 1 && words.some((word) => /^\p{Ll}/u.test(word));
}

/** Phone numbers, room numbers, laws: three digits or more must survive translation, in the digits of a phone. */
function checkNumbers(text: string, english: string, say: TextInPlace['say'], easy: boolean): void {
  const there = numbersIn(english);
  const here = numbersIn(text);
  for (const [digits, shown] of there) {
    if (here.has(digits)) continue;
    const other = [...numbersIn(latinDigits(text)).keys()].includes(digits);
    const message = other
      ? `the number ${shown} is written in other digits. Write it with 0 to 9, as on a phone.`
      : `the number ${shown} of the English text is not here, or was changed. Copy it exactly.`;
    say('error', 'number', message);
  }
  if (easy) return;
  for (const [digits, shown] of here) {
    if (!there.has(digits))
      say(
        'warning',
        'extra-number',
        `the number ${shown} is not in the English text. Check it.`,
        text.indexOf(shown),
      );
  }
}

/** Digits of each number with three digits or more → as written. */
function numbersIn(text: string): Map<string, string> {
  const plain = text.replace(/\{\{[^}]*\}\}|\]\([^)]*\)/g, ' ');
  return new Map(
    [...plain.matchAll(/[+(]?\d(?:[ ().\u00a0\u2010-\u2013-]{0,2}\d)+/g)]
      .map(([shown]) => [shown.replace(/\D/g, ''), shown] as const)
      .filter(([digits]) => digits.length >= 3),
  );
}

/** Arabic, Persian, Devanagari, Bengali and full-width digits as 0 to 9. */
function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return code < 128 ? digit : String(code - zero);
  });
}
