/** `npx tsx tests/unit/fhir/write-examples.ts`: writes `demo/fhir-examples/*.json`. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { exampleFile, examplesFolder } from './example-files.ts';
import { examples } from './example-submissions.ts';

for (const name of readdirSync(examplesFolder)) if (name.endsWith('.json')) rmSync(examplesFolder + name);
for (const name of Object.keys(examples)) writeFileSync(`${examplesFolder}${name}.json`, exampleFile(name));
