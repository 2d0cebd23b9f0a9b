import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Question } from '../../content/content.ts';
import { useApp } from '../../parts/app-context.ts';
import { BackButton } from '../../parts/back-button.tsx';
import { Heading, ScreenHeading } from '../../parts/heading.tsx';
import { Icon } from '../../parts/icon.tsx';
import { icons } from '../../parts/icons.ts';
import { moreIcons } from '../../parts/more-icons.ts';
import { RichText } from '../../parts/rich-text.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { useStyles } from '../../parts/styles.ts';
import { Marked, T } from '../../parts/words.tsx';
import { Answer } from './answer.tsx';
import { Disclosure } from './disclosure.tsx';
import css from './faq.css?inline';
import { useQuestions } from './use-questions.ts';

/** All questions by group, or the one the screen names. */
export function Faq(): VNode | null {
  const { state } = useApp();
  useStyles(css);
  const screen = state.screen.name === 'faq' ? state.screen : undefined;
  return screen?.id ? <OneAnswer id={screen.id} /> : <Browse />;
}

function Browse(): VNode {
  const { app, state } = useApp();
  const questions = useQuestions();
  return (
    <div class="screen">
      <BackButton />
      <ScreenHeading>
        <T k="faq.title" />
      </ScreenHeading>
      <SearchBox />
      {state.query.trim() ? (
        <Results />
      ) : (
        app.structure.faq.groups.map((group) => (
          <section key={group.id} class="faq-group" aria-labelledby={`health-help-group-${group.id}`}>
            <Heading depth={2} class="group-heading" id={`health-help-group-${group.id}`}>
              <Icon path={groupIcon(group.icon)} size={1.75} class="row-icon" />
              <T k={`faq.groups.${group.id}`} />
            </Heading>
            {group.entries.map((id) => {
              const question = questions?.all.get(id);
              return question && <Disclosure key={id} question={question} depth={3} />;
            })}
          </section>
        ))
      )}
    </div>
  );
}

/** What fits the words in the search field, as they are typed. */
export function Results(): VNode | null {
  const { app, state } = useApp();
  useStyles(css);
  const questions = useQuestions();
  const query = state.query.trim();
  const ids = questions?.find(query) ?? [];
  const found = ids.flatMap((id) => questions?.all.get(id) ?? []);
  useEffect(() => {
    if (!questions || !query) return;
    // Said when typing pauses: a count after every letter would drown the letters.
    const timer = setTimeout(() => {
      const { text, lang } = found.length
        ? app.words.text('search.results', { count: found.length })
        : app.words.text('search.none-title');
      app.announcer.say(text, lang);
    }, 700);
    return () => clearTimeout(timer);
  }, [query, questions]);
  if (!questions) return null;
  return (
    <div class="results">
      <Heading depth={2} class="result-count" tabIndex={-1}>
        {found.length ? (
          <T k="search.results" values={{ count: found.length }} />
        ) : (
          <T k="search.none-title" />
        )}
      </Heading>
      {found.map((question) => (
        <Disclosure key={question.id} question={question} depth={3} />
      ))}
      {found.length === 0 && (
        <>
          <RichText {...app.words.text('search.none-text')} />
          <button
            type="button"
            class="second-button"
            onClick={() => {
              app.store.dispatch({ type: 'query', query: '' });
              app.go({ name: 'faq' });
            }}
          >
            <T k="search.all" />
          </button>
        </>
      )}
    </div>
  );
}

function OneAnswer({ id }: { id: string }): VNode | null {
  const { app } = useApp();
  const questions = useQuestions();
  const question = questions?.all.get(id);
  if (!questions) return null;
  if (!question) {
    return (
      <div class="screen">
        <BackButton />
        <ScreenHeading>
          <T k="panel.not-loaded" />
        </ScreenHeading>
      </div>
    );
  }
  const related = (question.structure.related ?? []).flatMap((other) => questions.all.get(other) ?? []);
  return (
    <div class="screen">
      <BackButton />
      <ScreenHeading>
        <Marked {...question.question} />
      </ScreenHeading>
      <Answer question={question} />
      {related.length > 0 && (
        <section class="faq-group" aria-labelledby="health-help-related">
          <Heading depth={2} class="group-heading" id="health-help-related">
            <T k="faq.related" />
          </Heading>
          <ul class="plain-list">
            {related.map((other: Question) => (
              <li key={other.id}>
                <button type="button" class="row" onClick={() => app.go({ name: 'faq', id: other.id })}>
                  <span class="row-words row-title">
                    <Marked {...other.question} />
                  </span>
                  <Icon path={icons.chevron} mirror />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function groupIcon(name: string): string {
  if (name in icons) return icons[name as keyof typeof icons];
  if (name in moreIcons) return moreIcons[name as keyof typeof moreIcons];
  return name === 'language' ? icons.translate : icons.question;
}
