/**
 * The Markdown subset of locale texts: paragraphs, `##` headings, `-` and `1.` lists, `**bold**`, `[words](target)`,
 * and `{{fact}}`. Everything else is text. HTML is text. See widget/decisions/002-own-markdown-subset.md.
 */

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong'; children: readonly Inline[] }
  | { type: 'link'; target: string; children: readonly Inline[] }
  | { type: 'fact'; name: string };

export type Block =
  | { type: 'paragraph' | 'heading'; children: readonly Inline[] }
  | { type: 'bullets' | 'numbers'; items: readonly (readonly Inline[])[] };

const inlinePattern = /\*\*(.+?)\*\*|\[([^[\]]+)\]\(([A-Za-z0-9/:-]+)\)|\{\{([A-Za-z][A-Za-z0-9]*)\}\}/;

export function parseInline(text: string): readonly Inline[] {
  const nodes: Inline[] = [];
  let rest = text;
  for (let match = inlinePattern.exec(rest); match; match = inlinePattern.exec(rest)) {
    if (match.index) nodes.push({ type: 'text', text: rest.slice(0, match.index) });
    const [whole, strong, words, target, fact] = match;
    if (strong) nodes.push({ type: 'strong', children: parseInline(strong) });
    else if (words && target) nodes.push({ type: 'link', target, children: parseInline(words) });
    else if (fact) nodes.push({ type: 'fact', name: fact });
    rest = rest.slice(match.index + whole.length);
  }
  if (rest) nodes.push({ type: 'text', text: rest });
  return nodes;
}

/**
 * Parses a text into blocks. A paragraph or list item that names a fact for which `hasFact` answers false is dropped
 * whole: a sentence with a hole in it is worse than none.
 */
export function parseRichText(
  text: string,
  hasFact: (name: string) => boolean = () => true,
): readonly Block[] {
  const complete = (line: string): boolean =>
    [...line.matchAll(/\{\{([A-Za-z][A-Za-z0-9]*)\}\}/g)].every(([, name]) => hasFact(name ?? ''));
  const blocks: Block[] = [];
  for (const chunk of text.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    let paragraph: string[] = [];
    let list: { type: 'bullets' | 'numbers'; items: Inline[][] } | undefined;
    const endParagraph = (): void => {
      const line = paragraph.join(' ').trim();
      if (line && complete(line)) blocks.push({ type: 'paragraph', children: parseInline(line) });
      paragraph = [];
    };
    const endList = (): void => {
      if (list?.items.length) blocks.push(list);
      list = undefined;
    };
    for (const line of chunk.split('\n')) {
      const heading = /^##\s+(.+)$/.exec(line);
      const item = /^\s*(?:(-|\*)|\d+[.)])\s+(.+)$/.exec(line);
      if (heading?.[1]) {
        endParagraph();
        endList();
        if (complete(heading[1])) blocks.push({ type: 'heading', children: parseInline(heading[1].trim()) });
      } else if (item?.[2]) {
        endParagraph();
        const type = item[1] ? 'bullets' : 'numbers';
        if (list?.type !== type) endList();
        list ??= { type, items: [] };
        if (complete(item[2])) list.items.push([...parseInline(item[2].trim())]);
      } else {
        endList();
        paragraph.push(line);
      }
    }
    endParagraph();
    endList();
  }
  return blocks;
}

/** Names of the facts a text uses. */
export function factsIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{([^}]*)\}\}/g)].map(([, name]) => (name ?? '').trim());
}

/** Targets of the links in a text. */
export function targetsIn(text: string): readonly string[] {
  return [...text.matchAll(/\[[^[\]]+\]\(([^)]*)\)/g)].map(([, target]) => target ?? '');
}
