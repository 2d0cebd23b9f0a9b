/** Regional tags that mean Traditional Chinese; everything else Chinese is read in Simplified. */
const traditional = /^(zh|yue)-(hant|tw|hk|mo)\b/i;

/** Other tags for languages we know by one tag. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['tl', 'fil'],
  ['iw', 'he'],
  ['ji', 'yi'],
  ['in', 'id'],
  ['mo', 'ro'],
  ['fa-af', 'prs'],
  ['zh', 'zh-hans'],
  ['yue', 'zh-hant'],
]);

/**
 * The language to start in: the first of `wanted` that is offered, by exact tag, then by base language.
 * @param wanted BCP 47 tags, most wanted first
 * @param offered BCP 47 tags of our locale folders
 * @returns one of `offered`, or undefined
 */
export function chooseLocale(wanted: readonly string[], offered: readonly string[]): string | undefined {
  const byLower = new Map(offered.map((tag) => [tag.toLowerCase(), tag]));
  for (const tag of wanted) {
    const lower = tag.toLowerCase();
    const base = lower.split('-')[0] ?? '';
    const candidates = traditional.test(tag)
      ? ['zh-hant']
      : [lower, aliases.get(lower) ?? '', aliases.get(base) ?? '', base];
    // The other Chinese script is read with some effort; English may not be read at all.
    if (base === 'zh' || base === 'yue') candidates.push('zh-hans', 'zh-hant');
    for (const candidate of candidates) {
      const found = byLower.get(candidate);
      if (found) return found;
    }
  }
  return undefined;
}
