import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What is pinned now, and to which edge. */
const pinned = new Map<Element, 'Start' | 'End'>();

/** Room for a focus ring between what is focused and what is pinned, in px. */
const ring = 16;

/**
 * Keeps what is focused or scrolled to clear of an element pinned to an edge of the panel, however tall its words make
 * it: a footer of two buttons in large letters is three times as tall as one in ordinary letters (WCAG 2.4.11).
 */
export function usePinned(edge: 'Start' | 'End', shown = true): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    const sheet = element?.closest<HTMLElement>('.scroll');
    if (!element || !sheet) return;
    const measure = (): void => {
      const heights = [...pinned].map(([other, at]) =>
        at === edge && sheet.contains(other) && getComputedStyle(other).position === 'sticky'
          ? other.getBoundingClientRect().height
          : 0,
      );
      sheet.style[`scrollPaddingBlock${edge}`] = `${Math.max(0, ...heights) + ring}px`;
    };
    pinned.set(element, edge);
    measure();
    // An old browser measures once.
    const observer = 'ResizeObserver' in window ? new ResizeObserver(measure) : null;
    // On a screen that is not high nothing is pinned.
    for (const watched of [element, sheet]) observer?.observe(watched);
    return () => {
      observer?.disconnect();
      pinned.delete(element);
      measure();
    };
  }, [shown]);
  return ref;
}
