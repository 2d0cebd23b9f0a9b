import type { VNode } from 'preact';
import type { DateField, LanguageField, TimeField } from '../../contract/form.ts';
import { useStyles } from '../../parts/styles.ts';
import { DateQuestion, TimeQuestion } from './date-question.tsx';
import { LanguageQuestion } from './language-question.tsx';
import type { QuestionProps } from './question.tsx';
import css from './questions.css?inline';

/** The larger questions, in a download of their own: languages, dates, times. */
export function LargeQuestion({
  field,
  heading,
}: QuestionProps & { field: LanguageField | DateField | TimeField }): VNode {
  useStyles(css);
  switch (field.type) {
    case 'language':
      return <LanguageQuestion field={field} heading={heading} />;
    case 'date':
      return <DateQuestion field={field} heading={heading} />;
    case 'time':
      return <TimeQuestion field={field} heading={heading} />;
  }
}
