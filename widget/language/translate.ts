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
    returnEmptyString: false,
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
      const known = !counted || Intl.PluralRules.supportedLocalesOf([language]).length > 0;
      const found = known ? key : `${key}_other`;
      const isolated =
        values && rtl(language) ? mapValues(values, isolate) : values && mapValues(values, isolateRtl);
      const options = { lng: language, ns: namespace, nest: false, ...isolated };
      if (!i18n.exists(found, options)) return undefined;
      const text = i18n.t(found, known ? options : { ...options, count: undefined, n: values?.count });
      if (typeof text !== 'string') return undefined;
      return known ? text : text.replaceAll('{{count}}', String(values?.count ?? ''));
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
