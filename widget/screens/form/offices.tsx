import type { VNode } from 'preact';
import type { Office, OfficeList } from '../../contract/form.ts';
import { officesOf } from '../../forms/offices.ts';
import { useApp } from '../../parts/app-context.ts';
import { Heading } from '../../parts/heading.tsx';
import { Digits, Hidden, Marked, telHref } from '../../parts/words.tsx';
import type { FormWords } from './form-words.ts';

const ways = ['phone', 'text', 'videophone', 'tty', 'website', 'address'] as const;

/** Places outside the hospital, each with every way to reach it. */
export function Offices({
  list,
  words,
  depth = 2,
}: {
  list: OfficeList;
  words: FormWords;
  depth?: 2 | 3;
}): VNode | null {
  const { app } = useApp();
  const offices = officesOf(app.region, list);
  if (!offices.length) return null;
  return (
    <ul class="offices">
      {offices.map((office) => {
        const name = words.office(office.id, 'label');
        const hint = words.office(office.id, 'hint');
        return (
          <li key={office.id} class="office">
            {name && (
              <Heading depth={depth} class="office-name">
                <Marked {...name} />
              </Heading>
            )}
            {hint && (
              <p class="hint">
                <Marked {...hint} />
              </p>
            )}
            <dl class="office-ways">
              {ways.map((way) => {
                const value = office[way];
                const label = words.text(`office.${way}`);
                return (
                  value && (
                    <div key={way} class="office-way">
                      <dt>
                        <Marked {...(label ?? { text: way, lang: 'en' })} />
                      </dt>
                      <dd>
                        <Way way={way} value={value} label={label?.text} />
                      </dd>
                    </div>
                  )
                );
              })}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}

/** As the office writes it: isolated from the direction of the text around it, never translated by the browser. */
function Way({
  way,
  value,
  label = way,
}: {
  way: Exclude<keyof Office, 'id'>;
  value: string;
  label: string | undefined;
}): VNode {
  if (way === 'address') {
    return (
      <bdi lang="en" dir="auto" translate={false}>
        {value}
      </bdi>
    );
  }
  if (way === 'website') {
    return (
      <a class="number-link" href={value} rel="noreferrer">
        <bdi dir="ltr" translate={false} class="office-site">
          {new URL(value).hostname}
        </bdi>
      </a>
    );
  }
  return (
    <a class="number-link" href={way === 'text' ? telHref(value).replace('tel:', 'sms:') : telHref(value)}>
      {/* In a list of links, "988" to call and "988" to text would be the same. */}
      <Hidden>{label}: </Hidden>
      <Digits>{value}</Digits>
    </a>
  );
}
