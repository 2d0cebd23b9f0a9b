import { createInstance } from 'i18next';
import type { LocaleTree, Namespace } from '../contract/locale.ts';

/** The only door to i18next: one instance per widget, no fall-back language of its own (the fall-back is marked, see words.ts). */
export interface Translator {
  add(language: string, namespace: Namespace, tree: LocaleTree): void;
  /** The text with its values, or undefined when this language has none. */
  text(language: string, namespace: Namespace, key: string, values?: Values): string | undefined;
  has(language: string, namespace: Namespace): boolean;
}

export type Values = Readonly<Record<string, string | number>>;

const rtlLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const strongLatin = /[A-Za-z\u00c0-\u024f]/;
const severalNumbers = /\d\D+\d/;

/**
 * Isolates a value whose direction could disturb the sentence (First Strong Isolate … Pop Directional Isolate), and
 * only then: an isolate nobody needs still changes what searching and copying find.
 */
function isolate(value: string): string {
  return rtlLetters.test(value) || strongLatin.test(value) || severalNumbers.test(value)
    ? `\u2068${value}\u2069`
    : value;
}

export function createTranslator(rtl: (language: string) => boolean): Translator {
  const i18n = createInstance();
  // Synchronous: resources are added as files arrive, nothing is fetched by i18next.
  void i18n.init({
    lng: 'en',
    fallbackLng: false,
    nsSeparator: false,
    initAsync: false,
    resources: {},
    // An empty text, or a branch where a text should be: none, never the key itself on the screen.
    returnEmptyString: false,
    parseMissingKeyHandler: () => '',
    interpolation: { escapeValue: true, escape: (value: string) => value },
  });
  return {
    add(language, namespace, tree) {
      i18n.addResourceBundle(language, namespace, tree, false, true);
    },
    has: (language, namespace) => i18n.hasResourceBundle(language, namespace),
    text(language, namespace, key, values) {
      // Intl.PluralRules silently uses the device's language for those it does not know (ht, hmn, rw, sm, ilo):
      // there the one form every file has is asked for by name.
      const counted = values?.count !== undefined;
      const known = !counted || Intl.PluralRules?.supportedLocalesOf([language]).length > 0;
      const found = known ? key : `${key}_other`;
      const isolated =
        values && rtl(language) ? mapValues(values, isolate) : values && mapValues(values, isolateRtl);
      // A count that is a text is filled in like any value, and chooses no form.
      const count = known ? {} : { count: String(values?.count) };
      const options: Record<string, unknown> = {
        lng: language,
        ns: namespace,
        nest: false,
        ...isolated,
        ...count,
      };
      const text = i18n.exists(found, options) && i18n.t(found, options);
      return typeof text === 'string' && text ? text : undefined;
    },
  };
}

function isolateRtl(value: string): string {
  return rtlLetters.test(value) ? `\u2068${value}\u2069` : value;
}

function mapValues(values: Values, change: (value: string) => string): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? change(value) : value]),
  );
}
