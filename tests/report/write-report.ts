/** `npm run report`: writes ACCESSIBILITY-REPORT.md from what `npm test` left in the folder `REPORTS`. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeReport } from './report.ts';
import { readRuns } from './results.ts';
import { askVersions } from './versions.ts';

const root = resolve(import.meta.dirname, '..', '..');
const folder = process.env.REPORTS && resolve(root, process.env.REPORTS);
const runs = readRuns(folder, root);
writeFileSync(join(root, 'ACCESSIBILITY-REPORT.md'), writeReport(runs, askVersions(root), root));

const missing = Object.entries(runs)
  .filter(([, run]) => !run)
  .map(([name]) => name);
console.log('ACCESSIBILITY-REPORT.md is written.');
if (missing.length)
  console.log(
    `Not run: ${missing.join(', ')}. To have it all: REPORTS=folder npm test && REPORTS=folder npm run report`,
  );
