/** The one script of the page. It stays pure ASCII when built: host pages in windows-1252 exist. */
import { base, script } from './base.ts';
import { HealthHelpElement, ignore } from './element.ts';
import { makeWay } from './launcher.ts';

const name = 'health-help';
const all = () => document.querySelectorAll<HealthHelpElement>(name);

/** Opens the first element when the hash is `#health-help` or `#health-help/<screen>`. Answers whether it was. */
function openFrom(hash: string | null, opener?: HTMLElement): unknown {
  const asked = /^#health-help(?:\/(.*))?$/.exec(hash as string);
  const first = all()[0];
  return asked && first && first.open(asked[1], opener).catch(ignore);
}

// The second script of a page has nothing to do.
if (!customElements.get(name)) {
  if (base) {
    customElements.define(name, HealthHelpElement);

    // In the capture phase: a page's own router would otherwise follow the link, or keep the click to itself.
    document.addEventListener(
      'click',
      (event) => {
        for (const node of event.composedPath() as HTMLElement[])
          if (node.getAttribute && openFrom(node.getAttribute('href'), node)) event.preventDefault();
      },
      true,
    );
    document.addEventListener('focusin', ({ target }) => {
      for (const element of all()) makeWay(element, target as Element);
    });

    // `data-endpoint-format` is `endpointFormat` in both.
    const ours = Object.assign(document.createElement(name), script && script.dataset);
    // Also when the body was replaced (Turbo and its like): then with the same element, which knows what was done in it.
    const insert = (): void => {
      if (document.body && !all()[0]) document.body.append(ours);
    };
    const ready = (): void => {
      insert();
      new MutationObserver(insert).observe(document.documentElement, { childList: true });
      openFrom(location.hash);
    };
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready);
    else ready();
  } else console.error(`${name}: set HEALTH_HELP_BASE`);
}
