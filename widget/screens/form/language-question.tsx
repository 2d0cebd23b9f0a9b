import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { LanguageField } from '../../contract/form.ts';
import { shownAnswer } from '../../forms/form-session.ts';
import { isLanguageOffered } from '../../forms/visible-form.ts';
import { useApp } from '../../parts/app-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { icons } from '../../parts/icons.ts';
import { Marked, T } from '../../parts/words.tsx';
import { languageIndex } from './find-language.ts';
import { Group, type QuestionProps, useDescription } from './question.tsx';
import { describedBy, ids, useForm } from './use-form.ts';

/** Rows shown before anything is typed. */
const likely = 8;

/** A long list with a search field above it: own name first, the reader's word for it below. */
export function LanguageQuestion({ field, heading }: QuestionProps & { field: LanguageField }): VNode {
  const { app } = useApp();
  const { session, words, answer } = useForm();
  const { languages } = session.context;
  const [query, setQuery] = useState('');
  const [all, setAll] = useState(false);
  const value = shownAnswer(session, field.id);
  const reader = app.words.language;
  const index = useMemo(() => {
    const offered = Object.keys(languages).filter((code) => isLanguageOffered(field, code, languages));
    const mine = session.context.language;
    // Who reads Somali here most likely needs Somali.
    const ordered =
      mine && mine !== 'en' && offered.includes(mine)
        ? [mine, ...offered.filter((c) => c !== mine)]
        : offered;
    return languageIndex(languages, ordered, (code) => words.language(code, languages).text, reader);
  }, [reader, field.id]);
  const found = index.find(query);
  const searching = query.trim() !== '';
  const shown = searching || all ? found : found.slice(0, likely);
  const rows =
    typeof value === 'string' && languages[value] && !shown.includes(value) ? [value, ...shown] : shown;
  const extra = (['unknown', 'other'] as const).filter((code) => isLanguageOffered(field, code, languages));
  useEffect(() => {
    if (!searching) return;
    const timer = setTimeout(() => {
      const { text, lang } = found.length
        ? app.words.text('language.found', { count: found.length })
        : app.words.text('form.no-language');
      app.announcer.say(text, lang);
    }, 700);
    return () => clearTimeout(timer);
  }, [query]);
  const description = useDescription({ field, heading });
  const findId = `${ids.field(field.id)}-find`;
  return (
    <Group field={field} heading={heading} role="radiogroup">
      <div class="find-head">
        <label class="part-label" for={findId}>
          <T k="form.find-language" />
        </label>
      </div>
      <div class="search-field find-field">
        <Icon path={icons.search} class="find-icon" />
        <input
          id={findId}
          aria-describedby={describedBy(description.hint, description.error)}
          class="search-input"
          type="text"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          translate={false}
          dir="auto"
          maxLength={60}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter in the search field is not Continue.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      </div>
      {/* After the field: before it, a screen reader would not come by it. */}
      {searching && (
        <p class="hint">
          {found.length ? (
            <T k="language.found" values={{ count: found.length }} />
          ) : (
            <T k="form.no-language" />
          )}
        </p>
      )}
      <div class="list-frame">
        {rows.map((code) => {
          const language = languages[code];
          const name = words.language(code, languages);
          return (
            <ListRow
              key={code}
              field={field.id}
              code={code}
              chosen={value === code}
              onChoose={() => answer(field.id, code)}
            >
              <span class="row-title">
                <bdi lang={language?.lang ?? code} translate={false}>
                  {language?.name}
                </bdi>
              </span>
              {name.text !== language?.name && (
                <span class="row-hint">
                  <Marked {...name} />
                </span>
              )}
            </ListRow>
          );
        })}
        {extra.map((code) => (
          <ListRow
            key={code}
            field={field.id}
            code={code}
            chosen={value === code}
            onChoose={() => answer(field.id, code)}
          >
            <span class="row-title">
              <Marked {...(words.option(field.id, code, 'label') ?? { text: code })} />
            </span>
          </ListRow>
        ))}
      </div>
      {!searching && !all && found.length > likely && (
        <button type="button" class="text-button" onClick={() => setAll(true)}>
          <T k="form.show-all" />
        </button>
      )}
    </Group>
  );
}

function ListRow({
  field,
  code,
  chosen,
  onChoose,
  children,
}: {
  field: string;
  code: string;
  chosen: boolean;
  onChoose: () => void;
  children: ComponentChildren;
}): VNode {
  const id = ids.option(field, code);
  return (
    <label class={`list-row${chosen ? ' list-row-chosen' : ''}`} for={id}>
      <input id={id} type="radio" class="dot" name={ids.field(field)} checked={chosen} onChange={onChoose} />
      <span class="row-words">{children}</span>
    </label>
  );
}
