import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue, FieldStructure } from '../../../widget/contract/form.ts';
import { isDate, joinDate, splitDate } from '../../../widget/forms/date-parts.ts';
import { asciiDigits, normalise } from '../../../widget/forms/normalise.ts';
import { validateAll, validateStep } from '../../../widget/forms/validate.ts';
import { visibleForm } from '../../../widget/forms/visible-form.ts';
import { answer, context, interpreterForm, shortest, start } from './interpreter-form.ts';

/** The error of one field with one answer, and the answer as it would be sent. */
function check(field: FieldStructure, value?: AnswerValue): { error: string | undefined; sent: unknown } {
  const form = {
    structure: { version: '1', steps: [{ id: 's', fields: [field] }] },
    answers: value === undefined ? {} : { [field.id]: value },
    context,
  };
  return { error: validateAll(form)[0]?.code, sent: visibleForm(form).answers[field.id] };
}

const tel: FieldStructure = { id: 'q', type: 'tel' };
const date: FieldStructure = { id: 'q', type: 'date', earliest: 'today' };
const time: FieldStructure = { id: 'q', type: 'time' };

describe('a phone number', () => {
  it.each([
    ['312-555-0199', '312-555-0199'],
    ['+44 (0)20 7946 0018 ext. 5', '+44 (0)20 7946 0018 ext. 5'],
    ['٣١٢٥٥٥٠١٩٩', '3125550199'],
    ['۳۱۲۵۵۵۰۱۹۹', '3125550199'],
    ['＋３１２５５５０１９９', '+3125550199'],
    ['३१२ ५५५ ०१९९', '312 555 0199'],
    ['\u202A312-555-0199\u202C', '312-555-0199'],
  ])('is taken as people write it: %s', (typed, sent) => {
    expect(check(tel, typed)).toEqual({ error: undefined, sent });
  });

  it.each(['555', '12-34-56', 'call me', 'ana@example.org', 'ana1234567@example.org'])(
    'is not %s',
    (typed) => {
      expect(check(tel, typed).error).toBe('not-a-phone');
    },
  );
});

describe('an email address', () => {
  const email: FieldStructure = { id: 'q', type: 'email' };

  it.each(['ana@example.org', ' ana.b+c@mail.example.co.uk ', 'ana＠example.org', 'ана@пошта.укр'])(
    'is taken: %s',
    (typed) => expect(check(email, typed).error).toBeUndefined(),
  );

  it.each(['ana', 'ana@example', '@example.org', 'ana@example.', 'ana b@example.org', 'a@b@c.org'])(
    'is not %s',
    (typed) => expect(check(email, typed).error).toBe('not-an-email'),
  );
});

