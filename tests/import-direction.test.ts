import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Rooms from the top down. Rooms on one line do not import each other. */
const lines = [
  ['build'],
  ['loader'],
  ['panel'],
  ['screens'],
  ['parts'],
  ['state'],
  ['forms', 'submit', 'fhir', 'content', 'language', 'search', 'safety', 'speech'],
  ['styles'],
  ['contract'],
];

/**
 * Imports that go sideways or up for a reason that is written where they are.
 * `content` gives texts marked with their language, which is the type of `language`.
 */
const typesAcross = new Set(['content → language', 'state → forms']);

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : files(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function imports(file: string): { path: string; type: boolean }[] {
  const code = readFileSync(file, 'utf8');
  return [
    ...code.matchAll(
      /^\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+'(\.[^']+)'|import\(\s*'(\.[^']+)'|^import\s+'(\.[^']+)'/gm,
    ),
  ].map(([, type, from, lazy, bare]) => ({
    path: resolve(dirname(file), (from ?? lazy ?? bare ?? '').replace(/\?.*$/, '')),
    type: Boolean(type),
  }));
}

const roomOf = (path: string): string | undefined => {
  const inWidget = relative(join(root, 'widget'), path);
  return inWidget.startsWith('..') ? undefined : inWidget.split('/')[0];
};
const lineOf = (room: string): number => lines.findIndex((rooms) => rooms.includes(room));

test('imports in the widget point only down, and never sideways', () => {
  const wrong = files(join(root, 'widget')).flatMap((file) => {
    const from = roomOf(file) ?? '';
    return imports(file).flatMap(({ path, type }) => {
      const to = roomOf(path);
      if (!to || to === from) return [];
      if (type && typesAcross.has(`${from} → ${to}`)) return [];
      return lineOf(from) < lineOf(to) ? [] : [`${relative(root, file)} imports ${relative(root, path)}`];
    });
  });
  expect(wrong).toEqual([]);
});

test('the receiver and the locale tools know only the contract of the widget, and how it writes FHIR', () => {
  const wrong = [...files(join(root, 'demo')), ...files(join(root, 'locales/tools'))].flatMap((file) =>
    imports(file)
      .filter(({ path }) => ![undefined, 'contract', 'fhir'].includes(roomOf(path)))
      .map(({ path }) => `${relative(root, file)} imports ${relative(root, path)}`),
  );
  expect(wrong).toEqual([]);
});

test('i18next is imported in one place', () => {
  const users = files(join(root, 'widget')).filter((file) =>
    /from 'i18next'/.test(readFileSync(file, 'utf8')),
  );
  expect(users.map((file) => relative(root, file))).toEqual(['widget/language/translate.ts']);
});
