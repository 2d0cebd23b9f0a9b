import { describe, expect, it } from 'vitest';
import { createQuestions, needsEnglish, type QuestionFiles } from '../../../widget/content/content.ts';
import { type LocaleTree, parseLocale } from '../../../widget/contract/locale.ts';
import { hashEntry, type ReviewRecord } from '../../../widget/contract/review.ts';
import type { ContentStructure } from '../../../widget/contract/structure.ts';

const structure: ContentStructure = {
  faq: {
    groups: [
      { id: 'rights', icon: 'rights', entries: ['interpreter-free', 'parking'] },
      { id: 'visits', icon: 'visits', entries: ['food', 'gone'] },
    ],
    entries: { 'interpreter-free': { critical: true }, parking: { action: 'phone' } },
  },
  forms: {},
  likelyLanguages: [],
};

const tree = (value: unknown): LocaleTree => parseLocale(JSON.stringify(value)).tree;

const english = tree({
  'interpreter-free': { question: 'Is an interpreter free?', answer: 'Yes.', easy: 'Yes. Free.' },
  parking: { question: 'Where do I park?', answer: 'Behind the building.' },
  food: { question: 'I need food', answer: 'Ask a social worker.', easy: 'Ask.' },
});

const spanish = tree({
  'interpreter-free': { question: '¿Es gratis el intérprete?', answer: 'Sí.', easy: 'Sí. Gratis.' },
  parking: { question: '¿Dónde estaciono?', answer: 'Detrás del edificio.' },
  food: { question: 'Necesito comida', answer: 'Pregunte.' },
});

const review = (id: string, status: ReviewRecord['status'], more: Partial<ReviewRecord> = {}) => ({
  [`faq/${id}`]: {
    status,
    source: hashEntry(english[id]),
    target: hashEntry(spanish[id]),
    by: 'M. Ruiz',
    on: '2026-11-01',
    ...more,
  },
});

const files = (more: Partial<QuestionFiles> = {}): QuestionFiles => ({
  language: 'es',
  own: spanish,
  english,
  reviews: {},
  ...more,
});

const one = (id: string, more: Partial<QuestionFiles> = {}) => {
  const question = createQuestions(structure, files(more)).get(id);
  if (!question) throw new Error(`There is no question ${id}`);
  return question;
};

describe('the questions a reader sees', () => {
  it('come in the order of the hospital, whatever the order of the file', () => {
    const mixed = tree(Object.fromEntries(Object.entries(spanish).reverse()));
    expect([...createQuestions(structure, files({ own: mixed })).keys()]).toEqual([
      'interpreter-free',
      'parking',
      'food',
    ]);
  });

  it('are in their language, without any mark', () => {
    expect(one('parking').question).toEqual({ text: '¿Dónde estaciono?' });
    expect(one('parking').answer).toEqual({ text: 'Detrás del edificio.' });
  });

  it('fall back to English text by text, each marked as English', () => {
    const own = tree({ parking: { question: '¿Dónde estaciono?' } });
    const parking = one('parking', { own });
    expect(parking.question).toEqual({ text: '¿Dónde estaciono?' });
    expect(parking.answer).toEqual({ text: 'Behind the building.', lang: 'en' });
    expect(one('food', { own }).question).toEqual({ text: 'I need food', lang: 'en' });
  });

  it('are left out when no language has the words', () => {
    expect(createQuestions(structure, files()).has('gone')).toBe(false);
    const own = tree({ food: { question: 'Necesito comida' } });
    expect(createQuestions(structure, files({ own, english: tree({}) })).has('food')).toBe(false);
  });

  it('never have easy words in another language: those would not be easy', () => {
    expect(one('interpreter-free').easy).toEqual({ text: 'Sí. Gratis.' });
    expect(one('food').easy).toBeUndefined();
  });

  it('are not marked as English to who reads English, and need no second file', () => {
    const inEnglish = { language: 'en', own: english };
    expect(one('parking', inEnglish)).toMatchObject({
      provenance: 'source',
      answer: { text: 'Behind the building.' },
    });
    expect(one('parking', inEnglish).answer).not.toHaveProperty('lang');
    expect(needsEnglish(structure, files(inEnglish))).toBe(false);
  });

  it('cannot be changed by a screen', () => {
    expect(Object.isFrozen(one('parking'))).toBe(true);
  });
});

describe('who checked a translation', () => {
  it('nobody: it is said to be unchecked', () => {
    expect(one('parking').provenance).toBe('unchecked');
  });

  it.each(['qualified', 'read'] as const)('status "%s" and nothing changed since: no notice', (status) => {
    expect(one('parking', { reviews: review('parking', status) }).provenance).toBe('checked');
  });

  it('the English changed since: unchecked again', () => {
    const newer = tree({ ...english, parking: { question: 'Where do I park?', answer: 'In the garage.' } });
    expect(one('parking', { english: newer, reviews: review('parking', 'qualified') }).provenance).toBe(
      'unchecked',
    );
  });

  it('the translation changed since: unchecked again', () => {
    const own = tree({ ...spanish, parking: { question: '¿Dónde estaciono?', answer: 'En el garaje.' } });
    expect(one('parking', { own, reviews: review('parking', 'qualified') }).provenance).toBe('unchecked');
  });

  it('a text that must not be wrong needs a qualified translator, not only a reader', () => {
    const read = { reviews: review('interpreter-free', 'read') };
    const qualified = { reviews: review('interpreter-free', 'qualified') };
    expect(one('interpreter-free', read).provenance).toBe('unchecked');
    expect(one('interpreter-free', qualified).provenance).toBe('checked');
    expect(one('interpreter-free', qualified)).not.toHaveProperty('english');
  });

  it('nobody, and it must not be wrong: the English is beside it', () => {
    expect(one('interpreter-free').english).toEqual({ question: 'Is an interpreter free?', answer: 'Yes.' });
  });

  it('an answer in English beside nothing: no notice about a translation there is not', () => {
    const own = tree({ 'interpreter-free': { question: '¿Es gratis?' } });
    expect(one('interpreter-free', { own })).toMatchObject({ provenance: 'source', answer: { lang: 'en' } });
    expect(one('interpreter-free', { own })).not.toHaveProperty('english');
  });

  it('a review that is no review counts as none', () => {
    const reviews = { 'faq/parking': {} } as unknown as QuestionFiles['reviews'];
    expect(one('parking', { reviews }).provenance).toBe('unchecked');
  });
});

describe('the English file is fetched', () => {
  it('when a text is missing', () => {
    const reviews = review('interpreter-free', 'qualified');
    expect(needsEnglish(structure, files({ own: tree({ parking: { question: 'a' } }), reviews }))).toBe(true);
  });

  it('when a text that must not be wrong is unchecked', () => {
    expect(needsEnglish(structure, files())).toBe(true);
  });

  it('when a review has to be compared with it', () => {
    const plain = { ...structure, faq: { ...structure.faq, entries: { parking: {} } } };
    expect(needsEnglish(plain, files())).toBe(false);
    expect(needsEnglish(plain, files({ reviews: review('parking', 'read') }))).toBe(true);
  });
});
