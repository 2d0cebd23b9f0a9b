import type { Answer } from '../browser/journeys/endpoint.ts';
import { word, wordsOf } from '../browser/journeys/words.ts';

/** One thing a person with a screen reader does. */
export type Act =
  /** Presses a key, by its name in X11. */
  | { press: string; hears?: string }
  /** Presses a key, mostly Tab, until this is said. */
  | { until: string; press: string }
  | { type: string; hears?: string }
  /** How the hospital's system answers from now on. */
  | { system: Answer };

export interface Journey {
  /** File name of the transcript. */
  name: string;
  title: string;
  /** Where it begins. Default: a page about a visit. */
  page?: 'forms';
  /** In Firefox only with `FULL=1`: it takes some minutes there. */
  isLong?: true;
  acts: readonly Act[];
}

const en = wordsOf('en');
const es = wordsOf('es');
const ar = wordsOf('ar');

const tab = (to: string): Act => ({ press: 'Tab', until: to });
const enter = (hears: string): Act => ({ press: 'Return', hears });
const press = (key: string): Act => ({ press: key });
const times = (count: number, key: string): Act[] => Array.from({ length: count }, () => press(key));
/** From the page: its second link opens the form. */
const toForm: readonly Act[] = [press('Tab'), press('Tab'), enter(en.field('for'))];
/** From the page of forms: each has a link, in this order. */
const links = ['daily-needs', 'accessibility', 'advocate', 'rights'] as const;
const toLink = (form: (typeof links)[number], hears: string): Act[] => [
  ...times(links.indexOf(form) + 1, 'Tab'),
  enter(hears),
];
const label = (form: string, field: string): string => word(`${form}.fields.${field}.label`);
const option = (form: string, field: string, code: string): string =>
  word(`${form}.fields.${field}.options.${code}.label`);
/** By button, as readers go past what they leave out, to the next question. */
const on = (hears: string): Act[] => [{ press: 'b', until: en.ui('form.continue') }, enter(hears)];
const choose = (option: string): Act[] => [tab(option), { press: 'space', hears: 'selected' }];

const down: Answer = { status: 500 };
const up: Answer = { status: 201, body: '{"reference":"HH-7K3F"}', type: 'application/json' };

