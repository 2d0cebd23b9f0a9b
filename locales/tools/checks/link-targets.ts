import { linkNames, phoneNames } from '../../../widget/contract/hospital.ts';
import type { Library } from '../library.ts';

/** Every target a link or a button may name. A page of the hospital may be named with or without `link:`. */
export function linkTargets({ english, forms, content }: Library): ReadonlySet<string> {
  const idsOf = (namespace: 'faq' | 'topics' | 'training'): string[] =>
    Object.keys(english.words.get(namespace)?.tree ?? {}).map((id) => `${namespace}/${id}`);
  return new Set([
    ...[...forms.keys(), ...Object.keys(content?.data?.forms ?? {})].map((id) => `forms/${id}`),
    ...idsOf('faq'),
    ...idsOf('topics'),
    ...idsOf('training'),
    'phone',
    ...phoneNames.map((name) => `phone:${name}`),
    ...linkNames.map((name) => `link:${name}`),
    ...linkNames,
  ]);
}
