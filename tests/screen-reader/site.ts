import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Endpoint, startEndpoint } from '../browser/journeys/endpoint.ts';
import { serveSites, strictPolicy } from '../browser/serve.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A hospital's page under the strictest policy, with the built widget from another origin. */
export interface Site {
  /** Of one of its pages. */
  url(page?: 'visit' | 'forms'): string;
  endpoint: Endpoint;
  close(): Promise<void>;
}

/** @param dist folder of the built files, with a trailing slash */
export async function startSite(dist = process.env.DIST ?? `${root}dist/`): Promise<Site> {
  const sites = await serveSites(dist);
  const endpoint = await startEndpoint();
  sites.replace('hospital.json', readFileSync(`${root}demo/site/riverside/hospital.json`, 'utf8'));
  const page = (path: string, title: string, words: string): void => {
    sites.put(path, {
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script async nonce="r4nd0m" src="${sites.widget}health-help.js" data-endpoint="${endpoint.url}"></script></head>
<body><main>${words}</main></body></html>`,
      headers: {
        'content-security-policy': strictPolicy(sites.widget).replace(
          'connect-src',
          `connect-src ${new URL(endpoint.url).origin}`,
        ),
      },
    });
  };
  page(
    '/visit',
    'Your visit',
    `<h1>Before you come</h1>
<p>Bring your card. <a href="#health-help/faq/interpreter-free">Is an interpreter free?</a></p>
<p><a href="#health-help/forms/interpreter">Ask for an interpreter</a></p>`,
  );
  page(
    '/forms',
    'Your visit',
    `<h1>We can help</h1>
<p><a href="#health-help/forms/daily-needs">Rides and daily needs</a></p>
<p><a href="#health-help/forms/accessibility">Disability help</a></p>
<p><a href="#health-help/forms/advocate">A problem or a complaint</a></p>
<p><a href="#health-help/rights">Help in your language</a></p>`,
  );
  return {
    url: (page = 'visit') => `${sites.host}/${page}`,
    endpoint,
    async close() {
      await sites.close();
      await endpoint.close();
    },
  };
}
