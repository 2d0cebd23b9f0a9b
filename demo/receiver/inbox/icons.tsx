/** @jsxImportSource hono/jsx */

const paths = {
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Zm0 4V12l3 2',
  alert: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Zm0 4.25v5M12 16v.25',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Zm0 7.25v5.5M12 7.5v.25',
  tick: 'm5 12.5 4.5 4.5L19 7.5',
  back: 'm14.5 5.5-6.5 6.5 6.5 6.5',
  forward: 'm9.5 5.5 6.5 6.5-6.5 6.5',
} as const;

/** A picture beside words that say the same, so it has no name of its own. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

/** The "i" of an information desk. */
export function Sign() {
  return (
    <svg class="sign" viewBox="0 0 30 30" aria-hidden="true" focusable="false">
      <circle cx="15" cy="15" r="15" fill="currentColor" />
      <path class="sign-letter" d="M15 6.2v.1M12 13h3.4v9.2M11.4 22.4h7.4" />
    </svg>
  );
}
