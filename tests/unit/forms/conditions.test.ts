import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, Condition } from '../../../widget/contract/form.ts';
import { fieldsIn, holds, own } from '../../../widget/forms/conditions.ts';
import { languages } from './interpreter-form.ts';

const when = (condition: Omit<Condition, 'field'>, answer?: string | string[] | true): boolean =>
  holds({ field: 'q', ...condition }, answer === undefined ? {} : { q: answer }, languages);

describe('a condition', () => {
  it('looks for an answer in a list', () => {
    expect(when({ in: ['yes'] }, 'yes')).toBe(true);
    expect(when({ in: ['yes'] }, 'no')).toBe(false);
    expect(when({ in: ['yes'] })).toBe(false);
    expect(when({ in: ['a', 'b'] }, ['x', 'b'])).toBe(true);
    expect(when({ in: ['yes'] }, true)).toBe(false);
  });

  it('takes a question without an answer as not in any list', () => {
    expect(when({ notIn: ['email'] })).toBe(true);
    expect(when({ notIn: ['email'] }, 'email')).toBe(false);
    expect(when({ notIn: ['email'] }, ['x', 'email'])).toBe(false);
  });

  it('knows whether a question was answered', () => {
    expect([when({ answered: true }, true), when({ answered: true })]).toEqual([true, false]);
    expect([when({ answered: false }, 'x'), when({ answered: false })]).toEqual([false, true]);
  });

  it('tells sign languages from others, and takes an unknown language as not signed', () => {
    expect([when({ sign: true }, 'ase'), when({ sign: true }, 'es'), when({ sign: true })]).toEqual([
      true,
      false,
      false,
    ]);
    expect([when({ sign: false }, 'ase'), when({ sign: false }, 'unknown'), when({ sign: false })]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('knows the languages with dialects', () => {
    expect([
      when({ dialects: true }, 'ar'),
      when({ dialects: true }, 'es'),
      when({ dialects: true }),
    ]).toEqual([true, false, false]);
  });

  it('is not fooled by names every object has', () => {
    expect(holds({ field: 'constructor', answered: true }, {}, languages)).toBe(false);
    expect(when({ dialects: true }, 'constructor')).toBe(false);
    expect(own({}, 'toString')).toBeUndefined();
  });

  it('needs all its parts', () => {
    const both: Condition = { field: 'a', in: ['1'], and: { field: 'b', in: ['2'] } };
    expect(fieldsIn(both)).toEqual(['a', 'b']);
    const code = fc.constantFrom('1', '2');
    fc.assert(
      fc.property(fc.record({ a: code, b: code }, { requiredKeys: [] }), (answers) => {
        expect(holds(both, answers as Answers, languages)).toBe(answers.a === '1' && answers.b === '2');
      }),
    );
  });

  it('is the opposite of itself when a list is turned round', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.option(fc.string(), { nil: undefined }), (codes, answer) => {
        expect(when({ in: codes }, answer)).toBe(!when({ notIn: codes }, answer));
      }),
    );
  });
});
