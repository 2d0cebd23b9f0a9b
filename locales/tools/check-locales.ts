import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { checkLibrary } from './check-library.ts';
import { checkHospital } from './checks/check-hospital.ts';
import { type Finding, sentenceOf } from './finding.ts';
import { type Library, readLibrary, shown } from './library.ts';
import { didYouMean } from './nearest.ts';
import { reviewCommand } from './review-command.ts';
import { writeSchemas } from './schemas.ts';
import { readSource } from './source-file.ts';
import { findingsOf, summaryOf, summaryTable } from './summary.ts';

const usage = `npm run check-locales                     checks every language
npm run check-locales -- es ar            checks these languages and shows every warning
npm run check-locales -- my/hospital.json checks a hospital's own file
npm run check-locales -- review es faq/interpreter-free --by "Name" --status qualified
npm run check-locales -- schemas          renews what editors' programs offer while typing
Options: --dir <folder of the locale files>   --json`;

/** Warnings of one language shown when all languages are checked; errors are always all shown. */
const fewWarnings = 5;

/**
 * The editors' command.
 * @param args what follows the command's name
 * @returns the exit code: 0 fine (warnings allowed), 1 errors found, 2 the command itself was not understood
 */
export function checkLocales(args: readonly string[], print: (line: string) => void): 0 | 1 | 2 {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        dir: { type: 'string', default: fileURLToPath(new URL('..', import.meta.url)) },
        json: { type: 'boolean', default: false },
        by: { type: 'string' },
        status: { type: 'string' },
        on: { type: 'string', default: new Date().toISOString().slice(0, 10) },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      print(usage);
      return 0;
    }
    const hospitals = positionals.filter((word) => word.endsWith('.json'));
    if (hospitals.length) return checkHospitals(hospitals, values.json, print);
    const library = readLibrary(resolve(values.dir));
    if (positionals[0] === 'review') {
      const [, language, ...entries] = positionals;
      print(
        reviewCommand(library, { language, entries, by: values.by, status: values.status, on: values.on }),
      );
      return 0;
    }
    if (positionals[0] === 'schemas') {
      for (const path of writeSchemas(library)) print(`Written: ${shown(path)}`);
      return 0;
    }
    return checkAll(library, positionals, values.json, print);
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

function checkHospitals(paths: readonly string[], json: boolean, print: (line: string) => void): 0 | 1 {
  const findings = paths.flatMap((path) => {
    const file = readSource(resolve(path), shown(resolve(path)));
    checkHospital(file);
    return file.findings;
  });
  if (json) print(JSON.stringify({ findings }, null, 2));
  else for (const finding of findings) print(sentenceOf(finding));
  if (!json && !findings.length) print('No mistakes found.');
  return findings.length ? 1 : 0;
}

function checkAll(
  library: Library,
  languages: readonly string[],
  json: boolean,
  print: (line: string) => void,
): 0 | 1 {
  const folders = [library.english, ...library.translations];
  const codes = folders.map(({ code }) => code);
  const unknown = languages.find((code) => !codes.includes(code));
  if (unknown !== undefined) {
    const guess = didYouMean(unknown, [...codes, 'review', 'schemas']);
    throw new Error(`There is no language "${unknown}".${guess} Known: ${codes.join(', ')}.`);
  }
  checkLibrary(library);
  const shownFolders = languages.length ? folders.filter(({ code }) => languages.includes(code)) : folders;
  const ofLanguages = new Set(folders.flatMap(findingsOf));
  const ofStructure = languages.length
    ? []
    : library.files.flatMap(({ findings }) => findings.filter((f) => !ofLanguages.has(f)));
  const summary = shownFolders.map((folder) => summaryOf(library, folder));
  const all = [...ofStructure, ...shownFolders.flatMap(findingsOf)];
  const errors = all.filter(({ severity }) => severity === 'error').length;
  if (json) {
    print(JSON.stringify({ findings: all, summary }, null, 2));
    return errors ? 1 : 0;
  }
  const section = (title: string, findings: readonly Finding[], more: string): void => {
    if (!findings.length) return;
    print(`\n${title}`);
    const inOrder = [...findings].sort(
      (a, b) => rank(a) - rank(b) || compare(a.file, b.file) || a.line - b.line || a.column - b.column,
    );
    const most = languages.length || !more ? Number.POSITIVE_INFINITY : fewWarnings;
    const warnings = inOrder.filter(({ severity }) => severity === 'warning');
    for (const finding of inOrder.filter(({ severity }) => severity === 'error')) print(sentenceOf(finding));
    for (const finding of warnings.slice(0, most)) print(sentenceOf(finding));
    if (warnings.length > most)
      print(`… and ${warnings.length - most} more warnings. To see them all: ${more}`);
  };
  section('Structure', ofStructure, '');
  for (const folder of shownFolders) {
    section(`Language ${folder.code}`, findingsOf(folder), `npm run check-locales -- ${folder.code}`);
  }
  print(`\n${summaryTable(summary)}`);
  print(errors ? `\n${errors === 1 ? '1 error' : `${errors} errors`} to mend.` : '\nNo errors.');
  return errors ? 1 : 0;
}

function rank({ severity }: Finding): number {
  return severity === 'error' ? 0 : 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = checkLocales(process.argv.slice(2), (line) => console.log(line));
}
