import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Question } from '../../content/content.ts';
import { textAt } from '../../contract/locale.ts';
import { useApp } from '../../parts/app-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { icons } from '../../parts/icons.ts';
import { Notice } from '../../parts/notice.tsx';
import { RichText } from '../../parts/rich-text.tsx';
import { followTarget } from '../../parts/target.ts';
import { T, WithNumber } from '../../parts/words.tsx';
import { QuickExit } from '../form/exit.tsx';
import { Helped } from './helped.tsx';

/** An answer: the words, what is known about the translation, one button, and whether it helped. */
export function Answer({ question }: { question: Question }): VNode {
  const { state } = useApp();
  const { answer, easy } = question;
  const text = state.easyWords && easy ? easy : answer;
  return (
    <>
      {question.structure.sensitive && <QuickExit />}
      <RichText {...text} class={state.easyWords && easy ? 'easy-text' : ''} />
      {question.provenance === 'unchecked' && <Translation question={question} />}
      <Action question={question} />
      <Helped id={question.id} />
    </>
  );
}

/** Says that nobody checked the translation; the English is shown beside a text that must not be wrong. */
function Translation({ question }: { question: Question }): VNode {
  const { app } = useApp();
  const beside = Boolean(question.structure.critical);
  const [english, setEnglish] = useState(question.english?.answer);
  const [open, setOpen] = useState(beside);
  const toggle = async (): Promise<void> => {
    if (!english) setEnglish(textAt(await app.loader.words('en', 'faq'), `${question.id}.answer`) ?? '');
    setOpen(!open);
  };
  return (
    <>
      <Notice>
        <p>
          <strong>
            <T k="translation.title" />
          </strong>{' '}
          <T k="translation.text" />
        </p>
        {!beside && (
          <button type="button" class="text-button" aria-expanded={open} onClick={toggle}>
            <T k={open ? 'translation.hide' : 'translation.show'} />
          </button>
        )}
      </Notice>
      {open && english && (
        <div class="english" lang="en" dir="ltr">
          <p class="english-title" lang={app.words.language} dir={app.languages[app.words.language]?.dir}>
            <T k="translation.english" />
          </p>
          <RichText text={english} lang="en" />
        </div>
      )}
    </>
  );
}

/** The one next step of an answer. */
function Action({ question }: { question: Question }): VNode | null {
  const { app } = useApp();
  const target = question.structure.action;
  const form = target?.startsWith('forms/') ? target.slice('forms/'.length) : undefined;
  // What is not asked for by a form here is asked for by phone.
  const follow =
    (target && followTarget(target, app)) ||
    (form ? followTarget(question.structure.otherwise ?? 'phone', app) : undefined);
  // Only what the interpreter's button says is in the first download.
  const other = follow && form && form !== 'interpreter';
  const [ready, setReady] = useState(!other || app.translator.has(app.words.language, 'forms'));
  useEffect(() => {
    if (!ready) void app.need('forms').then(() => setReady(true));
  }, []);
  if (!follow || !ready) return null;
  if ('go' in follow) {
    return (
      <button type="button" class="main-button" onClick={follow.go}>
        {other ? (
          <T k={`${form}.card`} ns="forms" />
        ) : (
          <T k={form ? 'faq.action.interpreter' : 'faq.related'} />
        )}
        <Icon path={icons.forward} mirror />
      </button>
    );
  }
  return (
    <a class="main-button" href={follow.href} rel="noreferrer">
      {follow.phone ? (
        <>
          <Icon path={icons.phone} />
          <span>
            <WithNumber k="faq.action.call" number={follow.phone} />
          </span>
        </>
      ) : (
        <T k="faq.action.page" />
      )}
    </a>
  );
}
