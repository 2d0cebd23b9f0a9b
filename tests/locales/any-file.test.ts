import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLibrary } from '../../locales/tools/check-library.ts';
import { checkHospital } from '../../locales/tools/checks/check-hospital.ts';
import { readLibrary } from '../../locales/tools/library.ts';
import { lineOf, offsetInText, scanJson } from '../../locales/tools/scan-json.ts';
import { sourceFile } from '../../locales/tools/source-file.ts';
import { growth, muchFaster } from '../unit/growth.ts';
import { localesWith, runWith } from './fixture.ts';

/** JSON with a few characters taken away, doubled or put in: what editors really make. */
const damaged = fc
  .tuple(
    fc.json({ maxDepth: 4 }),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom('', '"', ',', '{', '}', "'", '\\', '\n', '//', '“', ':', ';', '$t('),
      ),
    ),
  )
  .map(([json, edits]) => {
    let text = json;
    for (const [place, put] of edits) {
      const at = place % (text.length + 1);
      text = text.slice(0, at) + put + text.slice(at + (put ? 0 : 1));
    }
    return text;
  });
const anyText = fc.oneof(damaged, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('the reader of files', () => {
  test('finds a mistake exactly when the widget could not read the file', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        if (text.startsWith('\uFEFF')) return;
        expect(scanJson(text).problems.length === 0).toBe(parses(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('reads the same as JSON.parse', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), (text) => {
        expect(JSON.stringify(scanJson(text).value)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  test('points at places inside the file', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = text.split(/\r\n|\r|\n/);
        for (const { offset } of scanJson(text).problems) {
          const { line, column } = lineOf(text)(offset);
          expect(column).toBeGreaterThan(0);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1);
        }
      }),
    );
  });

  test('points at the character of a text that it means, whatever was escaped before it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (before) => {
        const file = JSON.stringify(`${before}§`);
        expect(file[offsetInText(file, 0, before.length)]).toBe('§');
      }),
    );
  });

  test('takes __proto__ as a name like any other', () => {
    const { value } = scanJson(
      '{ "__proto__": { "polluted": "yes" }, "constructor": { "prototype": { "polluted": "yes" } } }',
    );
    expect(Object.keys(Object(value))).toEqual(['__proto__', 'constructor']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test.each([
    ['open brackets', (n: number) => '['.repeat(n)],
    ['open groups', (n: number) => '{"a":'.repeat(n)],
    ['quotes', (n: number) => '"'.repeat(n)],
    ['names on one line', (n: number) => `{${Array.from({ length: n }, (_, i) => `"n${i}":"x"`).join()}}`],
    ['stray words', (n: number) => '"a b '.repeat(n)],
  ])('takes no longer than the length of a file of nothing but %s', (_, text) => {
    expect(growth((size) => scanJson(text(size)), 6000)).toBeLessThan(muchFaster);
  });
});

describe('the checker', () => {
  test('survives any text in any file', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'es/faq.json',
          'es/ui.json',
          'en/forms.json',
          'en/faq.json',
          'es/review.json',
          'structure/content.json',
          'structure/forms/interpreter.json',
          'structure/languages.json',
          'structure/regions/us.json',
        ),
        anyText,
        (name, text) => {
          const library = readLibrary(localesWith({ [name]: text }));
          checkLibrary(library);
          for (const { message, line, column } of library.files.flatMap(({ findings }) => findings)) {
            expect(message.length).toBeGreaterThan(10);
            expect(line).toBeGreaterThan(0);
            expect(column).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  test('survives any words in a text', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '{{phone}}',
      '**',
      '[',
      '](',
      ')',
      '<b>',
      '$t(',
      '\u202e',
      '711',
      ' ',
      '\n\n',
      '- ',
      'a',
      '；',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { code } = runWith({ 'es/ui.json': { title: pieces.join('') } }, 'es');
        expect([0, 1]).toContain(code);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('is not polluted by names that programs reserve', () => {
    const evil =
      '{ "__proto__": { "answer": "x" }, "constructor": { "prototype": "x" }, "my-rights": { "__proto__": "y" } }';
    for (const name of [
      'es/faq.json',
      'en/faq.json',
      'es/review.json',
      'structure/content.json',
      'structure/languages.json',
    ]) {
      const { code } = runWith({ [name]: evil });
      expect(code).toBe(1);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).answer).toBeUndefined();
  });

  test('survives any hospital.json', () => {
    fc.assert(fc.property(anyText, (text) => checkHospital(sourceFile(text, 'hospital.json'))));
  });

  test.each(['**', '[', '{', '<a ', '1 ', '_a', 'a, ', '*a '])(
    'takes no longer than the length of a text made of %j',
    (part) => {
      const check = (size: number) => runWith({ 'es/ui.json': { slow: part.repeat(size / part.length) } });
      expect(growth(check, 1200)).toBeLessThan(muchFaster);
    },
  );
});
