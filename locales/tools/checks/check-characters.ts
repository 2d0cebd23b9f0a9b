import type { TextInPlace } from './text-in-place.ts';

/** Scripts that need zero-width joiners and spaces to be written or broken into lines at all. */
const needZeroWidth = new Set([
  ...[
    'Arab',
    'Beng',
    'Deva',
    'Gujr',
    'Guru',
    'Khmr',
    'Knda',
    'Laoo',
    'Mlym',
    'Mymr',
    'Orya',
    'Sinh',
    'Taml',
    'Telu',
    'Thai',
  ],
]);

const names: Readonly<Record<string, string>> = {
  '\u200b': 'zero-width space',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u061c': 'Arabic letter mark',
  '\u00ad': 'soft hyphen',
  '\ufeff': 'byte order mark',
  '\u2028': 'line separator',
  '\u2029': 'paragraph separator',
  '\u2060': 'word joiner',
};

/** Characters nobody sees that change how a text is read, and letters of a wrong script. */
export function checkCharacters({ text, language, key, path, namespace, say }: TextInPlace): void {
  const script = scriptOf(language);
  for (const { index, 0: char } of text.matchAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\ufffd]/gu)) {
    if (char === '\n') continue;
    const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const joins = /[\u200b-\u200d]/.test(char) && script && needZeroWidth.has(script);
    if (joins || (char === '\u200d' && /\p{Extended_Pictographic}/u.test(text))) continue;
    if (char === '\ufffd') {
      const message = 'there is a broken letter \ufffd. Type the word again, and save the file as UTF-8.';
      say('error', 'broken-letter', message, index);
    } else if (/[\u202a-\u202e\u2066-\u2069]/.test(char)) {
      const message = `there is an invisible character (${code}) that turns the direction of the text. Delete it; the widget sets the direction itself.`;
      say('error', 'bidi', message, index);
    } else if (/[\p{Cf}\u2028\u2029]/u.test(char)) {
      const name = names[char] ? `${names[char]}, ${code}` : code;
      const message = `there is an invisible character (${name}). Delete it if you did not put it there on purpose.`;
      say('warning', 'invisible', message, index);
    } else {
      const message = `there is a character that cannot be shown (${code}). Delete it.`;
      say('error', 'control-character', message, index);
    }
  }
  // Names of languages, and what people type into search, come in any script.
  if (key === 'keywords' || (namespace === 'forms' && /^(languages|dialects)\./.test(path))) return;
  const words = text.replace(/\{\{[^}]*\}\}|\]\([^)]*\)/g, ' ');
  if (script && script !== 'Latn') {
    const latin = /(?:[A-Za-z][A-Za-z'’-]*[\s,.]+){3,}[A-Za-z]{2,}/.exec(words);
    if (latin)
      say(
        'warning',
        'wrong-script',
        `"${latin[0].slice(0, 50)}" is in Latin letters. Should it be translated?`,
        Math.max(0, text.indexOf(latin[0])),
      );
  }
  const mixed = words
    .match(/[\p{L}\p{M}]+/gu)
    ?.find((word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word));
  if (mixed)
    say(
      'warning',
      'mixed-word',
      `"${mixed}" mixes letters of two alphabets that look alike. Type the word again.`,
      text.indexOf(mixed),
    );
}

const scripts = new Map<string, string | undefined>();

/** ISO 15924 code of the script a language is usually written in, or undefined. */
export function scriptOf(language: string): string | undefined {
  if (!scripts.has(language)) {
    let script: string | undefined;
    try {
      script = new Intl.Locale(language).maximize().script;
    } catch {
      script = undefined;
    }
    scripts.set(language, script);
  }
  return scripts.get(language);
}
