import type { Act } from './examples.ts';

/**
 * Does what a patient would do, inside the shadow root of a widget that is already open. Runs in the page: no imports at
 * run time, so that a test can hand the function itself to the browser.
 * @throws when an element does not come within five seconds, naming it
 */
export async function play(element: HTMLElement, acts: readonly Act[]): Promise<void> {
  const root = element.shadowRoot;
  if (!root) throw new Error('The widget has no shadow root.');
  const find = async (selector: string): Promise<HTMLElement> => {
    const end = Date.now() + 5000;
    for (;;) {
      const found = root.querySelector<HTMLElement>(selector);
      if (found?.isConnected) return found;
      if (Date.now() > end)
        throw new Error(
          `"${selector}" did not come. ${root.querySelector('.screen')?.textContent?.slice(0, 200)}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const set = (control: HTMLElement, value: string, event: string): void => {
    const prototype = Object.getPrototypeOf(control) as object;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value);
    control.dispatchEvent(new Event(event, { bubbles: true }));
  };
  for (const act of acts) {
    if ('click' in act) (await find(act.click)).click();
    else if ('type' in act) set(await find(act.into), act.type, 'input');
    else if ('choose' in act) set(await find(act.in), act.choose, 'change');
    else await find(act.wait);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
