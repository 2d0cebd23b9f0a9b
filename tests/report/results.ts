import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** `unsteady`: failed, and passed when it was repeated. */
export type Verdict = 'passed' | 'failed' | 'unsteady' | 'skipped';

export interface Result {
  /** The file of the test, from the folder of its runner. */
  file: string;
  title: string;
  verdict: Verdict;
  /** One sentence for each thing that failed. */
  errors: readonly string[];
  /** Titles of the steps that a test is made of. */
  steps: readonly string[];
  /** What axe could not decide. */
  undecided: readonly string[];
}

/** What one test runner left. */
export interface Run {
  /** Day on which it was started, `YYYY-MM-DD`. */
  day: string;
  results: readonly Result[];
}

/** The files that `npm test` leaves; what was not run is undefined. */
export interface Runs {
  logic: Run | undefined;
  browser: Run | undefined;
  accessibility: Run | undefined;
  screenReader: Run | undefined;
}

/**
 * Reads what `npm test` left.
 * @param folder undefined, or not there: nothing was run
 * @param root of the repository, for the names of files
 * @throws naming the file that is not a report
 */
export function readRuns(folder: string | undefined, root: string): Runs {
  const read = (name: string, parse: (json: unknown) => Run): Run | undefined => {
    const file = folder && join(folder, `${name}.json`);
    if (!file || !existsSync(file)) return undefined;
    try {
      return parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch (error) {
      throw new Error(`${file} is not a report of a test runner: ${error}`);
    }
  };
  const vitest = (json: unknown): Run => readVitest(json as VitestReport, root);
  const playwright = (json: unknown): Run => readPlaywright(json as PlaywrightReport);
  return {
    logic: read('logic', vitest),
    browser: read('browser', playwright),
    accessibility: read('accessibility', playwright),
    screenReader: read('screen-reader', vitest),
  };
}

interface VitestReport {
  startTime: number;
  testResults: readonly {
    name: string;
    status: string;
    message?: string;
    assertionResults: readonly {
      title: string;
      status: string;
      failureMessages?: readonly string[] | null;
    }[];
  }[];
}

function readVitest({ startTime, testResults }: VitestReport, root: string): Run {
  const results = testResults.flatMap(({ name, status, message, assertionResults }): Result[] => {
    const file = relative(root, name);
    const tests = assertionResults.map((test) => ({
      ...nothing,
      file,
      title: test.title,
      verdict: verdicts[test.status] ?? 'skipped',
      errors: (test.failureMessages ?? []).map(firstLine),
    }));
    // A file that stopped before, or after, its tests.
    const isFailed = status === 'failed' && !tests.some(({ verdict }) => verdict === 'failed');
    const whole = { ...nothing, file, title: 'the whole file', verdict: 'failed' as const };
    return isFailed ? [...tests, { ...whole, errors: [firstLine(message ?? '')] }] : tests;
  });
  return { day: dayOf(startTime), results };
}

interface PlaywrightReport {
  stats: { startTime: string };
  suites: readonly Suite[];
}
interface Suite {
  specs?: readonly Spec[];
  suites?: readonly Suite[];
}
interface Spec {
  title: string;
  file: string;
  tests: readonly {
    status: string;
    annotations?: readonly Annotation[];
    results: readonly Attempt[];
  }[];
}
interface Attempt {
  errors?: readonly { message?: string }[];
  annotations?: readonly Annotation[];
  steps?: readonly { title: string }[];
}
interface Annotation {
  type: string;
  description?: string;
}

function readPlaywright({ stats, suites }: PlaywrightReport): Run {
  const specs = (suite: Suite): Spec[] => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const results = suites.flatMap(specs).flatMap(({ title, file, tests }) =>
    tests.map(({ status, annotations = [], results }): Result => {
      const last = results.at(-1);
      const notes = [...annotations, ...(last?.annotations ?? [])];
      const undecided = notes
        .filter(({ type }) => type === 'undecided')
        .map((note) => note.description ?? '');
      return {
        file,
        title,
        verdict: verdicts[status] ?? 'skipped',
        errors: (last?.errors ?? []).map(({ message = '' }) => firstLine(message)),
        steps: (last?.steps ?? []).map((step) => step.title),
        // A note of a test is one of its attempt as well.
        undecided: [...new Set(undecided)],
      };
    }),
  );
  return { day: dayOf(stats.startTime), results };
}

const nothing = { errors: [], steps: [], undecided: [] } as const;

/** The words of both runners. */
const verdicts: Readonly<Record<string, Verdict>> = {
  passed: 'passed',
  expected: 'passed',
  failed: 'failed',
  unexpected: 'failed',
  flaky: 'unsteady',
};

const dayOf = (time: number | string): string => new Date(time).toISOString().slice(0, 10);

/** Without the colours of a terminal. */
function firstLine(message: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a colour begins with one
  const lines = message.replace(/\u001b\[[\d;]*m/g, '').split('\n');
  return lines.find((line) => line.trim())?.trim() ?? 'no reason was given';
}
