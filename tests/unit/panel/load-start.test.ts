import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Loader } from '../../../widget/content/load-locale.ts';
import type { PanelOptions } from '../../../widget/contract/panel.ts';
import { loadStart, type Start } from '../../../widget/panel/load-start.ts';

const base = 'https://hospital.example/health-help/';
const language = (name: string, dir = 'ltr') => ({ name, english: name, dir });

const good: Readonly<Record<string, unknown>> = {
  'hospital.json': {
    name: 'Riverside',
    region: 'us',
    phones: { main: '555-0100' },
    coordinator: { title: 'Coordinator' },
  },
  'locales/structure/content.json': {
    faq: { groups: [{ id: 'a', icon: 'a', entries: ['b'] }], entries: { b: {} } },
    forms: {},
    likelyLanguages: [],
  },
  'locales/structure/languages.json': {
    en: language('English'),
    es: language('Español'),
    ar: language('العربية', 'rtl'),
  },
  'locales/structure/regions/us.json': { emergency: { number: '911' }, verifiedOn: null },
};

const options: PanelOptions = {
  base,
  endpoint: null,
  endpointFormat: 'json',
  endpointKey: null,
  config: `${base}hospital.json`,
  locales: `${base}locales/`,
  languages: null,
  lang: null,
  mode: 'launcher',
  position: 'end',
  theme: 'auto',
  audience: 'patients',
  assistant: null,
  remember: 'none',
  sharedDevice: false,
  headingLevel: 2,
  integrity: {},
};

let reports: string[];

/** @param changed files that are otherwise; undefined is a file that cannot be read */
async function start(
  changed: Readonly<Record<string, unknown>> = {},
  more: Partial<PanelOptions> = {},
  remembered: string | null = null,
): Promise<Start> {
  const files = { ...good, ...changed };
  const loader: Pick<Loader, 'json'> = { json: async (url) => files[url.replace(base, '')] };
  return loadStart({ ...options, ...more }, loader as Loader, remembered, (code, detail) =>
    reports.push(`${code}: ${detail}`),
  );
}

beforeEach(() => {
  reports = [];
  vi.stubGlobal('navigator', { languages: ['ar-EG', 'en'] });
  vi.stubGlobal('document', { documentElement: { lang: 'es' } });
});
afterEach(() => void vi.unstubAllGlobals());

describe('the first language', () => {
  it('is the one the page asks for, before any other', async () => {
    expect((await start({}, { lang: 'es' }, 'en')).language).toBe('es');
  });

  it('is the one chosen earlier in this visit, before the browser', async () => {
    expect((await start({}, {}, 'es')).language).toBe('es');
  });

  it('is the one of the browser, before that of the page', async () => {
    expect((await start()).language).toBe('ar');
  });

  it('is that of the page when we have none of the browser', async () => {
    vi.stubGlobal('navigator', { languages: ['so'] });
    expect((await start()).language).toBe('es');
  });

  it('is English when nothing fits, and the first one offered when English is not', async () => {
    vi.stubGlobal('navigator', { languages: ['so'] });
    vi.stubGlobal('document', { documentElement: { lang: '' } });
    expect((await start()).language).toBe('en');
    expect((await start({}, { languages: ['ar', 'es'] })).language).toBe('ar');
  });

  it('is never one that the page does not offer', async () => {
    expect((await start({}, { languages: ['en', 'es'], lang: 'ar' })).language).toBe('en');
  });
});

