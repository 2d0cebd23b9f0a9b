/** What `measure` needs from outside the page. */
export interface Expected {
  /** The language asked for. */
  lang: string;
  /** English texts that the language has in words of its own: they may be on the screen only when marked. */
  english: readonly string[];
}

/**
 * Looks for what axe does not: sideways scrolling, cut text, small targets, words in a language nobody announced, lost
 * focus. Runs in the page on the one open widget: no imports at run time.
 * @returns one sentence per finding
 */
export function measure({ lang, english }: Expected): string[] {
  const found: string[] = [];
  const host = document.querySelector('health-help');
  const root = host?.shadowRoot;
  const panel = root?.querySelector<HTMLElement>('.panel');
  if (!host || !root || !panel) return ['There is no panel.'];

  const words = (element: Element): string => element.textContent?.trim() ?? '';
  const name = (element: Element): string => {
    const said = (element.getAttribute('aria-label') ?? words(element)).slice(0, 40);
    return `<${element.localName}${element.id && ` id="${element.id}"`} class="${element.getAttribute('class') ?? ''}"> "${said}"`;
  };
  const round = (pixels: number): number => Math.round(pixels * 10) / 10;
  const all = [...panel.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      element.getClientRects().length > 0 && !element.closest('.hidden-words, .reader-size, svg svg, svg *'),
  );
  const styleOf = new Map(all.map((element) => [element, getComputedStyle(element)]));

  const page = document.documentElement;
  if (page.scrollWidth > innerWidth)
    found.push(`The page scrolls sideways: ${page.scrollWidth} of ${innerWidth} px.`);
  const box = panel.getBoundingClientRect();
  if (box.left < -0.5 || box.right > innerWidth + 0.5 || box.top < -0.5 || box.bottom > innerHeight + 0.5) {
    if (panel.dataset.mode !== 'inline')
      found.push(`The panel is not whole on the screen: ${JSON.stringify(box)}.`);
  }

  for (const element of [panel, ...all]) {
    const style = styleOf.get(element) ?? getComputedStyle(element);
    const rect = element.getBoundingClientRect();
    if (rect.left < box.left - 1 || rect.right > box.right + 1) {
      found.push(
        `Wider than the panel (${round(rect.left - box.left)} to ${round(rect.right - box.left)} of ${round(box.width)} px): ${name(element)}`,
      );
    }
    const control = element.matches('input, select, textarea');
    if (style.display === 'inline' || control) continue;
    const wide = element.scrollWidth - element.clientWidth;
    const high = element.scrollHeight - element.clientHeight;
    // A box may reach out of its parent on purpose, as long as it is in the panel; one that scrolls or cuts may not.
    if (wide > 1 && style.overflowX !== 'visible')
      found.push(`Scrolls sideways by ${wide} px: ${name(element)}`);
    if (high > 1 && /hidden|clip/.test(style.overflowY))
      found.push(`Cut at the bottom by ${high} px: ${name(element)}`);
    if (style.textOverflow === 'ellipsis') found.push(`Words are cut with an ellipsis: ${name(element)}`);
  }

  // Words on words. What is pinned to an edge may cover what scrolls below it.
  const pinned = (element: Element): Element | null => {
    for (let node: Element | null = element; node && node !== panel; node = node.parentElement)
      if (
        styleOf.get(node as HTMLElement)?.position === 'sticky' ||
        // What is scrolled out of its box is behind the header, and cut off there.
        (node.scrollTop > 0 && /auto|scroll/.test(styleOf.get(node as HTMLElement)?.overflowY ?? ''))
      )
        return node;
    return null;
  };
  const lines = all.flatMap((element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
      .flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()].map((rect) => ({ element, rect, pin: pinned(element) }));
      }),
  );
  const blockOf = (element: Element): Element => {
    let node = element;
    while (node !== panel && node.parentElement && styleOf.get(node as HTMLElement)?.display === 'inline')
      node = node.parentElement;
    return node;
  };
  for (const { element, rect } of lines) {
    const block = blockOf(element).getBoundingClientRect();
    const out = Math.max(block.left - rect.left, rect.right - block.right);
    if (out > 1) found.push(`Words ${round(out)} px out of their box: ${name(element)}`);
  }
  for (const [index, a] of lines.entries())
    for (const b of lines.slice(index + 1)) {
      if (a.element === b.element || a.pin !== b.pin) continue;
      const across = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
      const down = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top);
      // Two lines of text may share a few pixels of air.
      const most = Math.min(a.rect.height, b.rect.height) / 3;
      if (across > 2 && down > most) found.push(`Words on words: ${name(a.element)} and ${name(b.element)}`);
    }

  // A full stop alone at the beginning of a line. After a button nothing can be done: it is a box, as wide as the line
  // when its words go on below.
  const marks = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
  let last: { bottom: number; button: boolean } | undefined;
  while (marks.nextNode()) {
    const text = marks.currentNode as Text;
    const { parentElement } = text;
    if (!parentElement || !styleOf.has(parentElement) || !text.data.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const rects = [...range.getClientRects()];
    const isMark = /^[\u2069\s]*[.,;:!?)\]。，、；：！？）」』…؟،؛]/.test(text.data);
    if (isMark && last && !last.button && (rects[0]?.top ?? 0) > last.bottom - 2)
      found.push(`A mark at the beginning of a line, "${text.data.slice(0, 10)}": ${name(parentElement)}`);
    last = { bottom: rects.at(-1)?.bottom ?? 0, button: parentElement.closest('button') !== null };
  }

  // What is chosen in a list that drops down is not cut: it says so neither by scrolling nor otherwise.
  for (const list of panel.querySelectorAll('select')) {
    const chosen = list.selectedOptions[0]?.cloneNode(true);
    if (!chosen || !styleOf.has(list)) continue;
    const whole = list.cloneNode() as HTMLSelectElement;
    whole.append(chosen);
    whole.style.cssText = 'position: absolute; visibility: hidden; inline-size: max-content';
    list.after(whole);
    const cut = whole.offsetWidth - list.offsetWidth;
    whole.remove();
    if (cut > 0) found.push(`Cut by ${cut} px: ${list.selectedOptions[0]?.text} in ${name(list)}`);
  }

  // Targets: 44 by 44 CSS px (2.5.5). A link in a sentence is as high as its line.
  const targets = all.filter((element) =>
    element.matches(
      'a[href], button, input, select, textarea, summary, [role=button], [role=switch], [role=link]',
    ),
  );
  for (const element of targets) {
    const block = element.closest('p, li, dd');
    const sentence =
      styleOf.get(element)?.display.startsWith('inline') &&
      element.matches('a, button') &&
      block !== null &&
      words(block).length > words(element).length;
    if (sentence) continue;
    const label = element instanceof HTMLInputElement ? element.closest('label') : null;
    const { width, height } = (label ?? element).getBoundingClientRect();
    if (width < 43.9 || height < 43.9)
      found.push(`A target of ${round(width)} by ${round(height)} px: ${name(element)}`);
  }

  const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index)))
    found.push(`The id ${id} is used twice.`);
  for (const element of root.querySelectorAll(
    '[aria-labelledby], [aria-describedby], [aria-controls], label[for]',
  )) {
    for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for']) {
      for (const id of (element.getAttribute(attribute) ?? '').split(' ').filter(Boolean))
        if (!ids.includes(id)) found.push(`${attribute} names ${id}, which is not there: ${name(element)}`);
    }
  }

  const levels = [...panel.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => ({
    heading,
    level: Number(heading.localName[1]),
  }));
  const first = levels[0]?.level ?? 0;
  if (levels[0]?.heading !== panel.querySelector('.title'))
    found.push('The first heading is not the panel’s title.');
  for (const [index, { heading, level }] of levels.entries()) {
    const before = levels[index - 1]?.level ?? level;
    if (level > before + 1) found.push(`Heading level ${level} after ${before}: ${name(heading)}`);
    if (!heading.textContent?.trim()) found.push(`An empty heading: ${name(heading)}`);
  }
  const screens = [...panel.querySelectorAll('.screen-heading')];
  if (screens.length !== 1) found.push(`${screens.length} headings of a screen, not one.`);
  for (const { heading, level } of levels)
    if (screens.includes(heading) && level !== first + 1) found.push(`A screen’s heading of level ${level}.`);

  if (document.activeElement !== host)
    found.push(`Focus is on ${document.activeElement?.localName}, not in the widget.`);
  if (!root.activeElement || !panel.contains(root.activeElement)) {
    found.push(
      `Focus is not in the panel, but on ${root.activeElement ? name(root.activeElement) : 'nothing'}.`,
    );
  }

  // Languages: what is said in English is marked as English.
  const said = panel.closest('[lang]')?.getAttribute('lang');
  if (said !== lang) found.push(`The panel says it is in ${said}, not in ${lang}.`);
  const known = new Set(english);
  const texts: { text: string; element: Element }[] = [];
  const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent?.replace(/[\u2066-\u2069]/g, '').trim();
    if (element && text) texts.push({ text, element });
  }
  for (const element of panel.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
    for (const attribute of ['aria-label', 'title', 'placeholder', 'alt']) {
      const text = element.getAttribute(attribute)?.trim();
      if (text) texts.push({ text, element });
    }
  for (const { text, element } of texts) {
    const inLanguage = element.closest('[lang]')?.getAttribute('lang') ?? '';
    if (inLanguage === lang && known.has(text))
      found.push(`English, but marked ${inLanguage}: ${name(element)}`);
    // Letters and spaces of one script stand right whatever the direction: only a sentence is torn apart.
    if (/^[\p{L}\p{M} ]+$/u.test(text)) continue;
    const direction = getComputedStyle(element).direction;
    if (inLanguage === 'en' && direction === 'rtl')
      found.push(`English from right to left: ${name(element)}`);
    if (inLanguage === 'ar' && direction === 'ltr' && /[\u0600-\u06ff]/.test(text))
      found.push(`Arabic from left to right: ${name(element)}`);
  }
  return [...new Set(found)];
}
