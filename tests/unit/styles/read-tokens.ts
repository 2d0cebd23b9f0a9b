import { readFileSync } from 'node:fs';

/** Declarations of one rule: name without `--`, value as written. */
export type Declarations = Readonly<Record<string, string>>;

interface Rule {
  selector: string;
  /** The condition of the `@media` it is in, or ''. */
  media: string;
  declarations: Declarations;
}

const file = new URL('../../../widget/styles/tokens.css', import.meta.url);

/** The rules of `tokens.css`, in order. It has custom properties only, and `@media` one level deep. */
function readTokens(): readonly Rule[] {
  const css = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const rules: Rule[] = [];
  let media = '';
  for (const [, before = '', brace = ''] of css.matchAll(/([^{}]*)([{}])/g)) {
    const text = before.trim();
    if (brace === '{' && text.startsWith('@media')) media = text.slice('@media'.length).trim();
    else if (brace === '{') rules.push({ selector: text.replace(/\s+/g, ' '), media, declarations: {} });
    else if (text) {
      const rule = rules.at(-1);
      if (rule) rule.declarations = declarationsIn(text);
    } else media = '';
  }
  return rules;
}

function declarationsIn(text: string): Declarations {
  const pairs = text.split(';').map((line) => {
    const [name = '', ...value] = line.split(':');
    return [name.trim().replace(/^--/, ''), value.join(':').trim()] as const;
  });
  return Object.fromEntries(pairs.filter(([name]) => name));
}

export interface Wanted {
  theme: 'light' | 'dark' | 'auto';
  /** The device asks for a dark screen. */
  dark?: boolean;
  /** The device asks for more contrast. */
  more?: boolean;
}

/** The colours a panel has, as `#rrggbb` where they are colours: the cascade of this one file, `var()` resolved. */
export function tokensOf({ theme, dark = false, more = false }: Wanted): Declarations {
  const holds: Readonly<Record<string, boolean>> = {
    '': true,
    '(prefers-color-scheme: dark)': dark,
    '(prefers-contrast: more)': more,
  };
  const found: Record<string, { value: string; weight: number }> = {};
  for (const { selector, media, declarations } of readTokens()) {
    if (holds[media] === undefined)
      throw new Error(`tokens.css has a condition this test does not know: ${media}`);
    if (!holds[media]) continue;
    for (const one of selector.split(',')) {
      const match = /^\.panel(\[data-theme(?:="(\w+)")?\])?$/.exec(one.trim());
      if (!match || (match[2] && match[2] !== theme)) continue;
      // Specificity: a class, or a class and an attribute. Later rules of the same weight win.
      const weight = match[1] ? 2 : 1;
      for (const [name, value] of Object.entries(declarations)) {
        if (weight >= (found[name]?.weight ?? 0)) found[name] = { value, weight };
      }
    }
  }
  const resolve = (value: string, depth = 0): string => {
    const reference = /^var\(--([\w-]+)(?:,\s*(.+))?\)$/.exec(value);
    if (!reference || depth > 9) return value;
    const [, name = '', fallback = ''] = reference;
    return resolve(found[name]?.value ?? fallback, depth + 1);
  };
  return Object.fromEntries(Object.entries(found).map(([name, { value }]) => [name, resolve(value)]));
}
