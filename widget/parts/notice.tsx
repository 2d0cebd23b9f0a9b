import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icon.tsx';
import { moreIcons } from './more-icons.ts';
import css from './rich-text.css?inline';
import { useStyles } from './styles.ts';

/** Something to know, not an alarm. Never closable when it is about safety or translation. */
export function Notice({
  icon = moreIcons.info,
  children,
}: {
  icon?: string;
  children: ComponentChildren;
}): VNode {
  useStyles(css);
  return (
    <div class="notice">
      <Icon path={icon} size={1.75} class="notice-icon" />
      <div class="notice-words">{children}</div>
    </div>
  );
}
