import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Announcer, createAnnouncer } from '../../widget/parts/announcer.ts';
import { FakeClock } from './fake-clock.ts';
import { addToPage, removeTestApps } from './test-app.tsx';

let clock: FakeClock;
let polite: HTMLElement;
let assertive: HTMLElement;
let announcer: Announcer;
/** Texts that stood in the polite region, in order, with the time of each. */
let heard: { text: string; at: number }[];

/** Milliseconds between two looks: times below are that exact. */
const step = 10;

/** Runs the clock in small steps and notes what stands in the region after each. */
function listen(milliseconds: number): void {
  for (let passed = 0; passed < milliseconds; passed += step) {
    clock.advance(step);
    const text = polite.textContent ?? '';
    if (text && text !== heard.at(-1)?.text) heard.push({ text, at: clock.now() });
    if (!text && heard.length && heard.at(-1)?.text !== '') heard.push({ text: '', at: clock.now() });
  }
}

const texts = (): string[] => heard.map(({ text }) => text).filter(Boolean);

beforeEach(() => {
  clock = new FakeClock();
  heard = [];
  polite = addToPage(document.createElement('div'));
  assertive = addToPage(document.createElement('div'));
  polite.setAttribute('role', 'status');
  assertive.setAttribute('role', 'alert');
  announcer = createAnnouncer(polite, assertive, clock);
});
afterEach(removeTestApps);

describe('a screen reader hears', () => {
  it('nothing before the first message', () => {
    listen(10_000);
    expect(polite.textContent).toBe('');
    expect(assertive.textContent).toBe('');
  });

  it('several messages that come together, each in turn', () => {
    for (const text of ['3 answers', 'Copied', 'Your answers are deleted.']) announcer.say(text);
    listen(10_000);
    expect(texts()).toEqual(['3 answers', 'Copied', 'Your answers are deleted.']);
  });

  it('each message long enough to be spoken before the next takes its place', () => {
    const long = 'Some words are in English. We do not have them in this language yet.';
    announcer.say(long);
    announcer.say('Copied');
    announcer.say('3 answers');
    listen(20_000);
    const [first, second, third] = heard;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(long.length * 45 - step);
    expect((third?.at ?? 0) - (second?.at ?? 0)).toBeGreaterThanOrEqual(900);
  });

  it('a message that comes while another is spoken after it, not over it', () => {
    announcer.say('Sending…');
    listen(300);
    announcer.say('Copied');
    listen(300);
    expect(polite.textContent).toBe('Sending…');
    listen(2000);
    expect(texts()).toEqual(['Sending…', 'Copied']);
  });

  it('the same message again: it is new text, and looks the same', () => {
    for (let i = 0; i < 3; i++) announcer.say('3 answers');
    listen(10_000);
    expect(texts()).toEqual(['3 answers', '3 answers\u00a0', '3 answers']);
  });

  it('the same message again after the first was cleared', () => {
    announcer.say('3 answers');
    listen(20_000);
    expect(polite.textContent).toBe('');
    announcer.say('3 answers');
    listen(1000);
    expect(polite.textContent).toBe('3 answers\u00a0');
  });

  it('the same message again after the panel was closed and opened', () => {
    announcer.say('Copied');
    listen(1000);
    announcer.clear();
    announcer.say('Copied');
    listen(2000);
    expect(polite.textContent).toBe('Copied\u00a0');
  });

  it('every message in its language', () => {
    announcer.say('Copied', 'en');
    listen(500);
    expect(polite.lang).toBe('en');
    announcer.say('تم النسخ');
    listen(3000);
    expect(polite.hasAttribute('lang')).toBe(false);
  });

  it('nothing for an empty message', () => {
    announcer.say('');
    announcer.alert('');
    listen(1000);
    expect(heard).toEqual([]);
  });

  it('nothing as HTML', () => {
    announcer.say('<img src=x onerror="document.title=\'broken\'">');
    listen(500);
    expect(polite.children).toHaveLength(0);
    expect(polite.textContent).toContain('<img');
  });
});

describe('after focus was moved', () => {
  it('a message waits until the new place was read out', () => {
    announcer.focusMoved();
    announcer.say('3 answers');
    listen(240);
    expect(polite.textContent).toBe('');
    listen(20);
    expect(polite.textContent).toBe('3 answers');
  });

  it('a message that was about to be said waits too', () => {
    announcer.say('3 answers');
    announcer.focusMoved();
    listen(240);
    expect(polite.textContent).toBe('');
    listen(20);
    expect(polite.textContent).toBe('3 answers');
  });

  it('a message waits from the last move on, and is not lost by many moves', () => {
    announcer.say('3 answers');
    for (let i = 0; i < 10; i++) {
      announcer.focusMoved();
      listen(200);
    }
    expect(polite.textContent).toBe('');
    listen(100);
    expect(texts()).toEqual(['3 answers']);
  });

  it('the pause of a long message is not cut short', () => {
    announcer.say('x'.repeat(100));
    announcer.say('second');
    listen(1000);
    announcer.focusMoved();
    listen(3300);
    expect(texts()).toEqual(['x'.repeat(100)]);
    listen(400);
    expect(texts()).toEqual(['x'.repeat(100), 'second']);
  });
});

describe('the regions', () => {
  it('keep a message for at least five seconds, then are empty', () => {
    announcer.say('3 answers');
    listen(5000);
    expect(polite.textContent).toBe('3 answers');
    listen(3000);
    expect(polite.textContent).toBe('');
  });

  it('keep the last of several messages for at least five seconds', () => {
    announcer.say('one');
    announcer.say('two');
    listen(20_000);
    const two = heard.find(({ text }) => text === 'two')?.at ?? 0;
    const empty = heard.at(-1);
    expect(empty?.text).toBe('');
    expect((empty?.at ?? 0) - two).toBeGreaterThanOrEqual(5000);
  });

  it('are empty at once, and stay so, when the panel closes', () => {
    announcer.say('one');
    announcer.say('two');
    listen(100);
    announcer.alert('Error: 1 thing to fix');
    announcer.clear();
    expect(polite.textContent).toBe('');
    expect(assertive.textContent).toBe('');
    listen(10_000);
    expect(texts()).toEqual(['one']);
  });
});

describe('an alert', () => {
  it('is said at once, past the queue and past the wait for focus', () => {
    announcer.say('x'.repeat(100));
    announcer.say('second');
    listen(50);
    announcer.focusMoved();
    announcer.alert('This can be an emergency.', 'en');
    expect(assertive.textContent).toBe('This can be an emergency.');
    expect(assertive.lang).toBe('en');
  });

  it('takes nothing away from what is said politely', () => {
    announcer.say('one');
    announcer.say('two');
    listen(50);
    announcer.alert('This can be an emergency.');
    expect(polite.textContent).toBe('one');
    listen(3000);
    expect(texts()).toEqual(['one', 'two']);
  });

  it('is said again when it is the same', () => {
    announcer.alert('This can be an emergency.');
    announcer.alert('This can be an emergency.');
    expect(assertive.textContent).toBe('This can be an emergency.\u00a0');
  });

  it('stays for at least five seconds although polite messages follow', () => {
    announcer.alert('This can be an emergency.');
    announcer.say('one');
    listen(5000);
    expect(assertive.textContent).toBe('This can be an emergency.');
    listen(10_000);
    expect(assertive.textContent).toBe('');
  });
});
