import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';

/** The built files: run `npm run build` first. */
const dist = new URL('../dist/', import.meta.url);
const read = (file: string): Buffer => readFileSync(new URL(file, dist));

/** Bytes a phone downloads: as a good server sends them. */
const sizeOf = (...files: readonly string[]): number =>
  files.reduce((sum, file) => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    return sum + brotliCompressSync(read(file), { params }).length;
  }, 0);

const { panel } = JSON.parse(read('current.json').toString()) as { panel: string };
const laterChunks = readdirSync(dist).filter(
  (name) => name.endsWith('.js') && name !== 'health-help.js' && name !== panel,
);
const languages = readdirSync(new URL('locales/', dist)).filter((name) => name !== 'structure');

describe('what a page and a patient pay', () => {
  test('a page pays at most 2,500 bytes before anyone asks for help', () => {
    expect(sizeOf('health-help.js')).toBeLessThanOrEqual(2_500);
  });

  test('opening help costs at most 30,000 bytes of script and style', () => {
    // The style is in the script, as text: one request. A style file is only for browsers that cannot do that.
    expect(read(panel).toString()).toContain('--hospital');
    expect(sizeOf(panel)).toBeLessThanOrEqual(30_000);
  });

  test.each(languages)('opening help costs at most 6,000 bytes of words in %s', (language) => {
    const structure = ['content', 'languages', 'regions/us'].map((name) => `locales/structure/${name}.json`);
    expect(sizeOf(`locales/${language}/ui.json`, ...structure)).toBeLessThanOrEqual(6_000);
  });

  test.each(laterChunks)('a later screen costs at most 8,000 bytes of script: %s', (chunk) => {
    expect(sizeOf(chunk)).toBeLessThanOrEqual(8_000);
  });

  test('files never need each other in a circle, so that checking them before they run comes to an end', () => {
    const walk = (file: string, above: readonly string[]): void => {
      expect(above).not.toContain(file);
      const code = read(file).toString();
      for (const [, other = ''] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+)/g))
        walk(other, [...above, file]);
    };
    for (const chunk of laterChunks) walk(chunk, []);
  });

  test('the script of the page does not grow with the languages or the questions', () => {
    const script = read('health-help.js').toString();
    const content = JSON.parse(read('locales/structure/content.json').toString()) as {
      faq: { entries: Record<string, unknown> };
    };
    for (const id of Object.keys(content.faq.entries)) expect(script).not.toContain(id);
    for (const language of languages) {
      const words = JSON.parse(read(`locales/${language}/ui.json`).toString()) as Record<string, object>;
      for (const text of textsIn(words).filter((one) => one.length > 12)) {
        expect(script).not.toContain(text);
        // The built file is ASCII.
        expect(script).not.toContain(JSON.stringify(text).replace(/[^\0-\x7f]/g, escaped));
      }
    }
    for (const name of ['interpreter-languages', 'languages']) {
      const known = JSON.parse(read(`locales/structure/${name}.json`).toString()) as Record<
        string,
        { english: string }
      >;
      for (const { english } of Object.values(known)) expect(script).not.toContain(english);
    }
  });
});

function textsIn(tree: object): string[] {
  return Object.values(tree).flatMap((node) => (typeof node === 'string' ? [node] : textsIn(node)));
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
