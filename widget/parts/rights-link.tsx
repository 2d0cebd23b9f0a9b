import type { VNode } from 'preact';
import { useApp } from './app-context.ts';
import { Icon } from './icon.tsx';
import { icons } from './icons.ts';
import css from './rights-link.css?inline';
import { useStyles } from './styles.ts';
import { T } from './words.tsx';

/** To the notice in many languages. The sign for languages is for who cannot read the words. */
export function RightsLink(): VNode {
  const { app } = useApp();
  useStyles(css);
  return (
    <p>
      <button type="button" class="text-button rights-link" onClick={() => app.go({ name: 'rights' })}>
        <Icon path={icons.translate} />
        <span class="underlined">
          <T k="rights.title" />
        </span>
      </button>
    </p>
  );
}
