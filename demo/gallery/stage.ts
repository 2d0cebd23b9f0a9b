import { examples } from '../../tests/examples.ts';
import { play } from '../../tests/play.ts';

/** Brings the widget of this page into the state its address names, and says on `<html>` when it is there. */
async function stage(): Promise<void> {
  const example = examples[new URLSearchParams(location.search).get('state') ?? ''];
  const element = document.querySelector<HTMLElement & { open(screen: string): Promise<void> }>(
    'health-help',
  );
  if (!example || !element) throw new Error('There is no such state.');
  await customElements.whenDefined('health-help');
  await element.open(example.screen);
  await play(element, example.acts);
  // What the last act changed is drawn.
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}

const { dataset } = document.documentElement;
stage().then(
  () => {
    dataset.ready = 'true';
  },
  (error: unknown) => {
    dataset.failed = error instanceof Error ? error.message : String(error);
  },
);
