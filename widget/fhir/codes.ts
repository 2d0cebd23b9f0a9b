/** What forms, questions and options mean in the code systems of others. A form that is not here maps all the same. */

export interface FormMeaning {
  /** For staff, in English. */
  name: string;
  /**
   * `service`: something to be done, a `ServiceRequest`. `message`: something said, a `Communication`. `answers`: only
   * the answers, and nothing to do.
   */
  kind: 'service' | 'message' | 'answers';
  /** HL7 service-category: code and display. */
  category?: readonly [string, string];
  /** HL7 service-type: code and display. */
  service?: readonly [string, string];
  /** SNOMED CT, international. */
  snomed?: string;
}

const meanings: Readonly<Record<string, FormMeaning>> = {
  interpreter: {
    name: 'Interpreter request',
    kind: 'service',
    category: ['19', 'Interpreting'],
    service: ['130', 'Interpreting/Multilingual Service'],
    snomed: '315594003',
  },
  accessibility: { name: 'Accessibility request', kind: 'service', category: ['11', 'Disability Support'] },
  telehealth: { name: 'Help with a video visit', kind: 'service' },
  advocate: {
    name: 'Patient advocate',
    kind: 'service',
    service: ['241', 'Advocacy'],
    snomed: '225835008',
  },
  grievance: { name: 'Grievance', kind: 'message' },
  'faith-culture': { name: 'Faith and culture request', kind: 'service' },
  'daily-needs': {
    name: 'Help with daily needs',
    kind: 'service',
    category: ['16', 'Financial & Material Aid'],
    service: ['580', 'Social Work'],
  },
  programs: {
    name: 'Class or program',
    kind: 'service',
    category: ['13', 'Education & Learning'],
    service: ['561', 'Health Education/Awareness Program'],
  },
  contact: { name: 'Message', kind: 'message' },
  feedback: { name: 'Feedback', kind: 'answers' },
};

/** What a form asks for; the advocate's form is a grievance when that was chosen in it. */
export function meaningOf(form: string, way: unknown): FormMeaning | undefined {
  const name = form === 'advocate' && way === 'grievance' ? way : form;
  return Object.hasOwn(meanings, name) ? meanings[name] : undefined;
}

/**
 * Questions whose answers say what exactly is to be arranged. Who somebody is, how to reach them, what they believe and
 * why they think they were treated badly is in the answers only.
 */
export const detailFields: ReadonlySet<string> = new Set(
  (
    'needs mode video-does-not-work sign-support visit-type platform gender outside-community translated-papers ' +
    'sight-translation contact-by formats print-size communication moving vision senses people remote help matters ' +
    'diet staff-gender program access'
  ).split(' '),
);

/** Options that say that an interpreter is needed. */
export const interpreterOptions: ReadonlySet<string> = new Set([
  'help/interpreter',
  'communication/sign-interpreter',
  'communication/deaf-interpreter',
  'remote/video-interpreter',
]);

/** SNOMED CT, international edition, by `<question>/<option>` or by the option in any question. */
export const snomedOptions: Readonly<Record<string, string>> = {
  'cued-speech': '445129003',
  oral: '445143008',
  captions: '445123002',
  'video-captions': '445123002',
  'note-taker': '445076009',
  'face-me': '441092009',
  'speech-device': '719369003',
  'contact-by/support-person': '719561001',
  guide: '719563003',
  'woman-staff': '314434008',
  'man-staff': '314435009',
  'staff-gender/female': '314434008',
  'staff-gender/male': '314435009',
};

/** HL7 service-type. */
export const serviceOptions: Readonly<Record<string, readonly [string, string]>> = {
  chaplain: ['558', 'Spiritual Counselling'],
  ride: ['465', 'Transport'],
  'wheelchair-van': ['530', 'Disability Care Transport'],
  'travel-cost': ['606', 'Assist-Travel/Transport'],
  food: ['344', 'Food'],
  housing: ['128', 'Housing Information/Referral'],
  utilities: ['121', 'Financial Assistance'],
  'medicine-cost': ['121', 'Financial Assistance'],
  'hospital-bill': ['341', 'Financial Aid'],
  legal: ['133', 'Legal Information/Advice/Referral'],
  job: ['118', 'Employment Placement and/or Support'],
  'caregiver-rest': ['155', 'Carer Support'],
};

/** Categories of the Gravity Project, for the United States. */
export const gravityOptions: Readonly<Record<string, string>> = {
  ride: 'transportation-insecurity',
  'wheelchair-van': 'transportation-insecurity',
  'travel-cost': 'transportation-insecurity',
  food: 'food-insecurity',
  housing: 'housing-instability',
  utilities: 'utility-insecurity',
  'medicine-cost': 'medical-cost-burden',
  'hospital-bill': 'medical-cost-burden',
  'phone-internet': 'digital-access',
  job: 'employment-status',
};
