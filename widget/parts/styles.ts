import { useLayoutEffect } from 'preact/hooks';
import type { PanelHost } from '../contract/panel.ts';
import { useApp } from './app-context.ts';

const adopted = new WeakMap<ShadowRoot, Set<string>>();

/**
 * Adds a style sheet to the shadow root, once. Constructable sheets pass a strict `style-src`; where they are missing
 * the same rules come from the emitted file, for everything at once (the polyfill inserts `<style>`, which CSP blocks).
 */
export function adoptStyles(host: PanelHost, css: string): void {
  const known = adopted.get(host.root) ?? new Set();
  adopted.set(host.root, known);
  if (known.has(css)) return;
  known.add(css);
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    host.root.adoptedStyleSheets = [...host.root.adoptedStyleSheets, sheet];
  } catch {
    const file = Object.keys(host.options.integrity).find((name) => name.endsWith('.css'));
    if (!file || known.has(file)) return;
    known.add(file);
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.crossOrigin = 'anonymous';
    link.integrity = host.options.integrity[file] as string;
    link.href = host.options.base + file;
    host.root.append(link);
  }
}

/** Styles of a part that came later. */
export function useStyles(css: string): void {
  const { app } = useApp();
  useLayoutEffect(() => adoptStyles(app.host, css), []);
}
