import type { VNode } from 'preact';
import type { DateField, TimeField } from '../../contract/form.ts';
import { isDate, joinDate, splitDate } from '../../forms/date-parts.ts';
import { shownAnswer } from '../../forms/form-session.ts';
import { longDate, monthNames } from '../../language/dates.ts';
import { clockTime } from '../../language/hours.ts';
import { useApp } from '../../parts/app-context.ts';
import { T } from '../../parts/words.tsx';
import { Group, type QuestionProps, useDescription } from './question.tsx';
import { describedBy, ids, useForm } from './use-form.ts';

type Part = 'day' | 'month' | 'year';

/** Day, month and year in the order of the language, the month by name: 3/4 is two different days. */
export function DateQuestion({ field, heading }: QuestionProps & { field: DateField }): VNode {
  const { app } = useApp();
  const { session, answer } = useForm();
  const description = useDescription({ field, heading });
  const wrong = description.error ? ('true' as const) : undefined;
  const value = String(shownAnswer(session, field.id) ?? '');
  const typed = String(session.answers[field.id] ?? value);
  const parts = splitDate(typed);
  const set = (part: Part, text: string): void =>
    answer(field.id, joinDate({ ...parts, [part]: text }) || undefined);
  const { language } = app.words;
  return (
    <Group field={field} heading={heading}>
      <div class="date-parts">
        {partOrder(language).map((part, i) => {
          const id = `${ids.field(field.id)}-${part}`;
          const described = i === 0 ? describedBy(description.hint, description.error) : undefined;
          return (
            <div key={part} class={`date-part date-${part}`}>
              <label class="part-label" for={id}>
                <T k={`form.${part}`} />
              </label>
              {part === 'month' ? (
                <select
                  id={id}
                  class="field"
                  aria-describedby={described}
                  aria-invalid={wrong}
                  value={parts.month.replace(/^0/, '')}
                  onChange={(event) => set('month', event.currentTarget.value)}
                >
                  <option value="">{app.words.text('form.choose-month').text}</option>
                  {monthNames(language).map((name, i) => (
                    <option key={name} value={String(i + 1)}>
                      {/\d/.test(name) ? name : `${name} (${i + 1})`}
                    </option>
                  ))}
                </select>
              ) : (
                <input
                  id={id}
                  class="field"
                  type="text"
                  inputMode="numeric"
                  dir="ltr"
                  autocomplete="off"
                  maxLength={part === 'year' ? 4 : 2}
                  aria-describedby={described}
                  aria-invalid={wrong}
                  value={parts[part]}
                  onInput={(event) => set(part, event.currentTarget.value)}
                />
              )}
            </div>
          );
        })}
      </div>
      {isDate(value) && (
        <p class="hint">
          <T k="form.date-words" values={{ date: longDate(value, language) }} />
        </p>
      )}
    </Group>
  );
}

function partOrder(language: string): readonly Part[] {
  const order = new Intl.DateTimeFormat([language, 'en'], {
    calendar: 'gregory',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
    .formatToParts(new Date(2026, 0, 2))
    .map(({ type }) => type)
    .filter((type): type is Part => type === 'day' || type === 'month' || type === 'year');
  return order.length === 3 ? order : ['day', 'month', 'year'];
}

/** Hour and minutes to choose from, the hour as the language writes it, so that morning and evening are not mixed up. */
export function TimeQuestion({ field, heading }: QuestionProps & { field: TimeField }): VNode {
  const { app } = useApp();
  const { session, answer } = useForm();
  const description = useDescription({ field, heading });
  const wrong = description.error ? ('true' as const) : undefined;
  const [hour = '', minute = ''] = String(session.answers[field.id] ?? '').split(':');
  const two = (n: number): string => String(n).padStart(2, '0');
  const hourName = new Intl.DateTimeFormat([app.words.language, 'en'], {
    numberingSystem: 'latn',
    hour: 'numeric',
    timeZone: 'UTC',
  });
  const none = app.words.text('form.choose-month').text;
  const id = ids.field(field.id);
  return (
    <Group field={field} heading={heading}>
      <div class="date-parts">
        <div class="date-part date-month">
          <label class="part-label" for={`${id}-hour`}>
            <T k="form.hour" />
          </label>
          <select
            id={`${id}-hour`}
            class="field"
            aria-describedby={describedBy(description.hint, description.error)}
            aria-invalid={wrong}
            value={hour}
            onChange={({ currentTarget }) =>
              answer(field.id, currentTarget.value ? `${currentTarget.value}:${minute || '00'}` : undefined)
            }
          >
            <option value="">{none}</option>
            {Array.from({ length: 24 }, (_, h) => (
              <option key={h} value={two(h)}>
                {hourName.format(new Date(Date.UTC(2026, 0, 1, h)))}
              </option>
            ))}
          </select>
        </div>
        <div class="date-part date-month">
          <label class="part-label" for={`${id}-minute`}>
            <T k="form.minute" />
          </label>
          <select
            id={`${id}-minute`}
            class="field"
            value={minute || '00'}
            onChange={({ currentTarget }) => answer(field.id, `${hour || '00'}:${currentTarget.value}`)}
          >
            {Array.from({ length: 12 }, (_, m) => (
              <option key={m} value={two(m * 5)}>
                {two(m * 5)}
              </option>
            ))}
          </select>
        </div>
      </div>
      {hour && (
        <p class="hint">
          <T
            k="form.date-words"
            values={{ date: clockTime(`${hour}:${minute || '00'}`, app.words.language) }}
          />
        </p>
      )}
    </Group>
  );
}
