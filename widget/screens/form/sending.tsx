import type { VNode } from 'preact';
import { isSensitive } from '../../forms/form-session.ts';
import { useApp } from '../../parts/app-context.ts';
import { useStyles } from '../../parts/styles.ts';
import { CheckAnswers } from './check-answers.tsx';
import { QuickExit } from './exit.tsx';
import css from './form.css?inline';
import { formWords } from './form-words.ts';
import { ClearView, LeaveView, NotSentView } from './not-sent.tsx';
import { ReceiptView } from './receipt.tsx';
import sendCss from './sending.css?inline';
import { StillThere } from './still-there.tsx';

/** The screens after the last question, in one download. */
export function Check(): VNode | null {
  const { app, state } = useApp();
  useStyles(css);
  useStyles(sendCss);
  const session = state.screen.name === 'forms' ? state.forms[state.screen.form] : undefined;
  return session ? (
    <CheckAnswers session={session} words={formWords(app, session.form, state.easyWords)} />
  ) : null;
}

/** "We have your request", "Not sent yet", or a question before leaving or deleting. */
export function AfterSend(): VNode | null {
  const { state } = useApp();
  useStyles(css);
  useStyles(sendCss);
  const { screen } = state;
  const session = 'form' in screen ? state.forms[screen.form] : undefined;
  return (
    <>
      {session && isSensitive(session) && <QuickExit />}
      {session && screen.name === 'receipt' && <ReceiptView form={screen.form} />}
      {session && screen.name === 'not-sent' && <NotSentView form={screen.form} />}
      {screen.name === 'leave' && <LeaveView />}
      {screen.name === 'clear' && <ClearView />}
      {screen.name === 'still-there' && <StillThere />}
    </>
  );
}
