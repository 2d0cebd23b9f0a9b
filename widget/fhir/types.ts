/** As much of FHIR R4 (4.0.1) as is written here. `undefined` and empty lists are left out when a Bundle is finished. */

export interface Coding {
  system: string;
  code: string;
  display?: string | undefined;
}

export interface Concept {
  coding?: readonly Coding[] | undefined;
  text?: string | undefined;
}

export interface Reference {
  reference: string;
}

export interface Resource {
  resourceType: string;
  [element: string]: unknown;
}

export interface Entry {
  fullUrl: string;
  resource: Resource;
}

export interface Bundle extends Resource {
  resourceType: 'Bundle';
  type: 'collection';
  entry: readonly Entry[];
}

/** What a Bundle depends on besides the submission. A `Hospital` is one. */
export interface BundleFacts {
  /** ISO 3166-1 alpha-2 in lower case. `gb` adds codes of the UK edition of SNOMED CT, `us` those of US Core. */
  region?: string | undefined;
  /** IANA name. Without one a time is not tied to a zone, and an appointment has its date only. */
  timeZone?: string | undefined;
  /** BCP 47 tag of what staff read. */
  language?: string | undefined;
  /** Base of our identifiers, for a hospital that publishes its forms. Default `urn:health-help:fhir`. */
  fhirBase?: string | undefined;
  /** Also send a `Flag` for each need that is there every time. Default: staff make it once they have checked. */
  emitFlags?: boolean | undefined;
  /** Leave out what only repeats the answers for convenience: the narrative, flags, and our own codes in the request. */
  brief?: boolean | undefined;
}
