import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, Result, RunOptions } from 'axe-core';

/** For `addInitScript`: injected once for each document, about three times as fast as a builder. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface AxeFindings {
  violations: string[];
  /** What axe could not decide, e.g. the contrast of a word over a picture. */
  undecided: string[];
  /** How many rules found something to check, so that a check of nothing is noticed. */
  applied: number;
}

/** Runs every rule there is on the widget: best practices, those of level AAA, and those still being tried out. */
export async function runAxe(page: Page): Promise<AxeFindings> {
  const results = (await page.evaluate(() => {
    const axe = (window as unknown as { axe: typeof import('axe-core') }).axe;
    const rules: NonNullable<RunOptions['rules']> = {};
    for (const { ruleId } of axe.getRules()) rules[ruleId] = { enabled: true };
    return axe.run({ include: [['health-help']] }, { rules, preload: false });
  })) as AxeResults;
  return {
    violations: results.violations.flatMap(sentences),
    undecided: results.incomplete.flatMap(sentences),
    applied: results.passes.length + results.violations.length,
  };
}

function sentences({ id, nodes }: Result): string[] {
  return nodes.map(({ html, any, all, none }) => {
    const why = [...any, ...all, ...none].map(({ message }) => message).join(' ');
    return `${id}: ${html.slice(0, 160)} ${why}`;
  });
}
