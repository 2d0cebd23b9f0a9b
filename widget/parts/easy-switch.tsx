import type { VNode } from 'preact';
import { useApp } from './app-context.ts';
import { T } from './words.tsx';

/** Turns easy words on or off. The word On or Off is there, so that the state is not only a colour. */
export function EasySwitch(): VNode {
  const { app, state } = useApp();
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={state.easyWords}
      onClick={() => app.store.dispatch({ type: 'easy-words', on: !state.easyWords })}
    >
      <span class="row-words">
        <span class="row-title">
          <T k="easy.label" />
        </span>
        <span class="row-hint">
          <T k="easy.hint" />
        </span>
      </span>
      <span class="switch-state" aria-hidden="true">
        <T k={state.easyWords ? 'easy.on' : 'easy.off'} />
      </span>
      <span class="switch-track" aria-hidden="true">
        <span class="switch-knob" />
      </span>
    </button>
  );
}
