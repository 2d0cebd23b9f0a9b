import { type ComponentChildren, Fragment, type VNode } from 'preact';
import type { Namespace } from '../contract/locale.ts';
import type { Values } from '../language/translate.ts';
import type { Text } from '../language/words.ts';
import { useApp } from './app-context.ts';

/** A text, marked with its language and direction when it is not the reader's. */
export function Marked({ text, lang }: Text): VNode {
  if (!lang) return <Fragment>{text}</Fragment>;
  return (
    // English is the only fall-back; another language is a hospital's own name for something.
    <span lang={lang} dir={lang === 'en' ? 'ltr' : 'auto'}>
      {text}
    </span>
  );
}

export interface WordsProps {
  /** Dotted key, e.g. `home.title`. */
  k: string;
  values?: Values;
  ns?: Namespace | undefined;
}

/** The text at a key. */
export function T({ k, values, ns }: WordsProps): VNode {
  const { app } = useApp();
  return <Marked {...app.words.text(k, values, ns)} />;
}

/** Words for screen readers only. */
export function Hidden({ children }: { children: ComponentChildren }): VNode {
  return <span class="hidden-words">{children}</span>;
}

/** A number that must not be reordered in right-to-left text, nor translated by the browser. */
export function Digits({ children }: { children: string }): VNode {
  return (
    <bdi dir="ltr" translate={false} class="number">
      {children}
    </bdi>
  );
}

/** `tel:` address of a phone number as people write it. */
export function telHref(number: string): string {
  return `tel:${number.replace(/(?!^\+)[^\d*#,;]/g, '')}`;
}

/**
 * A text with one number in it (`Call {{number}}`), the number isolated.
 * The number is put in by us, not by the translator, so that it stays an element.
 */
export function WithNumber({ k, number }: { k: string; number: string }): VNode {
  const { app } = useApp();
  const { text, lang } = app.words.text(k, { number: '\u0000' });
  const [before = '', after = ''] = text.replace(/[\u2068\u2069]/g, '').split('\u0000');
  const parts = (
    <>
      {before}
      <Digits>{number}</Digits>
      {after}
    </>
  );
  return lang ? (
    <span lang={lang} dir="ltr">
      {parts}
    </span>
  ) : (
    parts
  );
}
