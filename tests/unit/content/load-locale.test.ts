import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { limits } from '../../../widget/contract/locale.ts';
import { fakeFiles } from './fake-files.ts';

const words = (text: string): string => JSON.stringify({ panel: { title: text } });

describe('a file of words', () => {
  it('is asked for once, however many screens need it at the same time and later', async () => {
    const { loader, asked } = fakeFiles({ 'ar/ui.json': words('المساعدة') });
    const both = await Promise.all([loader.words('ar', 'ui'), loader.words('ar', 'ui')]);
    const later = await loader.words('ar', 'ui');
    expect(later).toEqual({ panel: { title: 'المساعدة' } });
    expect([...both, later].every((tree) => tree === later)).toBe(true);
    expect(asked).toEqual(['https://hospital.example/health-help/locales/ar/ui.json']);
  });

  it('that an editor replaced is used at the next page load: the server is always asked whether it changed', async () => {
    const { loader, inits } = fakeFiles({ 'ar/ui.json': words('a') });
    await loader.words('ar', 'ui');
    expect(inits[0]).toMatchObject({ cache: 'no-cache', credentials: 'omit' });
  });

  it('that is not there is empty, and the report names it', async () => {
    const { loader, problems } = fakeFiles();
    expect(await loader.words('so', 'ui')).toEqual({});
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'file-missing' });
    expect(problems[0]?.url).toMatch(/so\/ui\.json$/);
    expect(problems[0]?.detail).toContain('404');
  });

  it('that was not there is asked for again, and used when it has come', async () => {
    const { loader, asked, put } = fakeFiles({ 'so/ui.json': 503 });
    await loader.words('so', 'ui');
    put('so/ui.json', words('Caawimaad'));
    expect(await loader.words('so', 'ui')).toEqual({ panel: { title: 'Caawimaad' } });
    await loader.words('so', 'ui');
    expect(asked).toHaveLength(2);
  });

  it('that the network cannot bring is empty and reported, and nothing is thrown', async () => {
    const { loader, problems } = fakeFiles({
      'ar/ui.json': () => {
        throw new TypeError('Failed to fetch');
      },
    });
    expect(await loader.words('ar', 'ui')).toEqual({});
    expect(problems[0]).toMatchObject({ code: 'file-missing', detail: 'Failed to fetch' });
  });

  it('that is no JSON is empty, and the report says where it stops being JSON', async () => {
    const { loader, problems } = fakeFiles({ 'ar/ui.json': '{"panel": {"title": "a",}}' });
    expect(await loader.words('ar', 'ui')).toEqual({});
    expect(problems[0]?.code).toBe('file-broken');
    expect(problems[0]?.detail).toMatch(/syntax: .*JSON/);
  });

  it('that is an error page sent with 200 is empty and reported as broken', async () => {
    const { loader, problems } = fakeFiles({ 'ar/ui.json': '<!doctype html><title>Sorry</title>' });
    expect(await loader.words('ar', 'ui')).toEqual({});
    expect(problems[0]?.code).toBe('file-broken');
  });

  it('that is partly broken is used as far as it is good, and the report names the rest', async () => {
    const { loader, problems } = fakeFiles({
      'ar/ui.json': JSON.stringify({ panel: { title: 'المساعدة', close: 7 }, 'Bad Id': 'x' }),
    });
    expect(await loader.words('ar', 'ui')).toEqual({ panel: { title: 'المساعدة' } });
    expect(problems[0]).toMatchObject({ code: 'file-partly-broken' });
    expect(problems[0]?.detail).toContain('panel.close: not-text');
    expect(problems[0]?.detail).toContain('Bad Id: bad-id');
  });

  it('with thousands of mistakes is reported in a few words', async () => {
    const broken = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`Bad ${i}`, 'x']));
    const { loader, problems } = fakeFiles({ 'ar/ui.json': JSON.stringify(broken) });
    await loader.words('ar', 'ui');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.detail.length).toBeLessThan(500);
  });

  it('with a byte order mark is read', async () => {
    const { loader, problems } = fakeFiles({ 'ar/ui.json': `\uFEFF${words('a')}` });
    expect(await loader.words('ar', 'ui')).toEqual({ panel: { title: 'a' } });
    expect(problems).toEqual([]);
  });

  it('too large to be words is not read at all when the server says how large it is', async () => {
    let read = false;
    const { loader, problems } = fakeFiles({
      'ar/ui.json': () => {
        const body = new ReadableStream(
          {
            pull(controller) {
              read = true;
              controller.close();
            },
          },
          { highWaterMark: 0 },
        );
        return new Response(body, { headers: { 'content-length': String(limits.file * 4 + 1) } });
      },
    });
    expect(await loader.words('ar', 'ui')).toEqual({});
    expect(read).toBe(false);
    expect(problems[0]?.detail).toContain(String(limits.file * 4 + 1));
  });

  it('too large to be words is not used when the server does not say how large it is', async () => {
    const { loader, problems } = fakeFiles({ 'ar/ui.json': `{"a":"${'x'.repeat(limits.file)}"}` });
    expect(await loader.words('ar', 'ui')).toEqual({});
    expect(problems[0]).toMatchObject({ code: 'file-broken' });
    expect(problems[0]?.detail).toContain('too-large');
  });
});

describe('a server that does not answer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each(['silent', 'stuck'] as const)(
    'and is %s is given up after the time-out, and says so',
    async (way) => {
      const { loader, problems } = fakeFiles({ 'ar/ui.json': way }, 8_000);
      let done = false;
      const file = loader.words('ar', 'ui').finally(() => {
        done = true;
      });
      await vi.advanceTimersByTimeAsync(7_999);
      expect(done).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect(await file).toEqual({});
      expect(problems[0]).toMatchObject({ code: 'file-missing', detail: 'no answer within 8 seconds' });
    },
  );

  it('is asked again for the same file later', async () => {
    const { loader, put } = fakeFiles({ 'ar/ui.json': 'silent' }, 1_000);
    const first = loader.words('ar', 'ui');
    await vi.advanceTimersByTimeAsync(1_000);
    await first;
    put('ar/ui.json', words('a'));
    expect(await loader.words('ar', 'ui')).toEqual({ panel: { title: 'a' } });
  });

  it('leaves no timer running when the file came in time', async () => {
    const { loader } = fakeFiles({ 'ar/ui.json': words('a') });
    await loader.words('ar', 'ui');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a file of structure or configuration', () => {
  const url = 'https://hospital.example/health-help/locales/structure/content.json';

  it('is what its JSON says', async () => {
    const { loader } = fakeFiles({ 'structure/content.json': '\uFEFF{"forms":{}}' });
    expect(await loader.json(url)).toEqual({ forms: {} });
  });

  it('that is missing or broken is undefined, and the report says which', async () => {
    const { loader, problems, put } = fakeFiles();
    expect(await loader.json(url)).toBeUndefined();
    put('structure/content.json', '{');
    expect(await loader.json(url)).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(['file-missing', 'file-broken']);
  });
});
