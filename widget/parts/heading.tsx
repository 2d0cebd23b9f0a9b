import type { ComponentChildren, Ref, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from './app-context.ts';

export interface HeadingProps {
  depth: 0 | 1 | 2 | 3;
  children: ComponentChildren;
  id?: string;
  class?: string;
  tabIndex?: number;
  'aria-describedby'?: string | undefined;
  ref?: Ref<HTMLHeadingElement>;
}

/** A heading, so many levels below the panel's title. The page chooses where the panel's title starts. */
export function Heading({ depth, ...props }: HeadingProps): VNode {
  const { app } = useApp();
  const Level = `h${Math.min(6, app.options.headingLevel + depth)}` as 'h2';
  return <Level {...props} />;
}

/**
 * The heading of a screen: one on each. It takes focus when the reader came here, so that a screen reader says where
 * they are. A heading, because Orca with Chromium says a focused paragraph twice.
 */
export function ScreenHeading({
  children,
  ...props
}: Pick<HeadingProps, 'children' | 'id' | 'aria-describedby'>): VNode {
  const { app } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (heading.current) app.shown(heading.current);
  }, []);
  return (
    <Heading depth={1} {...props} ref={heading} class="screen-heading" tabIndex={-1}>
      {children}
    </Heading>
  );
}
