/** Pixels of the window's content. */
export interface Size {
  width: number;
  height: number;
}

/** Pixels from the top left corner of the window's content. */
export interface Place {
  x: number;
  y: number;
}

export type Key = 'Tab' | 'Shift+Tab' | 'Enter' | 'Escape' | 'Space' | 'ArrowDown';

/** One page in a browser. Real keys and a real pointer; everything else is read by functions run in the page. */
export interface Tab {
  goTo(url: string): Promise<void>;
  url(): Promise<string>;
  /**
   * Runs a function in the page, and waits for what it promises. What it is given and answers must survive JSON; it sees
   * nothing of the test.
   */
  run<Given extends readonly unknown[], Answer>(
    inPage: (...given: Given) => Answer | Promise<Answer>,
    ...given: Given
  ): Promise<Answer>;
  pointAndPress(place: Place): Promise<void>;
  type(text: string): Promise<void>;
  key(key: Key): Promise<void>;
  close(): Promise<void>;
}

/** A browser other than the one all other tests run in. */
export interface Engine {
  /** One page at a time; a window that cannot be that narrow is as narrow as it can be. */
  open(size: Size): Promise<Tab>;
  close(): Promise<void>;
}
