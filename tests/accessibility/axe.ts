import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { Result, RunOptions } from 'axe-core';

/** For `addInitScript`: injected once for each document, about three times as fast as a builder. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface AxeFindings {
  violations: string[];
  /** What axe could not decide, e.g. the contrast of a word over a picture. */
  undecided: string[];
  /** How many rules found something to check, so that a check of nothing is noticed. */
  applied: number;
}

/**
 * Runs every rule there is on the widget: best practices, those of level AAA, and those still being tried out.
 * Leaves the panel unfolded: measure before.
 */
export async function runAxe(page: Page): Promise<AxeFindings> {
  const all = await run(page, null);
  // Where nothing is out of sight, that was everything.
  if (!(await unfold(page))) return all;
  const unfolded = await run(page, rulesOfSight);
  return {
    violations: [...new Set([...all.violations, ...unfolded.violations])],
    undecided: [...all.undecided.filter((text) => !text.startsWith('color-contrast')), ...unfolded.undecided],
    applied: all.applied,
  };
}

/** Axe passes over what is scrolled out of sight, and does not say so (4.14). */
const rulesOfSight = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block', 'target-size'];

/** Makes the panel, and the window, as high as all its words. Answers whether it was not. */
async function unfold(page: Page): Promise<boolean> {
  const height = await page.evaluate(() => {
    const root = document.querySelector('health-help')?.shadowRoot;
    const panel = root?.querySelector<HTMLElement>('.panel');
    if (!root || !panel) throw new Error('There is no panel.');
    const box = panel.getBoundingClientRect();
    const parts = [panel, ...panel.querySelectorAll<HTMLElement>('.view, .scroll')];
    const isWhole = parts.every((part) => part.scrollHeight <= part.clientHeight);
    if (isWhole && box.top >= 0 && box.bottom <= innerHeight) return null;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      .panel, .view { block-size: auto !important; max-block-size: none !important; overflow: visible !important }
      .panel { inset-block: 0 auto !important }
      .scroll { overflow: visible !important }
      .footer { position: static !important }`);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return panel.getBoundingClientRect().height;
  });
  if (height === null) return false;
  const { width = 0 } = page.viewportSize() ?? {};
  await page.setViewportSize({ width, height: Math.ceil(height) + 200 });
  return true;
}

/** @param only names of rules; null: all of them */
function run(page: Page, only: readonly string[] | null): Promise<AxeFindings> {
  return page.evaluate(async (only) => {
    const axe = (window as unknown as { axe: typeof import('axe-core') }).axe;
    const rules: NonNullable<RunOptions['rules']> = {};
    for (const { ruleId } of axe.getRules()) rules[ruleId] = { enabled: only?.includes(ruleId) ?? true };
    const results = await axe.run(
      { include: [['health-help']] },
      // Only what the sentences below need: describing all that passes takes longer than finding it.
      { rules, preload: false, selectors: false, resultTypes: ['violations', 'incomplete'] },
    );
    const sentences = ({ id, nodes }: Result): string[] =>
      nodes.map(({ html, any, all, none }) => {
        const why = [...any, ...all, ...none].map(({ message }) => message).join(' ');
        return `${id}: ${html.slice(0, 160)} ${why}`;
      });
    return {
      violations: results.violations.flatMap(sentences),
      undecided: results.incomplete.flatMap(sentences),
      applied: results.passes.length + results.violations.length,
    };
  }, only);
}
