import type { VNode } from 'preact';
import type { Namespace } from '../contract/locale.ts';
import { Icon } from './icon.tsx';
import { icons } from './icons.ts';
import { T } from './words.tsx';

export interface RowProps {
  icon: string;
  /** Keys of `ui.json`, or of the file named. */
  title: string;
  hint?: string;
  ns?: Namespace;
  onClick: () => void;
}

/** One way on from a list: picture, words, chevron. */
export function Row({ icon, title, hint, ns, onClick }: RowProps): VNode {
  return (
    <button type="button" class="row" onClick={onClick}>
      <Icon path={icon} size={2} class="row-icon" />
      <span class="row-words">
        <span class="row-title">
          <T k={title} ns={ns} />
        </span>
        {hint && (
          <span class="row-hint">
            <T k={hint} ns={ns} />
          </span>
        )}
      </span>
      <Icon path={icons.chevron} mirror />
    </button>
  );
}
