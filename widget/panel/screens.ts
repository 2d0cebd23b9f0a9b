import type { ContentStructure } from '../contract/structure.ts';
import type { Screen } from '../state/state.ts';

/**
 * The screen that `open(screen)` or `#health-help/<screen>` names.
 * @returns undefined for one that does not exist (the caller shows home and says so in the console)
 */
export function screenNamed(name: string | undefined, structure: ContentStructure): Screen | undefined {
  const [first = '', id] = (name ?? '').split('/');
  if (first === '' || first === 'home') return { name: 'home' };
  if (first === 'language' || first === 'rights') return { name: first };
  if (first === 'faq' && !id) return { name: 'faq' };
  if (first === 'faq' && id && Object.hasOwn(structure.faq.entries, id)) return { name: 'faq', id };
  if (first === 'forms' && id && Object.hasOwn(structure.forms, id)) return { name: 'forms', form: id };
  return undefined;
}
