import { Fragment, type VNode } from 'preact';
import { type FormSession, isCheck } from '../../forms/form-session.ts';
import { back, goToStep, next, reviewRows } from '../../forms/navigate.ts';
import { useApp } from '../../parts/app-context.ts';
import { BackButton } from '../../parts/back-button.tsx';
import { ScreenHeading } from '../../parts/heading.tsx';
import { Icon } from '../../parts/icon.tsx';
import { moreIcons } from '../../parts/more-icons.ts';
import { useStyles } from '../../parts/styles.ts';
import { Digits, Hidden, Marked, T } from '../../parts/words.tsx';
import { answerText } from './answer-text.ts';
import css from './check-answers.css?inline';
import { ClearAnswers } from './clear-answers.tsx';
import { sendForm } from './delivery.ts';
import { Footer } from './footer.tsx';
import { type FormWords, stepHeading } from './form-words.ts';
import { changeForm } from './requests.ts';

/** Everything that will be sent, each with Change, before anything is. */
export function CheckAnswers({ session, words }: { session: FormSession; words: FormWords }): VNode {
  const { app, state } = useApp();
  const sending = state.delivery[session.form]?.state === 'sending';
  const own = words.own('send');
  const send = (): void => {
    if (sending) return;
    const after = next(session);
    if (!after.done) {
      changeForm(app, after, !isCheck(after));
      return;
    }
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
      <Footer>
        <p class="hint">
          <T k="form.not-emergency" />
        </p>
        <button type="submit" class="main-button" aria-disabled={sending ? 'true' : undefined}>
          {own && !sending ? <Marked {...own} /> : <T k={sending ? 'check.sending' : 'check.send'} />}
          {!sending && <Icon path={moreIcons.send} />}
        </button>
      </Footer>
      <ClearAnswers session={session} />
    </form>
  );
}

/** Questions and answers in one list, with a button where each screen of them can be changed. */
function AnswerList({
  session,
  words,
  change,
}: {
  session: FormSession;
  words: FormWords;
  change: (step: string) => void;
}): VNode {
  const { app } = useApp();
  useStyles(css);
  const yes = app.words.text('common.yes', undefined, 'forms');
  return (
    <dl class="answers answer-words">
      {reviewRows(session).map(({ step, fields }) => {
        const asked = fields.map(({ field }) => field);
        const heading = stepHeading(words, step, asked);
        const short = heading.field ? words.field(heading.field.id, 'short') : undefined;
        const name = short ?? heading.text;
        const answered = fields.flatMap(({ field, value }) =>
          value === undefined
            ? []
            : [{ field, ...answerText(field, value, words, session, app.words.language, yes) }],
        );
        const lines = answered.reduce((sum, { texts }) => sum + 1 + texts.length, 0) || 2;
        return (
          // A free row above and below, so that few words stand in the middle too. Set by script, not by an attribute:
          // a strict policy allows no other inline style.
          <div
            class="answer-row"
            key={step.id}
            style={{ gridTemplateRows: `1fr repeat(${lines}, auto) 1fr` }}
          >
            {answered.length === 0 && (
              <>
                <dt>
                  <Marked {...name} />
                </dt>
                <dd class="not-answered">
                  <T k="check.not-answered" />
                </dd>
              </>
            )}
            {answered.map(({ field, texts, own, number }) => (
              <Fragment key={field.id}>
                <dt>
                  <Marked {...(words.field(field.id, 'short') ?? { text: field.id })} />
                </dt>
                {texts.map((text) => (
                  <dd
                    key={text.text}
                    class={own && 'own-words'}
                    translate={own ? false : undefined}
                    dir={own && !number ? 'auto' : undefined}
                  >
                    {number ? <Digits>{text.text}</Digits> : <Marked {...text} />}
                  </dd>
                ))}
              </Fragment>
            ))}
            <dd class="answer-change">
              <button type="button" class="text-button" onClick={() => change(step.id)}>
                {/* Once more in the hidden words: browsers put a space between a word and a hidden ": Language". */}
                <span aria-hidden="true">
                  <T k="check.change" />
                </span>
                <Hidden>
                  <T k="check.change" />
                  {': '}
                  <Marked {...name} />
                </Hidden>
              </button>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
