/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';

/** The head of every page of the gallery. */
export function Head({ title, children }: { title: string; children?: Child }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{`${title} – Health Help`}</title>
      <link rel="icon" href="/riverside/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/gallery/tokens.css" />
      <link rel="stylesheet" href="/gallery/gallery.css" />
      {children}
    </head>
  );
}
