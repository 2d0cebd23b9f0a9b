/**
 * Says short messages to screen readers. One queue for both regions: an announcement never overwrites one that was not
 * yet read. Evidence for every rule is in ACCESSIBILITY.md of the project's design and in tests/screen-reader.
 */
export interface Announcer {
  /** Polite, in order. Text equal to the last one is said again. */
  say(text: string, lang?: string): void;
  /** At once: errors that block, and the emergency banner. Nothing else. */
  alert(text: string, lang?: string): void;
  /** Forgets what was not said yet, e.g. when the panel closes. */
  clear(): void;
  /** Call when focus was moved: what is said next waits until the reader has said the new focus. */
  focusMoved(): void;
}

export interface AnnouncerClock {
  now(): number;
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** Milliseconds. */
const wait = {
  afterFocus: 250,
  /** Reading speed assumed for the pause before the next message: fast synthetic speech. */
  perCharacter: 45,
  atLeast: 900,
  /** NVDA drops queued text whose node is gone. */
  beforeClearing: 5_000,
};

interface Message {
  text: string;
  lang: string | undefined;
}

/**
 * @param polite an empty element with `role="status"`, in the page before the first message
 * @param assertive an empty element with `role="alert"`
 */
export function createAnnouncer(
  polite: HTMLElement,
  assertive: HTMLElement,
  clock: AnnouncerClock,
): Announcer {
  let queue: Message[] = [];
  let timer: unknown;
  let clearing: unknown;
  let quietUntil = 0;
  let last = '';

  const write = (region: HTMLElement, { text, lang }: Message): void => {
    // Equal text is silent in Orca with Chromium and Firefox; a trailing no-break space makes it new.
    last = last === text ? `${text}\u00a0` : text;
    if (lang) region.lang = lang;
    else region.removeAttribute('lang');
    region.textContent = last;
    clock.clearTimeout(clearing);
    clearing = clock.setTimeout(
      () => {
        polite.textContent = '';
        assertive.textContent = '';
      },
      wait.beforeClearing + text.length * wait.perCharacter,
    );
  };

  const next = (): void => {
    timer = undefined;
    const message = queue.shift();
    if (!message) return;
    write(polite, message);
    quietUntil = clock.now() + Math.max(wait.atLeast, message.text.length * wait.perCharacter);
    schedule();
  };

  const schedule = (): void => {
    if (timer !== undefined || queue.length === 0) return;
    timer = clock.setTimeout(next, Math.max(0, quietUntil - clock.now()));
  };

  return {
    say(text, lang) {
      if (!text) return;
      queue.push({ text, lang });
      schedule();
    },
    alert(text, lang) {
      if (text) write(assertive, { text, lang });
    },
    clear() {
      queue = [];
      clock.clearTimeout(timer);
      timer = undefined;
      clock.clearTimeout(clearing);
      polite.textContent = '';
      assertive.textContent = '';
      // What was said last is remembered: the same text again, after the panel is opened again, is silent otherwise.
    },
    focusMoved() {
      quietUntil = Math.max(quietUntil, clock.now() + wait.afterFocus);
      if (timer !== undefined) {
        clock.clearTimeout(timer);
        timer = undefined;
        schedule();
      }
    },
  };
}
