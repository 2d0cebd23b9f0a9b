import type { VNode } from 'preact';
import { useApp } from '../../parts/app-context.ts';
import { EasySwitch } from '../../parts/easy-switch.tsx';
import { ScreenHeading } from '../../parts/heading.tsx';
import { Icon } from '../../parts/icon.tsx';
import { icons } from '../../parts/icons.ts';
import { lazy } from '../../parts/lazy.tsx';
import { Row } from '../../parts/row.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Digits, T, telHref } from '../../parts/words.tsx';

const Results = lazy('faq', async () => ({ default: (await import('../faq/faq.tsx')).Results }), {
  screen: false,
});

/** Where everyone starts: another language, search, the interpreter first, then the rest. */
export function Home(): VNode {
  const { app, state } = useApp();
  const searching = state.query.trim() !== '';
  // A control without a word helps nobody: what no file names, not even the English one, is not offered.
  const { interpreter, ...others } = app.structure.forms;
  const named = (...keys: string[]): boolean => keys.every((key) => app.words.text(key).text);
  return (
    <div class="screen">
      {!state.languageChosen && <LikelyLanguages />}
      <ScreenHeading>
        <T k="home.title" />
      </ScreenHeading>
      {named('search.label', 'search.button') && <SearchBox onFirstUse={() => Results.preload(app.host)} />}
      {searching ? (
        <Results />
      ) : (
        <>
          {interpreter && named('home.interpreter') && (
            <button
              type="button"
              class="first-card"
              onClick={() => app.go({ name: 'forms', form: 'interpreter' })}
            >
              <span class="start-mark" />
              <Icon path={icons.interpreter} filled size={2.75} />
              <span class="row-words">
                <span class="first-card-title">
                  <T k="home.interpreter" />
                </span>
                <span class="row-hint">
                  <T k="home.interpreter-hint" />
                </span>
              </span>
              <Icon path={icons.forward} mirror />
            </button>
          )}
          {Object.keys(others).length > 0 && named('home.forms') && (
            <Row
              icon={icons.list}
              title="home.forms"
              hint="home.forms-hint"
              onClick={() => app.go({ name: 'more' })}
            />
          )}
          {named('home.questions') && (
            <Row
              icon={icons.question}
              title="home.questions"
              hint="home.questions-hint"
              onClick={() => app.go({ name: 'faq' })}
            />
          )}
          {named('easy.label') && <EasySwitch />}
          <Talk />
        </>
      )}
    </div>
  );
}

/** Three likely languages and the way to all, until the reader has chosen one. */
function LikelyLanguages(): VNode | null {
  const { app } = useApp();
  const { structure, languages, words } = app;
  const offered = Object.keys(languages).filter((tag) => tag !== words.language);
  if (offered.length === 0) return null;
  const likely = [...structure.likelyLanguages, 'en'].filter((tag) => offered.includes(tag)).slice(0, 3);
  const { text, lang } = words.text('language.title');
  return (
    <ul aria-label={text} lang={lang} class="language-row">
      {likely.map((tag) => (
        <li key={tag}>
          <button
            type="button"
            class="text-button"
            lang={tag}
            onClick={async () => {
              await app.chooseLanguage(tag);
              // The row is gone now; focus goes to the heading, which says the new language.
              app.go({ name: 'home' });
            }}
          >
            {languages[tag]?.name}
          </button>
        </li>
      ))}
      {words.text('language.more').text && (
        <li>
          <button type="button" class="text-button" onClick={() => app.go({ name: 'language' })}>
            <T k="language.more" />
          </button>
        </li>
      )}
    </ul>
  );
}

function Talk(): VNode | null {
  const { app } = useApp();
  const phone = app.facts.phone?.value;
  if (!phone) return null;
  return (
    <p class="talk">
      <Icon path={icons.phone} />
      <span>
        <T k="home.talk" />{' '}
        <a
          class="number-link"
          href={telHref(phone)}
          aria-label={`${app.words.text('home.talk').text} ${phone}`}
        >
          <Digits>{phone}</Digits>
        </a>
      </span>
    </p>
  );
}
