import type { Reading } from './reading.ts';
import type { Links } from './requests.ts';
import { detailsOf } from './requests.ts';
import { systems } from './systems.ts';
import type { Resource } from './types.ts';

/** Questions whose yes is a permission to share. Anything but a yes is in the answers only. */
const permissions = ['share-teams', 'share-partner'];

/** One `Consent` for each permission that was given. */
export function consents(reading: Reading, links: Links): Resource[] {
  return permissions
    .filter((field) => reading.text(field) === 'yes' && links.patient)
    .map((field) => ({
      resourceType: 'Consent',
      status: 'active',
      scope: {
        coding: [{ system: systems.consentScope, code: 'patient-privacy', display: 'Privacy Consent' }],
      },
      category: [
        { coding: [{ system: systems.loinc, code: '64292-6', display: 'Release of information consent ' }] },
      ],
      patient: links.patient,
      dateTime: reading.submission.submittedAt,
      performer: [links.submitter],
      sourceReference: links.answers,
      // The text of the question is what they agreed to; the coded policies are laws and standard forms.
      policyRule: { text: reading.row(field)?.label || 'Agreed to in the form' },
      provision: { type: 'permit' },
    }));
}

/** One `Flag` for each need that is there every time, where the hospital wants flags nobody has checked yet. */
export function flags(reading: Reading, links: Links): Resource[] {
  const { emitFlags, brief } = reading.facts;
  if (!emitFlags || brief || reading.text('every-time') !== 'always' || !links.patient) return [];
  const category = { system: systems.flagCategory, code: 'admin', display: 'Administrative' };
  const uk = { system: systems.ukFlagCategory, code: 'NRAF' };
  return detailsOf(reading).map((code) => ({
    resourceType: 'Flag',
    status: 'active',
    category: [{ coding: reading.facts.region === 'gb' ? [category, uk] : [category] }],
    code,
    subject: links.patient,
  }));
}
