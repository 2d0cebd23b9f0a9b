import type { CDPSession, Page } from '@playwright/test';

/** What a screen reader says of the thing that has the focus. */
export interface Stop {
  role: string;
  name: string;
  /** What is in it, or chosen in it. */
  value: string;
  checked: boolean;
  invalid: boolean;
}

/** The words of the widget itself, which are on every form: how to go on, and the parts of a day. */
export interface RobotWords {
  goOn: string;
  back: string;
  close: string;
  findLanguage: string;
  month: string;
  day: string;
  year: string;
  /** What the button that sends can be called. */
  send: readonly string[];
}

/** What it writes, one after the other, until it is accepted. */
const guesses = ['Robin', '+1 555 010 0199', 'robin@hospital.example'];
/** More stops or screens than any form has. */
const most = { stops: 150, screens: 60 };

/**
 * Fills in a form it knows nothing of, as somebody does who cannot see it and has no mouse: it hears roles and names,
 * presses Tab, Space, Enter and the arrow keys, corrects what is called wrong, and goes back where a form ends without
 * a question.
 */
export class Robot {
  readonly #page: Page;
  readonly #tree: CDPSession;
  readonly #words: RobotWords;
  /** `few` takes the first of each list, `many` ticks every box and takes the last. */
  readonly #way: 'few' | 'many';
  /** Headings of screens that led to an end, and how often. */
  readonly #deadEnds = new Map<string, number>();
  /** Screens met, in order. */
  readonly heard: string[] = [];

  private constructor(page: Page, tree: CDPSession, words: RobotWords, way: 'few' | 'many') {
    this.#page = page;
    this.#tree = tree;
    this.#words = words;
    this.#way = way;
  }

  static async start(page: Page, words: RobotWords, way: 'few' | 'many'): Promise<Robot> {
    return new Robot(page, await page.context().newCDPSession(page), words, way);
  }

  /** Goes on until it pressed the button that sends, and is on the screen after it. */
  async send(): Promise<void> {
    let before = await this.#newScreen();
    for (let screens = 0; screens < most.screens; screens++) {
      const pressed = await this.#answer(before);
      if (pressed === 'send') {
        await this.#newScreen();
        return;
      }
      const now = await this.#newScreen();
      if (pressed === 'back') this.#deadEnds.set(now.name, (this.#deadEnds.get(now.name) ?? 0) + 1);
      before = now;
    }
    throw new Error(`No end after ${most.screens} screens: ${this.heard.join(' > ')}`);
  }

  /** The heading of a new screen, or the group of errors, has the focus. Focus is on nothing for a moment only. */
  async #newScreen(): Promise<Stop> {
    let onNothing = 0;
    for (let looks = 0; looks < 1000; looks++) {
      const stop = await this.#focus();
      if (stop.role === 'heading' || stop.role === 'group') {
        this.heard.push(stop.name);
        return stop;
      }
      onNothing = stop.role === 'nothing' ? onNothing + 1 : 0;
      if (onNothing > 25) throw new Error(`Focus is lost after "${this.heard.at(-1)}"`);
      await this.#page.waitForTimeout(20);
    }
    throw new Error(`No new screen after "${this.heard.at(-1)}"`);
  }

  /** Answers one screen. */
  async #answer(screen: Stop): Promise<'on' | 'send' | 'back'> {
    const words = this.#words;
    const ends = this.#deadEnds.get(screen.name) ?? 0;
    let boxes = 0;
    let round = false;
    for (let stops = 0; stops < most.stops; stops++) {
      await this.#key('Tab');
      const stop = await this.#focus();
      const { role, name } = stop;
      if (role === 'button' && name === words.goOn) return this.#press('on');
      if (role === 'button' && words.send.includes(name)) return this.#press('send');
      // Once round, and nothing leads on: whoever has to be called is on the screen, and Back leads to another answer.
      if (role === 'button' && name === words.back && round) return this.#press('back');
      if (role === 'button' && name === words.close) round = true;
      else if (role === 'radio') await this.#choose(stop, ends);
      else if (role === 'checkbox') await this.#tick(stop, boxes++, ends);
      else if (role === 'textbox' && name !== words.findLanguage) await this.#write(stop);
      else if (role === 'combobox') await this.#pick(stop);
    }
    throw new Error(`No way on from "${screen.name}"`);
  }

  async #press<T>(what: T): Promise<T> {
    await this.#key('Enter');
    return what;
  }

  /** After a way that ended: the answer before the last one chosen. */
  async #choose({ checked }: Stop, ends: number): Promise<void> {
    if (ends > 0) await this.#key('ArrowUp');
    else if (!checked && this.#way === 'many') await this.#key('ArrowUp');
    else if (!checked) await this.#key('Space');
  }

  async #tick({ checked, invalid }: Stop, at: number, ends: number): Promise<void> {
    const wanted = at === 0 || invalid || (this.#way === 'many' && ends === 0);
    if (wanted !== checked && (wanted || ends > 0)) await this.#key('Space');
  }

  async #write({ name, value, invalid }: Stop): Promise<void> {
    if (value && !invalid) return;
    const { day, year } = this.#words;
    const now = new Date().getFullYear();
    // A day next year, and where that is still to come and should not be, one last year.
    const parts: Readonly<Record<string, readonly string[]>> = {
      [day]: ['15', '15'],
      [year]: [String(now + 1), String(now - 1)],
    };
    const all = parts[name] ?? guesses;
    const next = all[all.indexOf(value) + 1] ?? all[0] ?? '';
    await this.#key('Control+a');
    await this.#page.keyboard.insertText(next);
  }

  async #pick({ value, name }: Stop): Promise<void> {
    // The month is not wrong when the year is.
    if (name === this.#words.month && /\d/.test(value)) return;
    await this.#key('ArrowDown');
  }

  #key(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  /** As the browser tells it to a screen reader. */
  async #focus(): Promise<Stop> {
    const { result } = await this.#tree.send('Runtime.evaluate', {
      expression: `(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at;
      })()`,
    });
    const { nodes } = await this.#tree.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId ?? '',
      fetchRelatives: false,
    });
    const [node] = nodes;
    const property = (name: string): unknown =>
      node?.properties?.find((one) => one.name === name)?.value.value;
    return {
      // Of what was taken away between the two questions there is no role: it is asked again.
      role: result.description?.startsWith('body') ? 'nothing' : String(node?.role?.value ?? ''),
      name: String(node?.name?.value ?? '').trim(),
      value: String(node?.value?.value ?? ''),
      checked: String(property('checked')) === 'true',
      invalid: String(property('invalid') ?? 'false') !== 'false',
    };
  }
}
