import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Answers } from '../../contract/form.ts';
import { addWorkingDays, isSoon } from '../../forms/lead-time.ts';
import { isReachable } from '../../forms/reachable.ts';
import { visibleForm } from '../../forms/visible-form.ts';
import { longDate } from '../../language/dates.ts';
import { clockTime } from '../../language/hours.ts';
import type { Text } from '../../language/words.ts';
import { useApp } from '../../parts/app-context.ts';
import { Heading, ScreenHeading } from '../../parts/heading.tsx';
import { Icon } from '../../parts/icon.tsx';
import { icons } from '../../parts/icons.ts';
import { moreIcons } from '../../parts/more-icons.ts';
import { Notice } from '../../parts/notice.tsx';
import { RichText } from '../../parts/rich-text.tsx';
import { RightsLink } from '../../parts/rights-link.tsx';
import { Digits, Hidden, Marked, T } from '../../parts/words.tsx';
import { finishForm } from './delivery.ts';
import { Footer } from './footer.tsx';
import { formWords } from './form-words.ts';
import { printPanel } from './print.ts';

/** The hospital has it: the number, what happens next, whom to call. It promises only what is configured. */
export function ReceiptView({ form }: { form: string }): VNode {
  const { app, state } = useApp();
  const words = formWords(app, form, state.easyWords);
  const session = state.forms[form];
  const delivery = state.delivery[form];
  const reference = delivery?.state === 'sent' ? delivery.reference : null;
  const answers: Answers = session ? visibleForm(session).answers : {};
  const { language } = app.words;
  const today = session?.context.today ?? '';
  const visit = typeof answers.date === 'string' ? answers.date : undefined;
  const time = typeof answers.time === 'string' ? `, ${clockTime(answers.time, language)}` : '';
  const days = app.hospital.replyWithinDays;
  const replyBy = days === undefined ? undefined : longDate(addWorkingDays(today, days), language);
  const late = session && isSoon(answers, session.context.languages, app.hospital, today);
  // Who left no way to be reached is promised no answer.
  const reachable = isReachable(answers);
  const { grievanceAnswerDays: _answer, grievanceAppealDays: _appeal, ...withoutReply } = words.facts;
  const more = words.own('receipt.more');
  // Who was given no number is not asked to say it.
  const numbered = reference ? '' : '-no-number';
  const call = !reachable
    ? words.own(`receipt.call${numbered}`)
    : replyBy
      ? words.text(`receipt.call-by${numbered}`, { date: replyBy })
      : words.text(`receipt.call${numbered}`);
  const title = words.own('receipt.title');
  const text = (key: string, values?: Record<string, string>): Text =>
    words.text(`receipt.${key}`, values) ?? { text: '' };
  const stops: readonly { when: Text; what: Text }[] = [
    { when: text('today'), what: text('today-text') },
    ...(!reachable
      ? []
      : replyBy
        ? [{ when: text('reply-by', { date: replyBy }), what: text('reply-by-text') }]
        : [{ when: text('reply-unknown'), what: text('reply-unknown-text') }]),
    ...(visit
      ? [{ when: text('visit', { date: longDate(visit, language) + time }), what: text('visit-text') }]
      : []),
  ];
  const done = (): void => {
    // In this order: a receipt without its request has nothing to show.
    app.go({ name: 'home' });
    finishForm(app, form);
  };
  return (
    <div class="screen form-screen">
      {/* Orca 43 with Chromium is silent about a heading that a screen begins with, once what had the focus is gone. */}
      <p class="form-title">
        <Marked {...words.title()} />
      </p>
      <div class="receipt-head">
        <span class="receipt-tick">
          <Icon path={icons.check} size={2} />
        </span>
        <ScreenHeading>{title ? <Marked {...title} /> : <T k="receipt.title" />}</ScreenHeading>
      </div>
      {reference ? (
        <Reference reference={reference} />
      ) : (
        <p>
          <T k="receipt.no-number" />
        </p>
      )}
      {late && (
        <Notice>
          <RichText {...text('late')} facts={words.facts} />
        </Notice>
      )}
      <Heading depth={2} class="group-heading">
        <Marked {...text('next-title')} />
      </Heading>
      <ol class="next-stops">
        {stops.map(({ when, what }, i) => (
          <li key={when.text} class={`next-stop${i === 0 ? ' next-stop-here' : ''}`}>
            <strong>
              <Marked {...when} />
            </strong>
            <p>
              <Marked {...what} />
            </p>
          </li>
        ))}
      </ol>
      {call && <RichText {...call} facts={words.facts} class="receipt-call" />}
      {more && <RichText {...more} facts={reachable ? words.facts : withoutReply} />}
      <RightsLink />
      <p class="hint">
        <T k="receipt.shared" />
      </p>
      <Footer two>
        <button type="button" class="second-button" onClick={() => printPanel(app)}>
          <Icon path={moreIcons.print} />
          <T k="receipt.print" />
        </button>
        <button type="button" class="main-button" onClick={done}>
          <T k="receipt.done" />
        </button>
      </Footer>
    </div>
  );
}

function Reference({ reference }: { reference: string }): VNode {
  const { app } = useApp();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(reference);
      setCopied(true);
      const { text, lang } = app.words.text('receipt.copied');
      app.announcer.say(text, lang);
    } catch {
      // No permission: the number is there to be selected.
    }
  };
  return (
    <div class="reference-card">
      <p>
        <span class="hint">
          <T k="receipt.number" />
        </span>
        <span class="reference">
          <Digits>{reference}</Digits>
        </span>
      </p>
      {'clipboard' in navigator && (
        <button type="button" class="text-button copy-button" onClick={copy}>
          <Icon path={moreIcons.copy} />
          {copied ? <T k="receipt.copied" /> : <CopyWords />}
        </button>
      )}
    </div>
  );
}

/** "Copy", called "Copy your number": out of its place, the word alone does not say what. */
function CopyWords(): VNode {
  const { app } = useApp();
  const seen = app.words.text('receipt.copy');
  const heard = app.words.text('receipt.copy-number');
  // Who speaks to the device says the word they see.
  if (heard.lang !== seen.lang || !heard.text.startsWith(seen.text)) return <Marked {...seen} />;
  return (
    <>
      <span aria-hidden="true">
        <Marked {...seen} />
      </span>
      <Hidden>
        <Marked {...heard} />
      </Hidden>
    </>
  );
}
