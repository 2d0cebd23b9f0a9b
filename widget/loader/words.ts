/**
 * The word on the launcher in thirty languages. It is all a reader sees before any file is fetched, so it is built in;
 * every other word comes from the locale files. Keys are BCP 47 language subtags; their order is the one that packs best.
 */
const words: Readonly<Record<string, string>> = {
  en: 'Help',
  es: 'Ayuda',
  pt: 'Ajuda',
  fr: 'Aide',
  it: 'Aiuto',
  uk: 'Допомога',
  ru: 'Помощь',
  ht: 'Èd',
  bn: 'সাহায্য',
  fil: 'Tulong',
  tl: 'Tulong',
  vi: 'Trợ giúp',
  pl: 'Pomoc',
  ar: 'مساعدة',
  th: 'ช่วยเหลือ',
  ja: 'ヘルプ',
  sw: 'Msaada',
  de: 'Hilfe',
  ur: 'مدد',
  hi: 'मदद',
  hant: '幫助',
  pa: 'ਮਦਦ',
  fa: 'کمک',
  ps: 'مرسته',
  ne: 'मद्दत',
  gu: 'મદદ',
  ko: '도움',
  km: 'ជំនួយ',
  so: 'Caawimo',
  am: 'እርዳታ',
  zh: '帮助',
};

/** The word in the language of a BCP 47 tag, or undefined. Chinese of Taiwan, Hong Kong and Macau is traditional. */
export const wordIn = (tag: string): string | undefined =>
  words[/^zh-(Hant|[THM][A-Z])/.test(tag) ? 'hant' : (tag.split('-')[0] as string)];
