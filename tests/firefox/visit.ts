import type { Noted } from './demo.ts';
import type { Engine, Key, Size, Tab } from './engine.ts';

/** A busy machine is slow, not wrong. */
const patience = 20_000;

/** More stops than any screen has, with the page around it. */
const mostStops = 120;

type MaybeLater<Answer> = Answer | Promise<Answer>;

/** A page with the widget in it, as a patient has it. */
export class Visit {
  readonly tab: Tab;

  private constructor(tab: Tab) {
    this.tab = tab;
  }

  static async to(engine: Engine, url: string, size: Size = { width: 1280, height: 900 }): Promise<Visit> {
    const visit = new Visit(await engine.open(size));
    await visit.tab.goTo(url);
    await visit.find('[part=launcher]');
    return visit;
  }

  /** What failed in the page and what its policy blocked, from the first moment. */
  noted(): Promise<Noted> {
    return this.tab.run(() => (window as unknown as { noted: Noted }).noted);
  }

  /** Waits until a function run in the page answers something. */
  async until<Given extends readonly unknown[], Answer>(
    what: string,
    inPage: (...given: Given) => MaybeLater<Answer | null | undefined | false>,
    ...given: Given
  ): Promise<Answer> {
    const end = Date.now() + patience;
    for (;;) {
      const answer = await this.tab.run(inPage, ...given);
      if (answer) return answer;
      if (Date.now() > end) throw new Error(`Waited in vain: ${what}. On the screen: ${await this.screen()}`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  private screen(): Promise<string> {
    return this.tab.run(
      () =>
        document
          .querySelector('health-help')
          ?.shadowRoot?.querySelector('.screen')
          ?.textContent?.slice(0, 200) ?? '',
    );
  }

  /** Waits for an element of the widget; it is on the screen then. */
  async find(selector: string): Promise<void> {
    await this.until(
      `${selector} is shown`,
      (selector) =>
        document.querySelector('health-help')?.shadowRoot?.querySelector(selector)?.checkVisibility(),
      selector,
    );
  }

  /** Waits until an element of the widget has a text, and answers the text. */
  async text(selector: string, part = ''): Promise<string> {
    const [text] = await this.until(
      `${selector} says "${part}"`,
      (selector, part) => {
        const text = document.querySelector('health-help')?.shadowRoot?.querySelector(selector)?.textContent;
        return text?.includes(part) && [text];
      },
      selector,
      part,
    );
    return text ?? '';
  }

  /** Points at an element of the widget and presses, as soon as it stands still and nothing is in front of it. */
  async click(selector: string): Promise<void> {
    const place = await this.until(
      `${selector} can be pressed`,
      async (selector) => {
        const root = document.querySelector('health-help')?.shadowRoot;
        const element = root?.querySelector(selector);
        if (!root || !element?.checkVisibility()) return undefined;
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const before = element.getBoundingClientRect();
        // What was answered last may show more questions, and moves what is below them.
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const { left, top, width, height } = element.getBoundingClientRect();
        const hit = root.elementFromPoint(left + width / 2, top + height / 2);
        const ours = element.contains(hit) || hit?.closest('label')?.control === element;
        if (!hit || !ours || before.top !== top || before.left !== left) return undefined;
        return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
      },
      selector,
    );
    await this.tab.pointAndPress(place);
  }

  /** Presses a key until an element of the widget has the focus, as somebody without a mouse has to. */
  async keyTo(selector: string, key: Key = 'Tab'): Promise<void> {
    await this.find(selector);
    for (let stops = 0; stops < mostStops; stops++) {
      const reached = await this.tab.run(
        (selector) =>
          document.querySelector('health-help')?.shadowRoot?.activeElement?.matches(selector) ?? false,
        selector,
      );
      if (reached) return;
      await this.tab.key(key);
    }
    throw new Error(`${key} never reached ${selector}. On the screen: ${await this.screen()}`);
  }

  /** Tabs to a button or a link and presses Enter on it. */
  async press(selector: string): Promise<void> {
    await this.keyTo(selector);
    await this.tab.key('Enter');
  }

  /** Tabs to a field and types. */
  async write(text: string, selector: string): Promise<void> {
    await this.keyTo(selector);
    await this.tab.type(text);
  }

  /** Tabs to a group of radio buttons, as one stop, and goes to one of them with the arrow keys. */
  async choose(field: string, code: string): Promise<void> {
    await this.keyTo(`[name=health-help-f-${field}]`);
    await this.keyTo(`#health-help-f-${field}--${code}`, 'ArrowDown');
    await this.tab.key('Space');
    await this.until(
      `${field} is ${code}`,
      (id) =>
        document
          .querySelector('health-help')
          ?.shadowRoot?.querySelector<HTMLInputElement>(id)
          ?.matches(':checked'),
      `#health-help-f-${field}--${code}`,
    );
  }

  /** Waits until an element of the widget has the focus and says this. */
  async focusOn(selector: string, text: string): Promise<void> {
    await this.until(
      `focus is on ${selector}, which says "${text}"`,
      (selector, text) => {
        const element = document.querySelector('health-help')?.shadowRoot?.activeElement;
        return element?.matches(selector) && element.textContent?.includes(text);
      },
      selector,
      text,
    );
  }

  /** Opens the panel with its button; focus is in it then. */
  async open(): Promise<void> {
    await this.click('[part=launcher]');
    await this.isOpen();
  }

  async isOpen(): Promise<void> {
    await this.until('focus is in the panel', () =>
      document.querySelector('health-help')?.shadowRoot?.activeElement?.closest('.panel')?.checkVisibility(),
    );
  }

  async isClosed(): Promise<void> {
    await this.until(
      'the panel is gone',
      () =>
        !document.querySelector('health-help')?.shadowRoot?.querySelector('[part=panel]')?.checkVisibility(),
    );
  }

  /** Where focus is in the widget: the text, and what identifies the element. */
  focused(): Promise<Readonly<Record<'part' | 'tag' | 'text' | 'expanded', string>>> {
    return this.tab.run(() => {
      const element = document.querySelector('health-help')?.shadowRoot?.activeElement;
      return {
        part: element?.getAttribute('part') ?? '',
        tag: element?.tagName.toLowerCase() ?? '',
        expanded: element?.getAttribute('aria-expanded') ?? '',
        text: element?.textContent?.trim() ?? '',
      };
    });
  }

  /** Attributes of the panel and of its view that assistive technology and the layout go by. */
  panel(): Promise<Readonly<Record<'role' | 'modal' | 'lang' | 'dir' | 'label' | 'paper', string>>> {
    return this.tab.run(() => {
      const root = document.querySelector('health-help')?.shadowRoot;
      const panel = root?.querySelector<HTMLElement>('[part=panel]');
      const label = root?.getElementById(panel?.getAttribute('aria-labelledby') ?? '');
      return {
        role: panel?.getAttribute('role') ?? '',
        modal: panel?.getAttribute('aria-modal') ?? '',
        lang: panel?.lang ?? '',
        dir: root?.querySelector<HTMLElement>('.view')?.dir ?? '',
        label: label?.textContent ?? '',
        paper: panel ? getComputedStyle(panel).backgroundColor : '',
      };
    });
  }

  /** How many elements of the page are inert. */
  inert(): Promise<number> {
    return this.tab.run(() => document.querySelectorAll('[inert]').length);
  }
}
