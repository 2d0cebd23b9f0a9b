import type { PanelOptions } from '../contract/panel.ts';
import { checkEndpoint } from '../submit/endpoint.ts';
import { attributes, attributeValue, names, propertyOf } from './attributes.ts';

/** Says what is wrong with an attribute. With a code it is an error, and an event says so too. */
export type Report = (message: string, code?: string) => void;

/**
 * The attributes of an element as the panel needs them. What cannot be used counts as not given, and is reported.
 * @param base the folder of `health-help.js`
 */
export function panelOptions(
  element: Element,
  base: string,
  integrity: PanelOptions['integrity'],
  report: Report,
): PanelOptions {
  const options: Record<string, unknown> = { base, integrity };
  for (const name of names) {
    const given = element.getAttribute(name);
    const value = attributeValue(name, given);
    options[propertyOf(name)] = value || null;
    const kind: 0 | 1 | readonly string[] = attributes[name];
    if (given && kind && kind !== 1 && value !== given)
      report(`${name}="${given}" is not one of ${kind.join(', ')}; ${value} is used`);
  }
  const url = (name: 'endpoint' | 'endpoint-key' | 'config' | 'locales' | 'assistant'): string | null => {
    const given = element.getAttribute(name);
    if (!given) return null;
    // The same rule for every address: https, the page's own origin, or this computer; no password in it.
    const checked = checkEndpoint(given, location.href);
    const resolved = 'url' in checked ? checked.url : null;
    if (!resolved)
      report(
        `${name}="${given}" is refused: it must be https, the page's own origin or loopback`,
        `${name}-refused`,
      );
    return resolved;
  };
  const key = url('endpoint-key');
  const endpoint = url('endpoint');
  const { lang, languages } = options as { lang: string | null; languages: string | null };
  return Object.assign(options, {
    // A key that cannot be used never means that answers are sent unsealed.
    endpoint: element.getAttribute('endpoint-key') && !key ? null : endpoint,
    endpointKey: key,
    config: url('config') ?? `${base}hospital.json`,
    locales: url('locales')?.replace(/\/?$/, '/') ?? `${base}locales/`,
    assistant: url('assistant'),
    lang,
    languages: languages?.split(/[\s,]+/).filter(Boolean) ?? null,
    sharedDevice: element.hasAttribute('shared-device'),
    headingLevel: Number(options.headingLevel),
  }) as unknown as PanelOptions;
}
