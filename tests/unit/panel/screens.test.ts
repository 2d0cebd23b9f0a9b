import { describe, expect, it } from 'vitest';
import type { ContentStructure } from '../../../widget/contract/structure.ts';
import { screenNamed } from '../../../widget/panel/screens.ts';

const structure: ContentStructure = JSON.parse(
  '{"faq":{"groups":[],"entries":{"interpreter-free":{}}},"forms":{"interpreter":{"icon":"a"}},"likelyLanguages":[]}',
);

describe('a link of the page opens', () => {
  it.each([
    [undefined, { name: 'home' }],
    ['', { name: 'home' }],
    ['home', { name: 'home' }],
    ['language', { name: 'language' }],
    ['faq', { name: 'faq' }],
    ['faq/', { name: 'faq' }],
    ['faq/interpreter-free', { name: 'faq', id: 'interpreter-free' }],
    ['forms/interpreter', { name: 'forms', form: 'interpreter' }],
  ])('%s', (name, screen) => {
    expect(screenNamed(name, structure)).toEqual(screen);
  });

  it.each([
    'forms',
    'forms/',
    'forms/nothing',
    'faq/nothing',
    'nothing',
    'receipt',
    'receipt/interpreter',
    'faq/constructor',
    'faq/toString',
    'faq/__proto__',
    'forms/constructor',
    'forms/__proto__',
  ])('nothing of its own for %s', (name) => {
    expect(screenNamed(name, structure)).toBeUndefined();
  });
});
