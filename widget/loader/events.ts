import type { PanelEvent } from '../contract/panel.ts';

type Detail<Type extends PanelEvent['type']> = Readonly<Omit<Extract<PanelEvent, { type: Type }>, 'type'>>;

/**
 * An event of `<health-help>`: bubbles and is composed, so that a listener on the document hears it. It never holds a
 * patient's words. What it says is on the event itself, e.g. `event.language`.
 */
export class HealthHelpEvent extends Event {
  constructor(type: PanelEvent['type'], detail: object) {
    super(`health-help-${type}`, { bubbles: true, composed: true, cancelable: type === 'handoff' });
    Object.assign(this, detail);
  }
}

export type HealthHelpOpenEvent = HealthHelpEvent & Detail<'open'>;
export type HealthHelpCloseEvent = HealthHelpEvent & Detail<'close'>;
/** `language`: BCP 47 tag of the language the reader chose. */
export type HealthHelpLanguageEvent = HealthHelpEvent & Detail<'language'>;
/** `form`: id of the form; `reference`: the hospital's number for the request, or null. Sent only after a 2xx answer. */
export type HealthHelpSentEvent = HealthHelpEvent & Detail<'sent'>;
/** `code`: what went wrong, e.g. `panel-failed`, `endpoint-refused`. */
export type HealthHelpErrorEvent = HealthHelpEvent & Detail<'error'>;
/** Cancelable: a page that opens its own live chat calls `preventDefault()`. */
export type HealthHelpHandoffEvent = HealthHelpEvent & Detail<'handoff'>;

/** Every event by name. */
export interface HealthHelpEventMap {
  'health-help-open': HealthHelpOpenEvent;
  'health-help-close': HealthHelpCloseEvent;
  'health-help-language': HealthHelpLanguageEvent;
  'health-help-sent': HealthHelpSentEvent;
  'health-help-error': HealthHelpErrorEvent;
  'health-help-handoff': HealthHelpHandoffEvent;
}
