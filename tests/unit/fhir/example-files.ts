import { fileURLToPath } from 'node:url';
import { toBundle } from '../../../widget/fhir/to-bundle.ts';
import { examples } from './example-submissions.ts';

export const examplesFolder = fileURLToPath(new URL('../../../demo/fhir-examples/', import.meta.url));

/** What is in the file of an example. */
export function exampleFile(name: string): string {
  const example = examples[name];
  if (!example) throw new Error(`No example is called ${name}`);
  return `${JSON.stringify(toBundle(example.submission, example.facts), null, 2)}\n`;
}
