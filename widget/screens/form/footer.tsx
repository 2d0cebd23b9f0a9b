import type { ComponentChildren, VNode } from 'preact';
import { usePinned } from './pinned.ts';

/** What leads on, in sight at the end of the panel. */
export function Footer({ two, children }: { two?: boolean; children: ComponentChildren }): VNode {
  return (
    <div class={two ? 'footer footer-two' : 'footer'} ref={usePinned('End')}>
      {children}
    </div>
  );
}
