import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { focusable, makeModal } from '../../widget/parts/modal.ts';
import { addToPage, createTestHost, removeTestApps } from './test-app.tsx';

let end: (() => void) | undefined;
let host: HTMLElement;
let inside: HTMLElement;
let root: ShadowRoot;

/** A host with the panel's content in its shadow root, deep in the page. */
function fill(html: string): void {
  inside.innerHTML = html;
}

const active = (): string => root.activeElement?.id ?? '';
const find = (id: string): HTMLElement => root.getElementById(id) ?? fail(id);
function fail(id: string): never {
  throw new Error(`There is no #${id}`);
}

/** Presses a key so often and answers where focus was after each. */
async function press(key: string, times: number): Promise<string[]> {
  const places: string[] = [];
  for (let i = 0; i < times; i++) {
    await userEvent.keyboard(key);
    places.push(active() || document.activeElement?.id || 'outside');
  }
  return places;
}
const tab = (times: number): Promise<string[]> => press('{Tab}', times);
const shiftTab = (times: number): Promise<string[]> => press('{Shift>}{Tab}{/Shift}', times);

beforeEach(() => {
  const test = createTestHost();
  ({ root } = test);
  host = test.element;
  inside = test.container;
});
afterEach(() => {
  end?.();
  end = undefined;
  removeTestApps();
});

describe('while the panel fills a small screen', () => {
  it('everything beside it, on every level, is out of reach, and nothing around it is', () => {
    const outer = addToPage(document.createElement('div'));
    outer.innerHTML = '<nav id="nav"></nav><main id="main"><p id="before"></p><p id="after"></p></main>';
    const main = outer.querySelector<HTMLElement>('#main') ?? fail('main');
    main.insertBefore(host, main.lastElementChild);
    end = makeModal(host, inside);
    const inert = [...document.querySelectorAll<HTMLElement>('[inert]')].map(({ id }) => id);
    expect(inert).toEqual(expect.arrayContaining(['nav', 'before', 'after']));
    for (let node: HTMLElement | null = host; node; node = node.parentElement) expect(node.inert).toBe(false);
  });

  it('what is no content is left alone', () => {
    const script = addToPage(document.createElement('script'));
    const style = addToPage(document.createElement('style'));
    end = makeModal(host, inside);
    expect(script.inert).toBe(false);
    expect(style.inert).toBe(false);
  });

  it('everything comes back as it was: also what the page itself had put out of reach', () => {
    const open = addToPage(document.createElement('div'));
    const closed = addToPage(document.createElement('div'));
    closed.inert = true;
    const before = document.body.innerHTML;
    end = makeModal(host, inside);
    expect(open.inert).toBe(true);
    expect(closed.inert).toBe(true);
    end();
    expect(open.inert).toBe(false);
    expect(closed.inert).toBe(true);
    expect(document.body.innerHTML).toBe(before);
  });

  it('a page that takes something out meanwhile gets no error', () => {
    const gone = addToPage(document.createElement('div'));
    end = makeModal(host, inside);
    gone.remove();
    expect(() => end?.()).not.toThrow();
    expect(gone.inert).toBe(false);
  });
});

describe('Tab, while the panel fills a small screen', () => {
  it('goes round inside', async () => {
    addToPage(document.createElement('button')).id = 'page';
    fill('<button id="a">a</button><a id="b" href="#x">b</a><input id="c">');
    end = makeModal(host, inside);
    find('a').focus();
    expect(await tab(4)).toEqual(['b', 'c', 'a', 'b']);
    expect(await shiftTab(4)).toEqual(['a', 'c', 'b', 'a']);
  });

  it('passes over what cannot be reached', async () => {
    fill(`<button id="a">a</button><button id="hidden" hidden>x</button><div inert><button id="inert">x</button></div>
      <button id="minus" tabindex="-1">x</button><div style="display:none"><button id="none">x</button></div>
      <button id="b">b</button>`);
    end = makeModal(host, inside);
    expect(focusable(inside).map(({ id }) => id)).toEqual(['a', 'b']);
    find('a').focus();
    expect(await tab(2)).toEqual(['b', 'a']);
  });

  it('counts a group of choices once, whichever of them is chosen', async () => {
    const radio = (id: string, more = ''): string => `<input type="radio" name="n" id="${id}" ${more}>`;
    fill(`<button id="a">a</button>${radio('r1')}${radio('r2', 'checked')}${radio('r3')}`);
    end = makeModal(host, inside);
    expect(focusable(inside).map(({ id }) => id)).toEqual(['a', 'r2']);
    find('a').focus();
    expect(await tab(3)).toEqual(['r2', 'a', 'r2']);
    expect(await shiftTab(2)).toEqual(['a', 'r2']);
  });

  it('goes through a group of choices nobody has chosen from, forwards and backwards', async () => {
    const radio = (id: string): string => `<input type="radio" name="n" id="${id}">`;
    fill(`<button id="a">a</button>${radio('r1')}${radio('r2')}<button id="b">b</button>`);
    end = makeModal(host, inside);
    find('a').focus();
    const forwards = await tab(3);
    expect(forwards).toEqual([expect.stringMatching(/^r/), 'b', 'a']);
    const backwards = await shiftTab(3);
    expect(backwards).toEqual(['b', expect.stringMatching(/^r/), 'a']);
  });

  it('goes round from a group of choices at the very end, whichever of them has focus', async () => {
    const radio = (id: string): string => `<input type="radio" name="n" id="${id}">`;
    fill(`<button id="a">a</button>${radio('r1')}${radio('r2')}`);
    end = makeModal(host, inside);
    find('r2').focus();
    expect(await tab(1)).toEqual(['a']);
  });

  it('goes round backwards from the heading of a screen, and forwards into it', async () => {
    fill('<h2 id="h" tabindex="-1">Title</h2><button id="a">a</button><button id="b">b</button>');
    end = makeModal(host, inside);
    find('h').focus();
    expect(await tab(1)).toEqual(['a']);
    find('h').focus();
    expect(await shiftTab(1)).toEqual(['b']);
  });

  it('goes on from the middle of the screen as everywhere', async () => {
    fill('<button id="a">a</button><h2 id="h" tabindex="-1">Found</h2><button id="b">b</button>');
    end = makeModal(host, inside);
    find('h').focus();
    expect(await shiftTab(1)).toEqual(['a']);
    find('h').focus();
    expect(await tab(1)).toEqual(['b']);
  });

  it('goes round from thanks below the last button', async () => {
    addToPage(document.createElement('button')).id = 'page';
    fill('<button id="a">a</button><button id="b">b</button><p id="thanks" tabindex="-1">Thank you.</p>');
    end = makeModal(host, inside);
    find('thanks').focus();
    expect(await tab(1)).toEqual(['a']);
  });

  it("is the page's own again afterwards", async () => {
    fill('<button id="a">a</button><button id="b">b</button>');
    const next = addToPage(document.createElement('button'));
    next.id = 'page';
    makeModal(host, inside)();
    find('b').focus();
    expect(await tab(1)).toEqual(['page']);
  });
});
