import type { LinkName, PhoneName } from '../contract/hospital.ts';
import type { App } from './app-context.ts';
import { telHref } from './words.tsx';

/** Where a target leads: inside the panel, or to an address. */
export type Follow = { go: () => void } | { href: string; phone?: string };

/** Protocols a text may lead to; `javascript:` is not one (Preact does not block it). */
const allowed = /^(https:|tel:|mailto:|\/(?![/\\]))/;

/**
 * Resolves `forms/<id>`, `faq/<id>`, `phone`, `phone:<name>` and `link:<name>`.
 * @returns undefined when the hospital has not configured it
 */
export function followTarget(target: string, app: App): Follow | undefined {
  const [kind = '', id = ''] = target.split(/[/:]/);
  if (kind === 'forms' && Object.hasOwn(app.structure.forms, id)) {
    return { go: () => app.go({ name: 'forms', form: id }) };
  }
  if (kind === 'faq' && Object.hasOwn(app.structure.faq.entries, id))
    return { go: () => app.go({ name: 'faq', id }) };
  if (kind === 'phone') {
    const { phones } = app.hospital;
    const phone = (Object.hasOwn(phones, id) && phones[id as PhoneName]) || phones.main;
    return phone ? { href: telHref(phone), phone } : undefined;
  }
  if (kind === 'link') {
    const href = Object.hasOwn(app.hospital.links, id) && app.hospital.links[id as LinkName];
    return href && allowed.test(href) ? { href } : undefined;
  }
  return undefined;
}
