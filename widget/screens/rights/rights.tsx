import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { directionOf, type Notices, noticeLanguages, parseNotices } from '../../contract/notices.ts';
import { factsIn } from '../../contract/rich-text.ts';
import { useApp } from '../../parts/app-context.ts';
import { BackButton } from '../../parts/back-button.tsx';
import { Heading, ScreenHeading } from '../../parts/heading.tsx';
import { Notice } from '../../parts/notice.tsx';
import { RichText } from '../../parts/rich-text.tsx';
import { useStyles } from '../../parts/styles.ts';
import { Digits, T, telHref } from '../../parts/words.tsx';
import css from './rights.css?inline';

/** That help to understand is free, in many languages; that everyone is treated alike; whom to ask about it. */
export function Rights(): VNode {
  const { app } = useApp();
  useStyles(css);
  const { hospital, words } = app;
  const [notices, setNotices] = useState<Notices>();
  useEffect(() => {
    const url = `${app.options.locales}structure/notices.json`;
    void app.loader.json(url).then((file) => {
      const found = parseNotices(file);
      if (file !== undefined && !found) app.report('file-broken', `${url}: wrong shape.`);
      if (!found) return;
      for (const complaint of noticeLanguages(found, hospital.noticeLanguages, hospital.region).complaints)
        app.report('config-broken', `${url}: ${complaint}.`);
      setNotices(found);
    });
  }, []);
  const fairness = notices?.fairness[words.language] ?? notices?.fairness.en;
  const fairnessIn = notices?.fairness[words.language] ? undefined : 'en';
  return (
    <div class="screen">
      <BackButton />
      <ScreenHeading>
        <T k="rights.title" />
      </ScreenHeading>
      <RichText {...words.text('rights.text')} />
      {notices?.sample && (
        <Notice>
          <p>
            <T k="rights.sample" />
          </p>
        </Notice>
      )}
      {notices && <Availability notices={notices} />}
      {fairness && (
        <section>
          <Heading depth={2} class="group-heading">
            <T k="rights.fair" />
          </Heading>
          <RichText text={fairness} lang={fairnessIn} />
        </section>
      )}
      <Coordinator />
    </div>
  );
}

/** A line in each language, as a speaker of it looks for it: in its own letters and its own direction. */
function Availability({ notices }: { notices: Notices }): VNode {
  const { app } = useApp();
  const { tags } = noticeLanguages(notices, app.hospital.noticeLanguages, app.hospital.region);
  /** In one paragraph: of two on a line, Orca with Firefox reads the lines of all languages at once. */
  const line = (text = ''): string =>
    text
      .split(/\n{2,}/)
      .filter((part) => factsIn(part).every((fact) => fact in app.facts))
      .join(' ');
  return (
    <section>
      <Heading depth={2} class="group-heading">
        <T k="rights.list" />
      </Heading>
      <ul class="notice-lines">
        {tags
          .filter((tag) => tag !== app.words.language)
          .map((tag) => (
            <li key={tag} lang={tag} dir={directionOf(tag)} translate={false}>
              <RichText text={line(notices.availability[tag])} />
            </li>
          ))}
      </ul>
    </section>
  );
}

/** Who answers for these rights in the hospital, as it wrote it. */
function Coordinator(): VNode | null {
  const { app } = useApp();
  const { coordinator } = app.hospital;
  if (!coordinator) return null;
  const { title, name, phone, tty, email, address } = coordinator;
  return (
    <section>
      <Heading depth={2} class="group-heading">
        <T k="rights.who" />
      </Heading>
      <p class="coordinator">
        {name && (
          <strong>
            <Own>{name}</Own>
          </strong>
        )}
        <Own>{title}</Own>
      </p>
      <dl class="coordinator-ways">
        {Object.entries({ phone, tty }).map(
          ([way, number]) =>
            number && (
              <Way key={way} k={`rights.${way}`}>
                <a class="number-link" href={telHref(number)}>
                  <Digits>{number}</Digits>
                </a>
              </Way>
            ),
        )}
        {email && (
          <Way k="rights.email">
            <a class="number-link" href={`mailto:${email}`}>
              <bdi dir="ltr" translate={false} class="coordinator-mail">
                {email}
              </bdi>
            </a>
          </Way>
        )}
        {address && (
          <Way k="rights.address">
            <Own>{address}</Own>
          </Way>
        )}
      </dl>
    </section>
  );
}

function Way({ k, children }: { k: string; children: VNode }): VNode {
  return (
    <div class="coordinator-way">
      <dt>
        <T k={k} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** In the language the hospital wrote its file in. */
function Own({ children }: { children: string }): VNode {
  const { app } = useApp();
  const { language } = app.hospital;
  return (
    <span lang={language === app.words.language ? undefined : language} dir="auto" translate={false}>
      {children}
    </span>
  );
}
