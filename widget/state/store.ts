import { type Request, reduce, type State } from './state.ts';

/** Holds the one state. Views send requests up and read state down, nothing else. */
export interface Store {
  dispatch(request: Request): void;
  getState(): State;
  /** Calls `listener` after every change. Returns the function that stops it. */
  subscribe(listener: (state: State) => void): () => void;
}

export function createStore(initial: State): Store {
  let state = initial;
  const listeners = new Set<(state: State) => void>();
  return {
    dispatch(request) {
      const next = reduce(state, request);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener(state);
    },
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
