import type { Loader } from '../content/load-locale.ts';
import type { Hospital } from '../contract/hospital.ts';
import type { PanelOptions } from '../contract/panel.ts';
import { parseHospital } from '../contract/parse-hospital.ts';
import type { ContentStructure, InterfaceLanguages, Region } from '../contract/structure.ts';
import { chooseLocale } from '../language/choose-locale.ts';

export interface Start {
  hospital: Hospital;
  region: Region | undefined;
  structure: ContentStructure;
  languages: InterfaceLanguages;
  language: string;
}

const noContent: ContentStructure = { faq: { groups: [], entries: {} }, forms: {}, likelyLanguages: [] };
const onlyEnglish: InterfaceLanguages = { en: { name: 'English', english: 'English', dir: 'ltr' } };

/** Everything the first screen needs, fetched together. Whatever cannot be read is replaced by the least that works. */
export async function loadStart(
  options: PanelOptions,
  loader: Loader,
  remembered: string | null,
  report: (code: string, detail: string) => void,
): Promise<Start> {
  const structureUrl = `${options.locales}structure/`;
  const [config, content, known] = await Promise.all([
    loader.json(options.config),
    loader.json(`${structureUrl}content.json`),
    loader.json(`${structureUrl}languages.json`),
  ]);
  const { hospital, problems } = parseHospital(config ?? {});
  if (config !== undefined && problems.length) {
    const list = problems.map(({ path, code }) => `${path}: ${code}`).join('; ');
    report('config-broken', `${options.config}: ${list}. The rest of the file is used.`);
  }
  for (const [name, file, isRight] of [
    ['content', content, isContent],
    ['languages', known, isLanguages],
  ] as const) {
    if (file !== undefined && !isRight(file))
      report('file-broken', `${structureUrl}${name}.json: wrong shape.`);
  }
  const languages = offeredLanguages(isLanguages(known) ? known : onlyEnglish, options.languages, report);
  const region = hospital.region
    ? await loader.json(`${structureUrl}regions/${hospital.region}.json`)
    : undefined;
  const offered = Object.keys(languages);
  const wanted = [options.lang, remembered, ...navigator.languages, document.documentElement.lang];
  return {
    hospital,
    region: isRegion(region) ? region : undefined,
    structure: isContent(content) ? { ...content, forms: offeredForms(content.forms, hospital) } : noContent,
    languages,
    language:
      chooseLocale(
        wanted.filter((tag): tag is string => Boolean(tag)),
        offered,
      ) ?? (offered.includes('en') ? 'en' : (offered[0] ?? 'en')),
  };
}

/** The forms a hospital offers, in its order. What it does not collect, it does not ask. */
function offeredForms(known: ContentStructure['forms'], hospital: Hospital): ContentStructure['forms'] {
  const ids = hospital.forms ?? Object.keys(known);
  return Object.fromEntries(
    ids.flatMap((id) => {
      const form = Object.hasOwn(known, id) && (id !== 'feedback' || hospital.collectFeedback) && known[id];
      return form ? [[id, form]] : [];
    }),
  );
}

function offeredLanguages(
  known: InterfaceLanguages,
  wanted: readonly string[] | null,
  report: (code: string, detail: string) => void,
): InterfaceLanguages {
  if (!wanted) return known;
  const missing = wanted.filter((tag) => !Object.hasOwn(known, tag));
  if (missing.length) {
    report(
      'language-unknown',
      `languages="…" names ${missing.join(', ')}, which languages.json does not have.`,
    );
  }
  const offered = wanted.flatMap((tag) => {
    const language = Object.hasOwn(known, tag) && known[tag];
    return language ? [[tag, language] as const] : [];
  });
  return offered.length ? Object.fromEntries(offered) : known;
}

/** A tag that `Intl` refuses would make every date on the screen throw. */
function isLanguages(value: unknown): value is InterfaceLanguages {
  if (!isRecord(value)) return false;
  const tags = Object.keys(value);
  try {
    Intl.getCanonicalLocales(tags);
  } catch {
    return false;
  }
  return (
    tags.length > 0 && Object.values(value).every((item) => isRecord(item) && typeof item.name === 'string')
  );
}

function isContent(value: unknown): value is ContentStructure {
  if (!isRecord(value)) return false;
  const { faq, forms, likelyLanguages } = value;
  return (
    isRecord(faq) &&
    Array.isArray(faq.groups) &&
    faq.groups.every((group) => isRecord(group) && Array.isArray(group.entries)) &&
    isRecord(faq.entries) &&
    isRecord(forms) &&
    Array.isArray(likelyLanguages)
  );
}

function isRegion(value: unknown): value is Region {
  return isRecord(value) && isRecord(value.emergency) && typeof value.emergency.number === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
