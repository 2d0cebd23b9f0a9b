import type { VNode } from 'preact';
import { useApp } from '../../parts/app-context.ts';
import { useStyles } from '../../parts/styles.ts';
import { CheckAnswers } from './check-answers.tsx';
import css from './form.css?inline';
import { formWords } from './form-words.ts';
import { LeaveView, NotSentView } from './not-sent.tsx';
import { ReceiptView } from './receipt.tsx';
import sendCss from './sending.css?inline';

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

/** "We have your request", "Not sent yet", or "Your request is not sent yet" when closing. */
export function AfterSend(): VNode | null {
  const { state } = useApp();
  useStyles(css);
  useStyles(sendCss);
  const { screen } = state;
  if (screen.name === 'receipt') return <ReceiptView form={screen.form} />;
  if (screen.name === 'not-sent') return <NotSentView form={screen.form} />;
  return screen.name === 'leave' ? <LeaveView form={screen.form} /> : null;
}
