/**
 * Looks for anything in the widget that moves longer than it may, or again and again. Runs in the page: no imports at run
 * time.
 * @param longest in milliseconds; 0: nothing may move at all
 */
export function measureMotion(longest: number): string[] {
  const root = document.querySelector('health-help')?.shadowRoot;
  if (!root) throw new Error('The widget has no shadow root.');
  const findings = new Set<string>();
  const milliseconds = (list: string): number[] =>
    list.split(',').map((one) => Number.parseFloat(one) * (one.trim().endsWith('ms') ? 1 : 1000));
  const most = (list: string): number => Math.max(...milliseconds(list));
  for (const element of root.querySelectorAll<HTMLElement>('*'))
    for (const pseudo of [null, '::before', '::after']) {
      const style = getComputedStyle(element, pseudo);
      if (pseudo && (style.content === 'none' || style.content === 'normal')) continue;
      const name = `<${element.localName} class="${element.getAttribute('class') ?? ''}">${pseudo ?? ''}`;
      const transition = most(style.transitionDuration) + most(style.transitionDelay);
      if (most(style.transitionDuration) > 0 && transition > longest)
        findings.add(`Changes for ${transition} ms: ${name}`);
      if (style.animationName !== 'none') {
        const animation = most(style.animationDuration) + most(style.animationDelay);
        if (animation > longest) findings.add(`Moves for ${animation} ms: ${name}`);
        if (style.animationIterationCount.split(',').some((count) => count.trim() !== '1'))
          findings.add(`Moves again and again: ${name}`);
      }
      if (style.scrollBehavior === 'smooth' && longest === 0) findings.add(`Scrolls smoothly: ${name}`);
      if (element.matches('animate, animateTransform, marquee, blink, video, img[src$=".gif"]'))
        findings.add(`Moves by itself: ${name}`);
    }
  for (const animation of document.getAnimations()) {
    const { effect } = animation;
    const target = effect instanceof KeyframeEffect ? effect.target : null;
    if (target?.getRootNode() !== root) continue;
    const end = Number(effect?.getComputedTiming().endTime ?? 0);
    if (end > longest) findings.add(`Moves for ${end} ms: <${target.localName}>`);
  }
  return [...findings];
}

/** Waits and watches. What changes by itself, when nobody does anything, blinks. Runs in the page. */
export async function watchForBlinking(wait: number): Promise<string[]> {
  const panel = document.querySelector('health-help')?.shadowRoot?.querySelector('.panel');
  if (!panel) throw new Error('There is no panel.');
  const seen = new Set<string>();
  const note = ({ target, attributeName, type }: MutationRecord): void => {
    const element = target instanceof Element ? target : target.parentElement;
    // Words for screen readers come and go unseen.
    if (element && !element.closest('[role=status], [role=alert]'))
      seen.add(
        `Changes by itself: <${element.localName} class="${element.className}"> ${attributeName ?? type}`,
      );
  };
  const observer = new MutationObserver((records) => records.forEach(note));
  observer.observe(panel, { subtree: true, childList: true, attributes: true, characterData: true });
  await new Promise((resolve) => setTimeout(resolve, wait));
  observer.disconnect();
  return [...seen];
}
