import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../../parts/app-context.ts';
import { BackButton } from '../../parts/back-button.tsx';
import { ScreenHeading } from '../../parts/heading.tsx';
import { icons } from '../../parts/icons.ts';
import { moreIcons } from '../../parts/more-icons.ts';
import { Row } from '../../parts/row.tsx';
import { T } from '../../parts/words.tsx';

/** Every form the hospital offers but the interpreter's, which has the first card of the home screen. */
export function More(): VNode {
  const { app } = useApp();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void app.need('forms').then(() => setReady(true));
  }, []);
  const has = (key: string): boolean => app.words.text(key, undefined, 'forms').text !== '';
  // Asked for sooner, a word that is still to come would have the English file fetched for nothing.
  const forms = ready ? Object.entries(app.structure.forms).filter(([form]) => form !== 'interpreter') : [];
  return (
    <div class="screen">
      <BackButton />
      <ScreenHeading>
        <T k="home.forms" />
      </ScreenHeading>
      <ul class="plain-list">
        {forms.map(([form, { icon }]) => {
          const title = [`${form}.card`, `${form}.title`].find(has);
          const hint = `${form}.card-hint`;
          // What no file names, not even the English one, is not offered.
          if (!title) return null;
          return (
            <li key={form}>
              <Row
                icon={pictureOf(icon)}
                title={title}
                {...(has(hint) ? { hint } : {})}
                ns="forms"
                onClick={() => app.go({ name: 'forms', form })}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const pictures: Readonly<Record<string, string>> = { ...icons, ...moreIcons };

function pictureOf(name: string): string {
  return (Object.hasOwn(pictures, name) && pictures[name]) || icons.question;
}
