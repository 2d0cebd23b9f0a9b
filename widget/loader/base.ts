declare global {
  interface Window {
    /** The folder of `health-help.js`, for a tag manager that fetches the script and evaluates its text. */
    HEALTH_HELP_BASE?: string;
  }
}

/** The tag that brought this script. `currentScript` is null in a module and in a callback. */
export const script = (document.currentScript ||
  document.querySelector('script[src*="health-help.js"]')) as HTMLScriptElement | null;

const source = window.HEALTH_HELP_BASE ? `${window.HEALTH_HELP_BASE}/` : script && script.src;

/** The folder of this script, absolute, with a trailing slash; empty or null when it cannot be known. */
export const base = source && new URL(source, document.baseURI).href.replace(/\/*[^/]*([?#].*)?$/, '/');
