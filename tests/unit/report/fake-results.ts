import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder with reports of test runners, deleted after the test. @param files by name, as JSON or as they are */
export function leave(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'health-help-report-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files))
    writeFileSync(
      join(folder, `${name}.json`),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  return folder;
}

export const startTime = Date.UTC(2027, 2, 1, 12);

export interface FakeSpec {
  file: string;
  title: string;
  status?: string;
  errors?: readonly string[];
  steps?: readonly string[];
  undecided?: readonly string[];
}

/** As Playwright 1.65 writes it: what a test notes is there twice. */
export const playwrightReport = (...specs: readonly FakeSpec[]): unknown => ({
  stats: { startTime: new Date(startTime).toISOString() },
  suites: [
    {
      title: 'a file',
      specs: [],
      suites: [
        {
          title: 'a group',
          specs: specs.map(
            ({ file, title, status = 'expected', errors = [], steps = [], undecided = [] }) => {
              const annotations = undecided.map((description) => ({ type: 'undecided', description }));
              const result = {
                errors: errors.map((message) => ({ message })),
                annotations,
                steps: steps.map((step) => ({ title: step })),
              };
              return { file, title, tests: [{ status, annotations, results: [result] }] };
            },
          ),
        },
      ],
    },
  ],
});

export const vitestReport = (...testResults: readonly unknown[]): unknown => ({ startTime, testResults });

export const vitestFile = (
  name: string,
  ...tests: readonly (readonly [string, string, string?])[]
): unknown => ({
  name,
  status: tests.some(([, status]) => status === 'failed') ? 'failed' : 'passed',
  assertionResults: tests.map(([title, status, message]) => ({
    title,
    status,
    failureMessages: message ? [message] : [],
  })),
});
