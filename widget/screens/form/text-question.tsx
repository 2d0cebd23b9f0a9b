import type { JSX, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
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
    autocomplete: field.autocomplete ?? 'off',
    'aria-required': field.required ? ('true' as const) : undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': describedBy(
      words.field(field.id, 'hint') ? ids.hint(field.id) : '',
      error ? ids.error(field.id) : '',
    ),
  };
  const places = field.suggest === 'places' ? app.hospital.places : [];
  return (
    <Single field={field} heading={heading}>
      {field.type === 'textarea' ? (
        <LongText
          shared={shared}
          left={Math.max(0, (field.maxLength ?? 500) - [...value].length)}
          onText={(text) => answer(field.id, text)}
        />
      ) : (
        <>
          <input
            {...shared}
            type={field.type === 'number' ? 'text' : field.type}
            inputMode={field.type === 'number' ? 'numeric' : undefined}
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

interface LongTextProps {
  shared: JSX.IntrinsicElements['textarea'] & {
    id: string;
    value: string;
    'aria-describedby': string | undefined;
  };
  /** Letters it may still have. */
  left: number;
  onText: (text: string) => void;
}

/** From so many letters left on, the count is shown and said. */
const near = 100;

/** A text of some lines, with how many letters are left. */
function LongText({ shared, left, onText }: LongTextProps): VNode {
  const { app } = useApp();
  const { value } = shared;
  // What the field is described by stays as it is while it has the focus: Orca with Chromium says a description that
  // changes, hint and all, and Firefox does not.
  const [leftBefore, setLeftBefore] = useState(left);
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    if (left > near) return;
    // After a pause in typing, not at each letter.
    const timer = setTimeout(() => {
      const { text, lang } = app.words.text('form.left', { count: left });
      app.announcer.say(text, lang);
    }, 1_000);
    return () => clearTimeout(timer);
  }, [value]);
  const leftId = `${shared.id}-left`;
  return (
    <>
      <textarea
        {...shared}
        class="field field-tall"
        rows={5}
        aria-describedby={describedBy(shared['aria-describedby'] ?? '', leftBefore <= near ? leftId : '')}
        onInput={(event) => onText(event.currentTarget.value)}
        // A browser only brings the line that is written into sight.
        onFocus={(event) => event.currentTarget.scrollIntoView({ block: 'nearest' })}
        onBlur={() => setLeftBefore(left)}
      />
      {left <= near && (
        <p class="hint">
          <T k="form.left" values={{ count: left }} />
        </p>
      )}
      {leftBefore <= near && (
        <span id={leftId} hidden>
          <T k="form.left" values={{ count: leftBefore }} />
        </span>
      )}
    </>
  );
}
