/** Names of the code systems and extensions used. */

const core = 'http://hl7.org/fhir';
const terminology = 'http://terminology.hl7.org/CodeSystem';

export const systems = {
  language: 'urn:ietf:bcp:47',
  uri: 'urn:ietf:rfc:3986',
  snomed: 'http://snomed.info/sct',
  loinc: 'http://loinc.org',
  serviceCategory: `${terminology}/service-category`,
  serviceType: `${terminology}/service-type`,
  flagCategory: `${terminology}/flag-category`,
  consentScope: `${terminology}/consentscope`,
  languageMode: `${terminology}/v3-LanguageAbilityMode`,
  taskCode: `${core}/CodeSystem/task-code`,
  gravity: `${core}/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes`,
  ukFlagCategory: 'https://fhir.nhs.uk/STU3/CodeSystem/RARecord-FlagCategory-1',
} as const;

export const extensions = {
  /**
   * On a text: the language it is written in. R4 itself has it on names, addresses and annotations; on any string since
   * the extensions are published apart from the releases (http://hl7.org/fhir/extensions), for R4 too.
   */
  language: `${core}/StructureDefinition/language`,
  interpreterRequired: `${core}/StructureDefinition/patient-interpreterRequired`,
  proficiency: `${core}/StructureDefinition/patient-proficiency`,
  usInterpreterNeeded: `${core}/us/core/StructureDefinition/us-core-interpreter-needed`,
} as const;