describe('a date', () => {
  it('of three fields keeps what is typed while it is not complete', () => {
    expect(joinDate({ year: '', month: '', day: '' })).toBe('');
    expect(splitDate(joinDate({ year: '', month: '12', day: '' }))).toEqual({
      year: '',
      month: '12',
      day: '',
    });
    expect(check(date, '-12-').error).toBe('not-a-date');
  });

  it.each([
    ['2026-12-1', '2026-12-01'],
    ['٢٠٢٦-١٢-٠١', '2026-12-01'],
    ['2026-11-24', '2026-11-24'],
    ['2028-02-29', '2028-02-29'],
  ])('is taken: %s', (typed, sent) => expect(check(date, typed)).toEqual({ error: undefined, sent }));

  it.each(['2026-02-30', '2027-02-29', '2026-13-01', '2026-00-10', '26-12-01', 'tomorrow'])(
    'is no day that does not exist: %s',
    (typed) => expect(check(date, typed).error).toBe('not-a-date'),
  );

  it('in the year of another calendar is asked again, not sent', () => {
    expect(check(date, '1405-09-10').error).toBe('not-a-date');
    expect(check(date, '2569-12-01').error).toBe('not-a-date');
  });

  it('of a visit is not over, and of birth is not to come', () => {
    expect(check(date, '2026-11-23').error).toBe('in-the-past');
    const birth: FieldStructure = { id: 'q', type: 'date', latest: 'today' };
    expect(check(birth, '2026-11-25').error).toBe('in-the-future');
    expect(check(birth, '1931-05-02').error).toBeUndefined();
  });

  it('is a date exactly when the calendar has that day', () => {
    const days = fc.record({
      y: fc.integer({ min: 1900, max: 2199 }),
      m: fc.integer({ min: 0, max: 14 }),
      d: fc.integer({ min: 0, max: 33 }),
    });
    fc.assert(
      fc.property(days, ({ y, m, d }) => {
        const at = new Date(Date.UTC(y, m - 1, d));
        const exists = at.getUTCMonth() === m - 1 && at.getUTCDate() === d && at.getUTCFullYear() === y;
        expect(isDate(`${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)).toBe(exists);
      }),
    );
  });
});

describe('a time', () => {
  it.each([
    ['9:30', '09:30'],
    ['09.30', '09:30'],
    ['٩:٣٠', '09:30'],
    ['9：30', '09:30'],
    ['9:30 pm', '21:30'],
    ['12 a.m.', '00:00'],
    ['12:15 PM', '12:15'],
    ['14:30:00', '14:30'],
  ])('is taken: %s', (typed, sent) => expect(check(time, typed)).toEqual({ error: undefined, sent }));

  it.each(['24:00', '9:60', '9', '930', '13:00 pm', 'noon'])('is not %s', (typed) =>
    expect(check(time, typed).error).toBe('not-a-time'),
  );
});

describe('a choice', () => {
  const radio: FieldStructure = { id: 'q', type: 'radio', options: [{ code: 'a' }, { code: 'b' }] };
  const boxes: FieldStructure = { id: 'q', type: 'checkbox', options: [{ code: 'a' }, { code: 'b' }] };

  it('is one that was offered', () => {
    expect(check(radio, 'a').error).toBeUndefined();
    expect(check(radio, 'c').error).toBe('not-a-choice');
    expect(check(radio, ['a']).error).toBe('not-a-choice');
    expect(check(boxes, ['a', 'b']).error).toBeUndefined();
    expect(check(boxes, ['a', 'c']).error).toBe('not-a-choice');
    expect(check(boxes, 'a').error).toBe('not-a-choice');
    expect(check({ id: 'q', type: 'flag' }, 'yes').error).toBe('not-a-choice');
  });

  it('of a language allows "I do not know its name" only where it is offered', () => {
    const spoken: FieldStructure = { id: 'q', type: 'language', kinds: 'spoken' };
    expect(check(spoken, 'es').error).toBeUndefined();
    for (const code of ['ase', 'unknown', 'other', 'xx', 'constructor']) {
      expect(check(spoken, code).error).toBe('not-a-choice');
    }
    expect(check({ ...spoken, kinds: 'all', unknown: true }, 'unknown').error).toBeUndefined();
    expect(check({ ...spoken, kinds: 'all' }, 'ase').error).toBeUndefined();
  });

  it('that is required and missing is an error, and so is one of spaces only', () => {
    expect(check({ ...radio, required: true }).error).toBe('missing');
    expect(check({ id: 'q', type: 'text', required: true }, ' \n ').error).toBe('missing');
    expect(check({ ...boxes, required: true }, []).error).toBe('missing');
  });
});

describe('a text', () => {
  it('is counted as people count, not in code units', () => {
    const short: FieldStructure = { id: 'q', type: 'text', maxLength: 3 };
    expect(check(short, '𞤀𞤣𞤤').error).toBeUndefined();
    expect(check(short, 'abcd').error).toBe('too-long');
    expect(check({ id: 'q', type: 'textarea' }, 'x'.repeat(501)).error).toBe('too-long');
    expect(check({ id: 'q', type: 'text' }, 'x'.repeat(200)).error).toBeUndefined();
  });

  it('in a patient’s own words only loses the spaces around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(normalise({ id: 'q', type: 'text' }, words) ?? '').toBe(words.trim());
      }),
    );
    expect(normalise({ id: 'q', type: 'text' }, 'غرفة ٣')).toBe('غرفة ٣');
  });

  it('of digits in any script keeps their values', () => {
    const zeros = [0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xe50, 0x17e0, 0x1040, 0x1090, 0xff10, 0x1e950];
    for (const zero of zeros) {
      const all = Array.from({ length: 10 }, (_, value) => String.fromCodePoint(zero + value)).join('');
      expect(asciiDigits(all)).toBe('0123456789');
    }
  });

  it('that is sent once is sent the same again', () => {
    const types = ['tel', 'email', 'date', 'time', 'number', 'text', 'textarea'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.string({ unit: 'binary' }), (type, typed) => {
        const once = normalise({ id: 'q', type }, typed);
        expect(normalise({ id: 'q', type }, once)).toEqual(once);
      }),
    );
  });
});

describe('a step', () => {
  it('has only its own errors; the form has all, in the order asked', () => {
    expect(validateStep(start(), 'name')).toEqual([{ field: 'name', code: 'missing' }]);
    expect(validateAll(start()).map(({ field }) => field)).toEqual([
      'for',
      'language',
      'appointment',
      'name',
      'phone',
      'safe-to-message',
    ]);
    expect(validateAll(answer(start(), shortest))).toEqual([]);
    expect(validateStep({ structure: interpreterForm(), answers: {}, context }, 'no-such-step')).toEqual([]);
  });
});
