import type { VNode } from 'preact';
import type { Question } from '../../content/content.ts';
import { useApp } from '../../parts/app-context.ts';
import { Heading } from '../../parts/heading.tsx';
import { Icon } from '../../parts/icon.tsx';
import { moreIcons } from '../../parts/more-icons.ts';
import { Marked } from '../../parts/words.tsx';
import { Answer } from './answer.tsx';

/** A question whose answer opens below it: a heading holding a disclosure button. */
export function Disclosure({ question, depth }: { question: Question; depth: 2 | 3 }): VNode {
  const { app, state } = useApp();
  const open = state.openAnswers.includes(question.id);
  const region = `health-help-answer-${question.id}`;
  return (
    <div class={`disclosure${open ? ' disclosure-open' : ''}`}>
      <Heading depth={depth} class="disclosure-heading">
        <button
          type="button"
          class="disclosure-button"
          aria-expanded={open}
          aria-controls={open ? region : undefined}
          onClick={() => app.store.dispatch({ type: 'toggle-answer', id: question.id })}
        >
          <span>
            <Marked {...question.question} />
          </span>
          <Icon path={moreIcons.down} class="disclosure-chevron" />
        </button>
      </Heading>
      {open && (
        <div class="disclosure-answer" id={region}>
          <Answer question={question} />
        </div>
      )}
    </div>
  );
}
