import type { App } from '../parts/app-context.ts';

/** True when the hospital offers the form: all that exist, unless `hospital.json` lists some. */
export function isOffered(app: App, form: string): boolean {
  return Object.hasOwn(app.structure.forms, form) && (app.hospital.forms?.includes(form) ?? true);
}
