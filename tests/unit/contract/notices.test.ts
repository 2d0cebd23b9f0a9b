import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  directionOf,
  type Notices,
  noticeLanguages,
  parseNotices,
} from '../../../widget/contract/notices.ts';

const shipped = parseNotices(
  JSON.parse(readFileSync(new URL('../../../locales/structure/notices.json', import.meta.url), 'utf8')),
) as Notices;

describe('the notice in many languages', () => {
  it('comes in more than the 15 languages a hospital in the United States needs, each saying whom to call', () => {
    const tags = Object.keys(shipped.availability);
    expect(tags.filter((tag) => tag !== 'en').length).toBeGreaterThanOrEqual(15);
    for (const tag of tags)
      expect(shipped.availability[tag]?.split('{{interpreterPhone}}').length, tag).toBe(2);
  });

  it('says that it is a sample until the hospital puts its own there', () => {
    expect(shipped.sample).toBe(true);
    expect(parseNotices({ availability: { es: 'Gratis.' } })).toMatchObject({ sample: false });
  });

  it('is in the languages the hospital chose, in its order, once each', () => {
    expect(noticeLanguages(shipped, ['vi', 'es', 'vi'], undefined)).toEqual({
      tags: ['vi', 'es'],
      complaints: [],
    });
  });

  it('tells a hospital which languages it lacks, and where they are too few', () => {
    expect(noticeLanguages(shipped, ['es', 'tlh'], 'us').complaints).toEqual([
      'noticeLanguages names tlh, which notices.json does not have',
      'the notice is in 1 languages beside English; region "us" needs 15',
    ]);
    expect(noticeLanguages(shipped, [], 'us').complaints).toEqual([]);
    expect(noticeLanguages(shipped, ['es'], 'constructor').complaints).toEqual([]);
  });

  it('runs from right to left where its letters do', () => {
    for (const tag of ['ar', 'fa', 'ur', 'ps', 'prs', 'he', 'yi', 'pa-Arab', 'ar-EG'])
      expect(directionOf(tag), tag).toBe('rtl');
    for (const tag of ['es', 'zh-Hant', 'pa', 'arn', 'fil', 'sdx']) expect(directionOf(tag), tag).toBe('ltr');
  });

  it('never throws, whatever is in the file, and keeps texts only', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (availability, fairness) => {
        const found = parseNotices({ availability, fairness });
        for (const text of Object.values({ ...found?.availability, ...found?.fairness }))
          expect(typeof text).toBe('string');
      }),
    );
    expect(parseNotices([])).toBeUndefined();
    expect(parseNotices({ availability: { constructor: 'x', '../en': 'x' } })?.availability).toEqual({});
  });
});
