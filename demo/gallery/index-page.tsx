/** @jsxImportSource hono/jsx */
import { type Example, examples } from '../../tests/examples.ts';
import { type Languages, type Look, looks } from './gallery.ts';
import { Head } from './head.tsx';

/** Groups in the order a patient goes; an example is in the first that wants it. */
const groups: readonly { id: string; title: string; wants(name: string): boolean }[] = [
  { id: 'first', title: 'First screen and languages', wants: (name) => /^(home|language)/.test(name) },
  { id: 'questions', title: 'Questions people ask', wants: (name) => name.startsWith('faq') },
  { id: 'asking', title: 'Asking for an interpreter', wants: (name) => name.startsWith('form-') },
  {
    id: 'other-help',
    title: 'Asking for other help',
    wants: (name) =>
      /^(more|accessibility|telehealth|advocate|faith|daily|programs|contact|feedback)/.test(name),
  },
  { id: 'sending', title: 'Sending it', wants: () => true },
];

const labels: Readonly<Record<string, string>> = {
  theme: 'Colours',
  auto: 'as the device',
  light: 'light',
  dark: 'dark',
  mode: 'Shape',
  launcher: 'behind its button',
  inline: 'in the page',
};

/** The list of every state, in every language. Plain links, no script. */
export function IndexPage({ look, languages }: { look: Look; languages: Languages }) {
  const names = Object.keys(examples);
  const groupOf = (name: string) => groups.find(({ wants }) => wants(name));
  return (
    <html lang="en">
      <Head title="Every state a patient can meet" styles={['tokens', 'gallery']} />
      <body class="panel index" data-theme="auto">
        <a class="skip" href="#main">
          Skip to the states
        </a>
        <header class="band">
          <a class="brand" href="/">
            Health Help
          </a>
          <nav aria-label="Groups">
            <ul>
              {groups.map(({ id, title }) => (
                <li>
                  <a class="group-link" href={`#${id}`}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <main id="main" tabindex={-1}>
          <h1>Every state a patient can meet</h1>
          <p class="soft">
            {names.length} states, each in {Object.keys(languages).length} languages. The accessibility checks
            go through the same list.
          </p>
          <div class="looks">
            <Switch name="theme" look={look} />
            <Switch name="mode" look={look} />
          </div>
          {groups.map((group) => (
            <section aria-labelledby={group.id}>
              <h2 id={group.id} tabindex={-1}>
                {group.title}
              </h2>
              <ul class="states">
                {names
                  .filter((name) => groupOf(name) === group)
                  .map((name) => (
                    <State name={name} example={examples[name]} look={look} languages={languages} />
                  ))}
              </ul>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}

function Switch({ name, look }: { name: keyof Look; look: Look }) {
  return (
    <nav aria-labelledby={`look-${name}`}>
      <h2 id={`look-${name}`}>{labels[name]}</h2>
      <ul>
        {looks[name].map((value) => (
          <li>
            <a
              href={`?${query({ ...look, [name]: value })}`}
              aria-current={look[name] === value ? 'true' : undefined}
            >
              {labels[value]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface StateProps {
  name: string;
  example: Example | undefined;
  look: Look;
  languages: Languages;
}

function State({ name, example, look, languages }: StateProps) {
  return (
    <li class="state">
      <span class="state-words">
        <span class="state-title">{example?.title}</span>
        <code>{name}</code>
      </span>
      <ul class="tongues">
        {Object.entries(languages).map(([lang, language]) => (
          <li>
            <a href={`stage/?${query({ state: name, lang, ...look })}`}>
              <span lang={lang} dir={language.dir}>
                {language.name}
              </span>
              <span class="hidden">: {example?.title}</span>
            </a>
          </li>
        ))}
      </ul>
    </li>
  );
}

function query(values: Readonly<Record<string, string>>): string {
  return new URLSearchParams(values).toString();
}
