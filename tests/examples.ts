/**
 * Every state a patient can meet, by name. The gallery, the accessibility checks, the screen-reader journeys and the
 * screenshots all use this one list.
 */

/** One thing a patient does, by element, so that it is the same in every language. */
export type Act =
  | { click: string }
  | { type: string; into: string }
  | { choose: string; in: string }
  | { wait: string };

export interface Example {
  /** What is shown, as a sentence for the gallery. */
  title: string;
  /** As in `open(screen)`. */
  screen: string;
  acts: readonly Act[];
  /** How the hospital's endpoint behaves (see demo/site/behaviours.ts). Default `ok`; `none`: no endpoint attribute. */
  endpoint?: Behaviour | 'none';
  /** Which hospital.json. Default `full`. */
  hospital?: 'full' | 'minimal' | 'missing' | 'broken';
  /** How the server of the locale files behaves. Default `ok`. */
  locales?: 'ok' | 'missing' | 'broken' | 'partly';
}

export type Behaviour =
  | 'ok'
  | 'no-reference'
  | 'html'
  | 'redirect'
  | 'server-error'
  | 'busy'
  | 'refused'
  | 'field-errors'
  | 'unknown-field'
  | 'hangs';

const field = (id: string): string => `#health-help-f-${id}`;
const on: Act = { click: '.footer .main-button' };
const pick = (id: string, code: string): Act => ({ click: `${field(id)}--${code}` });
const write = (id: string, text: string): Act => ({ type: text, into: field(id) });
const search = (text: string): Act => ({ type: text, into: '#health-help-search' });

/** `YYYY-MM-DD` so many days from now: a visit is always to come. */
const daysFromNow = (days: number): { year: string; month: string; day: string } => {
  const [year = '', month = '', day = ''] =
    new Date(Date.now() + days * 86_400_000).toISOString().split('T')[0]?.split('-') ?? [];
  return { year, month: String(Number(month)), day: String(Number(day)) };
};
const date = (id: string, days: number): Act[] => {
  const { year, month, day } = daysFromNow(days);
  return [
    { type: day, into: `${field(id)}-day` },
    { choose: month, in: `${field(id)}-month` },
    { type: year, into: `${field(id)}-year` },
  ];
};

const toNeeds = [pick('for', 'me'), on];
const toLanguage = [...toNeeds, { wait: `${field('needs')}--patient` }, on];
const findSomali: Act[] = [{ type: 'som', into: `${field('language')}-find` }, pick('language', 'so')];
const toMode = [...toLanguage, ...findSomali, on];
const toAppointment = [...toMode, pick('mode', 'video'), on];
const toWhen = [...toAppointment, pick('appointment', 'yes'), on];
const toWhere = [...toWhen, ...date('date', 40), { choose: '10', in: `${field('time')}-hour` } as Act, on];
const toVisitType = [...toWhere, write('place', 'Eye clinic, Building B'), on];
const toPreference = [...toVisitType, pick('visit-type', 'clinic'), on];
const toWritten = [...toPreference, pick('gender', 'female'), on];
const toName = [...toWritten, { wait: field('written-language') } as Act, on];
const toContact = [...toName, write('name', 'Rima Nasser'), on];
const contact = [write('phone', '555-010-0199'), pick('safe-to-message', 'yes')];
const toElse = [...toContact, ...contact, on];
const toCheck = [...toElse, write('anything-else', 'Please speak slowly.'), on, { wait: '.answers' } as Act];
const send: Act[] = [...toCheck, on];

const form = (title: string, acts: readonly Act[], more: Partial<Example> = {}): Example => ({
  title,
  screen: 'forms/interpreter',
  acts,
  ...more,
});

