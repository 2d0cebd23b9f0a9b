/** @jsxImportSource hono/jsx */
import type { RequestState } from '../database.ts';
import { requestStates } from '../request-store.ts';
import { type RequestView, stateNames } from './describe-request.ts';
import { addressOf, type InboxFilter } from './filter.ts';
import { Icon } from './icons.tsx';

export interface Choice {
  value: string;
  name: string;
}

export interface RequestListOptions {
  filter: InboxFilter;
  requests: readonly RequestView[];
  counts: Readonly<Record<RequestState, number>>;
  forms: readonly Choice[];
  languages: readonly Choice[];
  pages: number;
  /** Reference of the request shown beside the list. */
  open?: string | undefined;
}

/** States, filter, rows and pages: the same beside an open request and alone. */
export function RequestList(options: RequestListOptions) {
  const { filter, requests, open } = options;
  return (
    <>
      <StateTabs {...options} />
      <Filter {...options} />
      {requests.length === 0 ? (
        <Empty {...options} />
      ) : (
        <ol class="rows">
          {requests.map((request) => (
            <li>
              <Row request={request} filter={filter} open={request.reference === open} />
            </li>
          ))}
        </ol>
      )}
      <Pages {...options} />
      {requests.length > 0 && (
        <p class="list-foot">
          <a href={addressOf('/inbox/export.csv', { ...filter, page: 1 })}>Save this list as a CSV file</a>
        </p>
      )}
      {requests.length > 0 && (
        <p class="list-foot">
          <a href={addressOf('/inbox/export.ndjson', { ...filter, page: 1 })}>Save this list as FHIR</a>
        </p>
      )}
      <p class="list-foot">
        <a href="/inbox/audit.csv">Save the log of who did what</a>
      </p>
    </>
  );
}

function StateTabs({ filter, counts, open }: RequestListOptions) {
  return (
    <nav class="tabs" aria-label="State of the requests">
      <ul>
        {requestStates.map((state) => (
          <li>
            <a
              href={addressOf('/inbox', filter, { state })}
              aria-current={state === filter.state ? (open ? 'true' : 'page') : undefined}
            >
              {stateNames[state]} <span class="count">{String(counts[state])}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Filter({ filter, forms, languages }: RequestListOptions) {
  const nameIn = (choices: readonly Choice[], value: string | undefined): string | undefined =>
    choices.find((choice) => choice.value === value)?.name ?? value;
  const active = [nameIn(forms, filter.form), nameIn(languages, filter.language)].filter(Boolean).join(', ');
  return (
    <details class="filter" open={Boolean(active)}>
      <summary>
        <Icon name="forward" />
        <span>Filter: {active || 'every form and language'}</span>
      </summary>
      <form method="get" action="/inbox">
        {filter.state !== 'new' && <input type="hidden" name="state" value={filter.state} />}
        <Select name="form" label="Form" every="Every form" choices={forms} chosen={filter.form} />
        <Select
          name="language"
          label="Language"
          every="Every language"
          choices={languages}
          chosen={filter.language}
        />
        <button class="second-button" type="submit">
          Show
        </button>
        {active && (
          <a class="clear-filter" href={addressOf('/inbox', { state: filter.state, page: 1 })}>
            Clear the filter
          </a>
        )}
      </form>
    </details>
  );
}

interface SelectOptions {
  name: string;
  label: string;
  every: string;
  choices: readonly Choice[];
  chosen: string | undefined;
}

function Select({ name, label, every, choices, chosen }: SelectOptions) {
  return (
    <div class="question">
      <label for={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name}>
        <option value="">{every}</option>
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === chosen}>
            {choice.name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Row({ request, filter, open }: { request: RequestView; filter: InboxFilter; open: boolean }) {
  return (
    <a
      class="row"
      href={addressOf(`/inbox/${request.reference}`, filter)}
      aria-current={open ? 'page' : undefined}
    >
      <span class="row-head">
        <b>{request.title}</b> <span class="soft">{request.reference}</span>
      </span>{' '}
      {(request.place || request.when) && (
        <span class="row-visit soft">
          {request.place && (
            <bdi lang={request.place.lang} dir={request.place.dir}>
              {request.place.words}
            </bdi>
          )}
          {request.place && request.when && ', '}
          {request.when}
        </span>
      )}{' '}
      <Due due={request.due} state={request.state} />
    </a>
  );
}

export function Due({ due, state }: Pick<RequestView, 'due' | 'state'>) {
  return (
    <span class={due.urgent ? 'due urgent' : 'due'}>
      <Icon name={due.urgent ? 'alert' : state === 'done' ? 'tick' : 'clock'} />
      <span>{due.words}</span>
    </span>
  );
}

function Empty({ filter, pages }: RequestListOptions) {
  if (filter.page > pages) {
    return (
      <p class="empty">
        This page of the list is empty. <a href={addressOf('/inbox', { ...filter, page: 1 })}>First page</a>
      </p>
    );
  }
  if (filter.form || filter.language) {
    return (
      <p class="empty">
        No request here fits the filter.{' '}
        <a href={addressOf('/inbox', { state: filter.state, page: 1 })}>Clear the filter</a>
      </p>
    );
  }
  const words = {
    new: 'No new requests. What patients send appears here.',
    'in-work': 'Nothing is in work. Open a new request and start work on it.',
    done: 'Nothing is done yet.',
  };
  return <p class="empty">{words[filter.state]}</p>;
}

function Pages({ filter, pages }: RequestListOptions) {
  if (pages < 2) return null;
  const to = (page: number): string => addressOf('/inbox', filter, { page });
  return (
    <nav class="pages" aria-label="Pages of the list">
      {filter.page > 1 && (
        <a href={to(filter.page - 1)}>
          <Icon name="back" />
          Previous<span class="hidden"> page</span>
        </a>
      )}
      <span>{`Page ${filter.page} of ${pages}`}</span>
      {filter.page < pages && (
        <a href={to(filter.page + 1)}>
          Next<span class="hidden"> page</span>
          <Icon name="forward" />
        </a>
      )}
    </nav>
  );
}
