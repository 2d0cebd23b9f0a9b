/** @jsxImportSource hono/jsx */
import type { Example } from '../../tests/examples.ts';
import type { Look } from './gallery.ts';
import { Head } from './head.tsx';

export interface StageProps {
  example: Example;
  lang: string;
  look: Look;
  nonce: string;
}

/** A plain page with the widget on it, as this example needs it. `stage.js` then does what the patient does. */
export function StagePage({ example, lang, look, nonce }: StageProps) {
  const { endpoint = 'ok', hospital = 'full', locales = 'ok' } = example;
  const attributes = {
    lang,
    ...look,
    config: `/gallery/hospital/${hospital}.json`,
    locales: `/gallery/locales/${locales}/`,
    ...(endpoint === 'none' ? {} : { endpoint: `/gallery/api/${endpoint}` }),
  };
  const Widget = 'health-help';
  return (
    <html lang="en" data-theme={look.theme}>
      <Head title={example.title} styles={['stage']}>
        <script type="module" nonce={nonce} src="/gallery/stage.js" />
        <script async nonce={nonce} src="/health-help/health-help.js" />
      </Head>
      <body>
        <main>
          <h1>{example.title}</h1>
          <p>
            <a href={`/gallery/?theme=${look.theme}&mode=${look.mode}`}>All states</a>
          </p>
          <Widget {...attributes} />
        </main>
      </body>
    </html>
  );
}
