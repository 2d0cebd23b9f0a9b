import { describe, expect, it } from 'vitest';
import { initialState, type State } from '../../../widget/state/state.ts';
import { createStore } from '../../../widget/state/store.ts';

describe('the one state of the panel', () => {
  it('tells every listener what is true now', () => {
    const store = createStore(initialState('en'));
    const heard: string[] = [];
    store.subscribe((state) => heard.push(`first ${state.query}`));
    store.subscribe((state) => heard.push(`second ${state.query}`));
    store.dispatch({ type: 'query', query: 'ride' });
    expect(heard).toEqual(['first ride', 'second ride']);
    expect(store.getState().query).toBe('ride');
  });

  it('tells nothing more to a listener that stopped, also when it stops while it is told', () => {
    const store = createStore(initialState('en'));
    const heard: string[] = [];
    const stop = store.subscribe(() => {
      heard.push('once');
      stop();
    });
    store.subscribe(() => heard.push('always'));
    store.dispatch({ type: 'query', query: 'a' });
    store.dispatch({ type: 'query', query: 'b' });
    expect(heard).toEqual(['once', 'always', 'always']);
  });

  it('shows the newest state to whoever asks while a change is told', () => {
    const store = createStore(initialState('en'));
    const seen: State[] = [];
    store.subscribe(() => seen.push(store.getState()));
    store.dispatch({ type: 'easy-words', on: true });
    expect(seen.map(({ easyWords }) => easyWords)).toEqual([true]);
  });

  it('ends with what the last request asked for when a listener asks for more', () => {
    const store = createStore(initialState('en'));
    store.subscribe((state) => {
      if (state.query === 'a') store.dispatch({ type: 'query', query: 'ab' });
    });
    store.dispatch({ type: 'query', query: 'a' });
    expect(store.getState().query).toBe('ab');
  });

  it('tells listeners last what is true, when one of them asks for more', () => {
    const store = createStore(initialState('en'));
    const shown: string[] = [];
    store.subscribe((state) => {
      if (state.query === 'a') store.dispatch({ type: 'query', query: 'ab' });
    });
    store.subscribe((state) => shown.push(state.query));
    store.dispatch({ type: 'query', query: 'a' });
    expect(shown.at(-1)).toBe('ab');
  });
});
