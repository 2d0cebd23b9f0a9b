import { branchAt, type LocaleTree, textAt } from '../contract/locale.ts';
import { hashEntry, type Reviews } from '../contract/review.ts';
import type { ContentStructure, EntryStructure } from '../contract/structure.ts';
import type { Text } from '../language/words.ts';

/** One question, ready to show: every text is the reader's, or English and marked. */
export interface Question {
  id: string;
  structure: EntryStructure;
  question: Text;
  answer: Text;
  easy?: Text;
  /** The English answer, for texts that must not be wrong and were not checked. */
  english?: { question: string; answer: string };
  /** `source`: written in this language. `checked`: reviewed and unchanged since. `unchecked`: made by computer. */
  provenance: 'source' | 'checked' | 'unchecked';
}

export interface QuestionFiles {
  language: string;
  own: LocaleTree;
  /** The English file; may be empty while it is not needed. */
  english: LocaleTree;
  reviews: Reviews;
}

/** True when the English file is needed: a text is missing, or one that must not be wrong is unchecked. */
export function needsEnglish(
  structure: ContentStructure,
  { language, own, reviews }: QuestionFiles,
): boolean {
  if (language === 'en') return false;
  return Object.entries(structure.faq.entries).some(([id, entry]) => {
    const complete = textAt(own, `${id}.question`) && textAt(own, `${id}.answer`);
    return (
      !complete || (entry.critical && reviews[`faq/${id}`]?.status !== 'qualified') || reviews[`faq/${id}`]
    );
  });
}

/** The questions of `content.json` in its order, frozen. One without a text in either language is left out. */
export function createQuestions(
  structure: ContentStructure,
  files: QuestionFiles,
): ReadonlyMap<string, Question> {
  const questions = new Map<string, Question>();
  for (const group of structure.faq.groups) {
    for (const id of group.entries) {
      const question = createQuestion(id, structure.faq.entries[id] ?? {}, files);
      if (question) questions.set(id, Object.freeze(question));
    }
  }
  return questions;
}

function createQuestion(id: string, structure: EntryStructure, files: QuestionFiles): Question | undefined {
  const { language, own, english } = files;
  const marked = (key: string): Text | undefined => {
    const mine = textAt(own, `${id}.${key}`);
    if (mine) return { text: mine };
    const fallback = textAt(english, `${id}.${key}`);
    return fallback ? { text: fallback, ...(language === 'en' ? {} : { lang: 'en' }) } : undefined;
  };
  const question = marked('question');
  const answer = marked('answer');
  if (!question || !answer) return undefined;
  // Easy words in another language are not easy.
  const easyText = textAt(own, `${id}.easy`);
  const provenance = provenanceOf(id, structure, files);
  const sourceQuestion = textAt(english, `${id}.question`);
  const sourceAnswer = textAt(english, `${id}.answer`);
  const beside =
    language !== 'en' && !answer.lang && provenance === 'unchecked' && sourceQuestion && sourceAnswer;
  return {
    id,
    structure,
    question,
    answer,
    ...(easyText ? { easy: { text: easyText } } : {}),
    ...(beside ? { english: { question: sourceQuestion, answer: sourceAnswer } } : {}),
    provenance: answer.lang ? 'source' : provenance,
  };
}

function provenanceOf(
  id: string,
  structure: EntryStructure,
  { language, own, english, reviews }: QuestionFiles,
): Question['provenance'] {
  if (language === 'en') return 'source';
  const record = reviews[`faq/${id}`];
  const unchanged =
    record &&
    (record.status === 'qualified' || !structure.critical) &&
    record.target === hashEntry(branchAt(own, id)) &&
    record.source === hashEntry(branchAt(english, id));
  return unchanged ? 'checked' : 'unchecked';
}
