import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, serve } from '../../demo/receiver/serve.ts';
import { createSite } from '../../demo/site-server.ts';

describe('the demonstration hospital’s pages', () => {
  let server: RunningServer;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'health-help-site-'));
    const write = (path: string, content: string | Buffer): void => {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), content);
    };
    write('site/riverside/index.html', '<script nonce="__NONCE__"></script>Riverside');
    write('site/riverside/style.css', 'p{}');
    write('site/clinic/index.html', 'Clinic');
    write('site/old/index.html', Buffer.from('caf\xe9 __NONCE__ \x93old\x94', 'latin1'));
    write('site/.secret', 'secret');
    write('secret.txt', 'secret');
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'site', 'link.txt'));
    write('dist/health-help.js', 'loader');
    write('dist/panel-B4x9aQ_2.js', 'panel');
    write('dist/current.json', '{}');
    write('dist/locales/zh-Hans/languages-abcdefgh.json', '{}');
    server = await serve(
      createSite({
        pages: join(folder, 'site'),
        widget: join(folder, 'dist'),
        connectTo: ['http://127.0.0.1:8081'],
      }),
      { host: '127.0.0.1', port: 0 },
    );
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('every visit gets its own nonce, in the page and in the policy', async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 3; i++) {
      const answer = await fetch(`${server.url}/`);
      const policy = answer.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      expect(await answer.text()).toBe(`<script nonce="${nonce}"></script>Riverside`);
      expect(policy).toBe(
        `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; connect-src 'self' http://127.0.0.1:8081; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
      );
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it('the oldest page keeps its bytes and says what they are', async () => {
    const answer = await fetch(`${server.url}/old/`);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=windows-1252');
    const text = Buffer.from(await answer.arrayBuffer()).toString('latin1');
    expect(text).toMatch(/^caf\xe9 \S{24} \x93old\x94$/);
  });

  it('pages are found by name, and what belongs to them beside them', async () => {
    expect(await (await fetch(`${server.url}/clinic`)).text()).toBe('Clinic');
    expect((await fetch(`${server.url}/clinic`, { redirect: 'manual' })).headers.get('location')).toBe(
      '/clinic/',
    );
    const style = await fetch(`${server.url}/style.css`);
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect((await fetch(`${server.url}/none`)).status).toBe(404);
  });

  it('widget files may be used from any site, and only those whose name changes are kept', async () => {
    for (const [path, cache] of [
      ['health-help.js', 'no-cache'],
      ['current.json', 'no-cache'],
      ['locales/zh-Hans/languages-abcdefgh.json', 'no-cache'],
      ['panel-B4x9aQ_2.js', 'public, max-age=31536000, immutable'],
    ]) {
      const answer = await fetch(`${server.url}/health-help/${path}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control'), path).toBe(cache);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
    const first = await fetch(`${server.url}/health-help/health-help.js`);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(
      (await fetch(`${server.url}/health-help/health-help.js`, { headers: { 'if-none-match': etag } }))
        .status,
    ).toBe(304);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/clinic/..%5c..%5csecret.txt',
    '/health-help/../../secret.txt',
    '/health-help/..%2f..%2fsecret.txt',
    '/link.txt',
    '/.secret',
    '/%00',
    '/%',
    '//etc/passwd',
  ])('%s leads nowhere', async (path) => {
    // A raw socket: fetch would tidy the path up first.
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(server.port, '127.0.0.1', () =>
        socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`),
      );
      let text = '';
      socket.on('data', (part) => {
        text += part;
      });
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 40[04]/);
    expect(answer).not.toContain('secret\r\n');
    expect(answer).not.toMatch(/\r\n\r\nsecret|root:/);
  });
});
