import type { Namespace } from '../contract/locale.ts';
import type { Translator, Values } from './translate.ts';

/** A text and, when it is not in the reader's language, the language it is in. */
export interface Text {
  text: string;
  lang?: string;
}

/**
 * The few English words without which the panel is unusable, when no file at all can be read.
 * Everything else comes from locale files.
 */
export const builtIn: Readonly<Record<string, string>> = {
  'panel.title': 'Health Help',
  'panel.close': 'Close',
  'panel.back': 'Back',
  'panel.try-again': 'Try again',
  'panel.not-loaded': 'This did not load.',
  'emergency.question': 'Emergency?',
  'emergency.call': 'Call {{number}}',
  'emergency.no-number': 'Call your local emergency number',
  'home.title': 'How can we help you?',
  'home.talk': 'Talk to a person:',
};

/** Texts in the reader's language, else in English and marked so. */
export interface Words {
  language: string;
  /** The text at a key of a namespace (default `ui`). Missing everywhere: an empty text, and `onMissing` is told. */
  text(key: string, values?: Values, namespace?: Namespace): Text;
  /** True when this language has a text of its own at the key. */
  has(key: string, namespace?: Namespace): boolean;
}

/** @param onMissing called when a text is not in the reader's language, so that the English file can be fetched */
export function createWords(
  translator: Translator,
  language: string,
  onMissing: (namespace: Namespace) => void,
): Words {
  return {
    language,
    has: (key, namespace = 'ui') => translator.text(language, namespace, key) !== undefined,
    text(key, values, namespace = 'ui') {
      const own = translator.text(language, namespace, key, values);
      if (own !== undefined) return { text: own };
      onMissing(namespace);
      const english =
        translator.text('en', namespace, key, values) ??
        fill(Object.hasOwn(builtIn, key) ? builtIn[key] : undefined, values) ??
        '';
      return language === 'en' || english === '' ? { text: english } : { text: english, lang: 'en' };
    },
  };
}

function fill(text: string | undefined, values: Values = {}): string | undefined {
  return text?.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
