import { describe, expect, it } from 'vitest';
import { answersToOffer, givenIn } from '../../../widget/forms/carry-over.ts';
import { formFacts } from '../../../widget/forms/form-facts.ts';
import { phoneFact, withFormPhone, withFormPhoneLink } from '../../../widget/forms/form-phone.ts';
import { type FormSession, startSession } from '../../../widget/forms/form-session.ts';
import { noticeDays } from '../../../widget/forms/lead-time.ts';
import { contexts, formNamed } from './every-form.ts';
import { answer, languages } from './interpreter-form.ts';

const begun = (id: string, answers: Record<string, string | true | readonly string[]>): FormSession =>
  answer(startSession(id, formNamed(id), contexts.full), answers);

describe('what was given in one form', () => {
  const first = begun('interpreter', {
    for: 'me',
    language: 'so',
    appointment: 'yes',
    date: '٢٠٢٦-١٢-٠١',
    name: ' Amina ',
    'contact-route': 'email',
    phone: '312 555 0199',
    email: 'amina@example.org',
    'safe-to-message': 'yes',
    'contact-language': 'so',
    avoid: 'my neighbor',
  });

  it('is offered in another, as far as it asks for the same', () => {
    expect(answersToOffer(formNamed('accessibility'), [first])).toEqual({
      for: 'me',
      appointment: 'yes',
      date: '2026-12-01',
      name: 'Amina',
      'contact-route': 'email',
      email: 'amina@example.org',
      'contact-language': 'so',
    });
    expect(answersToOffer(formNamed('feedback'), [first])).toEqual({});
  });

  it('is not offered when the patient took it back, nor whether a message is safe: that is asked each time', () => {
    const offered = answersToOffer(formNamed('contact'), [first]);
    expect(offered).not.toHaveProperty('phone');
    expect(offered).not.toHaveProperty('safe-to-message');
  });

  it('is the newest that was given', () => {
    const second = begun('contact', { name: 'Amina Ali', phone: '312 555 0100' });
    expect(answersToOffer(formNamed('telehealth'), [first, second])).toMatchObject({
      name: 'Amina Ali',
      phone: '312 555 0100',
    });
  });

  it('is kept after it was sent, and nothing else of that form', () => {
    const given = givenIn(first);
    expect(given).not.toHaveProperty('avoid');
    expect(given).not.toHaveProperty('language');
    expect(answersToOffer(formNamed('contact'), [], given)).toEqual({
      name: 'Amina',
      'contact-route': 'email',
      email: 'amina@example.org',
      'contact-language': 'so',
    });
    const second = begun('programs', { name: 'Amina Ali' });
    expect(answersToOffer(formNamed('contact'), [second], given)).toMatchObject({ name: 'Amina Ali' });
  });

  it('is offered to a question of the same kind only', () => {
    const given = { name: { type: 'checkbox', answer: ['Amina'] } } as const;
    expect(answersToOffer(formNamed('contact'), [], given)).toEqual({});
  });

  it('fills in a form without being an answer of the patient yet', () => {
    const session = startSession('contact', formNamed('contact'), contexts.full, undefined, {
      name: 'Amina',
    });
    expect(session).toMatchObject({
      answers: { name: 'Amina' },
      offered: { name: 'Amina' },
      stepId: 'topic',
    });
  });
});

describe('whom to call', () => {
  it('is the department that arranges what the form asks for, else the main phone', () => {
    expect(phoneFact(formNamed('advocate'))).toBe('advocatePhone');
    expect(phoneFact(formNamed('contact'))).toBe('phone');
    expect(withFormPhone('Call {{formPhone}} by {{date}}.', formNamed('daily-needs'))).toBe(
      'Call {{socialWorkPhone}} by {{date}}.',
    );
    expect(withFormPhoneLink('You can call: [{{phone}}](phone).', formNamed('advocate'))).toBe(
      'You can call: [{{advocatePhone}}](phone:advocate).',
    );
    expect(withFormPhoneLink('You can call: [{{phone}}](phone).', formNamed('contact'))).toBe(
      'You can call: [{{phone}}](phone:main).',
    );
  });

  it('and the hospital’s times for a complaint are facts, as far as they are configured', () => {
    expect({ ...formFacts({}) }).toEqual({});
    expect(
      formFacts({
        coordinator: { title: 'Coordinator', phone: '555-0114' },
        grievance: { answerWithinDays: 30 },
      }),
    ).toEqual({
      coordinatorTitle: { kind: 'text', value: 'Coordinator' },
      coordinatorPhone: { kind: 'phone', value: '555-0114' },
      grievanceAnswerDays: { kind: 'text', value: '30' },
    });
  });
});

describe('the working days a form needs', () => {
  const hospital = { leadTimes: { spoken: 2, sign: 3, cart: 5, rare: 10 }, replyWithinDays: 1 };
  const days = (answers: Record<string, string | string[]>) => noticeDays(answers, languages, hospital);

  it('are those of interpreters where one is asked for, else those until staff answer', () => {
    expect(days({ language: 'es' })).toBe(2);
    expect(days({ language: 'ase' })).toBe(3);
    expect(days({ communication: ['sign-interpreter', 'summary'] })).toBe(3);
    expect(days({ communication: ['captions'] })).toBe(5);
    expect(days({ communication: ['deaf-interpreter'] })).toBe(10);
    expect(days({ communication: ['more-time'] })).toBe(1);
    expect(days({ help: ['food'] })).toBe(1);
    expect(noticeDays({}, languages, { leadTimes: {} })).toBe(0);
  });
});
