import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officeLists } from '../../../widget/contract/form.ts';
import { textAt } from '../../../widget/contract/locale.ts';
import { officesOf } from '../../../widget/forms/offices.ts';
import { englishForms } from './interpreter-form.ts';

describe('offices of a region file', () => {
  const office = { id: 'civil-rights', phone: '1-800-555-0100', website: 'https://rights.example/complain' };

  it('are shown in their order, with what can be used of each', () => {
    const region = { complaints: [office, { id: 'other', phone: 'call us', address: '1 Main Street' }] };
    expect(officesOf(region, 'complaints')).toEqual([office, { id: 'other', address: '1 Main Street' }]);
    expect(officesOf(region, 'safety')).toEqual([]);
  });

  it('lead nowhere but to a page, and are left out when they cannot be reached at all', () => {
    const bad = [
      'javascript:alert(1)',
      'http://rights.example',
      '//rights.example',
      'https://\\evil',
      'https:// x',
    ];
    for (const website of bad)
      expect(officesOf({ safety: [{ id: 'a', website }] }, 'safety'), website).toEqual([]);
    expect(officesOf({ safety: [{ id: 'A B', phone: '911' }, { phone: '911' }, null] }, 'safety')).toEqual(
      [],
    );
  });

  it('as shipped are whole, and each has words that say what it is for', () => {
    const folder = new URL('../../../locales/structure/regions/', import.meta.url);
    for (const name of readdirSync(folder)) {
      const region = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
      for (const list of officeLists) {
        expect(officesOf(region, list), name).toEqual(region[list] ?? []);
        for (const { id } of officesOf(region, list))
          for (const part of ['label', 'hint'])
            expect(textAt(englishForms, `offices.${id}.${part}`), id).toBeTruthy();
      }
    }
  });

  it('never break anything, whatever is in the file', () => {
    const region = fc.oneof(fc.jsonValue(), fc.record({ safety: fc.array(fc.jsonValue()) }));
    fc.assert(fc.property(region, (json) => void officesOf(json, 'safety')));
  });
});
