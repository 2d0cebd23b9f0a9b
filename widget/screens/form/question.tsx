import type { ComponentChildren, VNode } from 'preact';
import type { FieldStructure } from '../../contract/form.ts';
import type { Text } from '../../language/words.ts';
import { ScreenHeading } from '../../parts/heading.tsx';
import { Icon } from '../../parts/icon.tsx';
import { moreIcons } from '../../parts/more-icons.ts';
import { Marked, T } from '../../parts/words.tsx';
import { ids, useForm } from './use-form.ts';

export interface QuestionProps {
  field: FieldStructure;
  /** The question is the heading of the screen. */
  heading: boolean;
}

/** The question's words, as the heading of the screen or as a label; read once either way. */
export function Label({ field, heading, forId }: QuestionProps & { forId?: string }): VNode {
  const { words } = useForm();
  const text = words.field(field.id, 'label') ?? { text: field.id };
  const content = (
    <>
      <Marked {...text} />
      {!field.required && field.type !== 'flag' && (
        <span class="optional">
          {' '}
          <T k="form.optional" />
        </span>
      )}
    </>
  );
  const label = forId ? <label for={forId}>{content}</label> : content;
  return heading ? <ScreenHeading>{label}</ScreenHeading> : <span class="label">{label}</span>;
}

export function Hint({ field }: { field: FieldStructure }): VNode | null {
  const { words } = useForm();
  const hint = words.field(field.id, 'hint');
  return hint ? (
    <p class="hint" id={ids.hint(field.id)}>
      <Marked {...hint} />
    </p>
  ) : null;
}

/** Why the answer was not accepted: the same words as in the summary. */
export function ErrorText({ field }: { field: FieldStructure }): VNode | null {
  const error = useError(field.id);
  return error ? (
    <p class="error-text" id={ids.error(field.id)}>
      <Icon path={moreIcons.alert} />
      <span>
        <Marked {...error} />
      </span>
    </p>
  ) : null;
}

export function useError(field: string): Text | undefined {
  const { errors, words } = useForm();
  const error = errors.find((found) => found.field === field);
  return error && words.error(field, error.code);
}

/** A group of controls that is one question. */
export function Group({
  field,
  heading,
  role,
  children,
}: QuestionProps & { role?: 'radiogroup'; children: ComponentChildren }): VNode {
  const { words } = useForm();
  const error = useError(field.id);
  const described = [words.field(field.id, 'hint') && ids.hint(field.id), error && ids.error(field.id)]
    .filter(Boolean)
    .join(' ');
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: aria-required is set together with role="radiogroup" only.
    <fieldset
      class={`question${error ? ' question-wrong' : ''}`}
      id={ids.field(field.id)}
      role={role}
      aria-required={role && field.required ? 'true' : undefined}
      aria-invalid={role && error ? 'true' : undefined}
      aria-describedby={described || undefined}
    >
      <legend>
        <Label field={field} heading={heading} />
      </legend>
      <Hint field={field} />
      <ErrorText field={field} />
      {children}
    </fieldset>
  );
}

/** A label and one control. */
export function Single({ field, heading, children }: QuestionProps & { children: ComponentChildren }): VNode {
  const error = useError(field.id);
  return (
    <div class={`question${error ? ' question-wrong' : ''}`}>
      <Label field={field} heading={heading} forId={ids.field(field.id)} />
      <Hint field={field} />
      <ErrorText field={field} />
      {children}
    </div>
  );
}
