import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { FieldStructure } from '../../contract/form.ts';
import {
  errorsHere,
  type FormSession,
  isStop,
  setAnswer,
  visibleFields,
  visibleSteps,
} from '../../forms/form-session.ts';
import { isSooner, leadTimeKinds } from '../../forms/lead-time.ts';
import { back, next, progress } from '../../forms/navigate.ts';
import { visibleForm } from '../../forms/visible-form.ts';
import { useApp } from '../../parts/app-context.ts';
import { BackButton } from '../../parts/back-button.tsx';
import { ScreenHeading } from '../../parts/heading.tsx';
import { Icon } from '../../parts/icon.tsx';
import { icons } from '../../parts/icons.ts';
import { lazy } from '../../parts/lazy.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useUnchecked } from '../../parts/reviews.ts';
import { RichText } from '../../parts/rich-text.tsx';
import { Marked, T, telHref, WithNumber } from '../../parts/words.tsx';
import { Choice, Flag } from './choice.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { type FormWords, stepHeading } from './form-words.ts';
import { Progress } from './progress.tsx';
import { changeForm } from './requests.ts';
import { TextQuestion } from './text-question.tsx';
import { FormContext } from './use-form.ts';

const LargeQuestion = lazy(
  'questions',
  async () => ({ default: (await import('./questions.tsx')).LargeQuestion }),
  { screen: false },
);

/** One screen of questions. Continue checks them; nothing typed is ever taken away. */
export function Step({ session, words }: { session: FormSession; words: FormWords }): VNode | null {
  const { app, state } = useApp();
  const [attempt, setAttempt] = useState(0);
  const fields = visibleFields(session);
  const step = session.structure.steps.find(({ id }) => id === session.stepId);
  const first = visibleSteps(session)[0]?.id === session.stepId;
  if (!step) return null;
  const heading = stepHeading(words, step, fields);
  const errors = errorsHere(session);
  const hint = words.step(step, 'hint');
  const goBack = (): void => {
    const before = back(session);
    if (before === session) app.back();
    else changeForm(app, before, true);
  };
  const goOn = (): void => {
    const after = next(session);
    changeForm(app, after, after.stepId !== session.stepId);
    if (after.stepId === session.stepId) setAttempt(attempt + 1);
  };
  if (isStop(session)) return <Stop session={session} words={words} onBack={goBack} />;
  const personal = firstPersonalStep(session) === session.stepId;
  return (
    <FormContext.Provider
      value={{
        session,
        words,
        errors,
        // The newest session, not the one of this render: two inputs may change before the next one.
        answer: (field, value) =>
          changeForm(app, setAnswer(app.store.getState().forms[session.form] ?? session, field, value)),
      }}
    >
      <form
        class="screen form-screen"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          goOn();
        }}
      >
        <Progress {...progress(session)} onBack={goBack} />
        <ErrorSummary attempt={attempt || (errors.length ? 1 : 0)} />
        {first && (
          <p class="form-title">
            <Marked {...words.title()} />
          </p>
        )}
        {!heading.field && (
          <div class="step-head">
            <ScreenHeading>
              <Marked {...heading.text} />
            </ScreenHeading>
            {hint && (
              <p class="hint">
                <Marked {...hint} />
              </p>
            )}
          </div>
        )}
        {personal && <Privacy />}
        {fields.map((field, i) => (
          <Field key={field.id} field={field} heading={heading.field === field && i === 0} />
        ))}
        <LateNotice session={session} words={words} />
        {first && <Lead words={words} easy={state.easyWords} />}
        <div class="footer">
          <button type="submit" class="main-button">
            <T k="form.continue" />
            <Icon path={icons.forward} mirror />
          </button>
        </div>
      </form>
    </FormContext.Provider>
  );
}

