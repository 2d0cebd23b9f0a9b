import type { VNode } from 'preact';
import { useApp } from './app-context.ts';
import { Icon } from './icon.tsx';
import { icons } from './icons.ts';
import { T } from './words.tsx';

/**
 * A plain field with a button, not a combobox: results are an ordinary list below, their count is said politely.
 * The words stay on the device.
 */
export function SearchBox({ onFirstUse }: { onFirstUse?: () => void }): VNode {
  const { app, state } = useApp();
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to browsers of 2022, and a form is needed for Enter.
    <form
      role="search"
      class="search"
      onSubmit={(event) => {
        event.preventDefault();
        const root = event.currentTarget.getRootNode() as ShadowRoot;
        root.querySelector<HTMLElement>('.result-count')?.focus();
      }}
    >
      <label class="label" for="health-help-search">
        <T k="search.label" />
      </label>
      <div class="search-field">
        <input
          id="health-help-search"
          class="search-input"
          type="text"
          enterKeyHint="search"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          maxLength={300}
          dir="auto"
          value={state.query}
          onFocus={onFirstUse}
          onInput={(event) => app.store.dispatch({ type: 'query', query: event.currentTarget.value })}
        />
        <button type="submit" class="search-button">
          <Icon path={icons.search} />
          <T k="search.button" />
        </button>
      </div>
    </form>
  );
}
