import type { VNode } from 'preact';
import { BackButton } from '../../parts/back-button.tsx';
import { T } from '../../parts/words.tsx';

/** Back, "Question 2 of 7", and the line with its stops. The line says nothing the words do not say. */
export function Progress({
  current,
  total,
  onBack,
}: {
  current: number;
  total: number;
  onBack: () => void;
}): VNode {
  return (
    <div class="progress">
      <div class="progress-head">
        <BackButton onClick={onBack} />
        <span class="progress-words">
          <T k="form.question" values={{ current, total }} />
        </span>
      </div>
      <div class="stops" aria-hidden="true">
        {Array.from({ length: total }, (_, i) => (
          <span
            key={i}
            class={`stop${i + 1 < current ? ' stop-done' : i + 1 === current ? ' stop-here' : ''}`}
          />
        ))}
      </div>
    </div>
  );
}
