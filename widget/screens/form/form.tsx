import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isCheck, isSensitive } from '../../forms/form-session.ts';
import { useApp } from '../../parts/app-context.ts';
import { BackButton } from '../../parts/back-button.tsx';
import { ScreenHeading } from '../../parts/heading.tsx';
import { lazy } from '../../parts/lazy.tsx';
import { useStyles } from '../../parts/styles.ts';
import { T } from '../../parts/words.tsx';
import { QuickExit } from './exit.tsx';
import css from './form.css?inline';
import { formWords } from './form-words.ts';
import { startForm } from './start-form.ts';
import { LargeQuestion, Step } from './step.tsx';
import { NoEndpoint } from './stop.tsx';

const CheckAnswers = lazy('sending', async () => ({ default: (await import('./sending.tsx')).Check }));

/** The form the screen names: its questions, then check answers. */
export function Form(): VNode | null {
  const { app, state } = useApp();
  useStyles(css);
  const form = state.screen.name === 'forms' ? state.screen.form : '';
  const session = state.forms[form];
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!session) void startForm(app, form).then((started) => setFailed(!started));
    if (!app.options.endpoint) return;
    // Nearly every form asks for a day or a language, and ends with a check of the answers.
    void LargeQuestion.preload(app.host);
    void CheckAnswers.preload(app.host);
  }, [form]);
  if (failed) {
    return (
      <div class="screen">
        <BackButton />
        <ScreenHeading>
          <T k="panel.not-loaded" />
        </ScreenHeading>
      </div>
    );
  }
  if (!session) return null;
  const words = formWords(app, form, state.easyWords);
  const view = !app.options.endpoint ? (
    <NoEndpoint key={state.visit} session={session} words={words} />
  ) : isCheck(session) ? (
    <CheckAnswers key={state.visit} />
  ) : (
    <Step session={session} words={words} />
  );
  return (
    <>
      {isSensitive(session) && <QuickExit />}
      {view}
    </>
  );
}
