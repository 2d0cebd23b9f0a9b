/** What four patients answer, each in their own words. Only the codes are the same. */
export interface Patient {
  /** Language of the screen. */
  language: string;
  /** What they type into the search field, with the slips people make. */
  search: string;
  /** The language they need: its code, and how it is written by those who speak it. */
  needs: string;
  dialect?: string;
  place: string;
  name: string;
  ownWords: string;
  /** What staff read in English. */
  staffRead: readonly string[];
}

export const patients: readonly Patient[] = [
  {
    language: 'en',
    search: 'intrepreter free',
    needs: 'so',
    place: 'Eye clinic',
    name: 'Hodan Warsame',
    ownWords: 'Please speak slowly. I hear little on the left.',
    staffRead: ['Somali'],
  },
  {
    language: 'es',
    search: 'interprete gratiz',
    needs: 'es',
    place: 'Clínica de los ojos',
    name: 'Inés Peña',
    ownWords: 'Por favor hablen despacio; mi mamá oye poco.',
    staffRead: ['Spanish'],
  },
  {
    language: 'ar',
    search: 'مترجم مجانى',
    needs: 'ar',
    dialect: 'levantine',
    place: 'عيادة العيون',
    name: 'ريما ناصر',
    ownWords: 'من فضلكم تكلموا ببطء، أمي لا تسمع جيدًا.',
    staffRead: ['Arabic', 'Levantine'],
  },
  {
    language: 'zh-Hans',
    search: '口译员要前吗',
    needs: 'zh',
    dialect: 'cantonese',
    place: '眼科门诊',
    name: '陈美玲',
    ownWords: '请说慢一点，我妈妈听不清楚。',
    staffRead: ['Chinese', 'Cantonese'],
  },
];

/** How one question is answered. */
export type Reply =
  | { choose: string }
  | { dialect: string }
  | { language: string }
  | { write: string }
  | { tick: readonly string[] }
  | { flag: true }
  | { date: string }
  | { time: string };

/** Every question of the interpreter form for a visit at the hospital, by field. */
export const repliesOf = (patient: Patient, date: string): Readonly<Record<string, Reply>> => ({
  for: { choose: 'my-child' },
  needs: { choose: 'both' },
  language: { language: patient.needs },
  ...(patient.dialect ? { dialect: { dialect: patient.dialect } } : {}),
  mode: { choose: 'in-person' },
  'video-does-not-work': { flag: true },
  appointment: { choose: 'yes' },
  date: { date },
  time: { time: '14:30' },
  length: { choose: '1-hour' },
  place: { write: patient.place },
  clinician: { write: 'Dr. Lee' },
  'visit-type': { choose: 'test-imaging' },
  gender: { choose: 'female' },
  'ask-for': { write: 'Amina' },
  avoid: { write: 'K. Smith' },
  'outside-community': { flag: true },
  'written-language': { language: patient.needs },
  'translated-papers': { flag: true },
  name: { write: patient.name },
  'patient-name': { write: patient.name },
  'hospital-number': { write: '00417' },
  'contact-route': { choose: 'text-message' },
  phone: { write: '+1 555 010 0199' },
  'safe-to-message': { choose: 'no' },
  'best-time': { tick: ['morning', 'evening'] },
  'contact-language': { language: patient.needs },
  'anything-else': { write: patient.ownWords },
});
