import type { VNode } from 'preact';

export interface IconProps {
  /** Path data, 24 by 24. */
  path: string;
  /** Filled shapes instead of lines. */
  filled?: boolean;
  /** Points in reading direction: mirrored in right-to-left languages. */
  mirror?: boolean;
  /** In `rem` of the reader's own size. Default 1.5. */
  size?: number;
  class?: string;
}

/** A picture beside words, never instead of them: hidden from assistive technology. */
export function Icon({ path, filled, mirror, size = 1.5, class: name }: IconProps): VNode {
  return (
    <svg
      class={`icon${mirror ? ' icon-mirror' : ''}${name ? ` ${name}` : ''}`}
      viewBox="0 0 24 24"
      style={{ inlineSize: `calc(${size} * var(--rem))`, blockSize: `calc(${size} * var(--rem))` }}
      fill={filled ? 'currentColor' : 'none'}
      stroke={filled ? 'none' : 'currentColor'}
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      fill-rule="evenodd"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}
