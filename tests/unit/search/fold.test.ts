import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../widget/search/fold.ts';

describe('two ways to write a word are one word', () => {
  it.each([
    ['Spanish without accents', 'intérprete', 'interprete'],
    ['Vietnamese without marks and with d for đ', 'Phiên dịch, điện thoại', 'phien dich, dien thoai'],
    ['Polish without strokes', 'Łóżko', 'lozko'],
    ['Danish', 'Brød', 'brod'],
    ['German in Switzerland', 'Straße', 'strasse'],
    ['Turkish with and without the dot', 'SIĞINMA İlaç ılık', 'siginma ilac ilik'],
    ['Russian without the two dots', 'ребёнок', 'ребенок'],
    ['Greek, final letter and accents', 'Γιατρός', 'γιατροσ'],
    ['Hebrew with vowel points', 'שָׁלוֹם', 'שלום'],
    ['Arabic with harakat', 'مُتَرْجِم', 'مترجم'],
    ['Arabic alefs', 'أإآٱ', 'اااا'],
    ['Arabic ta marbuta', 'لغة', 'لغه'],
    ['Arabic alef maqsura', 'مستشفى', 'مستشفي'],
    ['Arabic hamza on its seats', 'مسؤول رئيس', 'مسوول رييس'],
    ['Arabic stretched for looks', 'مـــترجم', 'مترجم'],
    ['a Persian and an Arabic keyboard', 'یکی', 'يكي'],
    ['Persian with and without the half space', 'می\u200cشود', 'ميشود'],
    ['full width', 'ＡＢＣ１２３', 'abc123'],
    ['half-width Japanese', 'ﾄﾞｸﾀｰ', 'ドクター'],
    ['digits of Arabic, Persian, Hindi, Khmer and Burmese', '٣۴५៦၇', '34567'],
    ['Hindi without the dot below', 'फ़ोन', 'फोन'],
    ['invisible direction marks', 'a\u200f\u2067b\u00ad', 'ab'],
  ])('%s', (_, written, folded) => {
    expect(fold(written)).toBe(folded);
  });
});

describe('marks that are letters stay', () => {
  it.each(['น้ำ', 'ผู้ป่วย', 'ភាសា', 'ພາສາ', 'မြန်မာ', 'हिन्दी', 'বাংলা', 'ਪੰਜਾਬੀ', 'ગુજરાતી', 'తెలుగు'])(
    '%s',
    (word) => {
      const marks = (text: string): number => text.normalize('NFKD').match(/\p{M}/gu)?.length ?? 0;
      expect(marks(fold(word))).toBe(marks(word));
    },
  );
});

it('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
