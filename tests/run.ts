/** `npm test`: everything a reviewer would run, one step after the other, and one line of figures at the end. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installTools } from './tools.ts';

const root = resolve(import.meta.dirname, '..');
/** What the test runners write. Kept where a folder is named, for `npm run report`. */
const kept = process.env.REPORTS && resolve(root, process.env.REPORTS);
const reports = kept || mkdtempSync(join(tmpdir(), 'health-help-tests-'));
mkdirSync(reports, { recursive: true });

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}
interface Step {
  name: string;
  command: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** The file a test runner writes. */
  report?: string;
  /** Reads the figures of a test runner. A step without is one check. */
  counts?(): Counts;
}

function vitestCounts(file: string): Counts {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

function playwrightCounts(file: string): Counts {
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/** The projects of vite.config.ts that make a step. */
function vitest(name: string, ...projects: readonly string[]): Pick<Step, 'command' | 'counts' | 'report'> {
  const file = join(reports, `${name}.json`);
  return {
    report: file,
    command: [
      'vitest', 'run', ...projects.flatMap((project) => ['--project', project]),
      '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`,
    ], // biome-ignore format: pairs
    counts: () => vitestCounts(file),
  };
}
const browser = (name: string, config: string): Step => {
  const file = join(reports, `${name}.json`);
  return {
    name,
    command: ['playwright', 'test', '-c', config, '--reporter=dot,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    report: file,
    counts: () => playwrightCounts(file),
  };
};

/** A desktop for each browser. */
const screenReader: Step = { name: 'screen reader', ...vitest('screen-reader', 'screen-reader') };

/** One group after the other; the steps of a group at the same time. */
const groups: readonly (readonly Step[])[] = [
  [
    { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
    { name: 'types', command: ['tsc', '--noEmit'] },
  ],
  [
    { name: 'unused code', command: ['knip'] },
    { name: 'build', command: ['tsx', 'widget/build/build.ts'] },
  ],
  [
    { name: 'sizes', command: ['size-limit'] },
    { name: 'words', command: ['tsx', 'locales/tools/check-locales.ts'] },
  ],
  [
    {
      name: 'logic, parts, receiver, Firefox',
      ...vitest('logic', 'node', 'chromium'),
    },
  ],
  [browser('browser', 'tests/playwright.config.ts')],
  [browser('accessibility', 'tests/accessibility/playwright.config.ts')],
  // Last: a screen reader is the slowest to keep in step, and takes some minutes.
  [screenReader],
];

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const failed: string[] = [];

/** Runs a command; its output is shown when it ends, so that two at a time can be read. */
function execute(step: Step): Promise<{ status: number; output: string }> {
  return new Promise((done) => {
    const child = spawn('npx', ['--no-install', ...step.command], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...step.env },
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => done({ status: 1, output: String(error) }));
    child.on('close', (status) => done({ status: status ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

async function run(step: Step): Promise<void> {
  const started = Date.now();
  // A runner that stops early must not be counted by what an earlier run left.
  if (step.report) rmSync(step.report, { force: true });
  const { status, output } = await execute(step);
  let counts: Counts = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  try {
    counts = step.counts?.() ?? counts;
  } catch {
    // The runner stopped before it could write its report.
  }
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  if (counts.failed) failed.push(step.name);
  console.log(`\n── ${step.name}\n${output.trim()}`);
  console.log(
    `── ${step.name}: ${counts.failed ? 'FAILED' : 'ok'}, ${Math.round((Date.now() - started) / 1000)} s`,
  );
}

try {
  installTools();
  const only = process.argv.slice(2);
  for (const group of groups) {
    await Promise.all(group.filter(({ name }) => only.length === 0 || only.includes(name)).map(run));
  }
} catch (error) {
  console.error(String((error as Error).message));
  total.failed += 1;
} finally {
  if (!kept) rmSync(reports, { recursive: true, force: true });
}
if (failed.length) console.log(`\nFailed: ${failed.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed ? 1 : 0;
