/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';

interface HeadProps {
  title: string;
  /** Names of style sheets of the gallery. */
  styles: readonly string[];
  children?: Child;
}

/** The head of every page of the gallery. */
export function Head({ title, styles, children }: HeadProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{`${title} – Health Help`}</title>
      <link rel="icon" href="/riverside/icon.svg" type="image/svg+xml" />
      {styles.map((file) => (
        <link rel="stylesheet" href={`/gallery/${file}.css`} />
      ))}
      {children}
    </head>
  );
}
