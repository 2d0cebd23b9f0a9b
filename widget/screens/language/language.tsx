import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { foldName } from '../../language/fold-name.ts';
import { useApp } from '../../parts/app-context.ts';
import { BackButton } from '../../parts/back-button.tsx';
import { ScreenHeading } from '../../parts/heading.tsx';
import { Icon } from '../../parts/icon.tsx';
import { icons } from '../../parts/icons.ts';
import { RightsLink } from '../../parts/rights-link.tsx';
import { useStyles } from '../../parts/styles.ts';
import { T } from '../../parts/words.tsx';
import css from './language.css?inline';

/** From this many languages on, a search field helps more than it costs. */
const searchFrom = 13;

/** Every language offered, by its own name. */
export function Language(): VNode {
  const { app } = useApp();
  useStyles(css);
  const [query, setQuery] = useState('');
  const tags = Object.keys(app.languages);
  const wanted = foldName(query.trim());
  const names = displayNames(app.words.language);
  const found = tags.filter((tag) => {
    const language = app.languages[tag];
    if (!language) return false;
    const all = [language.name, language.english, names(tag) ?? '', language.synonyms ?? '', tag].join(' ');
    return !wanted || foldName(all).includes(wanted);
  });
  useEffect(() => {
    if (!wanted) return;
    const { text, lang } = app.words.text('language.found', { count: found.length });
    app.announcer.say(text, lang);
  }, [wanted]);
  return (
    <div class="screen">
      <BackButton />
      <ScreenHeading>
        <T k="language.title" />
      </ScreenHeading>
      {tags.length >= searchFrom && (
        <>
          <label class="label" for="health-help-find-language">
            <T k="language.find" />
          </label>
          <input
            id="health-help-find-language"
            class="field"
            type="text"
            autocomplete="off"
            spellcheck={false}
            dir="auto"
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </>
      )}
      {found.length === 0 && (
        <p>
          <T k="language.none" />
        </p>
      )}
      <ul class="language-list">
        {found.map((tag) => {
          const language = app.languages[tag];
          const current = tag === app.words.language;
          const readers = names(tag);
          // "Español, español" is one name.
          const isOther = readers?.toLowerCase() !== language?.name.toLowerCase();
          return (
            <li key={tag}>
              <button
                type="button"
                class="language-option"
                aria-current={current ? 'true' : undefined}
                onClick={async () => {
                  await app.chooseLanguage(tag);
                  app.back();
                }}
              >
                <span class="row-words">
                  <span class="row-title">
                    <bdi lang={tag}>{language?.name}</bdi>
                  </span>
                  {readers && isOther && <span class="row-hint">{readers}</span>}
                </span>
                {current && <Icon path={icons.check} />}
              </button>
            </li>
          );
        })}
      </ul>
      {/* For who found no language of theirs above. */}
      <RightsLink />
    </div>
  );
}

/** Names of languages in the reader's language, as far as the browser knows them; else English, not the device's. */
function displayNames(language: string): (tag: string) => string | undefined {
  try {
    const names = new Intl.DisplayNames([language, 'en'], { type: 'language', fallback: 'none' });
    return (tag) => names.of(tag);
  } catch {
    return () => undefined;
  }
}