const ready = (id: string): Act => ({ wait: field(id) });
const grievance = [pick('way', 'grievance'), on, ready('for'), pick('for', 'me'), on, ready('what-happened')];
/** From the first question of a formal complaint to its last, without a name. */
const toAgree: Act[] = [
  ...grievance,
  write('what-happened', 'No interpreter came.\nThey asked my son, who is nine.'),
  on,
  ...['event-date', 'event-where', 'basis', 'asked-help', 'remedy', 'date'].flatMap((id) => [ready(id), on]),
  ready('give-name'),
  pick('give-name', 'no'),
  on,
  ready('agree'),
];
const toPrograms = [pick('for', 'me'), on];
const programs = [...toPrograms, pick('program', 'new-parents'), pick('program', 'other')];
const toProgramsCheck: Act[] = [
  ...programs,
  ready('program-other'),
  write('program-other', 'Cooking for the heart'),
  on,
  ...['language', 'access'].flatMap((id) => [ready(id), on]),
  ready('name'),
  write('name', 'Rima Nasser'),
  on,
  ready('phone'),
  ...contact,
  on,
  ready('anything-else'),
  on,
  { wait: '.answers' },
];

export const examples: Readonly<Record<string, Example>> = {
  home: { title: 'The first screen', screen: 'home', acts: [] },
  'home-search-found': {
    title: 'A misspelt search with answers',
    screen: 'home',
    acts: [search('intrepreter free'), { wait: '.result-count' }],
  },
  'home-search-none': {
    title: 'A search with no answer',
    screen: 'home',
    acts: [search('qqqxxxzzz'), { wait: '.result-count' }],
  },
  'home-easy-words': { title: 'Easy words are on', screen: 'home', acts: [{ click: '.switch' }] },
  'home-minimal-hospital': {
    title: 'A hospital that configured a name and a phone only',
    screen: 'home',
    acts: [],
    hospital: 'minimal',
  },
  'home-no-config': { title: 'hospital.json is missing', screen: 'home', acts: [], hospital: 'missing' },
  'home-broken-config': { title: 'hospital.json is broken', screen: 'home', acts: [], hospital: 'broken' },
  'home-locales-missing': {
    title: 'The words could not be fetched: the built-in English',
    screen: 'home',
    acts: [],
    locales: 'missing',
  },
  'home-locales-broken': {
    title: 'The file of words is not JSON: the English words',
    screen: 'home',
    acts: [],
    locales: 'broken',
  },
  'home-locales-partly': {
    title: 'Some texts are missing or hostile: English, marked, in their place',
    screen: 'home',
    acts: [],
    locales: 'partly',
  },
  rights: {
    title: 'Help in many languages, and rights',
    screen: 'rights',
    acts: [{ wait: '.notice-lines' }],
  },
  'rights-minimal': {
    title: 'Help in many languages, of a hospital that says little',
    screen: 'rights',
    acts: [{ wait: '.notice-lines' }],
    hospital: 'minimal',
  },
  language: { title: 'Choosing a language', screen: 'language', acts: [{ wait: '.language-option' }] },
  faq: { title: 'All questions by group', screen: 'faq', acts: [{ wait: '.disclosure' }] },
  'faq-open': {
    title: 'A question with its answer open',
    screen: 'faq',
    acts: [{ click: '.disclosure-button' }, { wait: '.disclosure-answer' }],
  },
  'faq-answer': {
    title: 'One answer, linked to',
    screen: 'faq/interpreter-free',
    acts: [{ wait: '.rich-text' }],
  },
  'faq-answer-easy': {
    title: 'One answer in easy words',
    screen: 'home',
    acts: [
      { click: '.switch' },
      { click: '.row + .row' },
      { click: '.disclosure-button' },
      { wait: '.easy-text' },
    ],
  },
  'faq-helped': {
    title: 'The answer helped',
    screen: 'faq/what-to-bring',
    acts: [{ click: '.helped .small-button' }],
  },
  'faq-not-helped': {
    title: 'The answer did not help',
    screen: 'faq/what-to-bring',
    acts: [{ click: '.helped .small-button:last-child' }],
  },
  'form-for': form('Who is this for?', [{ wait: field('for') }]),
  'form-for-error': form('Continue without an answer', [
    { wait: field('for') },
    on,
    { wait: '.error-summary' },
  ]),
  'form-needs': form('Who needs the interpreter?', [...toNeeds, { wait: field('needs') }]),
  'form-language': form('What language do you need?', [...toLanguage, { wait: field('language') }]),
  'form-language-found': form('A language found by typing', [...toLanguage, ...findSomali]),
  'form-language-none': form('No language fits', [
    ...toLanguage,
    { type: 'qqqxxx', into: `${field('language')}-find` },
  ]),
  'form-language-other': form('Another language', [
    ...toLanguage,
    pick('language', 'other'),
    write('language-other', 'Tzutujil'),
  ]),
  'form-dialect': form('Which dialect?', [
    ...toLanguage,
    pick('language', 'ar'),
    on,
    { wait: field('dialect') },
  ]),
  'form-sign-support': form('Sign language: what else do you need?', [
    ...toLanguage,
    { type: 'ASL', into: `${field('language')}-find` },
    pick('language', 'ase'),
    on,
    { wait: field('sign-support') },
    pick('sign-support', 'tactile'),
  ]),
  'form-mode': form('How should the interpreter join you?', [...toMode, pick('mode', 'in-person')]),
  'form-appointment': form('Do you have an appointment?', [...toAppointment, { wait: field('appointment') }]),
  'form-in-hospital': form('I am in the hospital now: whom to call', [
    ...toAppointment,
    pick('appointment', 'in-hospital'),
    on,
    { wait: '.rich-text' },
  ]),
  'form-when': form('When is your visit?', [...toWhen, { wait: field('date') }]),
  'form-when-error': form('A date in the past', [
    ...toWhen,
    ...date('date', -3),
    on,
    { wait: '.error-summary' },
  ]),
  'form-when-late': form('A visit sooner than the notice asked for', [
    ...toWhen,
    ...date('date', 1),
    { wait: '.notice' },
  ]),
  'form-where': form('Where is your visit?', [...toWhere, { wait: field('place') }]),
  'form-telehealth': form('A visit by video or phone', [
    ...toAppointment,
    pick('appointment', 'telehealth'),
    on,
    { wait: field('date') },
    on,
    { wait: field('place') },
    on,
    pick('platform', 'video-link'),
    { wait: field('platform-name') },
  ]),
  'form-visit-type': form('What kind of visit is it?', [...toVisitType, { wait: field('visit-type') }]),
  'form-preference': form('Wishes about the interpreter', [...toPreference, { wait: field('gender') }]),
  'form-written': form('Papers in your language', [...toWritten, { wait: field('written-language') }]),
  'form-name': form('Name, with who reads it and why', [...toName, { wait: field('name') }]),
  'form-contact': form('How can we reach you?', [...toContact, { wait: field('phone') }]),
  'form-contact-error': form('A phone number that is not whole', [
    ...toContact,
    write('phone', '555'),
    on,
    { wait: '.error-summary' },
  ]),
  'form-contact-email': form('Reached by email', [
    ...toContact,
    pick('contact-route', 'email'),
    { wait: field('email') },
  ]),
  'form-anything-else': form('Anything else?', [...toElse, write('anything-else', 'x'.repeat(450))]),
  check: form('Check your answers', toCheck),
  sending: form('Sending', send, { endpoint: 'hangs' }),
  receipt: form('We have your request', [...send, { wait: '.reference' }]),
  'receipt-no-number': form('Received without a number', [...send, { wait: '.next-stops' }], {
    endpoint: 'no-reference',
  }),
  'receipt-html': form('Received by a system that answers with a page', [...send, { wait: '.next-stops' }], {
    endpoint: 'html',
  }),
  'receipt-minimal': form(
    'Received by a hospital that promises nothing',
    [...send, { wait: '.next-stops' }],
    {
      hospital: 'minimal',
    },
  ),
  'not-sent-busy': form('The system is busy', [...send, { wait: '.notice' }], { endpoint: 'busy' }),
  'not-sent-server': form('The system has an error', [...send, { wait: '.notice' }], {
    endpoint: 'server-error',
  }),
  'not-sent-redirect': form('The system sends elsewhere: not followed', [...send, { wait: '.notice' }], {
    endpoint: 'redirect',
  }),
  'not-sent-refused': form('The system refused it', [...send, { wait: '.notice' }], { endpoint: 'refused' }),
  'not-sent-unknown-field': form(
    'Refused for a field the form does not have',
    [...send, { wait: '.notice' }],
    {
      endpoint: 'unknown-field',
    },
  ),
  'field-errors': form(
    'Refused for two answers, shown at their questions',
    [...send, { wait: '.error-summary' }],
    {
      endpoint: 'field-errors',
    },
  ),
  leave: form('Closing with answers that are not sent', [
    ...toNeeds,
    { click: '.band-button:last-child' },
    { wait: '.second-button' },
  ]),
  clear: form('Asking before the answers are deleted', [
    ...toNeeds,
    { click: '.clear .text-button' },
    { wait: '.second-button' },
  ]),
  more: {
    title: 'Every form the hospital offers',
    screen: 'home',
    acts: [{ wait: '.row + .row' }, { click: '.row' }, { wait: '.plain-list .row' }],
  },
  'accessibility-groups': form(
    'What kinds of help do you need?',
    [
      ...toNeeds,
      ready('appointment'),
      on,
      ready('groups'),
      pick('groups', 'communication'),
      pick('groups', 'people'),
    ],
    { screen: 'forms/accessibility' },
  ),
  'accessibility-sign': form(
    'A sign language, found by typing',
    [
      ...toNeeds,
      ready('appointment'),
      on,
      ready('groups'),
      pick('groups', 'communication'),
      on,
      ready('communication'),
      pick('communication', 'sign-interpreter'),
      ready('language'),
      pick('language', 'ase'),
    ],
    { screen: 'forms/accessibility' },
  ),
  'telehealth-help': form(
    'Help with a video visit',
    [...toNeeds, ready('help'), pick('help', 'interpreter'), pick('help', 'captions')],
    { screen: 'forms/telehealth' },
  ),
  'advocate-way': form('Three ways to complain', [ready('way')], { screen: 'forms/advocate' }),
  'advocate-government': form(
    'Whom in the government to complain to',
    [pick('way', 'government'), on, { wait: '.rich-text' }],
    { screen: 'forms/advocate' },
  ),
  'advocate-happened': form('What happened, with who reads it', grievance, { screen: 'forms/advocate' }),
  'advocate-agree-error': form('A box that was not ticked', [...toAgree, on, { wait: '.error-summary' }], {
    screen: 'forms/advocate',
  }),
  'receipt-anonymous': form(
    'A complaint without a name: no answer is promised',
    [...toAgree, { click: field('agree') }, on, { wait: '.answers' }, on, { wait: '.reference' }],
    { screen: 'forms/advocate' },
  ),
  'faith-matters': form('What matters to you?', [...toNeeds, ready('matters'), pick('matters', 'diet')], {
    screen: 'forms/faith-culture',
  }),
  'daily-needs-safety': form(
    'Not safe at home: whom to call, nothing asked',
    [...toNeeds, ready('help'), pick('help', 'safety'), on, { wait: '.office' }],
    { screen: 'forms/daily-needs' },
  ),
  'programs-choice': form('Classes as the hospital calls them', [...programs, ready('program-other')], {
    screen: 'forms/programs',
  }),
  'programs-written': form('A hospital without a list of classes', [...toPrograms, ready('program-name')], {
    screen: 'forms/programs',
    hospital: 'minimal',
  }),
  'check-programs': form('Check a sign-up', toProgramsCheck, { screen: 'forms/programs' }),
  'receipt-programs': form('We have your sign-up', [...toProgramsCheck, on, { wait: '.reference' }], {
    screen: 'forms/programs',
  }),
  'contact-message': form('A message, with who reads it', [ready('topic'), on, ready('message')], {
    screen: 'forms/contact',
  }),
  feedback: form('Did this help?', [ready('helped'), pick('helped', 'no')], { screen: 'forms/feedback' }),
  'receipt-feedback': form(
    'Thank you, with no answer promised',
    [pick('helped', 'yes'), on, { wait: '.answers' }, on, { wait: '.reference' }],
    { screen: 'forms/feedback' },
  ),
  'no-endpoint-advocate': form('No endpoint: the phone, and the government', [{ wait: '.main-button' }], {
    screen: 'forms/advocate',
    endpoint: 'none',
  }),
  'no-endpoint': form('No endpoint: the phone instead of a form', [{ wait: '.main-button' }], {
    endpoint: 'none',
  }),
};
