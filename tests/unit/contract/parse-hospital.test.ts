import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkNames, phoneNames } from '../../../widget/contract/hospital.ts';
import { parseHospital } from '../../../widget/contract/parse-hospital.ts';

const defaults = {
  name: 'Lakeside',
  language: 'en',
  phones: {},
  hours: [],
  leadTimes: {},
  links: {},
  places: [],
  noticeLanguages: [],
  askDateOfBirth: false,
  collectFeedback: false,
};
const read = (part: object) => parseHospital({ name: 'Lakeside', ...part });
const problemsOf = (part: object) => read(part).problems.map(({ path, code }) => `${path} ${code}`);

test('A hospital that only gives its name gets safe defaults', () => {
  expect(parseHospital({ $schema: './x.json', name: ' Lakeside ' })).toEqual({
    hospital: defaults,
    problems: [],
  });
});

test('A hospital without a name is told so, and the rest is used', () => {
  const { hospital, problems } = parseHospital({ relay: '711' });
  expect(problems).toEqual([{ path: 'name', code: 'missing' }]);
  expect(hospital).toEqual({ ...defaults, name: '', relay: '711' });
});

test('Everything a hospital can say is read as it stands', () => {
  const file = {
    name: 'Lakeside',
    region: 'us',
    timeZone: 'America/Chicago',
    language: 'es',
    accent: 'rgb(10, 90, 170)',
    phones: Object.fromEntries(phoneNames.map((name) => [name, '+1 (555) 010-0100 x12'])),
    relay: '711',
    videophone: '555.010.0101',
    text: '55501',
    email: 'help@lakeside.example',
    hours: [
      { days: ['mon', 'fri'], open: '08:30', close: '17:00' },
      { days: ['sun'], open: '00:00', close: '24:00' },
    ],
    coordinator: {
      title: 'Section 1557 Coordinator',
      name: 'A. Lee',
      phone: '555-0102',
      tty: '711',
      email: 'a@b.example',
      address: '1 Main St',
    },
    leadTimes: { spoken: 2, sign: 5, cart: 5, rare: 10 },
    replyWithinDays: 1,
    forms: ['interpreter'],
    links: Object.fromEntries(linkNames.map((name) => [name, `https://lakeside.example/${name}?a=b#c`])),
    places: ['Eye clinic'],
    noticeLanguages: ['es', 'zh-Hans'],
    keptForDays: 90,
    askDateOfBirth: true,
    collectFeedback: true,
  };
  expect(parseHospital(file)).toEqual({ hospital: file, problems: [] });
});

test('A text left empty means that it is not set', () => {
  const { hospital, problems } = read({ relay: '', email: ' ', phones: { main: '' }, links: { map: '' } });
  expect(problems).toEqual([]);
  expect(hospital).toEqual(defaults);
});

describe('what a patient could be led to', () => {
  test.each(['/map', '/map?floor=2#lift', 'https://lakeside.example', 'mailto:a@b.example', 'tel:+15550100'])(
    'a link to %s is used',
    (map) => expect(read({ links: { map } }).hospital.links.map).toBe(map),
  );

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'http://lakeside.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    './map',
    '../map',
    '#map',
    'https:/evil.example',
    'https://',
    'https:\\\\evil.example',
    'vbscript:x',
    'blob:https://x',
    'map',
  ])('a link to %j is left out and reported', (map) => {
    const { hospital, problems } = read({ links: { map, rights: '/rights' } });
    expect(hospital.links).toEqual({ rights: '/rights' });
    expect(problems).toEqual([{ path: 'links.map', code: 'not-allowed-url' }]);
  });

  test.each(['call us', '911; drop', '٩١١', '<b>911</b>', '-', '1'.repeat(41), 'tel:911'])(
    '%j is no phone',
    (main) => {
      const { hospital, problems } = read({ phones: { main, nurse: '555-0103' } });
      expect(hospital.phones).toEqual({ nurse: '555-0103' });
      expect(problems).toEqual([{ path: 'phones.main', code: 'not-a-phone' }]);
    },
  );

  test.each(['../../evil', 'US', 'usa', 'u'])(
    'the country %j cannot become an address of a file',
    (region) => {
      expect(read({ region }).hospital.region).toBeUndefined();
      expect(problemsOf({ region })).toEqual(['region wrong-type']);
    },
  );
});

