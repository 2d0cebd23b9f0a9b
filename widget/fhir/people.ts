import { isDate } from './answers.ts';
import { interpreterOptions } from './codes.ts';
import { isSignLanguage, languageConcept } from './languages.ts';
import type { Reading } from './reading.ts';
import { extensions, systems } from './systems.ts';
import type { Concept, Resource } from './types.ts';

/** Who the request is for, and who wrote it when that is somebody else. */
export interface People {
  /** Without `resourceType` in FHIR's sense of empty when nothing about the patient was answered. */
  patient: Resource;
  hasPatient: boolean;
  submitter: Resource | undefined;
  /** Code of who says it, see `meta.tag`. */
  reporter: 'self-reported' | 'reported-by-related-person' | 'reported-by-staff';
}

/** @param patientUrn where the patient will be, for those who belong to them */
export function peopleOf(reading: Reading, patientUrn: string): People {
  const who = reading.text('for');
  const isOther = who !== undefined && who !== 'me';
  const contact = contactOf(reading);
  const name = nameOf(reading, 'name');
  const { patient: forPatient, submitter: forSubmitter } = communications(reading, who);

  const patient = {
    extension: interpreterExtensions(reading),
    name: isOther ? nameOf(reading, 'patient-name') : name,
    birthDate: isDate(reading.text('birth-date')) ? reading.text('birth-date') : undefined,
    ...(isOther ? {} : contact),
    communication: forPatient,
  };
  const self = {
    name,
    ...contact,
    communication: forSubmitter,
  };
  return {
    patient: { resourceType: 'Patient', ...patient },
    hasPatient: isGiven(patient),
    submitter:
      !isOther || !isGiven(self)
        ? undefined
        : who === 'work-here'
          ? // A clinician's languages are concepts of their own in R4, without a preference.
            {
              resourceType: 'Practitioner',
              ...self,
              communication: forSubmitter.map(({ language }) => language),
            }
          : {
              resourceType: 'RelatedPerson',
              patient: { reference: patientUrn },
              relationship: [{ text: who === 'my-child' ? 'Parent or guardian' : 'Carer' }],
              ...self,
            },
    reporter: !isOther
      ? 'self-reported'
      : who === 'work-here'
        ? 'reported-by-staff'
        : 'reported-by-related-person',
  };
}

const isGiven = (elements: object): boolean =>
  Object.values(elements).some((value) => (Array.isArray(value) ? value.length > 0 : value !== undefined));

function nameOf(reading: Reading, field: string): object[] {
  const text = reading.text(field);
  // Not split: which part is the family name differs between languages, and was not asked.
  return text === undefined ? [] : [{ text }];
}

function contactOf(reading: Reading): { telecom: object[]; address: object[] } {
  const route = reading.text('contact-route');
  const points = [
    ['phone', route === 'text-message' ? 'sms' : 'phone'],
    ['email', 'email'],
    ['relay-number', 'phone'],
    ['videophone', 'other'],
  ].flatMap(([field = '', system]) => {
    const value = reading.text(field);
    return value === undefined ? [] : [{ system, value, rank: 1 }];
  });
  const address = reading.text('mailing-address');
  return { telecom: points, address: address === undefined ? [] : [{ text: address }] };
}

/** Whether the patient needs an interpreter. Not when it is the companion alone. */
export function needsInterpreter(reading: Reading): boolean {
  if (reading.submission.form === 'interpreter') return reading.text('needs') !== 'companion';
  return ['help', 'communication', 'remote'].some((field) =>
    reading.all(field).some((code) => interpreterOptions.has(`${field}/${code}`)),
  );
}

function interpreterExtensions(reading: Reading): object[] {
  if (!needsInterpreter(reading)) return [];
  const needed = { url: extensions.interpreterRequired, valueBoolean: true };
  const yes = { system: systems.snomed, code: '373066001', display: 'Yes' };
  return reading.facts.region === 'us'
    ? [needed, { url: extensions.usInterpreterNeeded, valueCoding: yes }]
    : [needed];
}

interface Communication {
  extension?: object[];
  language: Concept;
  preferred?: boolean;
}

/** Spoken, signed and written languages are apart: who reads Chinese may speak Cantonese and sign. */
function communications(
  reading: Reading,
  who: string | undefined,
): { patient: Communication[]; submitter: Communication[] } {
  const language = communication(reading, 'language', true);
  const written = communication(reading, 'written-language');
  const contact = communication(reading, 'contact-language');
  const isOther = who !== undefined && who !== 'me';
  const isCompanions = reading.text('needs') === 'companion';
  const isSame = reading.text('language') === reading.text('contact-language');
  // The companion's, when the one who writes is the companion; else it is nobody's that we know.
  const companionWrites = isCompanions && isOther && who !== 'work-here';
  const first = isCompanions ? [] : language;
  return {
    patient: [
      ...first,
      ...(isCompanions ? [] : written),
      ...(isOther || (isSame && first.length) ? [] : contact),
    ],
    submitter: [
      ...(companionWrites ? [...language, ...written] : []),
      ...(companionWrites && isSame ? [] : contact),
    ],
  };
}

function communication(reading: Reading, field: string, isPreferred = false): Communication[] {
  const language = languageConcept(reading, field);
  if (!language) return [];
  // How one is spoken to in the contact language is not said.
  if (field === 'contact-language') return [{ language }];
  const mode =
    field === 'written-language' ? 'RWR' : isSignLanguage(reading.text(field) ?? '') ? 'RSGN' : 'RSP';
  const type = { url: 'type', valueCoding: { system: systems.languageMode, code: mode } };
  return [
    {
      extension: [{ url: extensions.proficiency, extension: [type] }],
      language,
      ...(isPreferred ? { preferred: true } : {}),
    },
  ];
}
