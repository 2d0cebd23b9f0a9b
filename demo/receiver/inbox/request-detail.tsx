/** @jsxImportSource hono/jsx */
import type { RequestState } from '../database.ts';
import type { Fact, OwnWords, RequestView } from './describe-request.ts';
import { addressOf, type InboxFilter } from './filter.ts';
import { Icon } from './icons.tsx';
import { FormToken } from './page.tsx';
import { Due } from './request-list.tsx';
import type { Session } from './sessions.ts';

export interface RequestDetailOptions {
  request: RequestView;
  /** Kept through a change, so that the list beside it stays the one staff were working through. */
  filter: InboxFilter;
  session: Session;
  /** What a change just did: `no` when someone else was faster. */
  changed?: 'yes' | 'no' | undefined;
  staffLanguage: string;
}

const changes: Readonly<Record<RequestState, readonly { to: RequestState; words: string }[]>> = {
  new: [
    { to: 'in-work', words: 'Start work' },
    { to: 'done', words: 'Mark as done' },
  ],
  'in-work': [
    { to: 'done', words: 'Mark as done' },
    { to: 'new', words: 'Put back to new' },
  ],
  done: [{ to: 'in-work', words: 'Reopen' }],
};

/** One request: what the patient answered, their own words, and what staff can do with it. */
export function RequestDetail({ request, filter, session, changed, staffLanguage }: RequestDetailOptions) {
  return (
    <article class="request">
      {changed && <Changed request={request} changed={changed} />}
      <header class="request-head">
        <div>
          <h1 id="request-title">{request.title}</h1>
          <p class="soft">
            <span class="reference">{request.reference}</span> · {request.sent}
          </p>
          <p class="soft">{request.since}</p>
        </div>
        {request.state !== 'done' && <Due due={request.due} state={request.state} />}
      </header>
      {request.facts.length > 0 && (
        <section aria-labelledby="answers-title">
          <h2 id="answers-title" class="hidden">
            Answers
          </h2>
          <dl class="facts">
            {request.facts.map((fact) => (
              <div>
                <dt lang={staffLanguage}>{fact.label}</dt>
                <dd lang={staffLanguage}>
                  <Value fact={fact} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <Words ownWords={request.ownWords} staffLanguage={staffLanguage} />
      <form class="actions" method="post" action={`/inbox/${request.reference}/state`}>
        <FormToken session={session} />
        <input type="hidden" name="from" value={request.state} />
        <input type="hidden" name="list" value={addressOf('', filter).slice(1)} />
        {changes[request.state].map(({ to, words }, index) => (
          <button
            class={index === 0 && request.state !== 'done' ? 'main-button' : 'second-button'}
            type="submit"
            name="to"
            value={to}
            aria-describedby="request-title"
          >
            {to === 'done' && <Icon name="tick" />}
            {words}
          </button>
        ))}
      </form>
      <p class="list-foot">
        <a href={`/inbox/${request.reference}/fhir`}>Save this request as FHIR</a>
      </p>
    </article>
  );
}

function Changed({ request, changed }: { request: RequestView; changed: 'yes' | 'no' }) {
  const words = {
    new: 'It is back with the new requests.',
    'in-work': 'It is in work now.',
    done: 'It is marked as done.',
  };
  return (
    <p class="notice" role="status">
      <Icon name={changed === 'yes' ? 'tick' : 'info'} />
      <span>
        {changed === 'yes'
          ? words[request.state]
          : 'Nothing was changed: someone else was faster. This is how the request stands now.'}
      </span>
    </p>
  );
}

function Value({ fact }: { fact: Fact }) {
  const words = fact.value || 'No answer';
  if (fact.link) {
    return (
      <a href={fact.link}>
        <bdi dir="ltr">{words}</bdi>
      </a>
    );
  }
  return <bdi dir={fact.leftToRight ? 'ltr' : 'auto'}>{words}</bdi>;
}

function Words({ ownWords, staffLanguage }: { ownWords: readonly OwnWords[]; staffLanguage: string }) {
  if (ownWords.length === 0) return null;
  return (
    <section class="own-words" aria-labelledby="own-words-title">
      <h2 id="own-words-title">Patient’s own words, as typed</h2>
      {ownWords.map((answer) => (
        <figure class="words">
          <figcaption>
            <span lang={staffLanguage}>{answer.label}</span>
            <span class="soft">{answer.language}</span>
          </figcaption>
          <p lang={answer.lang} dir={answer.dir} translate="no">
            {answer.words}
          </p>
        </figure>
      ))}
      {ownWords.some(({ foreign }) => foreign) && (
        <p class="not-translated">
          <Icon name="info" />
          <span>Not translated. Ask a qualified interpreter before you act on it.</span>
        </p>
      )}
    </section>
  );
}
