import type { VNode } from 'preact';
import type { ChoiceField } from '../../contract/form.ts';
import { optionsOf, shownAnswer } from '../../forms/form-session.ts';
import { ScreenHeading } from '../../parts/heading.tsx';
import { Icon } from '../../parts/icon.tsx';
import { icons } from '../../parts/icons.ts';
import { moreIcons } from '../../parts/more-icons.ts';
import { Marked } from '../../parts/words.tsx';
import { ErrorText, Group, type QuestionProps, useDescription, useError } from './question.tsx';
import { describedBy, ids, useForm } from './use-form.ts';

/** Radio or checkbox cards. Choosing never moves on: there is always Continue. */
export function Choice({ field, heading }: QuestionProps & { field: ChoiceField }): VNode {
  const { session, words, answer } = useForm();
  const value = shownAnswer(session, field.id);
  const many = field.type === 'checkbox';
  const chosen = (code: string): boolean => (Array.isArray(value) ? value.includes(code) : value === code);
  const toggle = (code: string): void => {
    const before = Array.isArray(value) ? (value as readonly string[]) : [];
    answer(field.id, before.includes(code) ? before.filter((other) => other !== code) : [...before, code]);
  };
  const options = optionsOf(session, field);
  const description = useDescription({ field, heading });
  const met = Math.max(
    0,
    options.findIndex(({ code }) => chosen(code)),
  );
  return (
    <Group field={field} heading={heading} {...(many ? {} : { role: 'radiogroup' as const })}>
      <div class="cards">
        {options.map(({ code, icon, name }, i) => {
          const hint = words.option(field.id, code, 'hint');
          const id = ids.option(field.id, code);
          const path = icon && pictureOf(icon);
          return (
            <label key={code} class={`card${chosen(code) ? ' card-chosen' : ''}`} for={id}>
              <input
                id={id}
                type={many ? 'checkbox' : 'radio'}
                name={ids.field(field.id)}
                class={many ? 'box' : 'dot'}
                checked={chosen(code)}
                aria-describedby={describedBy(
                  i === 0 ? description.hint : '',
                  i === met ? description.error : '',
                  hint ? `${id}-hint` : '',
                )}
                aria-labelledby={`${id}-label`}
                onChange={() => (many ? toggle(code) : answer(field.id, code))}
              />
              {path && <Icon path={path} size={2} class="card-picture" />}
              <span class="row-words">
                <span class="row-title" id={`${id}-label`}>
                  <Marked {...words.choice(field, code, name)} />
                </span>
                {hint && (
                  <span class="row-hint" id={`${id}-hint`}>
                    <Marked {...hint} />
                  </span>
                )}
              </span>
            </label>
          );
        })}
      </div>
    </Group>
  );
}

/** One yes: a single checkbox. */
export function Flag({ field, heading }: QuestionProps & { field: ChoiceField }): VNode {
  const { session, words, answer, intro } = useForm();
  const id = ids.field(field.id);
  const on = shownAnswer(session, field.id) === true;
  const hint = words.field(field.id, 'hint');
  const error = useError(field.id);
  const label = words.field(field.id, 'label') ?? { text: field.id };
  const box = (
    <label class={`card${on ? ' card-chosen' : ''}`} for={id}>
      <input
        id={id}
        type="checkbox"
        class="box"
        checked={on}
        aria-required={field.required ? 'true' : undefined}
        aria-invalid={error ? 'true' : undefined}
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy(hint ? ids.hint(field.id) : '', error ? ids.error(field.id) : '')}
        onChange={() => answer(field.id, on ? undefined : true)}
      />
      <span class="row-words">
        <span class="row-title" id={`${id}-label`}>
          <Marked {...label} />
        </span>
        {hint && (
          <span class="row-hint" id={ids.hint(field.id)}>
            <Marked {...hint} />
          </span>
        )}
      </span>
    </label>
  );
  if (!heading && !error) return box;
  return (
    <div class={`question${error ? ' question-wrong' : ''}`}>
      {heading && (
        <>
          <ScreenHeading>
            <Marked {...words.title()} />
          </ScreenHeading>
          {intro}
        </>
      )}
      <ErrorText field={field} />
      {box}
    </div>
  );
}

function pictureOf(name: string): string | undefined {
  if (name in moreIcons) return moreIcons[name as keyof typeof moreIcons];
  return name in icons ? icons[name as keyof typeof icons] : undefined;
}
