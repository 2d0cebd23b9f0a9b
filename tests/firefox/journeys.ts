import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../browser/journeys/words.ts';
import { answerForm, continueButton } from './answer-form.ts';
import { type Demo, startDemo } from './demo.ts';
import type { Engine } from './engine.ts';
import { Visit } from './visit.ts';

const en = wordsOf('en');
const search = '#health-help-search';

/** What a patient does, in one browser. The same list for each: what is promised is promised in all of them. */
export function describeJourneys(name: string, start: () => Promise<Engine>): void {
  describe(`in ${name}`, () => {
    let demo: Demo;
    let engine: Engine;
    let visit: Visit;

    beforeAll(async () => {
      engine = await start();
      demo = await startDemo();
    });
    afterAll(async () => {
      await engine?.close();
      await demo?.close();
    });
    afterEach(async () => {
      demo.losesAnswers(false);
      // Whatever was done: no script failed or complained, and the page's policy blocked nothing.
      const noted = await visit.noted();
      await visit.tab.close();
      expect(noted).toEqual({ errors: [], blocked: [] });
    });

    it('the keyboard alone opens and closes help, and focus comes back to the button', async () => {
      visit = await Visit.to(engine, demo.strictUrl);
      // The page has one link.
      await visit.tab.key('Tab');
      await visit.tab.key('Tab');
      expect((await visit.focused()).part).toBe('launcher');
      for (const key of ['Enter', 'Space'] as const) {
        await visit.tab.key(key);
        await visit.focusOn('.title', en.ui('panel.title'));
        await visit.tab.key('Escape');
        await visit.isClosed();
        expect((await visit.focused()).part).toBe('launcher');
      }
    });

    it('closing gives focus back to the link of the page that opened the panel', async () => {
      visit = await Visit.to(engine, demo.strictUrl);
      await visit.tab.key('Tab');
      await visit.tab.key('Enter');
      await visit.focusOn('.screen-heading', en.ui('faq.title'));
      expect(await visit.tab.url()).toBe(demo.strictUrl);
      await visit.click('.band-button:last-child');
      await visit.isClosed();
      expect(await visit.tab.run(() => document.activeElement?.id)).toBe('link');
    });

    it('a patient browses the questions, reads an answer, and is back where they started', async () => {
      visit = await Visit.to(engine, `${demo.url}/`);
      await visit.open();
      await visit.press('.row + .row');
      await visit.focusOn('.screen-heading', en.ui('faq.title'));
      await visit.press('.faq-group .disclosure-button');
      expect((await visit.focused()).expanded).toBe('true');
      expect((await visit.text('.disclosure-answer .rich-text')).length).toBeGreaterThan(20);
      await visit.tab.key('Enter');
      expect((await visit.focused()).expanded).toBe('false');
      await visit.keyTo('.back-button', 'Shift+Tab');
      await visit.tab.key('Enter');
      await visit.focusOn('.screen-heading', en.ui('home.title'));
    });

    it('a search with a slip of the finger finds the answer, and one with none says so', async () => {
      visit = await Visit.to(engine, demo.strictUrl);
      await visit.open();
      await visit.write('intrepreter free', search);
      const free = en.question('interpreter-free');
      expect(await visit.text('.disclosure-button', free)).toBe(free);
      await visit.press('.disclosure-button');
      await visit.find('.disclosure-answer .rich-text');
      await visit.keyTo(search, 'Shift+Tab');
      await visit.tab.type(' qqqxxxzzz');
      expect(await visit.text('.result-count', en.ui('search.none-title'))).toBeTruthy();
      // Whoever finds nothing is led to all questions.
      await visit.press('.results .second-button');
      await visit.focusOn('.screen-heading', en.ui('faq.title'));
    });

    it.each([
      ['es', 'ltr', 'interprete gratiz'],
      ['ar', 'rtl', 'المترجم مجانى'],
    ] as const)(
      'choosing %s turns the panel round at once, and nothing else on the page',
      async (language, dir, query) => {
        const words = wordsOf(language);
        visit = await Visit.to(engine, `${demo.url}/`);
        await visit.open();
        await visit.click('.band-button');
        await visit.click(`.language-option [lang=${language}]`);
        await visit.focusOn('.screen-heading', words.ui('home.title'));
        const label = words.ui('panel.title');
        expect(await visit.panel()).toMatchObject({ lang: language, dir, label });
        expect(await visit.text('[part=launcher]', words.ui('panel.close-help'))).toBeTruthy();
        expect(
          await visit.tab.run(() => [document.documentElement.lang, document.documentElement.dir]),
        ).toEqual(['en', '']);
        const [panel = 0, close = 0, title = 0] = await visit.tab.run(() => {
          const root = document.querySelector('health-help')?.shadowRoot;
          return ['[part=panel]', '.band-button:last-child', '.title'].map(
            (selector) => root?.querySelector(selector)?.getBoundingClientRect().left ?? 0,
          );
        });
        // The panel stays at its side of the page; inside, everything is mirrored where the language is.
        expect(panel).toBeGreaterThan(640);
        expect(close < title).toBe(dir === 'rtl');
        await visit.write(query, search);
        const free = words.question('interpreter-free');
        expect(await visit.text('.disclosure-button', free)).toBe(free);
      },
    );

    it.each([
      ['en', "the hospital's page", 'Rima Nasser'],
      ['ar', 'the strictest page of another origin', 'ريما ناصر'],
    ] as const)(
      'a request in %s from %s, with an error repaired and a send that failed, arrives once',
      async (language, where, name) => {
        const words = wordsOf(language);
        const url = where.startsWith('the strictest') ? demo.strictUrl : `${demo.url}/`;
        visit = await Visit.to(engine, url);
        await visit.open();
        if (language !== 'en') {
          await visit.click(`.language-row [lang=${language}]`);
          await visit.focusOn('.screen-heading', words.ui('home.title'));
        }
        await visit.press('.first-card');
        await answerForm(visit, words, name);

        demo.losesAnswers(true);
        const before = demo.attempts();
        await visit.press(continueButton);
        await visit.focusOn('.screen-heading', words.ui('not-sent.title'));
        expect(await visit.text('a.row[href="tel:5550101"]')).toContain('555-0101');
        await visit.keyTo(continueButton);
        demo.losesAnswers(false);
        await visit.tab.key('Enter');
        await visit.focusOn('.screen-heading', words.ui('receipt.title'));
        expect(demo.attempts()).toBeGreaterThanOrEqual(before + 2);

        const sent = (await demo.received()).filter(({ submission }) => submission.answers.name === name);
        expect(sent).toEqual([
          {
            reference: await visit.text('.reference'),
            submission: expect.objectContaining({ form: 'interpreter', language, page: url }),
          },
        ]);
        expect(sent[0]?.submission.answers).toMatchObject({ for: 'me', language: 'so' });
        expect(sent[0]?.submission.readable).toContainEqual(
          expect.objectContaining({ field: 'anything-else', value: 'Please speak slowly.', lang: language }),
        );
        // Nothing is left to lose, so closing does not ask.
        await visit.tab.key('Escape');
        await visit.isClosed();
        expect((await visit.focused()).part).toBe('launcher');
      },
    );

    it('on a wide screen the page beside the panel can be read and used', async () => {
      visit = await Visit.to(engine, `${demo.url}/`);
      await visit.open();
      expect(await visit.panel()).toMatchObject({ role: 'region', modal: '', label: 'Health Help' });
      expect(await visit.inert()).toBe(0);
      await visit.tab.run(() => document.querySelector<HTMLElement>('main a')?.focus());
      expect(await visit.tab.run(() => document.activeElement?.closest('main') !== null)).toBe(true);
      await visit.find('[part=panel]');
    });

    it('on a phone the panel is a dialog that keeps focus inside, and leaves the page as it was', async () => {
      visit = await Visit.to(engine, `${demo.url}/`, { width: 390, height: 844 });
      await visit.open();
      expect(await visit.panel()).toMatchObject({ role: 'dialog', modal: 'true', label: 'Health Help' });
      const uncovered = await visit.tab.run(() => {
        const panel = document.querySelector('health-help')?.shadowRoot?.querySelector('[part=panel]');
        const { width = 0, height = 0 } = panel?.getBoundingClientRect() ?? {};
        // Without the page's scrollbar, which may have a width of its own. WebKit counts in 64ths of a pixel.
        return [document.documentElement.clientWidth - width, window.innerHeight - height].map(Math.round);
      });
      expect(uncovered).toEqual([0, 0]);
      expect(await visit.tab.run(() => document.querySelectorAll('main[inert]').length)).toBe(1);
      const places = new Set<string>();
      for (const key of ['Tab', 'Shift+Tab'] as const) {
        for (let i = 0; i < 16; i++) {
          await visit.tab.key(key);
          const { text, tag, part } = await visit.focused();
          expect(tag, `after ${key} ${i}`).not.toBe('');
          expect(part, `after ${key} ${i}`).not.toBe('launcher');
          places.add(text || tag);
        }
      }
      // Round and round, through everything: at least title bar, emergency line, search and the first card.
      expect(places.size).toBeGreaterThan(6);
      await visit.tab.key('Escape');
      await visit.isClosed();
      expect(await visit.inert()).toBe(0);
      expect((await visit.focused()).part).toBe('launcher');
    });

    it('the strictest page has no style attribute and no style element to block', async () => {
      visit = await Visit.to(engine, demo.strictUrl);
      await visit.open();
      await visit.click('.first-card');
      await visit.find(continueButton);
      const styles = await visit.tab.run(() => {
        const root = document.querySelector('health-help')?.shadowRoot;
        return {
          sheets: root?.adoptedStyleSheets.length ?? 0,
          elements: root?.querySelectorAll('style, link[rel=stylesheet]').length,
          inHead: document.head.querySelectorAll('style, link[rel=stylesheet]').length,
        };
      });
      expect(styles.sheets).toBeGreaterThanOrEqual(3);
      expect(styles).toMatchObject({ elements: 0, inHead: 0 });
      expect((await visit.panel()).paper).toBe('rgb(246, 243, 234)');
    });
  });
}
