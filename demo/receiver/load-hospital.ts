import { readFileSync } from 'node:fs';
import { parseHospital } from '../../widget/contract/parse-hospital.ts';
import type { ReceiverHospital } from './schedule.ts';

/**
 * The facts of a `hospital.json` that the receiver needs. A missing file, or a time zone nobody knows, is no reason not
 * to take requests.
 * @param report gets a sentence for whoever starts the server
 */
export function loadHospital(file: string, report: (problem: string) => void): ReceiverHospital {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    report(`No readable hospital.json at ${file}: times are in UTC, and no answer date is shown.`);
    return { name: 'Hospital', timeZone: 'UTC' };
  }
  const { hospital } = parseHospital(value);
  let timeZone = hospital.timeZone ?? 'UTC';
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    report(`hospital.json names a time zone this computer does not know: times are in UTC.`);
    timeZone = 'UTC';
  }
  return {
    name: hospital.name || 'Hospital',
    timeZone,
    language: hospital.language,
    replyWithinDays: hospital.replyWithinDays,
    keptForDays: hospital.keptForDays,
    fhir: { ...hospital, timeZone },
  };
}
