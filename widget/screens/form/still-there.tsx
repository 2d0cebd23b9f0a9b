import type { VNode } from 'preact';
import { useApp } from '../../parts/app-context.ts';
import { ScreenHeading } from '../../parts/heading.tsx';
import { T } from '../../parts/words.tsx';

/** On a shared device, a minute before everything is deleted. Any press of the button is enough. */
export function StillThere(): VNode {
  const { app } = useApp();
  return (
    <div class="screen">
      <ScreenHeading>
        <T k="common.idle.title" ns="forms" />
      </ScreenHeading>
      <p>
        <T k="common.idle.text" ns="forms" />
      </p>
      <button type="button" class="main-button" onClick={() => app.back()}>
        <T k="common.idle.go-on" ns="forms" />
      </button>
    </div>
  );
}