function Field({ field, heading }: { field: FieldStructure; heading: boolean }): VNode {
  switch (field.type) {
    case 'radio':
    case 'checkbox':
      return <Choice field={field} heading={heading} />;
    case 'flag':
      return <Flag field={field} />;
    case 'date':
    case 'time':
    case 'language':
      return <LargeQuestion field={field} heading={heading} />;
    default:
      return <TextQuestion field={field} heading={heading} />;
  }
}

/** What every patient should know before the first question, and that the words were not checked. */
function Lead({ words, easy }: { words: FormWords; easy: boolean }): VNode {
  const lead = (easy && words.text('easy')) || words.text('lead');
  const translated = useUnchecked('forms');
  return (
    <>
      {lead && <RichText {...lead} class="lead" />}
      {translated && (
        <Notice>
          <p>
            <strong>
              <T k="translation.title" />
            </strong>{' '}
            <T k="translation.text" />
          </p>
        </Notice>
      )}
    </>
  );
}

/** Who reads it, why, and how long it is kept, before the first personal question. */
function Privacy(): VNode {
  const { app } = useApp();
  return (
    <div class="privacy">
      {['who', 'why', 'kept', 'call'].map((line) => (
        <RichText key={line} {...app.words.text(`form.privacy-${line}`)} />
      ))}
      {app.hospital.links.privacy && <RichText {...app.words.text('form.privacy-link')} />}
    </div>
  );
}

/** The first question about a person, from which on answers say who it is. */
function firstPersonalStep(session: FormSession): string | undefined {
  return visibleForm(session).steps.find(({ fields }) => fields.some(({ personal }) => personal))?.step.id;
}

/** A visit sooner than the notice the hospital asks for: never refused, the patient is told what else is possible. */
function LateNotice({ session, words }: { session: FormSession; words: FormWords }): VNode | null {
  const { app } = useApp();
  const { answers } = visibleForm(session);
  const asked = visibleFields(session).some(({ type }) => type === 'date');
  const date = answers.date;
  const kinds = leadTimeKinds(answers, session.context.languages);
  const late = words.text('receipt.late');
  if (!asked || typeof date !== 'string' || !late || date < session.context.today) return null;
  if (!isSooner(date, session.context.today, app.hospital.leadTimes, kinds)) return null;
  return (
    <Notice>
      <RichText {...late} />
    </Notice>
  );
}

/** No request is needed: whom to call at once. */
function Stop({
  session,
  words,
  onBack,
}: {
  session: FormSession;
  words: FormWords;
  onBack: () => void;
}): VNode {
  const { app } = useApp();
  const step = session.structure.steps.find(({ id }) => id === session.stepId);
  const text = step && words.step(step, 'text');
  const phone = app.facts.interpreterPhone?.value;
  return (
    <div class="screen">
      <BackButton onClick={onBack} />
      <ScreenHeading>
        <Marked {...((step && words.step(step, 'title')) ?? words.title())} />
      </ScreenHeading>
      {text && <RichText {...text} />}
      {phone && (
        <a class="main-button" href={telHref(phone)}>
          <Icon path={icons.phone} />
          <span>
            <WithNumber k="faq.action.call" number={phone} />
          </span>
        </a>
      )}
    </div>
  );
}

/** The hospital takes no requests here: the phone instead of questions that lead nowhere. */
export function NoEndpoint({ words }: { words: FormWords }): VNode {
  const { app } = useApp();
  const phone = app.facts.interpreterPhone?.value;
  const lead = words.text('lead');
  return (
    <div class="screen">
      <BackButton />
      <ScreenHeading>
        <Marked {...words.title()} />
      </ScreenHeading>
      <p>
        <T k={phone ? 'form.no-endpoint' : 'form.no-endpoint-no-phone'} />
      </p>
      {phone && (
        <a class="main-button" href={telHref(phone)}>
          <Icon path={icons.phone} />
          <span>
            <WithNumber k="faq.action.call" number={phone} />
          </span>
        </a>
      )}
      {lead && <RichText {...lead} />}
    </div>
  );
}
