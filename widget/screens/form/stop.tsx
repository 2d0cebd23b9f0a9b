import type { VNode } from 'preact';
import type { OfficeList, StepStructure } from '../../contract/form.ts';
import { phoneFact } from '../../forms/form-phone.ts';
import { type FormSession, visibleSteps } from '../../forms/form-session.ts';
import type { Text } from '../../language/words.ts';
import { BackButton } from '../../parts/back-button.tsx';
import { Heading, ScreenHeading } from '../../parts/heading.tsx';
import { Icon } from '../../parts/icon.tsx';
import { icons } from '../../parts/icons.ts';
import { RichText } from '../../parts/rich-text.tsx';
import { RightsLink } from '../../parts/rights-link.tsx';
import { Marked, T, telHref, WithNumber } from '../../parts/words.tsx';
import type { FormWords } from './form-words.ts';
import { Offices } from './offices.tsx';

/** No request is needed: whom to call at once. */
export function Stop({
  session,
  words,
  onBack,
}: {
  session: FormSession;
  words: FormWords;
  onBack: () => void;
}): VNode | null {
  const step = visibleSteps(session).find(({ id }) => id === session.stepId);
  if (!step) return null;
  return (
    <div class="screen">
      <BackButton onClick={onBack} />
      <ScreenHeading>
        <Marked {...(words.step(step, 'title') ?? words.title())} />
      </ScreenHeading>
      <StopText step={step} words={words} />
      {step.list ? <Offices list={step.list} words={words} /> : <Call words={words} />}
    </div>
  );
}

/** The hospital takes no requests here: the phone instead of questions that lead nowhere. */
export function NoEndpoint({ session, words }: { session: FormSession; words: FormWords }): VNode {
  const lead = withoutAlso(words.text('lead'), session);
  // Whom else a patient can call needs no endpoint.
  const elsewhere = session.structure.steps.filter(
    (step): step is StepStructure & { list: OfficeList } => step.list !== undefined,
  );
  return (
    <div class="screen">
      <BackButton />
      <ScreenHeading>
        <Marked {...words.title()} />
      </ScreenHeading>
      <p>
        <T k={words.phone ? 'form.no-endpoint' : 'form.no-endpoint-no-phone'} />
      </p>
      <Call words={words} />
      {lead && <RichText {...lead} facts={words.facts} />}
      <RightsLink />
      {elsewhere.map((step) => (
        <section key={step.id} class="elsewhere">
          <Heading depth={2} class="group-heading">
            <Marked {...(words.step(step, 'title') ?? words.title())} />
          </Heading>
          <Offices list={step.list} words={words} depth={3} />
        </section>
      ))}
    </div>
  );
}

/** A sentence that only says one can *also* call does not follow "Call us": there is no other way. One about more stays. */
function withoutAlso(text: Text | undefined, { structure }: FormSession): Text | undefined {
  if (!text) return undefined;
  const number = `{{${phoneFact(structure)}}}`;
  const kept = text.text.split(/\n{2,}/).filter((paragraph) => {
    const [before = '', after] = paragraph.split(number);
    return after === undefined || /[.!?。！？؟।።]/.test(before);
  });
  return { ...text, text: kept.join('\n\n') };
}

function StopText({ step, words }: { step: StepStructure; words: FormWords }): VNode | null {
  const text = words.step(step, 'text');
  return text ? <RichText {...text} facts={words.facts} /> : null;
}

function Call({ words: { phone } }: { words: FormWords }): VNode | null {
  return phone ? (
    <a class="main-button" href={telHref(phone)}>
      <Icon path={icons.phone} />
      <span>
        <WithNumber k="faq.action.call" number={phone} />
      </span>
    </a>
  ) : null;
}
