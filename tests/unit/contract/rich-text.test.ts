import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Block,
  factsIn,
  type Inline,
  parseInline,
  parseRichText,
  targetsIn,
} from '../../../widget/contract/rich-text.ts';
import { growth, muchFaster } from '../growth.ts';

function inlinesOf(block: Block): readonly Inline[] {
  return 'items' in block ? block.items.flat() : block.children;
}
function textOf(nodes: readonly Inline[]): string {
  return nodes
    .map((node) =>
      node.type === 'text' ? node.text : node.type === 'fact' ? `{{${node.name}}}` : textOf(node.children),
    )
    .join('');
}
const shown = (text: string, hasFact?: (name: string) => boolean): string =>
  parseRichText(text, hasFact)
    .map((block) => textOf(inlinesOf(block)))
    .join('\n');

describe('any text', () => {
  const piece = fc.constantFrom(
    '**',
    '[',
    '](',
    ')',
    '{{',
    '}}',
    '{{phone}}',
    '- ',
    '1. ',
    '## ',
    '\n',
    '\n\n',
    ' ',
    'a',
    '<b>',
    '__proto__',
    '\r',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary' }),
  );

  test('never breaks the reader, and loses no word', () => {
    fc.assert(
      fc.property(text, (source) => {
        const letters = (from: string): number => [...from].filter((char) => char === 'a').length;
        const targets = targetsIn(source).join('');
        expect(letters(shown(source))).toBeGreaterThanOrEqual(letters(source) - letters(targets));
      }),
      { numRuns: 1000 },
    );
  });

  test('never leads to an address with a scheme of the web', () => {
    fc.assert(
      fc.property(text, (source) => {
        const visit = (nodes: readonly Inline[]): void => {
          for (const node of nodes) {
            if (node.type === 'link') expect(node.target).toMatch(/^[A-Za-z0-9/:-]+$/);
            if (node.type === 'link' || node.type === 'strong') visit(node.children);
          }
        };
        for (const block of parseRichText(source)) visit(inlinesOf(block));
      }),
    );
  });
});

test('HTML is shown as it was typed', () => {
  expect(shown('<img src=x onerror=alert(1)> & <b>bold</b>')).toBe(
    '<img src=x onerror=alert(1)> & <b>bold</b>',
  );
});

test('A paragraph or item that needs a fact the hospital has not set is left out whole', () => {
  const text = 'Free.\n\nCall {{phone}}.\n\n- Relay {{relay}}\n- Come in';
  expect(shown(text, (name) => name === 'phone')).toBe('Free.\nCall {{phone}}.\nCome in');
  expect(shown(text, () => false)).toBe('Free.\nCome in');
});

test('Bold, links and lists are found', () => {
  expect(parseRichText('**Yes.** [Ask](forms/interpreter)\n- one\n- two')).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'strong', children: [{ type: 'text', text: 'Yes.' }] },
        { type: 'text', text: ' ' },
        { type: 'link', target: 'forms/interpreter', children: [{ type: 'text', text: 'Ask' }] },
      ],
    },
    { type: 'bullets', items: [[{ type: 'text', text: 'one' }], [{ type: 'text', text: 'two' }]] },
  ]);
});

test('Facts and link targets of a text are listed, also those written wrong', () => {
  expect(factsIn('{{phone}} {{ relay }}')).toEqual(['phone', 'relay']);
  expect(targetsIn('[a](map) [b](https://x.example)')).toEqual(['map', 'https://x.example']);
});

test.each([
  ['stars', (n: number) => '*'.repeat(n)],
  ['brackets', (n: number) => '['.repeat(n)],
  ['bold in bold', (n: number) => '**a'.repeat(n / 3)],
  ['links', (n: number) => '[a]('.repeat(n / 4)],
  ['braces', (n: number) => '{{a'.repeat(n / 3)],
  ['empty lines', (n: number) => '\n'.repeat(n)],
  ['headings', (n: number) => `## ${' '.repeat(n)}a`],
])('A text made of %s, up to the longest allowed, takes no longer than its length', (_, text) => {
  expect(growth((size) => parseRichText(text(size)), 1250)).toBeLessThan(muchFaster);
});

test('Words in brackets before a link are words, not part of the link', () => {
  expect(parseInline('[or [call](phone)')).toEqual([
    { type: 'text', text: '[or ' },
    { type: 'link', target: 'phone', children: [{ type: 'text', text: 'call' }] },
  ]);
});
