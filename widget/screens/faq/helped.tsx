import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../parts/app-context.ts';
import { loadChunk } from '../../parts/load-chunk.ts';
import { RichText } from '../../parts/rich-text.tsx';
import { T } from '../../parts/words.tsx';

/** "Did this help?" The answer stays on the device, unless the hospital collects it: then the reader is told so. */
export function Helped({ id }: { id: string }): VNode {
  const { app, state } = useApp();
  const answer = state.helped[id];
  const thanks = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  useLayoutEffect(() => {
    // The buttons are gone: focus stays on what took their place, which says the thanks.
    if (answer && pressed.current) thanks.current?.focus();
  }, [answer]);
  const shared = app.hospital.collectFeedback && app.options.endpoint !== null;
  const choose = (value: 'yes' | 'no') => () => {
    pressed.current = true;
    app.store.dispatch({ type: 'helped', id, answer: value });
    if (!shared) return;
    loadChunk(app.host, 'send-feedback', () => import('./send-feedback.ts'))
      .then(({ sendFeedback }) => sendFeedback(app, id, value))
      .catch((error: unknown) => app.report('feedback-failed', `Feedback was not sent: ${String(error)}`));
  };
  if (answer) {
    const key =
      answer === 'yes' ? 'faq.helped-yes' : app.facts.phone ? 'faq.helped-no' : 'faq.helped-no-phone';
    const labelId = `health-help-thanks-${id}`;
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; this holds the thanks.
      <div role="group" tabIndex={-1} ref={thanks} aria-labelledby={labelId}>
        <div id={labelId} class="helped">
          <RichText {...app.words.text(key)} />
        </div>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons with a question beside them; a legend cannot stand in a row.
    <div class="helped" role="group" aria-labelledby={`health-help-helped-${id}`}>
      <span id={`health-help-helped-${id}`} class="helped-question">
        <T k="faq.helped" />
        {shared && (
          <span class="row-hint">
            {' '}
            <T k="faq.helped-shared" />
          </span>
        )}
      </span>
      <span class="helped-buttons">
        <button type="button" class="small-button" onClick={choose('yes')}>
          <T k="faq.yes" />
        </button>
        <button type="button" class="small-button" onClick={choose('no')}>
          <T k="faq.no" />
        </button>
      </span>
    </div>
  );
}
