import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type App, useApp } from '../../parts/app-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { icons } from '../../parts/icons.ts';
import { RichText } from '../../parts/rich-text.tsx';
import { useStyles } from '../../parts/styles.ts';
import { T } from '../../parts/words.tsx';
import { countShift } from './count-shift.ts';
import { exitHref, leavePage } from './leave-page.ts';
import { usePinned } from './pinned.ts';
import css from './quick-exit.css?inline';

const presses = 3;

/** Readers who turned the Shift key off. */
const turnedOff = new WeakSet<App>();

/** Keys that were counted: two ways out can be on one screen, in two answers that are open. */
const counted = new WeakSet<Event>();

/**
 * A link out, first on the screen, and three presses of Shift. After the Exit this page component of GOV.UK, but the
 * answers are deleted and the entry of the history is replaced.
 */
export function QuickExit(): VNode | null {
  const { app, state } = useApp();
  useStyles(css);
  const [ready, setReady] = useState(app.translator.has(app.words.language, 'forms'));
  useEffect(() => {
    if (!ready) void app.need('forms').then(() => setReady(true));
  }, []);
  const inSight = state.isOpen || app.options.mode === 'inline';
  const [shift, setShift] = useState(!turnedOff.has(app));
  const [pressed, setPressed] = useState(0);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!shift || !inSight) return;
    const count = countShift({
      presses,
      within: 5_000,
      setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
      clearTimeout: (timer) => clearTimeout(timer as number),
      onCount: (left) => {
        if (left === 0) {
          leavePage(app);
          return;
        }
        setPressed(left === 'expired' ? 0 : presses - left);
        const { text, lang } =
          left === 'expired'
            ? app.words.text('common.exit.expired', undefined, 'forms')
            : app.words.text('common.exit.again', { count: left }, 'forms');
        app.announcer.say(text, lang);
      },
    });
    const events = ['keydown', 'keyup'] as const;
    // In the capture phase: keys pressed in the panel go no further than its root.
    const onKey = (event: KeyboardEvent): void => {
      if (!counted.has(event)) count(event);
      counted.add(event);
    };
    for (const type of events) document.addEventListener(type, onKey, true);
    return () => {
      for (const type of events) document.removeEventListener(type, onKey, true);
    };
  }, [shift, inSight]);
  const bar = usePinned('Start', ready);
  if (!ready) return null;
  return (
    <>
      <div class="exit" ref={bar}>
        <a
          class="exit-link"
          href={exitHref(app)}
          rel="noreferrer"
          onClick={(event) => {
            event.preventDefault();
            leavePage(app);
          }}
        >
          <span>
            <T k="common.exit.leave" ns="forms" />
          </span>
          <span class="exit-dots" aria-hidden="true">
            {Array.from({ length: presses }, (_, i) => (
              <span key={i} class={`exit-dot${i < pressed ? ' exit-dot-on' : ''}`} />
            ))}
          </span>
          <Icon path={icons.forward} mirror />
        </a>
      </div>
      <div class="exit-how">
        <button
          type="button"
          class="text-button"
          aria-expanded={open}
          aria-controls={open ? 'health-help-exit' : undefined}
          onClick={() => setOpen(!open)}
        >
          <T k="common.exit.how" ns="forms" />
        </button>
        {open && (
          <div id="health-help-exit">
            <RichText {...app.words.text('common.exit.text', undefined, 'forms')} />
            <button
              type="button"
              class="text-button"
              onClick={() => {
                if (shift) turnedOff.add(app);
                else turnedOff.delete(app);
                setShift(!shift);
              }}
            >
              <T k={shift ? 'common.exit.shift-off' : 'common.exit.shift-on'} ns="forms" />
            </button>
          </div>
        )}
      </div>
    </>
  );
}
