import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../parts/app-context.ts';
import { Heading } from '../../parts/heading.tsx';
import { Icon } from '../../parts/icon.tsx';
import { moreIcons } from '../../parts/more-icons.ts';
import { Marked, T } from '../../parts/words.tsx';
import { ids, useForm } from './use-form.ts';

/**
 * What has to be fixed, with a way to each question. A focused group named by its heading and described by its list is
 * read once in Orca with Chromium and with Firefox; `role="alert"` with a focused heading is read twice.
 * @param attempt grows with every Continue that found errors, and moves focus here
 */
export function ErrorSummary({ attempt }: { attempt: number }): VNode | null {
  const { app } = useApp();
  const { errors, words } = useForm();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (attempt === 0 || errors.length === 0 || !box.current) return;
    app.shown(box.current, true);
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: links, not controls.
    <div
      class="error-summary"
      role="group"
      tabIndex={-1}
      ref={box}
      aria-labelledby="health-help-errors"
      aria-describedby="health-help-error-list"
    >
      <Heading depth={1} id="health-help-errors" class="error-title">
        <Icon path={moreIcons.alert} size={1.75} />
        <span>
          <T k="form.error-title" values={{ count: errors.length }} />
        </span>
      </Heading>
      <ul id="health-help-error-list">
        {errors.map(({ field, code }) => (
          <li key={field}>
            <a
              class="error-link"
              href={`#${ids.field(field)}`}
              onClick={(event) => {
                event.preventDefault();
                goToField(event.currentTarget.getRootNode() as ShadowRoot, field);
              }}
            >
              <Marked {...words.error(field, code)} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Focus to the control; the question stays in sight above it. */
function goToField(root: ShadowRoot, field: string): void {
  const target = root.getElementById(ids.field(field));
  const control =
    target?.matches('input,select,textarea') === true
      ? target
      : target?.querySelector<HTMLElement>('input:checked, input, select, textarea');
  target?.closest('.question')?.scrollIntoView({ block: 'start' });
  control?.focus({ preventScroll: true });
}
