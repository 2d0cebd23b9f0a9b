/**
 * Keeps `--rem` at the reader's own text size: `font-size: medium` is what the reader chose in the browser, whatever the
 * page sets on `html`. Follows a change at once.
 * @returns stops following
 */
export function followReaderSize(root: HTMLElement, probe: HTMLElement): () => void {
  const measure = (): void => {
    const size = getComputedStyle(probe).fontSize;
    if (size) root.style.setProperty('--rem', size);
  };
  measure();
  if (typeof ResizeObserver !== 'function') return () => undefined;
  const observer = new ResizeObserver(measure);
  observer.observe(probe);
  return () => observer.disconnect();
}
