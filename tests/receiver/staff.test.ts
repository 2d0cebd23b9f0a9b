import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuditLog } from '../../demo/receiver/audit-log.ts';
import type { Database } from '../../demo/receiver/database.ts';
import { arabicWords, aSubmission, somaliWords } from './a-submission.ts';
import { onEveryDatabase } from './on-every-database.ts';
import { password, type RunningReceiver, startReceiver } from './running-receiver.ts';

const tokenIn = (html: string): string => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
const referenceIn = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { reference: string }).reference;

onEveryDatabase((openEmpty) => {
  describe('the log of what staff do', () => {
    let database: Database;
    let receiver: RunningReceiver;
    beforeAll(async () => {
      database = await openEmpty();
      receiver = await startReceiver({ database });
    });
    afterAll(() => receiver.close());
    const entries = async () =>
      (await createAuditLog(database).list({ offset: 0, limit: 1000 })).map(
        ({ id: _, at: __, ...entry }) => entry,
      );

    it('says who did what with which request, and nothing of the patient', async () => {
      const reference = await referenceIn(await receiver.send(aSubmission()));
      await fetch(`${receiver.url}/inbox/sign-in`, {
        method: 'POST',
        headers: { origin: receiver.url },
        body: new URLSearchParams({ password: 'guess' }),
      });
      const visit = await receiver.signIn();
      await visit('/inbox?language=so');
      const token = tokenIn(await (await visit(`/inbox/${reference}`)).text());
      await visit(`/inbox/${reference}/state`, { token, from: 'new', to: 'in-work' });
      // Somebody else was faster: nothing was done, so nothing is said.
      await visit(`/inbox/${reference}/state`, { token, from: 'new', to: 'done' });
      await visit('/inbox/export.csv?state=in-work');
      await visit('/inbox/export.ndjson?state=in-work');
      await visit(`/inbox/${reference}/fhir`);
      const log = await visit('/inbox/audit.csv');
      await visit('/inbox/sign-out', { token });

      const all = await entries();
      const who = all[1]?.who ?? '';
      expect(who).toMatch(/^session [0-9a-f]{8}$/);
      expect(all).toEqual([
        { who: 'unknown', action: 'sign-in refused', reference: null, detail: '' },
        { who, action: 'sign-in', reference: null, detail: '' },
        { who, action: 'list', reference: null, detail: 'state=new&language=so' },
        { who, action: 'read', reference, detail: '' },
        { who, action: 'change', reference, detail: 'new to in-work' },
        { who, action: 'export', reference: null, detail: 'csv, 1 requests' },
        { who, action: 'export', reference: null, detail: 'fhir, 1 requests' },
        { who, action: 'export', reference, detail: 'fhir' },
        { who, action: 'export', reference: null, detail: 'audit log, 8 entries' },
        { who, action: 'sign-out', reference: null, detail: '' },
      ]);
      const text = await log.text();
      expect(text.split('\r\n')[0]).toBe('When (UTC),Who,What,Request,Details');
      expect(text).toContain(`${who},change,${reference},new to in-work`);
      for (const secret of ['Rima', somaliWords, '0199', password, 'guess'])
        expect(JSON.stringify(all) + text).not.toContain(secret);
    });

    it('what cannot be noted is not shown', async () => {
      const own = await openEmpty();
      const second = await startReceiver({ database: own });
      const reference = await referenceIn(await second.send(aSubmission()));
      const visit = await second.signIn();
      await own.schema.dropTable('audit').execute();
      const answer = await visit(`/inbox/${reference}`);
      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toContain('Rima');
      await second.close();
    });
  });

  describe('several receivers on one database', () => {
    it('who signed in at one is signed in at the others, and signed out at all of them', async () => {
      const database = await openEmpty();
      const [one, two] = [await startReceiver({ database }), await startReceiver({ database })];
      const reference = await referenceIn(await one.send(aSubmission()));
      const answer = await fetch(`${one.url}/inbox/sign-in`, {
        method: 'POST',
        headers: { origin: one.url },
        body: new URLSearchParams({ password }),
        redirect: 'manual',
      });
      const secret = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
      const at = (receiver: RunningReceiver, path: string, form?: Record<string, string>) =>
        fetch(receiver.url + path, {
          method: form ? 'POST' : 'GET',
          headers: { cookie: secret, ...(form ? { origin: receiver.url } : {}) },
          ...(form ? { body: new URLSearchParams(form) } : {}),
          redirect: 'manual',
        });
      const token = tokenIn(await (await at(one, `/inbox/${reference}`)).text());
      const moved = await at(two, `/inbox/${reference}/state`, { token, from: 'new', to: 'done' });
      expect(moved.headers.get('location')).toContain('changed=yes');
      expect(await (await at(one, '/inbox?state=done')).text()).toContain(reference);
      await at(two, '/inbox/sign-out', { token });
      expect((await at(one, '/inbox')).status).toBe(303);
      // Whoever reads the database cannot sign in with what is there.
      const again = await one.signIn();
      expect((await again('/inbox')).status).toBe(200);
      const [row] = await database.selectFrom('sessions').selectAll().execute();
      const stolen = await fetch(`${one.url}/inbox`, {
        headers: { cookie: `inbox=${row?.secret_hash}` },
        redirect: 'manual',
      });
      expect(stolen.status).toBe(303);
      await one.close();
      await two.close();
    });

    it('a session ends after an idle hour, and after twelve in all', async () => {
      const database = await openEmpty();
      let time = Date.parse('2026-11-24T15:00:00Z');
      const receiver = await startReceiver({ database, now: () => new Date(time) });
      const minutes = (many: number) => {
        time += many * 60_000;
      };
      const idle = await receiver.signIn();
      minutes(59);
      expect((await idle('/inbox')).status).toBe(200);
      minutes(61);
      expect((await idle('/inbox')).status).toBe(303);
      const busy = await receiver.signIn();
      for (let i = 0; i < 14; i++) {
        minutes(50);
        expect((await busy('/inbox')).status).toBe(200);
      }
      minutes(50);
      expect((await busy('/inbox')).status).toBe(303);
      await receiver.close();
    });
  });

  describe("the hospital's own sign-on", () => {
    let database: Database;
    let receiver: RunningReceiver;
    let reference: string;
    beforeAll(async () => {
      database = await openEmpty();
      receiver = await startReceiver({
        database,
        password: undefined,
        signOn: { header: 'x-remote-user', from: ['127.0.0.1'] },
      });
      reference = await referenceIn(await receiver.send(aSubmission()));
    });
    afterAll(() => receiver.close());
    const as = (name: string | undefined, path: string, form?: Record<string, string>) =>
      fetch(receiver.url + path, {
        method: form ? 'POST' : 'GET',
        headers: { ...(name ? { 'x-remote-user': name } : {}), ...(form ? { origin: receiver.url } : {}) },
        ...(form ? { body: new URLSearchParams(form) } : {}),
        redirect: 'manual',
      });

    it('staff whom the proxy names get in, and the log has their name', async () => {
      const html = await (await as('a.yusuf@hospital.example', `/inbox/${reference}`)).text();
      expect(html).toContain('Rima Nasser');
      expect(html).toContain('a.yusuf@hospital.example');
      expect(html).not.toContain('Sign out');
      const form = { token: tokenIn(html), from: 'new', to: 'in-work' };
      const moved = await as('a.yusuf@hospital.example', `/inbox/${reference}/state`, form);
      expect(moved.headers.get('location')).toContain('changed=yes');
      const log = await createAuditLog(database).list({ offset: 0, limit: 100 });
      expect(log.map(({ who, action }) => ({ who, action }))).toEqual([
        { who: 'a.yusuf@hospital.example', action: 'read' },
        { who: 'a.yusuf@hospital.example', action: 'change' },
      ]);
    });

    it("one person's form is not accepted from another", async () => {
      const token = tokenIn(await (await as('one', `/inbox/${reference}`)).text());
      const form = { token, from: 'in-work', to: 'done' };
      expect((await as('two', `/inbox/${reference}/state`, form)).status).toBe(403);
    });

    it('nobody gets in unnamed, and no password opens it', async () => {
      for (const name of [undefined, ' ', 'x'.repeat(201)]) {
        const answer = await as(name, `/inbox/${reference}`);
        expect(answer.status).toBe(403);
        expect(await answer.text()).not.toContain('Rima');
      }
      expect((await as(undefined, '/inbox/sign-in', { password })).status).toBe(403);
      expect((await as(undefined, '/inbox/sign-in', { password: '' })).status).toBe(403);
    });

    it('a name given twice is believed of nobody: one of the two came from outside', async () => {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const { port } = new URL(receiver.url);
        const headers = ['Host', `127.0.0.1:${port}`, 'X-Remote-User', 'admin', 'X-Remote-User', 'b.nurse'];
        request({ port, path: '/inbox', headers: headers as unknown as string[] }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        })
          .on('error', reject)
          .end();
      });
      expect(status).toBe(403);
    });

    it('a name is believed only from the address of the proxy, and without sign-on never', async () => {
      const elsewhere = await startReceiver({
        database,
        signOn: { header: 'x-remote-user', from: ['10.0.0.5'] },
      });
      const off = await startReceiver({ database });
      const headers = { 'x-remote-user': 'admin' };
      expect((await fetch(`${elsewhere.url}/inbox`, { headers })).status).toBe(403);
      expect((await fetch(`${off.url}/inbox`, { headers, redirect: 'manual' })).status).toBe(303);
      await elsewhere.close();
      await off.close();
    });

    it('a hostile name is shown as text, and is no formula in the saved log', async () => {
      const name = '=1+1<script>';
      const html = await (await as(name, '/inbox')).text();
      expect(html).not.toContain('<script');
      expect(await (await as(name, '/inbox/audit.csv')).text()).toContain(",'=1+1<script>,list,");
    });
  });

  describe('requests for other systems', () => {
    it('a request and a list are saved as FHIR, with the words as typed', async () => {
      const fhir = { region: 'us', timeZone: 'America/Chicago', language: 'en' };
      const hospital = { name: 'Riverside', timeZone: 'America/Chicago', fhir };
      const receiver = await startReceiver({ database: await openEmpty(), hospital });
      const readable = [{ field: 'anything-else', label: 'Anything else', value: arabicWords, lang: 'ar' }];
      const submissions = [aSubmission(), aSubmission({ language: 'ar', readable })];
      const references: string[] = [];
      for (const submission of submissions)
        references.push(await referenceIn(await receiver.send(submission)));
      const visit = await receiver.signIn();
      const one = await visit(`/inbox/${references[1]}/fhir`);
      expect(one.headers.get('content-type')).toBe('application/fhir+json');
      expect(one.headers.get('content-disposition')).toBe(`attachment; filename="${references[1]}.json"`);
      const bundle = await one.json();
      expect(bundle).toMatchObject({
        resourceType: 'Bundle',
        type: 'collection',
        identifier: { value: `urn:uuid:${submissions[1]?.id}` },
      });
      expect(JSON.stringify(bundle)).toContain(arabicWords);
      const list = await visit('/inbox/export.ndjson?state=new');
      expect(list.headers.get('content-type')).toBe('application/fhir+ndjson');
      const bundles = (await list.text())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(bundles).toHaveLength(2);
      expect(bundles).toContainEqual(bundle);
      expect((await visit('/inbox/HH-222222/fhir')).status).toBe(404);
      await receiver.close();
    });
  });
});
