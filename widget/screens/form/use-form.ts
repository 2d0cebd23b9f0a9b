import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AnswerValue, FieldError } from '../../contract/form.ts';
import type { FormSession } from '../../forms/form-session.ts';
import type { FormWords } from './form-words.ts';

/** What every question of the form shown may use. */
export interface FormView {
  session: FormSession;
  words: FormWords;
  /** Errors of the questions shown. */
  errors: readonly FieldError[];
  /** What is to be read before the questions, after the heading of the screen, wherever that is. */
  intro: ComponentChildren;
  answer(field: string, value: AnswerValue | undefined): void;
}

export const FormContext = createContext<FormView | null>(null);

export function useForm(): FormView {
  const view = useContext(FormContext);
  if (!view) throw new Error('useForm needs the FormContext of a form screen');
  return view;
}

/** Ids of the elements of a question. One shadow root, so references work. */
export const ids = {
  field: (field: string): string => `health-help-f-${field}`,
  /** Of the question, where it is the heading of the screen. */
  heading: (field: string): string => `health-help-q-${field}`,
  /** Two dashes: `language-other` is a field, `language--other` the choice "other" of `language`. */
  option: (field: string, code: string): string => `health-help-f-${field}--${code}`,
  hint: (field: string): string => `health-help-h-${field}`,
  error: (field: string): string => `health-help-e-${field}`,
};

/** `aria-describedby`: the ids that are there. */
export function describedBy(...parts: readonly string[]): string | undefined {
  return parts.filter(Boolean).join(' ') || undefined;
}
