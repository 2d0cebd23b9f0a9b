import type { CheckedSubmission } from '../../../widget/contract/submission-schema.ts';
import { toBundle } from '../../../widget/fhir/to-bundle.ts';
import type { BundleFacts } from '../../../widget/fhir/types.ts';
import type { RequestRow } from '../database.ts';

/**
 * A request as a FHIR R4 `Bundle`, the same the widget sends with `endpoint-format="fhir-r4"`, whichever way it came in.
 */
export function fhirOf(row: RequestRow, facts: BundleFacts): string {
  return JSON.stringify(toBundle(JSON.parse(row.body) as CheckedSubmission, facts));
}

/** One Bundle a line, as in FHIR's bulk export. */
export function toNdjson(rows: readonly RequestRow[], facts: BundleFacts): string {
  return rows.map((row) => `${fhirOf(row, facts)}\n`).join('');
}
