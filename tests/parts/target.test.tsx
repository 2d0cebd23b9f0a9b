import { afterEach, describe, expect, it } from 'vitest';
import type { Hospital } from '../../widget/contract/hospital.ts';
import { followTarget } from '../../widget/parts/target.ts';
import { telHref } from '../../widget/parts/words.tsx';
import { createTestApp, removeTestApps } from './test-app.tsx';

afterEach(removeTestApps);

/** An app whose hospital has this page behind `link:map`, past the parser of `hospital.json`. */
function withMap(map: string) {
  const { app } = createTestApp();
  const hospital: Hospital = { ...app.hospital, links: { map } };
  return { ...app, hospital };
}

describe('where a link leads', () => {
  it.each(['https://hospital.example/map', '/map', 'tel:5550100', 'mailto:help@hospital.example'])(
    '%s',
    (map) => {
      expect(followTarget('link:map', withMap(map))).toEqual({ href: map });
    },
  );

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://hospital.example/1',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'http://hospital.example',
    'map',
    '',
  ])('nowhere, when that could run code or leave the hospital unseen: %j', (map) => {
    expect(followTarget('link:map', withMap(map))).toBeUndefined();
  });

  it('nowhere, when the hospital does not offer the form', () => {
    const structure = { forms: { contact: { icon: 'b' } } };
    const { app } = createTestApp({ structure });
    expect(followTarget('forms/interpreter', app)).toBeUndefined();
    expect(followTarget('forms/contact', app)).toHaveProperty('go');
  });

  it('nowhere, when there is no phone at all', () => {
    const { app } = createTestApp({ hospital: { phones: {} } });
    expect(followTarget('phone', app)).toBeUndefined();
    expect(followTarget('phone:interpreter', app)).toBeUndefined();
  });
});

describe('a phone number as people write it is one that can be called', () => {
  it.each([
    ['555-0100', 'tel:5550100'],
    ['+1 (312) 555-0100', 'tel:+13125550100'],
    ['711', 'tel:711'],
    ['555.0100 ext. 12', 'tel:555010012'],
    ['*67#', 'tel:*67#'],
  ])('%s', (written, href) => {
    expect(telHref(written)).toBe(href);
  });
});
