import type { VNode } from 'preact';
import type { FormSession } from '../../forms/form-session.ts';
import { useApp } from '../../parts/app-context.ts';
import { T } from '../../parts/words.tsx';

/** On every step, after Continue: on a shared device nothing has to be left behind. */
export function ClearAnswers({ session }: { session: FormSession }): VNode | null {
  const { app } = useApp();
  if (!Object.keys(session.answers).length) return null;
  return (
    <p class="clear">
      <button type="button" class="text-button" onClick={() => app.go({ name: 'clear', form: session.form })}>
        <T k="form.clear" />
      </button>
    </p>
  );
}