export const journeys: readonly Journey[] = [
  {
    name: 'open-and-close',
    title: 'Opens help from its button and from a link of the page, and closes it',
    acts: [
      tab('Help'),
      enter(en.ui('panel.title')),
      { press: 'Escape', hears: 'Help' },
      enter(en.ui('panel.title')),
      tab(en.ui('panel.close')),
      enter('Help'),
      { press: 'shift+Tab', hears: 'Ask for an interpreter' },
      { press: 'shift+Tab', hears: en.question('interpreter-free') },
      enter(en.question('interpreter-free')),
      { press: 'Escape', hears: en.question('interpreter-free') },
    ],
  },
  {
    name: 'browse',
    title: 'Looks through the questions by heading and by list',
    acts: [
      tab('Help'),
      enter(en.ui('panel.title')),
      { press: 'l', hears: 'List with' },
      tab(en.ui('home.questions')),
      enter(en.ui('faq.title')),
      // Back, and there once more: then nothing has to be fetched, and the old screen goes as the new one comes.
      { press: 'shift+Tab', hears: en.ui('panel.back') },
      enter(en.ui('home.title')),
      tab(en.ui('home.questions')),
      enter(en.ui('faq.title')),
      ...times(4, 'h'),
      ...times(2, 'b'),
      enter('expanded'),
      ...times(3, 'Down'),
    ],
  },
  {
    name: 'search',
    title: 'Searches with a slip of the pen, then for something that is not there',
    acts: [
      tab('Help'),
      enter(en.ui('panel.title')),
      tab(en.ui('search.label')),
      { type: 'intrepreter free', hears: 'answers' },
      tab(en.question('interpreter-free')),
      enter('expanded'),
      { press: 'shift+Tab', until: en.ui('search.label') },
      { press: 'ctrl+a' },
      { type: 'qqqxxxzzz', hears: en.ui('search.none-title') },
    ],
  },
  {
    name: 'answer',
    title: 'Reads an answer from its heading to its end, line by line',
    acts: [press('Tab'), enter(en.question('interpreter-free')), ...times(9, 'Down')],
  },
  {
    name: 'interpreter-request',
    title: 'Asks for an interpreter: an error made and repaired, a failed send and a repeat',
    isLong: true,
    acts: [
      ...toForm,
      ...on(en.error('for', 'missing')),
      tab(en.error('for', 'missing')),
      enter(en.error('for', 'missing')),
      { press: 'space', hears: 'selected' },
      ...on(en.step('needs')),
      ...on(en.step('language')),
      tab(en.ui('form.find-language')),
      { type: 'somali', hears: 'found' },
      ...choose('Soomaali'),
      ...on(en.step('mode')),
      ...choose(en.option('mode', 'in-person')),
      ...on(en.step('appointment')),
      tab(en.option('appointment', 'yes')),
      // Arrows move between answers in the mode that hands keys to the page.
      press('Insert+a'),
      { press: 'Down', until: en.option('appointment', 'want-one') },
      tab(en.ui('form.continue')),
      enter(en.step('visit-type')),
      ...on(en.step('preference')),
      ...on(en.step('written')),
      ...on(en.step('name')),
      tab(en.field('name')),
      { type: 'Hodan Warsame' },
      // Enter goes on from a field of text.
      enter(en.step('contact')),
      tab(en.field('phone')),
      { type: '555' },
      enter('Error: 2 things'),
      tab(en.error('phone', 'not-a-phone')),
      enter(en.field('phone')),
      { press: 'ctrl+a' },
      { type: '555-010-0199' },
      ...choose(en.option('safe-to-message', 'yes')),
      ...on(en.step('anything-else')),
      ...on(en.ui('check.title')),
      { system: down },
      { press: 'b', until: en.ui('check.send') },
      enter(en.ui('not-sent.title')),
      tab(en.ui('not-sent.again')),
      { system: up },
      enter(en.ui('receipt.title')),
      ...times(4, 'Down'),
    ],
  },
  {
    name: 'language',
    title: 'Changes the language of help to Spanish, then to Arabic',
    acts: [
      tab('Help'),
      enter(en.ui('panel.title')),
      tab('Español'),
      { press: 'Return' },
      tab(es.ui('search.label')),
      { press: 'shift+Tab', until: es.ui('language.title') },
      enter(es.ui('language.title')),
      tab('العربية'),
      { press: 'Return' },
      tab(ar.ui('search.label')),
      press('Tab'),
    ],
  },
  {
    name: 'not-safe-at-home',
    page: 'forms',
    title: 'Says that home is not safe, hears whom to call and the way out, and sends nothing',
    acts: [
      ...toLink('daily-needs', label('common', 'for')),
      { press: 'shift+Tab', until: word('common.exit.leave') },
      tab(option('common', 'for', 'me')),
      { press: 'space', hears: 'selected' },
      ...on(label('daily-needs', 'help')),
      // The last of many: from the end it is near.
      { press: 'b', until: en.ui('form.continue') },
      { press: 'shift+Tab', until: option('daily-needs', 'help', 'safety') },
      { press: 'space', hears: 'checked' },
      ...on(word('daily-needs.steps.safe-at-home.title')),
      ...times(12, 'Down'),
    ],
  },
  {
    name: 'disability-help',
    page: 'forms',
    title: 'Asks for large print: only the chosen group opens, and a question follows its answer',
    acts: [
      ...toLink('accessibility', label('common', 'for')),
      ...choose(option('common', 'for', 'me')),
      ...on(label('common', 'appointment')),
      ...on(label('accessibility', 'groups')),
      ...on(word('accessibility.fields.groups.errors.missing')),
      tab(word('accessibility.fields.groups.errors.missing')),
      enter(option('accessibility', 'groups', 'contact-by')),
      tab(option('accessibility', 'groups', 'formats')),
      { press: 'space', hears: 'checked' },
      ...on(label('accessibility', 'formats')),
      tab(option('accessibility', 'formats', 'large-print')),
      { press: 'space', hears: 'checked' },
      tab(option('accessibility', 'print-size', '16-point')),
    ],
  },
  {
    name: 'complaint',
    page: 'forms',
    title: 'Makes a formal complaint without a name, and hears what follows from that',
    isLong: true,
    acts: [
      ...toLink('advocate', label('advocate', 'way')),
      tab(option('advocate', 'way', 'advocate')),
      press('Insert+a'),
      { press: 'Down', until: option('advocate', 'way', 'grievance') },
      tab(en.ui('form.continue')),
      enter(label('common', 'for')),
      ...on(label('advocate', 'what-happened')),
      tab(label('advocate', 'what-happened')),
      { type: 'Nobody called an interpreter.' },
      tab(en.ui('form.continue')),
      enter(word('advocate.steps.event-when.title')),
      ...on(label('advocate', 'event-where')),
      ...on(label('advocate', 'basis')),
      ...on(label('advocate', 'asked-help')),
      ...on(label('advocate', 'remedy')),
      ...on(word('advocate.steps.visit-when.title')),
      ...on(label('advocate', 'give-name')),
      tab(option('advocate', 'give-name', 'yes')),
      press('Insert+a'),
      { press: 'Down', until: option('advocate', 'give-name', 'no') },
      tab(en.ui('form.continue')),
      enter(word('advocate.steps.agree.title')),
      ...on(word('advocate.fields.agree.errors.missing')),
      tab(word('advocate.fields.agree.errors.missing')),
      enter(label('advocate', 'agree')),
      { press: 'space', hears: 'checked' },
      ...on(en.ui('check.title')),
      { system: up },
      { press: 'b', until: word('advocate.send') },
      enter(word('advocate.receipt.title')),
      ...times(8, 'Down'),
    ],
  },
  {
    name: 'rights',
    title: 'Looks for help in a language of their own, and for whom to ask about rights',
    page: 'forms',
    acts: [
      ...toLink('rights', en.ui('rights.title')),
      { press: 'h', hears: en.ui('rights.list') },
      ...times(6, 'Down'),
      { press: 'h', hears: en.ui('rights.fair') },
      { press: 'h', hears: en.ui('rights.who') },
      ...times(4, 'Down'),
    ],
  },
];