test.each([
  ['relay', 711, 'relay wrong-type'],
  ['timeZone', 'Mars/Olympus', 'timeZone wrong-type'],
  ['accent', 'red;background:url(x)', 'accent wrong-type'],
  ['email', 'lakeside.example', 'email wrong-type'],
  ['keptForDays', -1, 'keptForDays wrong-type'],
  ['keptForDays', '90', 'keptForDays wrong-type'],
  ['replyWithinDays', 1.5, 'replyWithinDays wrong-type'],
  ['askDateOfBirth', 'yes', 'askDateOfBirth wrong-type'],
  ['phones', ['555'], 'phones wrong-type'],
  ['places', 'Eye clinic', 'places wrong-type'],
  ['places', ['Eye clinic', 3], 'places.1 wrong-type'],
  ['leadTimes', { spoken: null }, 'leadTimes.spoken wrong-type'],
  ['leadTimes', { spokn: 2 }, 'leadTimes.spokn unknown-key'],
  ['links', { home: '/' }, 'links.home unknown-key'],
  ['nmae', 'x', 'nmae unknown-key'],
  ['hours', [{ days: ['mon'], open: '8:30', close: '17:00' }], 'hours.0.open not-a-time'],
  ['hours', [{ days: ['mon'], open: '08:30' }], 'hours.0.close missing'],
  ['hours', [{ days: ['monday'], open: '08:30', close: '17:00' }], 'hours.0.days.0 wrong-type'],
  ['coordinator', { name: 'A. Lee' }, 'coordinator.title missing'],
])('%s: %j is reported as %s', (key, value, problem) => {
  expect(problemsOf({ [key]: value })).toEqual([problem]);
});

test('A hospital in the United States that names no coordinator is told so, and everything else is used', () => {
  expect(problemsOf({ region: 'us' })).toEqual(['coordinator missing']);
  expect(problemsOf({ region: 'us', coordinator: { title: 'Coordinator' } })).toEqual([]);
  expect(problemsOf({ region: 'ca' })).toEqual([]);
});

test('Opening hours with a mistake are left out whole, since half an hour is worse than none', () => {
  const { hospital } = read({
    hours: [
      { days: ['mon'], open: '8', close: '17:00' },
      { days: ['tue'], open: '08:00', close: '17:00' },
    ],
  });
  expect(hospital.hours).toEqual([{ days: ['tue'], open: '08:00', close: '17:00' }]);
});

test.each([[null], [undefined], [[]], ['x'], [3]])(
  '%j instead of a file gives the defaults and one problem',
  (value) => {
    expect(parseHospital(value)).toEqual({
      hospital: { ...defaults, name: '' },
      problems: [{ path: '', code: 'not-an-object' }],
    });
  },
);

test('Names that programs reserve reach no prototype', () => {
  const { hospital, problems } = parseHospital(
    JSON.parse(
      '{ "name": "Lakeside", "__proto__": { "relay": "1" }, "phones": { "__proto__": { "main": "1" }, "constructor": "1" }, "toString": "x" }',
    ),
  );
  expect(hospital).toEqual(defaults);
  expect(hospital.relay).toBeUndefined();
  expect(hospital.phones.main).toBeUndefined();
  expect(problems.map(({ path }) => path)).toEqual([
    '__proto__',
    'phones.__proto__',
    'phones.constructor',
    'toString',
  ]);
  expect(({} as Record<string, unknown>).relay).toBeUndefined();
});

test('A hostile file reports at most a hundred problems', () => {
  const file = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, i]));
  expect(read(file).problems).toHaveLength(100);
});

test('Any value whatever gives a hospital whose every part has its type', () => {
  const part = fc.constantFrom(
    ...Object.keys(defaults),
    'hours',
    'coordinator',
    'links',
    'phones',
    'forms',
    'region',
    'timeZone',
  );
  const file = fc.dictionary(part, fc.anything({ withNullPrototype: true }));
  fc.assert(
    fc.property(fc.oneof(file, fc.jsonValue(), fc.anything()), (value) => {
      const { hospital } = parseHospital(value);
      expect(typeof hospital.name).toBe('string');
      expect(
        Array.isArray(hospital.places) && hospital.places.every((place) => typeof place === 'string'),
      ).toBe(true);
      expect(Object.values(hospital.phones).every((phone) => /^[\d ()+\-.*#/x]+$/.test(phone))).toBe(true);
      for (const { days, open, close } of hospital.hours) {
        expect(Array.isArray(days)).toBe(true);
        expect(`${open} ${close}`).toMatch(/^\d\d:\d\d \d\d:\d\d$/);
      }
    }),
    { numRuns: 1000 },
  );
});
