import type { VNode } from 'preact';
import { useApp } from './app-context.ts';
import { Icon } from './icon.tsx';
import { icons } from './icons.ts';
import { T } from './words.tsx';

/** Goes where the reader came from, with scroll and answers kept. */
export function BackButton({ onClick }: { onClick?: () => void }): VNode {
  const { app } = useApp();
  return (
    <button type="button" class="back-button" onClick={onClick ?? (() => app.back())}>
      <Icon path={icons.back} mirror />
      <span class="underlined">
        <T k="panel.back" />
      </span>
    </button>
  );
}
