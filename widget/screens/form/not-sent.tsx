import type { VNode } from 'preact';
import type { Text } from '../../language/words.ts';
import { useApp } from '../../parts/app-context.ts';
import { BackButton } from '../../parts/back-button.tsx';
import { Heading, ScreenHeading } from '../../parts/heading.tsx';
import { Icon } from '../../parts/icon.tsx';
import { icons } from '../../parts/icons.ts';
import { moreIcons } from '../../parts/more-icons.ts';
import { Notice } from '../../parts/notice.tsx';
import { Marked, T, telHref, WithNumber } from '../../parts/words.tsx';
import { retryForm } from './delivery.ts';
import { Footer } from './footer.tsx';
import { formWords } from './form-words.ts';
import { forgetAnswers } from './requests.ts';

/** In another language the word to say is English: marked, so that it is spoken as staff expect to hear it. */
function SayOnThePhone(said: Text): VNode {
  const [, before, word, after] = /^(.*[“"(：])([A-Za-z][A-Za-z ]*)([”")（].*)$/s.exec(said.text) ?? [];
  if (said.lang || !word) return <Marked {...said} />;
  return (
    <>
      {before}
      <span lang="en" dir="ltr">
        {word}
      </span>
      {after}
    </>
  );
}

/** What happened, what we do, the phone, and the answers. A notice, not an alarm: nothing is lost. */
export function NotSentView({ form }: { form: string }): VNode {
  const { app, state } = useApp();
  const delivery = state.delivery[form];
  const sending = delivery?.state === 'sending';
  const refused = delivery?.state === 'rejected';
  const reason = delivery?.state === 'queued' ? delivery.reason : refused ? 'refused' : 'server';
  const words = formWords(app, form, state.easyWords);
  const { phone } = words;
  const say = words.own('say') ?? (form === 'interpreter' ? app.words.text('not-sent.call-hint') : undefined);
  return (
    <div class="screen form-screen">
      <BackButton />
      <Notice icon={moreIcons.offline}>
        <ScreenHeading>
          <T k="not-sent.title" />
        </ScreenHeading>
        <p>
          <T k={`not-sent.${reason}`} />
        </p>
      </Notice>
      <Heading depth={2} class="group-heading">
        <T k="not-sent.instead" />
      </Heading>
      <div class="rows">
        {phone && (
          <a class="row" href={telHref(phone)}>
            <Icon path={icons.phone} size={2} class="row-icon" />
            <span class="row-words">
              <span class="row-title">
                <WithNumber k="not-sent.call" number={phone} />
              </span>{' '}
              <span class="row-hint">{say && <SayOnThePhone {...say} />}</span>
            </span>
            <Icon path={icons.chevron} mirror />
          </a>
        )}
        <button type="button" class="row" onClick={() => app.go({ name: 'forms', form })}>
          <Icon path={moreIcons.eye} size={2} class="row-icon" />
          <span class="row-words">
            <span class="row-title">
              <T k="not-sent.answers" />
            </span>
            <span class="row-hint">
              <T k="not-sent.answers-hint" />
            </span>
          </span>
          <Icon path={icons.chevron} mirror />
        </button>
      </div>
      <Footer>
        <button
          type="button"
          class="main-button"
          aria-disabled={sending ? 'true' : undefined}
          onClick={() => !sending && retryForm(app, form)}
        >
          <T k={sending ? 'check.sending' : 'not-sent.again'} />
          {!sending && <Icon path={moreIcons.again} />}
        </button>
      </Footer>
    </div>
  );
}

/** Asks before closing with answers that are not sent. */
export function LeaveView(): VNode {
  const { app } = useApp();
  return (
    <div class="screen">
      <ScreenHeading>
        <T k="leave.title" />
      </ScreenHeading>
      <p>
        <T k="leave.text" />
      </p>
      <button type="button" class="main-button" onClick={() => app.back()}>
        <T k="leave.go-on" />
      </button>
      <button
        type="button"
        class="second-button"
        onClick={() => {
          app.back();
          app.close(true);
        }}
      >
        <T k="leave.keep" />
      </button>
      <button
        type="button"
        class="text-button"
        onClick={() => {
          forgetAnswers(app);
          app.go({ name: 'home' });
          app.close(true);
        }}
      >
        <T k="leave.delete" />
      </button>
    </div>
  );
}

/** Asks before everything is deleted. */
export function ClearView(): VNode {
  const { app } = useApp();
  return (
    <div class="screen">
      <ScreenHeading>
        <T k="form.clear-title" />
      </ScreenHeading>
      <p>
        <T k="form.clear-text" />
      </p>
      <button type="button" class="main-button" onClick={() => app.back()}>
        <T k="form.clear-no" />
      </button>
      <button
        type="button"
        class="second-button"
        onClick={() => {
          // In this order: a screen that asks about answers needs some.
          app.go({ name: 'home' });
          forgetAnswers(app);
          const { text, lang } = app.words.text('form.cleared');
          app.announcer.say(text, lang);
        }}
      >
        <T k="form.clear-yes" />
      </button>
    </div>
  );
}
