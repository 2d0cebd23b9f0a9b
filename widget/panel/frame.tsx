import type { ComponentChildren, VNode } from 'preact';
import { useApp } from '../parts/app-context.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icon.tsx';
import { icons } from '../parts/icons.ts';
import { Hidden, T, telHref, WithNumber } from '../parts/words.tsx';

/** What is on every screen: title, language, Close, and the emergency line, always in the same place. */
export function Frame({ children }: { children: ComponentChildren }): VNode {
  const { app, state } = useApp();
  const language = app.languages[app.words.language];
  const inline = app.options.mode === 'inline';
  return (
    <>
      <div class="band">
        <Heading depth={0} id="health-help-title" class="title" tabIndex={-1}>
          <T k="panel.title" />
        </Heading>
        <div class="band-buttons">
          {Object.keys(app.languages).length > 1 && (
            <button
              type="button"
              class="band-button"
              aria-current={state.screen.name === 'language' ? 'page' : undefined}
              onClick={() => state.screen.name !== 'language' && app.go({ name: 'language' })}
            >
              <Icon path={icons.translate} />
              <span>
                <span class="language-name">{language?.name ?? app.words.language}</span>
                <Hidden>
                  {' – '}
                  <T k="language.title" />
                </Hidden>
              </span>
            </button>
          )}
          {!inline && (
            <button type="button" class="band-button" onClick={() => app.close()}>
              <Icon path={icons.close} class="close-icon" />
              <T k="panel.close" />
            </button>
          )}
        </div>
      </div>
      <EmergencyLine />
      {/* Firefox makes a stop of the Tab key of everything that scrolls: one that says nothing. */}
      <div class="scroll" tabIndex={-1}>
        {children}
      </div>
    </>
  );
}

function EmergencyLine(): VNode {
  const { app } = useApp();
  const number = app.facts.emergencyNumber?.value;
  const hospital = app.facts.emergencyDepartmentPhone?.value;
  const words = (
    <>
      <Icon path={icons.emergency} />
      <span>
        <T k="emergency.question" />{' '}
        <strong class={number ? 'emergency-call underlined' : 'emergency-call'}>
          {number ? <WithNumber k="emergency.call" number={number} /> : <T k="emergency.no-number" />}
        </strong>
      </span>
    </>
  );
  if (number) {
    return (
      <a class="emergency" href={telHref(number)}>
        {words}
      </a>
    );
  }
  // No number is guessed: without a region only the hospital's own is offered.
  return (
    <p class="emergency">
      {words}
      {hospital && (
        <a class="emergency-call" href={telHref(hospital)}>
          <WithNumber k="emergency.call" number={hospital} />
        </a>
      )}
    </p>
  );
}
