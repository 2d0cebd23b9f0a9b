import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LocaleTree, limits, parseLocale, textAt } from '../../../widget/contract/locale.ts';
import { hashEntry } from '../../../widget/contract/review.ts';

function onlyTexts(tree: LocaleTree, depth = 1): boolean {
  return (
    depth <= limits.depth &&
    Object.getPrototypeOf(tree) === null &&
    Object.values(tree).every((node) =>
      typeof node === 'string' ? node.length <= limits.text : onlyTexts(node, depth + 1),
    )
  );
}

test('Any file whatever gives texts only, and says what it left out', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json({ maxDepth: 12 }), fc.string({ unit: 'binary' })), (text) => {
      const { tree } = parseLocale(text);
      expect(onlyTexts(tree)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('What is valid is kept as it stands', () => {
  const id = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
  const branch = fc.dictionary(id, fc.oneof(fc.string(), fc.dictionary(id, fc.string())), {
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(branch, (file) => {
      const { tree, problems } = parseLocale(JSON.stringify(file));
      expect(problems).toEqual([]);
      expect(JSON.stringify(tree)).toBe(JSON.stringify(file));
    }),
  );
});

test('Good texts beside bad ones are shown', () => {
  const { tree, problems } = parseLocale(
    '{ "a": "yes", "B": "no", "c": 3, "d": ["x"], "e": { "f": "yes", "g": null } }',
  );
  expect(JSON.stringify(tree)).toBe('{"a":"yes","e":{"f":"yes"}}');
  expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'bad-id B',
    'not-text c',
    'not-text d',
    'not-text e.g',
  ]);
});

describe('hostile files', () => {
  test('Names that programs reserve reach no prototype', () => {
    const { tree, problems } = parseLocale(
      '{ "__proto__": { "polluted": "x" }, "constructor": { "prototype": { "polluted": "x" } } }',
    );
    expect(problems.map(({ path }) => path)).toEqual(['__proto__']);
    expect(textAt(tree, '__proto__.polluted')).toBeUndefined();
    expect(textAt(parseLocale('{}').tree, 'constructor.name')).toBeUndefined();
    expect(textAt(parseLocale('{}').tree, 'toString')).toBeUndefined();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test.each([
    ['a file that is too large', `{ "a": "${'x'.repeat(limits.file)}" }`, 'too-large'],
    ['a text that is too long', `{ "a": "${'x'.repeat(limits.text + 1)}" }`, 'too-long'],
    [
      'too many names',
      `{${Array.from({ length: limits.ids + 1 }, (_, i) => `"a${i}":""`).join()}}`,
      'too-many',
    ],
    ['groups in groups', `${'{"a":'.repeat(limits.depth + 1)}""${'}'.repeat(limits.depth + 1)}`, 'too-deep'],
    ['a hundred thousand brackets', '['.repeat(100_000), 'syntax'],
    ['a list', '[]', 'not-an-object'],
    ['nothing', '', 'syntax'],
  ])('%s is reported and shown as nothing', (_, text, code) => {
    const { tree, problems } = parseLocale(text);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(textAt(tree, 'a')).toBeUndefined();
  });
});

describe('the fingerprint of a reviewed text', () => {
  const entry = (text: string) => parseLocale(text).tree;

  test('stays when the file is laid out anew or its names are in another order', () => {
    expect(hashEntry(entry('{"a":"é","b":"2"}'))).toBe(hashEntry(entry('{ "b": "2",\n "a": "e\u0301" }')));
  });

  test('changes with any change of a text or a name', () => {
    const tree = fc.dictionary(fc.stringMatching(/^[a-z-]{1,6}$/), fc.string(), { noNullPrototype: true });
    fc.assert(
      fc.property(tree, tree, (one, other) => {
        const [a, b] = [one, other].map((each) =>
          JSON.stringify(entry(JSON.stringify(each)), undefined).normalize('NFC'),
        );
        const sorted = (text = '') => JSON.stringify(Object.entries(JSON.parse(text)).sort());
        expect(hashEntry(entry(a ?? '')) === hashEntry(entry(b ?? ''))).toBe(sorted(a) === sorted(b));
      }),
    );
  });
});
