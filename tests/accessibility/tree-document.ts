import { attributesOf, type DomNode, textOf, words } from './tree.ts';

/** What the document says wrongly, and the tree of the browser does not show. */
export function documentFindings(dom: DomNode, given: readonly string[]): string[] {
  return [...references(dom), ...unheardStops(dom), ...unmarked(dom, given)];
}

/** References to words that are not there. */
function references(dom: DomNode): string[] {
  const byId = new Map<string, DomNode>();
  const elements: DomNode[] = [];
  const walk = (node: DomNode): void => {
    if (node.nodeType === 1) elements.push(node);
    const { id } = attributesOf(node);
    if (id) byId.set(id, node);
    node.children?.forEach(walk);
  };
  walk(dom);
  return elements.flatMap((element) => {
    const attributes = attributesOf(element);
    return ['aria-labelledby', 'aria-describedby', 'aria-errormessage', 'aria-details'].flatMap((attribute) =>
      (attributes[attribute] ?? '')
        .split(/\s+/)
        .filter(Boolean)
        .flatMap((id) => {
          const target = byId.get(id);
          if (!target) return [`${attribute} names ${id}, which is not there: ${element.localName}`];
          return words(textOf(target))
            ? []
            : [`${attribute} names ${id}, which is empty: ${element.localName}`];
        }),
    );
  });
}

const takesFocus = new Set(['a', 'button', 'input', 'select', 'summary', 'textarea']);

/** Where focus can go and nothing is said. */
function unheardStops(node: DomNode, isHidden = false): string[] {
  const { hidden, inert, disabled, tabindex, href, ...attributes } = attributesOf(node);
  // What is not shown, or is asleep, takes no focus either.
  if (hidden !== undefined || inert !== undefined) return [];
  const { localName } = node;
  const inside = isHidden || attributes['aria-hidden'] === 'true';
  const native =
    takesFocus.has(localName) && disabled === undefined && (localName !== 'a' || href !== undefined);
  const canFocus = tabindex === undefined ? native : Number(tabindex) >= 0;
  return [
    ...(inside && canFocus
      ? [`Takes focus, and is hidden from listeners: ${localName} "${words(textOf(node))}"`]
      : []),
    ...(node.children ?? []).flatMap((child) => unheardStops(child, inside)),
  ];
}

/** Letters of the languages checked, and of those of the notice; any other language here is written in Latin ones. */
const letters: readonly { of: readonly string[]; are: RegExp }[] = [
  { of: ['ar', 'fa', 'ur'], are: /\p{Script=Arabic}/u },
  // Before Chinese, with which it shares letters.
  { of: ['ja'], are: /[\p{Script=Hiragana}\p{Script=Katakana}]/u },
  { of: ['zh'], are: /\p{Script=Han}/u },
  { of: ['ko'], are: /\p{Script=Hangul}/u },
  { of: ['ru', 'uk'], are: /\p{Script=Cyrillic}/u },
  { of: ['el'], are: /\p{Script=Greek}/u },
  { of: ['hi'], are: /\p{Script=Devanagari}/u },
  { of: ['gu'], are: /\p{Script=Gujarati}/u },
  { of: ['bn'], are: /\p{Script=Bengali}/u },
  { of: ['am'], are: /\p{Script=Ethiopic}/u },
];
const latin = { of: [''], are: /\p{Script=Latin}/u };

/**
 * Texts in other letters than those of the language they are marked with. Names, numbers and what was typed are as they
 * are. A word of another language inside a sentence cannot be marked: the files of words have no sign for it.
 */
function unmarked(dom: DomNode, given: readonly string[]): string[] {
  const found: string[] = [];
  const walk = (node: DomNode, inherited: string): void => {
    const { lang = inherited, translate } = attributesOf(node);
    // Marked, but as a name and not as a language.
    if (node.localName === 'svg' || (lang === inherited && (node.localName === 'bdi' || translate === 'no')))
      return;
    const text = node.nodeType === 3 ? words(node.nodeValue) : '';
    const own = letters.find(({ of }) => of.includes(lang.split('-')[0] ?? '')) ?? latin;
    const other = [...letters, latin].find(({ are }) => are.test(text));
    if (other && !own.are.test(text) && /\p{L}{2}/u.test(text) && !given.includes(text))
      found.push(`Marked ${lang}, but in letters of another language: "${text}"`);
    for (const child of node.children ?? []) walk(child, lang);
  };
  walk(dom, '');
  return found;
}
