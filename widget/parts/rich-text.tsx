import type { ComponentChildren, VNode } from 'preact';
import { type Inline, parseRichText } from '../contract/rich-text.ts';
import { openingHours } from '../language/hours.ts';
import { type App, useApp } from './app-context.ts';
import { Heading } from './heading.tsx';
import css from './rich-text.css?inline';
import { useStyles } from './styles.ts';
import { type Follow, followTarget } from './target.ts';
import { Digits, telHref } from './words.tsx';

type Facts = App['facts'];

export interface RichTextProps {
  text: string;
  /** Set when the text is not in the reader's language; only English ever is. */
  lang?: string | undefined;
  class?: string;
  /** Depth of its `##` headings below the panel's title. */
  depth?: 2 | 3;
  /** More facts than those every text may name. */
  facts?: Facts;
}

/** A text of the locale files: our Markdown subset, facts filled in, what lacks a fact left out. Never HTML. */
export function RichText({ text, lang, class: name, depth = 3, facts: more }: RichTextProps): VNode {
  const { app } = useApp();
  useStyles(css);
  const hours = openingHours(app.hospital.hours, app.words.language);
  // Without a prototype, as `app.facts`: `{{constructor}}` is no fact.
  const facts: Facts = Object.assign(
    Object.create(null),
    app.facts,
    more,
    hours ? { hours: { kind: 'text', value: hours } } : {},
  );
  const blocks = parseRichText(text, (fact) => fact in facts);
  const inlines = (nodes: readonly Inline[]): ComponentChildren => inline(nodes, app, facts);
  return (
    <div class={`rich-text${name ? ` ${name}` : ''}`} lang={lang} dir={lang ? 'ltr' : undefined}>
      {blocks.map((block, i) => {
        if (block.type === 'paragraph') return <p key={i}>{inlines(block.children)}</p>;
        if (block.type === 'heading') {
          return (
            <Heading depth={depth} key={i} class="rich-heading">
              {inlines(block.children)}
            </Heading>
          );
        }
        if (!('items' in block)) return null;
        const List = block.type === 'bullets' ? 'ul' : 'ol';
        return (
          <List key={i}>
            {block.items.map((item, n) => (
              <li key={n}>{inlines(item)}</li>
            ))}
          </List>
        );
      })}
    </div>
  );
}

function inline(nodes: readonly Inline[], app: App, facts: Facts, inLink = false): ComponentChildren {
  return nodes.map((node) => {
    switch (node.type) {
      case 'text':
        return node.text;
      case 'strong':
        return <strong>{inline(node.children, app, facts, inLink)}</strong>;
      case 'fact':
        return factOf(node.name, facts, inLink);
      case 'link':
        return inLink ? (
          inline(node.children, app, facts, true)
        ) : (
          <Target target={node.target} follow={followTarget(node.target, app)}>
            {inline(node.children, app, facts, true)}
          </Target>
        );
      default:
        return null;
    }
  });
}

function factOf(name: string, facts: Facts, inLink: boolean): ComponentChildren {
  const known = facts[name];
  if (!known) return null;
  if (known.kind === 'text') return <bdi>{known.value}</bdi>;
  const value = <Digits>{known.value}</Digits>;
  if (inLink) return value;
  const href = known.kind === 'phone' ? telHref(known.value) : `mailto:${known.value}`;
  return (
    <a class="number-link" href={href}>
      {value}
    </a>
  );
}

/**
 * Words that lead somewhere, or just the words when there is nowhere to go. To a screen of the panel too they are a link:
 * a button does not break into lines, and leaves the full stop after it alone on the next one.
 */
function Target({
  target,
  follow,
  children,
}: {
  target: string;
  follow: Follow | undefined;
  children: ComponentChildren;
}): VNode {
  if (!follow) return <>{children}</>;
  const go = 'go' in follow ? follow.go : undefined;
  return (
    <a
      class="link"
      // In a new tab it opens the panel there. The space, which browsers drop, tells it from a link of the host page,
      // which the loader would follow as well.
      href={'href' in follow ? follow.href : ` #health-help/${target}`}
      rel="noreferrer"
      onClick={
        go &&
        ((event) => {
          // The address and the history of the page are not ours.
          event.preventDefault();
          go();
        })
      }
    >
      {children}
    </a>
  );
}
