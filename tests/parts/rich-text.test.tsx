import { afterEach, describe, expect, it } from 'vitest';
import { RichText } from '../../widget/parts/rich-text.tsx';
import { screen } from './queries.ts';
import { createTestApp, removeTestApps, type TestApp, type TestAppOptions } from './test-app.tsx';

afterEach(removeTestApps);

function shown(text: string, options: TestAppOptions = {}, lang?: string): TestApp & { part: HTMLElement } {
  const test = createTestApp(options);
  test.show(<RichText text={text} {...(lang ? { lang } : {})} />);
  return { ...test, part: test.frame.view.querySelector('.rich-text') as HTMLElement };
}

const full: TestAppOptions = {
  hospital: {
    name: 'Riverside',
    phones: { main: '555-0100', interpreter: '555-0101' },
    email: 'help@riverside.example',
    links: { map: '/map' },
    hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], open: '08:00', close: '17:00' }],
  },
  structure: {
    faq: { groups: [], entries: { rights: {} } },
    forms: { interpreter: { icon: 'interpreter' } },
  },
};

describe('a text of an editor', () => {
  it('has paragraphs, headings, lists and bold words as such', () => {
    const { part } = shown('First.\n\n## What to do\n\n- one\n- **two**\n\n1. three');
    expect(screen(part).getByRole('heading', { name: 'What to do', level: 5 })).toBeTruthy();
    expect(screen(part).getAllByRole('list')).toHaveLength(2);
    expect(
      screen(part)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['one', 'two', 'three']);
    expect(part.querySelector('strong')?.textContent).toBe('two');
    expect(part.querySelector('ol')?.textContent).toBe('three');
  });

  it.each([
    '<img src=x onerror="window.healthHelpBroken=1">',
    '<script>window.healthHelpBroken=1</script>',
    '<svg onload="window.healthHelpBroken=1">',
    '[<img src=x onerror="window.healthHelpBroken=1">](phone)',
    '**<iframe srcdoc="<script>parent.healthHelpBroken=1</script>">**',
  ])('is never HTML: %s', async (text) => {
    const { part } = shown(text, full);
    await new Promise((done) => setTimeout(done, 50));
    expect(part.querySelector('img, script, svg, iframe')).toBeNull();
    expect(part.textContent).toContain('<');
    expect(window).not.toHaveProperty('healthHelpBroken');
  });

  it('in English for who reads Arabic is marked as English, left to right', () => {
    const { part } = shown('Yes.', { language: 'ar' }, 'en');
    expect(part.lang).toBe('en');
    expect(part.dir).toBe('ltr');
    expect(getComputedStyle(part).direction).toBe('ltr');
  });
});

describe('a fact of the hospital in a text', () => {
  it('that is a phone number is a link to call, isolated and not translated', () => {
    const { part } = shown('Call {{phone}} now.', full);
    const link = screen(part).getByRole('link', { name: '555-0100' });
    expect(link.getAttribute('href')).toBe('tel:5550100');
    const number = link.querySelector('bdi');
    expect(number?.dir).toBe('ltr');
    expect(number?.getAttribute('translate')).toBe('no');
    expect(part.textContent).toBe('Call 555-0100 now.');
  });

  it('that is an address is a link to write, and a name is plain', () => {
    const { part } = shown('{{hospitalName}}: {{email}}', full);
    expect(screen(part).getByRole('link').getAttribute('href')).toBe('mailto:help@riverside.example');
    expect(part.querySelector('bdi')?.textContent).toBe('Riverside');
  });

  it('in a link is not a link in a link', () => {
    const { part } = shown('[Call {{phone}}](phone:interpreter)', full);
    const links = screen(part).getAllByRole('link');
    expect(links).toHaveLength(1);
    expect(links[0]?.getAttribute('href')).toBe('tel:5550101');
  });

  it('that is not configured takes its sentence with it, never leaving a hole', () => {
    const { part } = shown('Write to {{email}}.\n\n- Text {{textNumber}}\n- Come to us\n\nBring this.');
    expect(part.textContent).not.toMatch(/Write|Text/);
    expect(part.textContent).toContain('Come to us');
    expect(part.textContent).toContain('Bring this.');
  });

  it('that are the opening hours are in words of the language', () => {
    expect(shown('We answer {{hours}}.', full).part.textContent).toMatch(/^We answer Mon – Fri, 8:00/);
    expect(shown('We answer {{hours}}.').part.textContent).toBe('');
  });

  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])(
    'that every object has is no fact: %s',
    (name) => {
      for (const options of [full, {}]) {
        const { part } = shown(`Call {{${name}}}.\n\nOr come.`, options);
        expect(part.textContent).toBe('Or come.');
        expect(part.querySelector('a')).toBeNull();
        removeTestApps();
      }
    },
  );
});

describe('a link in a text', () => {
  it('to a form or an answer goes there, and leaves the address and the history of the page alone', () => {
    const { part, went } = shown('[Ask](forms/interpreter) [Rights](faq/rights)', full);
    const before = [location.href, history.length];
    screen(part).getByRole('link', { name: 'Ask' }).click();
    screen(part).getByRole('link', { name: 'Rights' }).click();
    expect(went).toEqual([
      { name: 'forms', form: 'interpreter' },
      { name: 'faq', id: 'rights' },
    ]);
    expect([location.href, history.length]).toEqual(before);
  });

  it('to an answer opens help at that answer in a new tab, and is no link the loader follows too', () => {
    const { part } = shown('[Rights](faq/rights)', full);
    const link = screen(part).getByRole<HTMLAnchorElement>('link', { name: 'Rights' });
    expect(link.hash).toBe('#health-help/faq/rights');
    expect(link.getAttribute('href')).not.toMatch(/^#health-help/);
  });

  it.each(['faq/rights', 'link:map'])('keeps the full stop after it on its last line: %s', (target) => {
    const { part } = shown(`You can read more about all of [your rights as a patient](${target}).`, full);
    const [link, stop] = [part.querySelector('.link'), part.querySelector('p')?.lastChild];
    const line = (node: Node): number | undefined => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].at(-1)?.bottom;
    };
    const alone: number[] = [];
    for (let width = 120; width <= 700; width += 1) {
      part.style.inlineSize = `${width}px`;
      const [last, after] = [link && line(link), stop && line(stop)];
      if (Math.abs((last ?? 0) - (after ?? 0)) > 4) alone.push(width);
    }
    expect(alone).toEqual([]);
  });

  it('to a page of the hospital opens that page', () => {
    const { part } = shown('[Map](link:map)', full);
    expect(screen(part).getByRole('link', { name: 'Map' }).getAttribute('href')).toBe('/map');
  });

  it.each([
    'javascript:alert',
    'data:text/html',
    'link:nothing',
    'link:constructor',
    'faq/nothing',
    'faq/constructor',
    'forms/nothing',
    'forms/__proto__',
    'https://elsewhere',
    '//elsewhere',
  ])('that leads nowhere we know is only its words: %s', (target) => {
    const { part } = shown(`See [these words](${target}).`, full);
    expect(part.querySelector('a, button')).toBeNull();
    expect(part.textContent).toContain('these words');
  });

  it.each(['phone:nothing', 'phone:constructor', 'phone:toString'])(
    'to a department without a phone calls the hospital: %s',
    (target) => {
      const { part } = shown(`[Call](${target})`, full);
      expect(screen(part).getByRole('link').getAttribute('href')).toBe('tel:5550100');
    },
  );
});