describe('the languages offered', () => {
  it('are those the page names, in its order', async () => {
    expect(Object.keys((await start({}, { languages: ['ar', 'en'] })).languages)).toEqual(['ar', 'en']);
  });

  it('leave out one we do not have, and say which', async () => {
    const { languages } = await start({}, { languages: ['es', 'tlh', 'constructor'] });
    expect(Object.keys(languages)).toEqual(['es']);
    expect(reports.join()).toMatch(/language-unknown: .*tlh/);
    expect(reports.join()).toContain('constructor');
  });

  it('are all we have when the page names none we have', async () => {
    expect(Object.keys((await start({}, { languages: ['tlh'] })).languages)).toEqual(['en', 'es', 'ar']);
  });

  it('never hold a tag that the browser refuses: every date on the screen would fail', async () => {
    const languages = { en: language('English'), zh_Hans: language('中文') };
    expect(Object.keys((await start({ 'locales/structure/languages.json': languages })).languages)).toEqual([
      'en',
    ]);
  });
});

describe('the forms offered', () => {
  const forms = Object.fromEntries(['interpreter', 'contact', 'feedback'].map((id) => [id, { icon: id }]));
  const offered = async (hospital: object): Promise<string[]> => {
    const content = { faq: { groups: [], entries: {} }, forms, likelyLanguages: [] };
    const { structure } = await start({
      'hospital.json': { name: 'Riverside', ...hospital },
      'locales/structure/content.json': content,
    });
    return Object.keys(structure.forms);
  };

  it('are all there are, but the one about the help itself only where its answers are collected', async () => {
    expect(await offered({})).toEqual(['interpreter', 'contact']);
    expect(await offered({ collectFeedback: true })).toEqual(['interpreter', 'contact', 'feedback']);
  });

  it('are those the hospital names, in its order; one that does not exist is not', async () => {
    expect(
      await offered({ forms: ['contact', 'nothing', 'interpreter', 'constructor', 'feedback'] }),
    ).toEqual(['contact', 'interpreter']);
  });
});

describe('whatever cannot be read', () => {
  it.each([
    ['missing', undefined],
    ['a list', []],
    ['a text', 'x'],
    ['nothing', null],
    ['of the wrong shape', { faq: { groups: 'a', entries: {} }, forms: {}, likelyLanguages: [] }],
    [
      'of groups without entries',
      { faq: { groups: [{ id: 'a', icon: 'b' }], entries: {} }, forms: {}, likelyLanguages: [] },
    ],
    ['of groups that are nothing', { faq: { groups: [null], entries: {} }, forms: {}, likelyLanguages: [] }],
  ])('content.json that is %s leaves a panel without questions, not without a panel', async (_, file) => {
    const { structure, hospital } = await start({ 'locales/structure/content.json': file });
    expect(structure).toEqual({ faq: { groups: [], entries: {} }, forms: {}, likelyLanguages: [] });
    expect(hospital.phones.main).toBe('555-0100');
    // One that did not come was reported when it did not come.
    expect(reports).toHaveLength(file === undefined ? 0 : 1);
    if (file !== undefined) expect(reports[0]).toContain('structure/content.json');
  });

  it.each([
    ['missing', undefined],
    ['nothing', null],
    ['a text', 'x'],
    ['without names', { en: {} }],
    ['empty', {}],
  ])('languages.json that is %s leaves English', async (_, file) => {
    const { languages, language } = await start({ 'locales/structure/languages.json': file });
    expect(Object.keys(languages)).toEqual(['en']);
    expect(language).toBe('en');
  });

  it('hospital.json that is missing leaves the emergency line without a guessed number', async () => {
    const { hospital, region } = await start({ 'hospital.json': undefined });
    expect(region).toBeUndefined();
    expect(hospital.phones).toEqual({});
    expect(reports).toEqual([]);
  });

  it('hospital.json with a mistake is used for the rest, and the report names the place', async () => {
    const { hospital } = await start({
      'hospital.json': { name: 'Riverside', phones: { main: 'call us', nurse: '555-0103' } },
    });
    expect(hospital.phones).toEqual({ nurse: '555-0103' });
    expect(reports.join()).toContain('phones.main: not-a-phone');
  });

  it('a region without a number gives none', async () => {
    expect((await start({ 'locales/structure/regions/us.json': { emergency: {} } })).region).toBeUndefined();
  });
});
