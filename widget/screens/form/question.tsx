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

/** The question's words, as the heading of the screen or as a label. */
function Label({ field, heading, forId }: QuestionProps & { forId?: string }): VNode {
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
  return heading ? (
    <ScreenHeading
      id={ids.heading(field.id)}
      aria-describedby={words.field(field.id, 'hint') && ids.hint(field.id)}
    >
      {label}
    </ScreenHeading>
  ) : (
    <span class="label">{label}</span>
  );
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

/**
 * What the control of a group that is met first is described by: a description of the group itself is silent in Orca
 * with Chromium and with Firefox. The hint of a question that is the heading of the screen is read with the heading.
 */
export function useDescription({ field, heading }: QuestionProps): { hint: string; error: string } {
  const { words } = useForm();
  const error = useError(field.id);
  return {
    hint: !heading && words.field(field.id, 'hint') ? ids.hint(field.id) : '',
    error: error ? ids.error(field.id) : '',
  };
}

/**
 * A group of controls that is one question, described by {@link useDescription}. The heading of a screen stands before its group: a focused heading within
 * is read twice in a row, as the name of the group and as itself (Orca with Chromium and with Firefox).
 */
export function Group({
  field,
  heading,
  role,
  children,
}: QuestionProps & { role?: 'radiogroup'; children: ComponentChildren }): VNode {
  const { intro } = useForm();
  const error = useError(field.id);
  const look = `question${error ? ' question-wrong' : ''}`;
  const group = (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: aria-required is set together with role="radiogroup" only.
    <fieldset
      class={heading ? 'question-group' : look}
      id={ids.field(field.id)}
      role={role}
      aria-labelledby={heading ? ids.heading(field.id) : undefined}
      aria-required={role && field.required ? 'true' : undefined}
      aria-invalid={role && error ? 'true' : undefined}
      aria-describedby={error && ids.error(field.id)}
    >
      {!heading && (
        <legend>
          <Label field={field} heading={false} />
        </legend>
      )}
      <Hint field={field} />
      <ErrorText field={field} />
      {children}
    </fieldset>
  );
  if (!heading) return group;
  return (
    <div class={look}>
      <Label field={field} heading />
      {intro}
      {group}
    </div>
  );
}

/** A label and one control. */
export function Single({ field, heading, children }: QuestionProps & { children: ComponentChildren }): VNode {
  const { intro } = useForm();
  const error = useError(field.id);
  return (
    <div class={`question${error ? ' question-wrong' : ''}`}>
      <Label field={field} heading={heading} forId={ids.field(field.id)} />
      {heading && intro}
      <Hint field={field} />
      <ErrorText field={field} />
      {children}
    </div>
  );
}
