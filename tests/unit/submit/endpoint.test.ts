import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkEndpoint } from '../../../widget/submit/endpoint.ts';

const page = 'https://hospital.example/visit?topic=x#top';

test.each([
  ['https://hospital.example/api/requests', page, 'https://hospital.example/api/requests'],
  ['https://api.other.example/requests?tenant=1#x', page, 'https://api.other.example/requests?tenant=1'],
  ['/api/requests', page, 'https://hospital.example/api/requests'],
  [' /api/requests\n', page, 'https://hospital.example/api/requests'],
  ['//api.other.example/', page, 'https://api.other.example/'],
  ['https://api.other.example/', 'about:srcdoc', 'https://api.other.example/'],
  // A hospital's intranet without https: the page itself came the same way.
  ['/api', 'http://intranet:8080/', 'http://intranet:8080/api'],
  ['http://localhost:8080/api', page, 'http://localhost:8080/api'],
  ['http://127.0.0.1:8080/', page, 'http://127.0.0.1:8080/'],
  ['http://127.9.8.7/', page, 'http://127.9.8.7/'],
  ['http://127.1/', page, 'http://127.0.0.1/'],
  ['http://[::1]:8080/', page, 'http://[::1]:8080/'],
])('answers may be sent to %s from %s', (value, pageUrl, url) => {
  expect(checkEndpoint(value, pageUrl)).toEqual({ url });
});

test.each([
  [null, page, 'missing'],
  ['', page, 'missing'],
  ['  ', page, 'missing'],
  ['https://', page, 'not-a-url'],
  ['https://exa mple/', page, 'not-a-url'],
  ['/api', 'about:srcdoc', 'not-a-url'],
  ['http://hospital.example/api', page, 'not-https'],
  ['http://intranet:8081/', 'http://intranet:8080/', 'not-https'],
  ['http://127.0.0.1.evil.example/', page, 'not-https'],
  ['http://localhost.evil.example/', page, 'not-https'],
  ['http://128.0.0.1/', page, 'not-https'],
  ['http://[::2]/', page, 'not-https'],
  ['http://0.0.0.0/', page, 'not-https'],
  ['ftp://hospital.example/', page, 'not-https'],
  ['ws://localhost/', page, 'not-https'],
  ['javascript:alert(1)', page, 'not-https'],
  ['data:text/plain,x', page, 'not-https'],
  ['mailto:a@b.example', page, 'not-https'],
  ['blob:https://hospital.example/0b1c', page, 'not-https'],
  ['answers.php', 'file:///home/me/page.html', 'not-https'],
  ['https://user:secret@hospital.example/', page, 'has-credentials'],
  ['https://user@hospital.example/', page, 'has-credentials'],
  ['http://user@localhost/', page, 'has-credentials'],
])('answers are not sent to %s from %s: %s', (value, pageUrl, problem) => {
  expect(checkEndpoint(value, pageUrl)).toEqual({ problem });
});

test('whatever an editor writes, it is refused or is https, the page itself or this machine', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl({ validSchemes: ['http', 'https', 'ftp'], withQueryParameters: true, withFragments: true }),
    fc
      .tuple(fc.constantFrom('http://', 'https:', '//', 'HTTP:\\\\', 'blob:'), fc.string())
      .map((p) => p.join('')),
    fc.ipV4Extended().map((ip) => `http://${ip}/`),
    fc.ipV6().map((ip) => `http://[${ip}]/`),
  );
  fc.assert(
    fc.property(value, (value) => {
      const result = checkEndpoint(value, page);
      if ('problem' in result) return;
      const url = new URL(result.url);
      expect(url.username + url.password + url.hash).toBe('');
      if (url.protocol !== 'https:')
        expect(url.href).toMatch(/^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?\//);
    }),
    { numRuns: 1000 },
  );
});
