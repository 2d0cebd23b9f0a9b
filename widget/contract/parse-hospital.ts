import {
  type Day,
  type Hospital,
  type HospitalProblem,
  linkNames,
  type OpeningHours,
  phoneNames,
} from './hospital.ts';

type Code = HospitalProblem['code'];
/** Answers the value to use, or undefined when there is none; reports why through `report`. */
type Read<T> = (value: unknown, path: string) => T | undefined;
type Shape<T> = { readonly [K in keyof T]-?: Read<Exclude<T[K], undefined>> };

const phone = /^(?=.*\d)[\d ()+\-.*#/x]{2,40}$/;
const emailAddress = /^[^\s@<>"?]+@[^\s@<>"?]+$/;
const language = /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i;
const time = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
/** Schemes that open a page, a letter or a call, or a path on the same site. Never `//other.example` or `javascript:`. */
const url = /^(https:\/\/[^\s\\/]|mailto:|tel:|\/(?!\/))[^\s\\]*$/i;
/** More problems than a person would read; a hostile file must not flood the console. */
const mostProblems = 100;
const mostItems = 500;

/**
 * Reads a hospital's own `hospital.json`, already parsed as JSON. Never throws: the parts that are valid are used, the
 * rest is left out and reported by path. An empty text means "not set". `name` is '' when missing.
 */
export function parseHospital(value: unknown): { hospital: Hospital; problems: readonly HospitalProblem[] } {
  const problems: HospitalProblem[] = [];
  const report = (path: string, code: Code): undefined => {
    if (problems.length < mostProblems) problems.push({ path, code });
    return undefined;
  };

  const text =
    (pattern = /^.{1,500}$/, code: Code = 'wrong-type'): Read<string> =>
    (value, path) => {
      if (typeof value !== 'string') return report(path, 'wrong-type');
      const trimmed = value.trim();
      return !trimmed || pattern.test(trimmed) ? trimmed || undefined : report(path, code);
    };
  const flag: Read<boolean> = (value, path) =>
    typeof value === 'boolean' ? value : report(path, 'wrong-type');
  const days: Read<number> = (value, path) =>
    typeof value === 'number' && value % 1 === 0 && value >= 0 && value < 4000
      ? value
      : report(path, 'wrong-type');
  const list =
    <T>(read: Read<T>): Read<T[]> =>
    (value, path) =>
      Array.isArray(value)
        ? value.slice(0, mostItems).flatMap((item, index) => read(item, `${path}.${index}`) ?? [])
        : report(path, 'wrong-type');
  /**
   * Copies only keys of the shape, which are ours, so no key of the file (`__proto__`) can reach a prototype.
   * A part that lacks what it needs is dropped; the file itself (path '') is not.
   */
  const record =
    <T extends object>(shape: Shape<T>, needed: readonly (keyof T & string)[] = []): Read<T> =>
    (value, path) => {
      const at = (key: string): string => (path ? `${path}.${key}` : key);
      if (typeof value !== 'object' || !value || Array.isArray(value)) {
        return report(path, path ? 'wrong-type' : 'not-an-object');
      }
      const source = value as T;
      const found: Partial<T> = {};
      for (const key of Object.keys(source)) {
        if (Object.hasOwn(shape, key)) {
          const name = key as keyof T;
          const part = shape[name](source[name], at(key));
          if (part !== undefined) found[name] = part;
        } else if (at(key) !== '$schema') report(at(key), 'unknown-key');
      }
      const lacking = needed.filter((key) => found[key] === undefined);
      for (const key of lacking) if (!source[key]) report(at(key), 'missing');
      return path && lacking.length ? undefined : (found as T);
    };
  const each = <K extends string>(
    names: readonly K[],
    read: Read<string>,
  ): Read<Partial<Record<K, string>>> =>
    record(Object.fromEntries(names.map((name) => [name, read])) as Shape<Partial<Record<K, string>>>);

  const phoneNumber = text(phone, 'not-a-phone');
  const email = text(emailAddress);

  const found: Partial<Hospital> =
    record<Hospital>(
      {
        name: text(),
        region: text(/^[a-z]{2}$/),
        timeZone: (value, path) => {
          const zone = text()(value, path);
          try {
            if (zone) new Intl.DateTimeFormat('en', { timeZone: zone });
            return zone;
          } catch {
            return report(path, 'wrong-type');
          }
        },
        language: text(language),
        accent: text(/^[\w#(),.%/ -]{1,60}$/),
        phones: each(phoneNames, phoneNumber),
        relay: phoneNumber,
        videophone: phoneNumber,
        text: phoneNumber,
        email,
        hours: list(
          record<OpeningHours>(
            {
              days: list(text(/^(mon|tue|wed|thu|fri|sat|sun)$/) as Read<Day>),
              open: text(time, 'not-a-time'),
              close: text(time, 'not-a-time'),
            },
            ['days', 'open', 'close'],
          ),
        ),
        coordinator: record(
          { title: text(), name: text(), phone: phoneNumber, tty: phoneNumber, email, address: text() },
          ['title'],
        ),
        leadTimes: record({ spoken: days, sign: days, cart: days, rare: days }),
        replyWithinDays: days,
        forms: list(text(/^[a-z\d-]+$/)),
        links: each(linkNames, text(url, 'not-allowed-url')),
        places: list(text()),
        noticeLanguages: list(text(language)),
        programs: list(record({ id: text(/^[a-z\d-]+$/), name: text() }, ['id', 'name'])),
        grievance: record({ fileWithinDays: days, answerWithinDays: days, appealWithinDays: days }),
        keptForDays: days,
        askDateOfBirth: flag,
        collectFeedback: flag,
      },
      ['name'],
    )(value, '') ?? {};

  // 45 CFR 92.7 and 92.10: patients are told whom to ask about their rights.
  if (found.region === 'us' && !found.coordinator) report('coordinator', 'missing');
  return {
    hospital: {
      name: '',
      language: 'en',
      phones: {},
      hours: [],
      leadTimes: {},
      links: {},
      places: [],
      noticeLanguages: [],
      askDateOfBirth: false,
      collectFeedback: false,
      ...found,
    },
    problems,
  };
}
