import type { AttributeName } from './attributes.ts';

/** What each attribute means, for `health-help.d.ts`, `custom-elements.json` and the README. Never in the script. */
export const attributeDocs: Readonly<Record<AttributeName, { meaning: string; default: string }>> = {
  endpoint: {
    meaning: 'URL that requests are POSTed to: https, same origin, or loopback; anything else is refused',
    default: 'none: forms show the phone instead of Send',
  },
  'endpoint-format': { meaning: 'what is sent: our JSON, or a FHIR R4 bundle', default: '`json`' },
  'endpoint-key': {
    meaning: "URL of the hospital's public key (JWK); requests are then sealed (JWE) in the browser",
    default: 'none',
  },
  config: { meaning: "URL of the hospital's own `hospital.json`", default: 'next to the script' },
  locales: { meaning: 'base URL of the locale files', default: '`locales/` next to the script' },
  languages: {
    meaning: 'the languages offered, in order, separated by spaces or commas',
    default: 'all in `languages.json`',
  },
  lang: {
    meaning: 'first language',
    default: "this visit's choice, else the reader's, else the page's, else `en`",
  },
  mode: {
    meaning: 'a button that opens the panel, or the panel in its place in the page',
    default: '`launcher`',
  },
  position: { meaning: 'side of the screen the launcher is on', default: '`end`' },
  theme: { meaning: 'colours; `auto` is what the reader chose in the system', default: '`auto`' },
  audience: { meaning: 'whom it is for; `staff` adds the training', default: '`patients`' },
  assistant: {
    meaning:
      "URL of the hospital's own assistant (server-sent events); never asked before the patient agrees",
    default: 'none',
  },
  remember: { meaning: 'what is kept for the visit: language and reading choices only', default: '`none`' },
  'shared-device': {
    meaning: 'clears everything after 3 idle minutes, with a warning that can be extended',
    default: 'off',
  },
  'heading-level': {
    meaning: "level of the panel's title; each screen's heading is the next",
    default: '`2`',
  },
};
