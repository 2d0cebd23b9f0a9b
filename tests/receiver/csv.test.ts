import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cell } from '../../demo/receiver/inbox/csv.ts';

/** What makes trouble in cells, and what must come through untouched. */
const pieces = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '＝',
  '"',
  ',',
  '\r',
  '\n',
  '\t',
  ' ',
  "'",
  'a',
  'ع',
  '\u{1F600}',
);

/** RFC 4180, read the other way. */
function parseCell(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
}

describe('cells of the saved list', () => {
  it.each(['=1+1', '+1 555 010 0199', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\n=1'])(
    'a spreadsheet does not calculate %j',
    (value) => expect(parseCell(cell(value))).toBe(`'${value}`),
  );

  it('whatever a patient typed stays in its cell and can be read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: pieces }), (value) => {
        const written = cell(value);
        expect(parseCell(written).replace(/^'/, '')).toBe(value.replace(/^'/, ''));
        if (!written.startsWith('"')) expect(written).not.toMatch(/[",\r\n]/);
        else expect(written.slice(1, -1).replaceAll('""', '')).not.toContain('"');
        expect(parseCell(written)).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
