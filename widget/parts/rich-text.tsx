import type { ComponentChildren, VNode } from 'preact';
import { type Inline, parseRichText } from '../contract/rich-text.ts';
import { type App, useApp } from './app-context.ts';
import { Heading } from './heading.tsx';
import css from './rich-text.css?inline';
import { useStyles } from './styles.ts';
import { type Follow, followTarget } from './target.ts';
import { Number, telHref } from './words.tsx';

export interface RichTextProps {
  text: string;
  /** Set when the text is not in the reader's language; only English ever is. */
  lang?: string | undefined;
  class?: string;
  /** Depth of its `##` headings below the panel's title. */
  depth?: 2 | 3;
}

/** A text of the locale files: our Markdown subset, facts filled in, what lacks a fact left out. Never HTML. */
export function RichText({ text, lang, class: name, depth = 3 }: RichTextProps): VNode {
  const { app } = useApp();
  useStyles(css);
  const blocks = parseRichText(text, (fact) => fact in app.facts);
  return (
    <div class={`rich-text${name ? ` ${name}` : ''}`} lang={lang} dir={lang ? 'ltr' : undefined}>
      {blocks.map((block, i) => {
        if (block.type === 'paragraph') return <p key={i}>{inlines(block.children, app)}</p>;
        if (block.type === 'heading') {
          return (
            <Heading depth={depth} key={i} class="rich-heading">
              {inlines(block.children, app)}
            </Heading>
          );
        }
        if (!('items' in block)) return null;
        const List = block.type === 'bullets' ? 'ul' : 'ol';
        return (
          <List key={i}>
            {block.items.map((item, n) => (
              <li key={n}>{inlines(item, app)}</li>
            ))}
          </List>
        );
      })}
    </div>
  );
}

function inlines(nodes: readonly Inline[], app: App, inLink = false): ComponentChildren {
  return nodes.map((node) => {
    switch (node.type) {
      case 'text':
        return node.text;
      case 'strong':
        return <strong>{inlines(node.children, app, inLink)}</strong>;
      case 'fact':
        return fact(node.name, app, inLink);
      case 'link':
        return inLink ? (
          inlines(node.children, app, true)
        ) : (
          <Target follow={followTarget(node.target, app)}>{inlines(node.children, app, true)}</Target>
        );
    }
  });
}

function fact(name: string, app: App, inLink: boolean): ComponentChildren {
  const known = app.facts[name];
  if (!known) return null;
  if (known.kind === 'text') return <bdi>{known.value}</bdi>;
  const value = <Number>{known.value}</Number>;
  if (inLink) return value;
  const href = known.kind === 'phone' ? telHref(known.value) : `mailto:${known.value}`;
  return (
    <a class="number-link" href={href}>
      {value}
    </a>
  );
}

/** Words that lead somewhere, or just the words when there is nowhere to go. */
function Target({ follow, children }: { follow: Follow | undefined; children: ComponentChildren }): VNode {
  if (!follow) return <>{children}</>;
  if ('href' in follow) {
    return (
      <a class="link" href={follow.href} rel="noreferrer">
        {children}
      </a>
    );
  }
  return (
    <button type="button" class="link" onClick={follow.go}>
      {children}
    </button>
  );
}
