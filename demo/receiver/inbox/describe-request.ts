import type { ReadableAnswer } from '../../../widget/contract/submission.ts';
import type { CheckedSubmission } from '../../../widget/contract/submission-schema.ts';
import type { RequestRow, RequestState } from '../database.ts';
import { dayInWords, dayOf, momentInWords, timeInWords } from '../dates.ts';
import { isDate, type KnownForm, type KnownForms } from '../known-forms.ts';
import type { ReceiverHospital } from '../schedule.ts';
import { directionOf, type LanguageNames } from './language-names.ts';

export interface Fact {
  label: string;
  value: string;
  /** `tel:+1…` or `mailto:…`, when the answer is a way to reach someone. */
  link?: string;
  /** Numbers and addresses run from left to right inside any sentence. */
  leftToRight: boolean;
}

export interface OwnWords {
  label: string;
  words: string;
  lang: string;
  language: string;
  dir: 'ltr' | 'rtl';
  /** The hospital's staff cannot be expected to read it. */
  foreign: boolean;
}

export interface RequestView {
  reference: string;
  /** `Somali interpreter, by phone` */
  title: string;
  form: string;
  state: RequestState;
  /** Where, as the patient wrote or chose it. */
  place: { words: string; lang: string; dir: 'ltr' | 'rtl' } | null;
  /** `today, 2:00 pm`, `Tue 1 Dec`; empty when not known. */
  when: string;
  due: { words: string; urgent: boolean };
  /** `sent today, 9:42 am, in Arabic` */
  sent: string;
  /** `New since today, 9:42 am` */
  since: string;
  facts: readonly Fact[];
  ownWords: readonly OwnWords[];
}

export interface DescribeOptions {
  forms: KnownForms;
  hospital: ReceiverHospital;
  languages: LanguageNames;
  now: Date;
}

export const stateNames: Readonly<Record<RequestState, string>> = {
  new: 'New',
  'in-work': 'In work',
  done: 'Done',
};

/** Field ids that say where the visit is, first match wins. */
const placeFields = ['place', 'where', 'clinic', 'department', 'site', 'location'];

/** Everything staff read about one request, in their words. It asks nothing of the database. */
export function describeRequest(row: RequestRow, options: DescribeOptions): RequestView {
  const { hospital, languages } = options;
  const submission = JSON.parse(row.body) as CheckedSubmission;
  const form = options.forms.get(row.form);
  const today = dayOf(options.now, hospital.timeZone);
  const moment = (time: string): string => momentInWords(new Date(time), today, hospital.timeZone);
  const plain = submission.readable.filter(({ lang }) => lang === undefined);
  return {
    reference: row.reference,
    title: titleOf(submission, form),
    form: form?.name ?? row.form,
    state: row.state,
    place: placeOf(submission, hospital.language ?? 'en'),
    when: whenOf(row, submission, form, today),
    due: dueOf(row, today),
    sent: `sent ${moment(row.received_at)}, in ${languages.nameOf(row.language)}${submission.easyWords ? ', easy words' : ''}`,
    since: `${stateNames[row.state]} since ${moment(row.state_since)}`,
    facts: plain.map((answer) => factOf(answer, form)),
    ownWords: submission.readable.flatMap(({ label, value, lang }) =>
      lang === undefined
        ? []
        : [
            {
              label,
              words: value,
              lang,
              language: languages.nameOf(lang),
              dir: directionOf(value, lang),
              foreign: primary(lang) !== primary(hospital.language ?? 'en'),
            },
          ],
    ),
  };
}

function titleOf(submission: CheckedSubmission, form: KnownForm | undefined): string {
  const readable = (id: string): string | undefined =>
    submission.readable.find((answer) => answer.field === id && answer.lang === undefined)?.value;
  const name = form?.name ?? submission.form;
  if (submission.form === 'interpreter') {
    const { language, mode } = submission.answers;
    const named = language === 'unknown' || language === 'other' ? undefined : readable('language');
    const first = named ? `${named} interpreter` : 'Interpreter, language not named';
    const how = mode === 'no-preference' ? undefined : readable('mode');
    return short(how ? `${first}, ${lowerFirst(how)}` : first);
  }
  for (const field of form?.fields.values() ?? []) {
    const needs = field.type === 'checkbox' ? readable(field.id) : undefined;
    if (needs) return short(`${name}: ${lowerFirst(needs)}`);
  }
  return name;
}

function placeOf(submission: CheckedSubmission, staffLanguage: string): RequestView['place'] {
  for (const id of placeFields) {
    const answer = submission.readable.find(({ field, value }) => field === id && value);
    if (!answer) continue;
    const lang = answer.lang ?? staffLanguage;
    return { words: short(answer.value), lang, dir: directionOf(answer.value, lang) };
  }
  return null;
}

function whenOf(
  row: RequestRow,
  submission: CheckedSubmission,
  form: KnownForm | undefined,
  today: string,
): string {
  if (!row.visit_on) return '';
  const day = row.visit_on === today ? 'today' : dayInWords(row.visit_on, today);
  const timeField = [...(form?.fields.values() ?? [])].find(({ type }) => type === 'time');
  const time = timeField && submission.answers[timeField.id];
  return typeof time === 'string' ? `${day}, ${timeInWords(time)}` : day;
}

/** What to do, and by when. Only what is open can be late. */
function dueOf(row: RequestRow, today: string): { words: string; urgent: boolean } {
  const { visit_on: visit, answer_by: answer } = row;
  if (row.state === 'done') return { words: 'Done', urgent: false };
  if (visit === today) return { words: 'Visit is today. Call now.', urgent: true };
  if (visit && visit < today)
    return { words: `Visit was ${dayInWords(visit, today)}. Call now.`, urgent: true };
  if (answer && answer < today)
    return { words: `Answer was due ${dayInWords(answer, today)}.`, urgent: true };
  if (answer && (!visit || answer <= visit)) {
    return {
      words: answer === today ? 'Answer today' : `Answer by ${dayInWords(answer, today)}`,
      urgent: false,
    };
  }
  if (visit) return { words: `Answer before ${dayInWords(visit, today)}`, urgent: false };
  return { words: 'No date promised', urgent: false };
}

function factOf({ field, label, value }: ReadableAnswer, form: KnownForm | undefined): Fact {
  const type = form?.fields.get(field)?.type;
  const digits = value.replace(/[^\d+]/g, '');
  if (type === 'tel' && /^\+?\d{3,20}$/.test(digits)) {
    return { label, value, link: `tel:${digits}`, leftToRight: true };
  }
  if (type === 'email' && /^[^\s@<>"?&]+@[^\s@<>"?&]+$/.test(value)) {
    return { label, value, link: `mailto:${value}`, leftToRight: true };
  }
  return { label, value, leftToRight: type === 'tel' || type === 'email' || isDate(value) };
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? tag;
}

function lowerFirst(words: string): string {
  // `ASL` and `CART` keep their capitals.
  return /^\p{Lu}(?!\p{Lu})/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

function short(words: string): string {
  const characters = [...words];
  return characters.length > 80 ? `${characters.slice(0, 79).join('').trimEnd()}…` : words;
}
