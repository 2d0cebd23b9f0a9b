import { Fragment, type VNode } from 'preact';
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
import { isSoon } from '../../forms/lead-time.ts';
import { back, next, progress } from '../../forms/navigate.ts';
import { visibleForm } from '../../forms/visible-form.ts';
import { useApp } from '../../parts/app-context.ts';
import { ScreenHeading } from '../../parts/heading.tsx';
import { Icon } from '../../parts/icon.tsx';
import { icons } from '../../parts/icons.ts';
import { lazy } from '../../parts/lazy.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useUnchecked } from '../../parts/reviews.ts';
import { RichText } from '../../parts/rich-text.tsx';
import { RightsLink } from '../../parts/rights-link.tsx';
import { Marked, T } from '../../parts/words.tsx';
import { Choice, Flag } from './choice.tsx';
import { ClearAnswers } from './clear-answers.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Footer } from './footer.tsx';
import { type FormWords, stepHeading } from './form-words.ts';
import { Progress } from './progress.tsx';
import { changeForm } from './requests.ts';
import { Stop } from './stop.tsx';
import { TextQuestion } from './text-question.tsx';
import { FormContext } from './use-form.ts';

export const LargeQuestion = lazy(
  'questions',
  async () => ({ default: (await import('./questions.tsx')).LargeQuestion }),
  { screen: false },
);

/** One screen of questions. Continue checks them; nothing typed is ever taken away. */
export function Step({ session, words }: { session: FormSession; words: FormWords }): VNode | null {
  const { app, state } = useApp();
  // On another screen nothing was tried yet.
  const [tried, setTried] = useState({ visit: 0, times: 0 });
  const attempt = tried.visit === state.visit ? tried.times : 0;
  const fields = visibleFields(session);
  const step = session.structure.steps.find(({ id }) => id === session.stepId);
  const first = visibleSteps(session)[0]?.id === session.stepId;
  if (!step) return null;
  const heading = stepHeading(words, step, fields);
  const title = words.title();
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
    if (after.stepId === session.stepId) setTried({ visit: state.visit, times: attempt + 1 });
  };
  if (isStop(session)) return <Stop key={state.visit} session={session} words={words} onBack={goBack} />;
  const text = words.step(step, 'text');
  const personal = firstPersonalStep(session) === session.stepId;
  const intro = (
    <>
      {text && <RichText {...text} facts={words.facts} />}
      {personal && <Privacy words={words} />}
    </>
  );
  return (
    <FormContext.Provider
      value={{
        session,
        words,
        errors,
        intro,
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
        <Fragment key={state.visit}>
          <Progress {...progress(session)} onBack={goBack} />
          <ErrorSummary attempt={attempt || (errors.length ? 1 : 0)} />
          {first && title.text !== heading.text.text && (
            <p class="form-title">
              <Marked {...title} />
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
          {!heading.field && intro}
          {fields.map((field, i) => (
            <Field key={field.id} field={field} heading={heading.field === field && i === 0} />
          ))}
          <LateNotice session={session} words={words} />
          {first && <Lead words={words} easy={state.easyWords} />}
        </Fragment>
        {/* The button stays from question to question: were it gone, a screen reader would fall out of the form and
            say where it landed, before it says the next question (Orca with Chromium). */}
        <Footer>
          <button type="submit" class="main-button">
            <T k="form.continue" />
            <Icon path={icons.forward} mirror />
          </button>
        </Footer>
        <ClearAnswers session={session} />
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
      return <Flag field={field} heading={heading} />;
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
      {lead && <RichText {...lead} facts={words.facts} class="lead" />}
      <RightsLink />
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
function Privacy({ words }: { words: FormWords }): VNode {
  const { app } = useApp();
  return (
    <div class="privacy">
      {['who', 'why', 'kept', 'call'].map((line) => (
        <RichText key={line} {...words.ui(`form.privacy-${line}`)} />
      ))}
      {app.hospital.links.privacy && <RichText {...app.words.text('form.privacy-link')} />}
    </div>
  );
}

/** The first question about a person, from which on answers say who it is. */
function firstPersonalStep(session: FormSession): string | undefined {
  return visibleForm(session).steps.find(({ fields }) => fields.some(({ personal }) => personal))?.step.id;
}

/** A visit sooner than what is asked for can be there: never refused, the patient is told what else is possible. */
function LateNotice({ session, words }: { session: FormSession; words: FormWords }): VNode | null {
  const { app } = useApp();
  const { languages, today } = session.context;
  const late = words.text('receipt.late');
  if (!late || !visibleFields(session).some(({ type }) => type === 'date')) return null;
  if (!isSoon(visibleForm(session).answers, languages, app.hospital, today)) return null;
  return (
    <Notice>
      <RichText {...late} facts={words.facts} />
    </Notice>
  );
}
