/**
 * `structure/notices.json`: what is said in other languages than the reader's. A hospital puts its official texts into
 * this file (45 CFR 92.10 and 92.11 in the United States); what comes with the widget is marked as a sample.
 */
export interface Notices {
  /** The wording that came with the widget, which is nobody's official notice. */
  sample: boolean;
  /** By language tag: that help to understand is free, and whom to call. Paragraphs may name facts. */
  availability: Readonly<Record<string, string>>;
  /** By language tag: that everyone is treated alike. */
  fairness: Readonly<Record<string, string>>;
}

/** Languages beside English that the notice has to be in (45 CFR 92.11, by region). */
export const leastNoticeLanguages: Readonly<Record<string, number>> = { us: 15 };

/** @returns undefined for what is not such a file; texts and tags that cannot be used are left out */
export function parseNotices(value: unknown): Notices | undefined {
  if (!isRecord(value) || !isRecord(value.availability)) return undefined;
  return {
    sample: value.sample === true,
    availability: texts(value.availability),
    fairness: texts(isRecord(value.fairness) ? value.fairness : {}),
  };
}

/**
 * The languages of the notice, in the hospital's order; all there are when it chose none.
 * @returns also what the hospital has to be told, in plain words
 */
export function noticeLanguages(
  notices: Notices,
  wanted: readonly string[],
  region: string | undefined,
): { tags: readonly string[]; complaints: readonly string[] } {
  const known = (tag: string): boolean => Object.hasOwn(notices.availability, tag);
  const tags = wanted.length ? [...new Set(wanted)].filter(known) : Object.keys(notices.availability);
  const missing = wanted.filter((tag) => !known(tag));
  const least = (region && Object.hasOwn(leastNoticeLanguages, region) && leastNoticeLanguages[region]) || 0;
  const others = tags.filter((tag) => tag !== 'en').length;
  return {
    tags,
    complaints: [
      ...(missing.length
        ? [`noticeLanguages names ${missing.join(', ')}, which notices.json does not have`]
        : []),
      ...(others < least
        ? [`the notice is in ${others} languages beside English; region "${region}" needs ${least}`]
        : []),
    ],
  };
}

const rightToLeft = /^(ar|fa|prs|ur|ps|pbt|ckb|he|yi|sd|ug|ks|dv|pnb|syr|aii|pa-Arab|az-Arab|rhg-Rohg)\b/i;

/** Not asked of `Intl`, which calls several of these left-to-right. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.test(tag) ? 'rtl' : 'ltr';
}

function texts(source: Record<string, unknown>): Record<string, string> {
  // Without a prototype: a tag such as `constructor` is no language.
  const found: Record<string, string> = Object.create(null);
  for (const [tag, text] of Object.entries(source))
    if (/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(tag) && typeof text === 'string' && text.trim())
      found[tag] = text;
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
