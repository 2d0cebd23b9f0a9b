import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/**
 * `Intl` quietly uses the device's language for one it does not know. Only a process of its own can have a device
 * language of its own.
 */
const script = `
  import { longDate, monthNames } from './widget/language/dates.ts';
  import { clockTime, openingHours } from './widget/language/hours.ts';
  import { createTranslator } from './widget/language/translate.ts';
  const translator = createTranslator(() => false);
  translator.add('ht', 'ui', { n_few: 'few {{count}}', n_other: '{{count}} jwenn' });
  console.log(JSON.stringify({
    device: new Intl.DateTimeFormat('ht', { month: 'long' }).format(new Date(2026, 11, 1)),
    counted: translator.text('ht', 'ui', 'n', { count: 3 }),
    date: longDate('2026-12-01', 'ht'),
    month: monthNames('ht')[0],
    time: clockTime('14:30', 'ht').replace(/[^0-9:APM]/g, ' '),
    hours: openingHours([{ days: ['sat', 'sun'], open: '08:00', close: '14:00' }], 'ht').slice(0, 9),
  }));`;

it('a reader of Haitian Creole on a Russian phone is never shown Russian', () => {
  const output = execFileSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    {
      cwd: fileURLToPath(new URL('../../../', import.meta.url)),
      env: { ...process.env, LC_ALL: 'ru_RU.UTF-8', LANG: 'ru_RU.UTF-8' },
      encoding: 'utf8',
    },
  );
  const seen = JSON.parse(output);
  // The trap is there: without it this test would say nothing.
  expect(seen.device).toMatch(/[а-я]/);
  expect(seen).toMatchObject({
    counted: '3 jwenn',
    date: 'Tuesday, December 1, 2026',
    month: 'January',
    time: '2:30 PM',
    hours: 'Sat & Sun',
  });
});
