import type { VNode } from 'preact';
import type { TextField } from '../../contract/form.ts';
import { shownAnswer } from '../../forms/form-session.ts';
import { useApp } from '../../parts/app-context.ts';
import { T } from '../../parts/words.tsx';
import { type QuestionProps, Single, useError } from './question.tsx';
import { describedBy, ids, useForm } from './use-form.ts';

/** A text in the patient's own words, or a phone, an email address or a number. */
export function TextQuestion({ field, heading }: QuestionProps & { field: TextField }): VNode {
  const { app } = useApp();
  const { session, words, answer } = useForm();
  const error = useError(field.id);
  const value = String(shownAnswer(session, field.id) ?? '');
  const latin = field.type === 'tel' || field.type === 'email' || field.type === 'number';
  const shared = {
    id: ids.field(field.id),
    class: 'field',
    value,
    // A patient's own words are never sent to a translation service by the browser.
    translate: false,
    dir: latin ? ('ltr' as const) : ('auto' as const),
    'aria-required': field.required ? ('true' as const) : undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': describedBy(
      words.field(field.id, 'hint') ? ids.hint(field.id) : '',
      error ? ids.error(field.id) : '',
    ),
  };
  const places = field.suggest === 'places' ? app.hospital.places : [];
  const left = (field.maxLength ?? 500) - [...value].length;
  return (
    <Single field={field} heading={heading}>
      {field.type === 'textarea' ? (
        <>
          <textarea
            {...shared}
            class="field field-tall"
            rows={5}
            autocomplete="off"
            onInput={(event) => answer(field.id, event.currentTarget.value)}
          />
          {left <= 100 && (
            <p class="hint">
              <T k="form.left" values={{ count: Math.max(0, left) }} />
            </p>
          )}
        </>
      ) : (
        <>
          <input
            {...shared}
            type={field.type === 'number' ? 'text' : field.type}
            inputMode={field.type === 'number' ? 'numeric' : undefined}
            autocomplete={field.autocomplete ?? 'off'}
            spellcheck={latin ? false : undefined}
            list={places.length ? `${ids.field(field.id)}-list` : undefined}
            onInput={(event) => answer(field.id, event.currentTarget.value)}
          />
          {places.length > 0 && (
            <datalist id={`${ids.field(field.id)}-list`}>
              {places.map((place) => (
                <option key={place} value={place} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Single>
  );
}
