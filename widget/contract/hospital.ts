import type { GrievanceTimes, Program } from './form.ts';

/**
 * `hospital.json`: everything a hospital says about itself, once, for every language.
 * It holds facts, not sentences: texts name a fact as `{{phone}}` and a text whose fact is missing is dropped.
 */

export interface OpeningHours {
  /** Days in order: `mon` to `sun`. */
  days: readonly Day[];
  /** `HH:MM`, 24 hours, in the hospital's time zone. */
  open: string;
  close: string;
}

export type Day = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** Departments with a phone of their own. A department without one is reached at `main`. */
export type PhoneName =
  | 'main'
  | 'interpreter'
  | 'emergencyDepartment'
  | 'nurse'
  | 'advocate'
  | 'appointments'
  | 'financialHelp'
  | 'medicalRecords'
  | 'portal'
  | 'rides'
  | 'socialWork'
  | 'chaplain';

/** Pages of the hospital that texts may link to by id. */
export type LinkName =
  | 'map'
  | 'portal'
  | 'financialHelp'
  | 'medicalRecords'
  | 'privacy'
  | 'rights'
  | 'classes'
  | 'appointments'
  | 'visiting'
  /** Where the quick way out of a sensitive screen leads: a page anyone may be seen on. Default: the weather. */
  | 'exit';

export interface LeadTimes {
  /** Working days the hospital asks for. */
  spoken?: number;
  sign?: number;
  cart?: number;
  rare?: number;
}

export interface Coordinator {
  title: string;
  name?: string;
  phone?: string;
  tty?: string;
  email?: string;
  address?: string;
}

export interface Hospital {
  name: string;
  /** ISO 3166-1 alpha-2 in lower case; chooses `structure/regions/<region>.json`. None: no emergency number is guessed. */
  region?: string;
  /** IANA time zone, e.g. `America/Chicago`. */
  timeZone?: string;
  /** The language staff read; `readable` in a submission is in it. Default `en`. */
  language: string;
  /** Any CSS colour; adjusted for contrast, never trusted. */
  accent?: string;
  phones: Partial<Record<PhoneName, string>>;
  /** Relay service number, e.g. `711`. */
  relay?: string;
  videophone?: string;
  /** A number that takes text messages. */
  text?: string;
  email?: string;
  /** When somebody answers the main phone. */
  hours: readonly OpeningHours[];
  coordinator?: Coordinator;
  leadTimes: LeadTimes;
  /** Working days within which staff answer a request. Not set: no date is promised. */
  replyWithinDays?: number;
  /** Forms offered, in order. Default: all. */
  forms?: readonly string[];
  links: Partial<Record<LinkName, string>>;
  /** Clinics and departments offered as answers to "Where is your visit?". Names are not translated. */
  places: readonly string[];
  noticeLanguages: readonly string[];
  /** Classes and programs people can sign up for. Not set: they write which one they want. */
  programs?: readonly Program[];
  /** The hospital's own times for a formal complaint. Not set: no time is named. */
  grievance?: GrievanceTimes;
  /** Days a request is kept. Shown before the first personal question. */
  keptForDays?: number;
  /** Ask for the date of birth, to match the record. Default false. */
  askDateOfBirth: boolean;
  /** Send "Did this help?" to the endpoint. Default false: it stays on the device. */
  collectFeedback: boolean;
}

export interface HospitalProblem {
  /** Path in the file, e.g. `phones.main`. */
  path: string;
  code:
    | 'not-an-object'
    | 'unknown-key'
    | 'wrong-type'
    | 'not-a-phone'
    | 'not-a-time'
    | 'not-allowed-url'
    | 'missing';
}

export const phoneNames: readonly PhoneName[] = [
  'main',
  'interpreter',
  'emergencyDepartment',
  'nurse',
  'advocate',
  'appointments',
  'financialHelp',
  'medicalRecords',
  'portal',
  'rides',
  'socialWork',
  'chaplain',
];

export const linkNames: readonly LinkName[] = [
  'map',
  'portal',
  'financialHelp',
  'medicalRecords',
  'privacy',
  'rights',
  'classes',
  'appointments',
  'visiting',
  'exit',
];
