import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../demo/receiver/database.ts';
import type { Submission } from '../../widget/contract/submission.ts';
import { arabicWords, aSubmission, somaliWords } from './a-submission.ts';
import { onEveryDatabase } from './on-every-database.ts';
import { password, type RunningReceiver, startReceiver } from './running-receiver.ts';

const hostile = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;

onEveryDatabase((openEmpty) => {
  describe('the inbox', () => {
    let database: Database;
    let receiver: RunningReceiver;
    let visit: Awaited<ReturnType<RunningReceiver['signIn']>>;
    const references: Record<string, string> = {};

    async function receive(name: string, changes: Partial<Submission>): Promise<void> {
      const answer = await receiver.send(aSubmission(changes));
      expect(answer.status).toBe(201);
      references[name] = ((await answer.json()) as { reference: string }).reference;
    }
    const page = async (path: string): Promise<string> => (await visit(path)).text();
    /** References of the rows, in the order shown. */
    const rowsOf = (html: string): string[] =>
      [...html.matchAll(/class="row" href="\/inbox\/(HH-\w+)/g)].map(([, reference]) => reference ?? '');
    /** The fields of the form that changes the state, as a browser would send them. */
    const formOf = (html: string): Record<string, string> => {
      const form = /<form class="actions".*?<\/form>/s.exec(html)?.[0] ?? '';
      return Object.fromEntries(
        [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
          name ?? '',
          (value ?? '').replaceAll('&amp;', '&'),
        ]),
      );
    };

    beforeAll(async () => {
      database = await openEmpty();
      receiver = await startReceiver({ database });
      visit = await receiver.signIn();
      expect(await page('/inbox')).toContain('No new requests.');
      await receive('somali', {});
      const base = aSubmission();
      await receive('today', { answers: { ...base.answers, date: '2026-11-24' } });
      await receive('arabic', {
        language: 'ar',
        answers: { ...base.answers, language: 'ar', date: '2026-11-26' },
        readable: [
          { field: 'language', label: 'Language', value: 'Arabic' },
          { field: 'mode', label: 'How', value: 'In person' },
          { field: 'anything-else', label: 'Anything else', value: arabicWords, lang: 'ar' },
        ],
      });
      await receive('hostile', {
        language: 'ar',
        answers: { name: hostile },
        readable: [
          { field: 'name', label: hostile, value: hostile },
          { field: 'phone', label: 'Phone', value: 'javascript:alert(1)' },
          { field: 'place', label: 'Where', value: '=HYPERLINK("https://elsewhere.example","x")' },
          { field: 'anything-else', label: 'More', value: hostile, lang: 'ar' },
        ],
      });
    });
    afterAll(() => receiver.close());

    it('staff find the request in English and in the patient’s own words', async () => {
      const html = await page(`/inbox/${references.somali}`);
      expect(html).toContain('<h1 id="request-title">Somali interpreter, by phone</h1>');
      expect(html).toContain(`<p lang="so" dir="ltr" translate="no">${somaliWords}</p>`);
      expect(html).toContain('Not translated. Ask a qualified interpreter before you act on it.');
      expect(html).toContain('Answer by Fri 27 Nov');
      expect(html).toContain('<a href="tel:5550100199"><bdi dir="ltr">(555) 010-0199</bdi></a>');
      expect(html).toMatch(
        /<title>Somali interpreter, by phone, HH-\w+, new – Riverside County Hospital<\/title>/,
      );
    });

    it('Arabic words run from right to left', async () => {
      const html = await page(`/inbox/${references.arabic}`);
      expect(html).toContain(`<p lang="ar" dir="rtl" translate="no">${arabicWords}</p>`);
      expect(html).toContain('<title>Arabic interpreter, in person');
    });

    it('the most urgent request comes first, and a visit today asks for a call now', async () => {
      const html = await page('/inbox');
      expect(rowsOf(html)).toEqual([
        references.today,
        references.arabic,
        references.somali,
        references.hostile,
      ]);
      expect(html.match(/Visit is today\. Call now\./g)).toHaveLength(1);
      expect(html).toContain('Eye clinic</bdi>, today, 10:30 am');
    });

    it('a visit that has passed without an answer stays an alarm', async () => {
      const later = await startReceiver({ database, now: () => new Date('2026-11-25T15:00:00Z') });
      const html = await (await (await later.signIn())('/inbox')).text();
      expect(html).toContain('Visit was Tue 24 Nov. Call now.');
      await later.close();
      // A day later the session of the day before is over, in whatever instance it began.
      visit = await receiver.signIn();
    });

    it('nothing a patient typed becomes part of the page’s code', async () => {
      for (const html of [await page('/inbox'), await page(`/inbox/${references.hostile}`)]) {
        expect(html).not.toMatch(/<script|<img|href="javascript/i);
      }
      expect(await page(`/inbox/${references.hostile}`)).toContain('&lt;script&gt;');
      const filtered = await visit(
        `/inbox?form=${encodeURIComponent(hostile)}&state=${encodeURIComponent(hostile)}`,
      );
      expect(await filtered.text()).not.toContain('<script');
      expect(filtered.headers.get('content-security-policy')).not.toContain('script-src');
    });

    it('staff see only the language or form they ask for', async () => {
      expect(rowsOf(await page('/inbox?language=so'))).toEqual([references.today, references.somali]);
      expect(rowsOf(await page('/inbox?form=interpreter&language=ar'))).toHaveLength(2);
      const none = await page('/inbox?form=accessibility');
      expect(rowsOf(none)).toEqual([]);
      expect(none).toContain('No request here fits the filter.');
    });

    it('staff take a request on, finish it and reopen it, and stay at the list they came from', async () => {
      const address = `/inbox/${references.somali}?state=new&language=so`;
      const started = await visit(`/inbox/${references.somali}/state`, {
        ...formOf(await page(address)),
        to: 'in-work',
      });
      expect(started.status).toBe(303);
      expect(started.headers.get('location')).toBe(`${address}&changed=yes`);
      const after = await page(started.headers.get('location') ?? '');
      expect(after).toContain('It is in work now.');
      expect(after).toContain('In work since today, 9:00 am');
      expect(rowsOf(after)).toEqual([references.today]);
      expect(rowsOf(await page('/inbox?state=in-work'))).toEqual([references.somali]);

      await visit(`/inbox/${references.somali}/state`, { ...formOf(after), to: 'done' });
      expect(rowsOf(await page('/inbox?state=done'))).toEqual([references.somali]);
      const done = await page(`/inbox/${references.somali}`);
      expect(done).toContain('Reopen');
      await visit(`/inbox/${references.somali}/state`, { ...formOf(done), to: 'in-work' });
      const changes = await database.selectFrom('state_changes').select(['from_state', 'to_state']).execute();
      expect(changes).toEqual([
        { from_state: 'new', to_state: 'in-work' },
        { from_state: 'in-work', to_state: 'done' },
        { from_state: 'done', to_state: 'in-work' },
      ]);
    });

    it('two people who press at once are told who was faster', async () => {
      const form = formOf(await page(`/inbox/${references.today}`));
      await visit(`/inbox/${references.today}/state`, { ...form, to: 'in-work' });
      const second = await visit(`/inbox/${references.today}/state`, { ...form, to: 'done' });
      expect(second.headers.get('location')).toContain('changed=no');
      expect(await page(second.headers.get('location') ?? '')).toContain('someone else was faster');
    });

    it('a form from a stranger’s page, or with another token, changes nothing', async () => {
      const form = { ...formOf(await page(`/inbox/${references.arabic}`)), to: 'done' };
      const path = `/inbox/${references.arabic}/state`;
      expect((await visit(path, { ...form, token: 'x' })).status).toBe(403);
      const answer = await fetch(receiver.url + path, {
        method: 'POST',
        headers: { origin: 'https://elsewhere.example' },
        body: new URLSearchParams(form),
        redirect: 'manual',
      });
      expect(answer.status).toBe(403);
      expect(await page(`/inbox/${references.arabic}`)).toContain('New since');
    });

    it('the saved list opens in a spreadsheet, and nothing in it is a formula', async () => {
      const answer = await visit('/inbox/export.csv?state=new');
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(answer.headers.get('content-disposition')).toBe(
        'attachment; filename="requests-new-2026-11-24.csv"',
      );
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const text = new TextDecoder().decode(bytes);
      expect(text).toContain(arabicWords);
      expect(text).toContain(`"'=HYPERLINK(""https://elsewhere.example"",""x"")"`);
      expect(text.split('\r\n')[0]).toBe(
        `Reference,State,Form,Language,Received (UTC),Visit,Answer by,Language,How,Anything else,"${hostile.replaceAll('"', '""')}",Phone,Where`,
      );
    });

    it('a list of many is read page by page, without a gap or a repeat', async () => {
      const own = await startReceiver({ database: await openEmpty() });
      for (let i = 0; i < 33; i++) await own.send(aSubmission());
      const read = await own.signIn();
      const seen: string[] = [];
      for (let path: string | undefined = '/inbox'; path; ) {
        const html: string = await (await read(path)).text();
        seen.push(...rowsOf(html));
        path = /href="([^"]*)">Next/.exec(html)?.[1]?.replaceAll('&amp;', '&');
      }
      expect(seen).toHaveLength(33);
      expect(new Set(seen).size).toBe(33);
      expect(await (await read('/inbox?page=99')).text()).toContain('This page of the list is empty.');
      await own.close();
    });

    it('a number nobody was given leads to a page that says so', async () => {
      for (const path of ['/inbox/HH-222222', '/inbox/nothing', '/inbox/HH-222222/more']) {
        const answer = await visit(path);
        expect(answer.status).toBe(404);
        expect(await answer.text()).toContain('Nothing is here');
      }
    });

    it('without the password nobody reads anything', async () => {
      for (const path of ['/inbox', `/inbox/${references.somali}`, '/inbox/export.csv']) {
        const answer = await fetch(receiver.url + path, {
          redirect: 'manual',
          headers: { cookie: 'inbox=guess' },
        });
        expect(answer.status).toBe(303);
        expect(answer.headers.get('location')).toMatch(/^\/inbox\/sign-in\?next=/);
        expect(await answer.text()).toBe('');
      }
    });

    it('signing out ends it, also for whoever kept the cookie', async () => {
      const other = await receiver.signIn();
      const html = await (await other('/inbox')).text();
      const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
      await other('/inbox/sign-out', { token });
      expect((await other('/inbox')).status).toBe(303);
    });

    it('no line in the log holds anything of a patient', async () => {
      await visit(`/inbox/${references.arabic}?language=ar`);
      await receiver.send(aSubmission(), { body: somaliWords });
      const log = receiver.lines.join('\n');
      expect(log).toMatch(/^POST \/api\/requests 201 \d+ms$/m);
      expect(log).toMatch(/^GET \/inbox\/:reference 200 \d+ms$/m);
      for (const line of receiver.lines) expect(line).toMatch(/^[A-Z]+ [-/a-z.:]+ \d{3} \d+ms$/);
      for (const secret of [somaliWords, 'Rima', '010', 'HH-', 'ar=', '127.0.0.1', password]) {
        expect(log).not.toContain(secret);
      }
    });
  });

  describe('signing in', () => {
    let receiver: RunningReceiver;
    beforeAll(async () => {
      receiver = await startReceiver({ database: await openEmpty() });
    });
    afterAll(() => receiver.close());

    const enter = (fields: Record<string, string>) =>
      fetch(`${receiver.url}/inbox/sign-in`, {
        method: 'POST',
        headers: { origin: receiver.url },
        body: new URLSearchParams(fields),
        redirect: 'manual',
      });

    it('leads to the page staff wanted, and never to someone else’s', async () => {
      for (const [next, target] of [
        ['/inbox/HH-7K3FQ2?state=new', '/inbox/HH-7K3FQ2?state=new'],
        ['https://elsewhere.example', '/inbox'],
        ['//elsewhere.example', '/inbox'],
        ['/inbox/../elsewhere', '/inbox'],
      ] as const) {
        const answer = await enter({ password, next });
        expect(answer.status).toBe(303);
        expect(answer.headers.get('location')).toBe(target);
        expect(answer.headers.get('set-cookie')).toMatch(
          /^inbox=[\w-]{43}; Path=\/inbox; HttpOnly; SameSite=Strict$/,
        );
      }
    });

    it('says what is wrong, and stops guessing', async () => {
      const wrong = await enter({ password: 'guess' });
      expect(wrong.status).toBe(422);
      const html = await wrong.text();
      expect(html).toContain('The password is not right. Try again.');
      expect(html).toContain('<title>Error: Sign in');
      const answers = await Promise.all(Array.from({ length: 12 }, () => enter({ password: 'guess' })));
      const last = answers.find(({ status }) => status === 429);
      expect(last?.headers.get('retry-after')).toMatch(/^\d+$/);
      expect(await last?.text()).toContain('Too many tries.');
    });
  });
});
