import { type HospitalProblem, linkNames, phoneNames } from '../../../widget/contract/hospital.ts';
import { parseHospital } from '../../../widget/contract/parse-hospital.ts';
import { readSchema } from '../library.ts';
import { didYouMean } from '../nearest.ts';
import type { SourceFile } from '../source-file.ts';

const sentences: Readonly<Record<Exclude<HospitalProblem['code'], 'unknown-key'>, string>> = {
  'not-an-object': 'the whole file must stand in curly brackets { }.',
  'wrong-type': 'this is not written as it must be, so it is not used.',
  'not-a-phone': 'this is not a phone number. Use digits, spaces, ( ) + - . * # / or x only.',
  'not-a-time': 'this is not a time. Write it with 24 hours, like "08:30" or "17:00".',
  'not-allowed-url':
    'this web address is not allowed. Write one that starts with https://, or a path on your own site like "/map".',
  missing: 'this is missing.',
};

/** Says of a `hospital.json` what the widget would leave out, and why. */
export function checkHospital(file: SourceFile): void {
  if (file.scanned.problems.length) return;
  const properties = readSchema('hospital').properties ?? {};
  for (const { path, code } of parseHospital(file.value).problems) {
    const [group = '', id = group] = path.split('.');
    if (code === 'unknown-key') {
      const known =
        path === group
          ? Object.keys(properties)
          : group === 'links'
            ? linkNames
            : group === 'phones'
              ? phoneNames
              : Object.keys(properties[group]?.properties ?? {});
      file.report(path, 'error', code, `"${id}" is not known here.${didYouMean(id, known)}`, { key: true });
    } else {
      const name = code === 'missing' ? `"${path.split('.').at(-1)}": ` : '';
      file.report(path, 'error', code, `${name}${sentences[code]}`);
    }
  }
}
