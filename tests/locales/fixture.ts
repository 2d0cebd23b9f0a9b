import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { checkLocales } from '../../locales/tools/check-locales.ts';
import type { Finding } from '../../locales/tools/finding.ts';
import type { LanguageSummary } from '../../locales/tools/summary.ts';

const keywords = 'cost, price, pay for it, bill, fee, money, charge, free of charge';
const palabras = 'costo, precio, pagar, cuenta, tarifa, dinero, cobro, gratis';

/** A small but whole folder of locale files in which the checker finds nothing to say. */
const goodFiles: Readonly<Record<string, unknown>> = {
  'en/ui.json': {
    title: 'Health Help',
    found_one: '{{count}} answer found',
    found_other: '{{count}} answers found',
    faq: { groups: { language: 'Help in your language' } },
  },
  'en/forms.json': {
    errors: { missing: 'Write an answer' },
    common: { fields: { name: { label: 'What is your name?' } } },
    interpreter: {
      title: 'Ask for an interpreter',
      fields: {
        appointment: {
          label: 'Do you have an appointment?',
          options: { yes: { label: 'Yes, I have' }, no: { label: 'No, not yet' } },
        },
      },
    },
  },
  'en/faq.json': {
    'interpreter-free': {
      question: 'Is an interpreter free?',
      answer: '**Yes.** You do not pay.\n\nCall {{phone}} or [ask here](forms/interpreter). Relay: 711.',
      easy: 'Yes. It is free.',
      keywords,
    },
    'my-rights': {
      question: 'What are my rights?',
      answer: 'You have rights.',
      easy: 'You have rights.',
      keywords,
    },
  },
  'es/ui.json': {
    title: 'Ayuda de salud',
    found_one: '{{count}} respuesta',
    found_many: '{{count}} de respuestas',
    found_other: '{{count}} respuestas',
    faq: { groups: { language: 'Ayuda en su idioma' } },
  },
  'es/forms.json': {
    errors: { missing: 'Escriba una respuesta' },
    common: { fields: { name: { label: '¿Cómo se llama?' } } },
    interpreter: {
      title: 'Pedir un intérprete',
      fields: {
        appointment: {
          label: '¿Tiene una cita?',
          options: { yes: { label: 'Sí, tengo' }, no: { label: 'No, todavía no' } },
        },
      },
    },
  },
  'es/faq.json': {
    'interpreter-free': {
      question: '¿Es gratis el intérprete?',
      answer: '**Sí.** Usted no paga.\n\nLlame al {{phone}} o [pida aquí](forms/interpreter). Relevo: 711.',
      easy: 'Sí. Es gratis.',
      keywords: palabras,
    },
    'my-rights': {
      question: '¿Qué derechos tengo?',
      answer: 'Usted tiene derechos.',
      easy: 'Tiene derechos.',
      keywords: palabras,
    },
  },
  'structure/content.json': {
    faq: {
      groups: [{ id: 'language', icon: 'interpreter', entries: ['interpreter-free', 'my-rights'] }],
      entries: {
        'interpreter-free': { action: 'forms/interpreter', related: ['my-rights'] },
        'my-rights': {},
      },
    },
    forms: { interpreter: { icon: 'interpreter' } },
    likelyLanguages: ['es'],
  },
  'structure/forms/interpreter.json': {
    version: '1',
    steps: [
      {
        id: 'appointment',
        fields: [
          { id: 'appointment', type: 'radio', required: true, options: [{ code: 'yes' }, { code: 'no' }] },
        ],
      },
      { id: 'name', when: { field: 'appointment', in: ['yes'] }, fields: [{ id: 'name', type: 'text' }] },
    ],
  },
  'structure/languages.json': {
    en: { name: 'English', english: 'English', dir: 'ltr' },
    es: { name: 'Español', english: 'Spanish', dir: 'ltr' },
  },
  'structure/notices.json': {
    availability: Object.fromEntries(
      'en es zh-Hans zh-Hant vi ko ar fil ru fr ht pl pt it de fa'
        .split(' ')
        .map((tag) => [tag, 'Free.\n\nCall {{phone}}.']),
    ),
    fairness: { en: 'Fair.', es: 'Justo.' },
  },
  'structure/regions/us.json': { emergency: { number: '911' }, verifiedOn: '2026-11-24' },
};

/** A change: a text is the file itself, a function edits the good file, anything else replaces it, null deletes it. */
type Changes = Readonly<Record<string, unknown>>;

/** Writes the good files with some changed into a folder of its own, which goes away after the test. */
export function localesWith(changes: Changes = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'locales-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const name of new Set([...Object.keys(goodFiles), ...Object.keys(changes)])) {
    const change = name in changes ? changes[name] : goodFiles[name];
    if (change === null) continue;
    const content = typeof change === 'function' ? change(structuredClone(goodFiles[name])) : change;
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    const raw = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(join(dir, name), raw ? content : JSON.stringify(content, null, 2));
  }
  return dir;
}

interface Run {
  code: number;
  output: string;
  findings: Finding[];
  summary: LanguageSummary[];
  /** Sentences, each with its place, without the temporary folder. */
  sentences: string[];
}

/** Runs the command on a folder, once for people and once for programs. */
export function run(dir: string, ...args: string[]): Run {
  const lines: string[] = [];
  const code = checkLocales(['--dir', dir, ...args], (line) => lines.push(line));
  const json: string[] = [];
  checkLocales(['--dir', dir, '--json', ...args], (line) => json.push(line));
  const { findings, summary } = JSON.parse(json.join('\n')) as Pick<Run, 'findings' | 'summary'>;
  return {
    code,
    output: lines.join('\n').replaceAll(`${dir}/`, ''),
    findings,
    summary,
    sentences: findings.map(
      ({ file, line, column, message }) =>
        `${file.replace(`${dir}/`, '')}, line ${line}, column ${column}: ${message}`,
    ),
  };
}

/** The same, with changes to the good files. */
export function runWith(changes: Changes, ...args: string[]): Run {
  return run(localesWith(changes), ...args);
}

/** A change that edits one question of a faq.json. */
export function question(
  id: string,
  edit: Readonly<Record<string, unknown>>,
): (file: Record<string, object>) => object {
  return (file) => ({ ...file, [id]: { ...file[id], ...edit } });
}
