import type { VNode } from 'preact';
import { type FormSession, isCheck } from '../../forms/form-session.ts';
import { back, goToStep, next, reviewRows } from '../../forms/navigate.ts';
import { useApp } from '../../parts/app-context.ts';
import { BackButton } from '../../parts/back-button.tsx';
import { ScreenHeading } from '../../parts/heading.tsx';
import { Icon } from '../../parts/icon.tsx';
import { moreIcons } from '../../parts/more-icons.ts';
import { Digits, Hidden, Marked, T } from '../../parts/words.tsx';
import { answerText } from './answer-text.ts';
import { sendForm } from './delivery.ts';
import { type FormWords, stepHeading } from './form-words.ts';
import { changeForm } from './requests.ts';

/** Everything that will be sent, each with Change, before anything is. */
export function CheckAnswers({ session, words }: { session: FormSession; words: FormWords }): VNode {
  const { app, state } = useApp();
  const sending = state.delivery[session.form]?.state === 'sending';
  const send = (): void => {
    if (sending) return;
    const after = next(session);
    if (!after.done) {
      changeForm(app, after, !isCheck(after));
      return;
    }
    const { text, lang } = app.words.text('check.sending');
    app.announcer.say(text, lang);
    void sendForm(app, after);
  };
  return (
    <form
      class="screen form-screen"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <BackButton
        onClick={() => {
          const before = back(session);
          if (before === session) app.back();
          else changeForm(app, before, true);
        }}
      />
      <ScreenHeading>
        <T k="check.title" />
      </ScreenHeading>
      <AnswerList
        session={session}
        words={words}
        change={(step) => changeForm(app, goToStep(session, step), true)}
      />
      <div class="footer">
        <p class="hint">
          <T k="form.not-emergency" />
        </p>
        <button type="submit" class="main-button" aria-disabled={sending ? 'true' : undefined}>
          <T k={sending ? 'check.sending' : 'check.send'} />
          {!sending && <Icon path={moreIcons.send} />}
        </button>
      </div>
    </form>
  );
}

/** Questions and answers; with `change`, a button at each. */
export function AnswerList({
  session,
  words,
  change,
}: {
  session: FormSession;
  words: FormWords;
  change?: (step: string) => void;
}): VNode {
  const { app } = useApp();
  const { languages } = session.context;
  const yes = app.words.text('common.yes', undefined, 'forms');
  return (
    <div class="answers">
      {reviewRows(session).map(({ step, fields }) => {
        const asked = fields.map(({ field }) => field);
        const heading = stepHeading(words, step, asked);
        const answered = fields.filter(({ value }) => value !== undefined);
        const short = heading.field ? words.field(heading.field.id, 'short') : undefined;
        return (
          <div class="answer-row" key={step.id}>
            <dl class="answer-words">
              {answered.length === 0 && (
                <div>
                  <dt>
                    <Marked {...(short ?? heading.text)} />
                  </dt>
                  <dd class="not-answered">
                    <T k="check.not-answered" />
                  </dd>
                </div>
              )}
              {answered.map(({ field, value = '' }) => {
                const { texts, own, number } = answerText(
                  field,
                  value,
                  words,
                  languages,
                  app.words.language,
                  yes,
                );
                return (
                  <div key={field.id}>
                    <dt>
                      <Marked {...(words.field(field.id, 'short') ?? { text: field.id })} />
                    </dt>
                    {texts.map((text) => (
                      <dd
                        key={text.text}
                        translate={own ? false : undefined}
                        dir={own && !number ? 'auto' : undefined}
                      >
                        {number ? <Digits>{text.text}</Digits> : <Marked {...text} />}
                      </dd>
                    ))}
                  </div>
                );
              })}
            </dl>
            {change && (
              <button type="button" class="text-button" onClick={() => change(step.id)}>
                <T k="check.change" />
                <Hidden>
                  {': '}
                  <Marked {...(short ?? heading.text)} />
                </Hidden>
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}
