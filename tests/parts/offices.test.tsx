import { afterEach, describe, expect, it } from 'vitest';
import forms from '../../locales/en/forms.json';
import { parseLocale } from '../../widget/contract/locale.ts';
import type { Region } from '../../widget/contract/structure.ts';
import { formWords } from '../../widget/screens/form/form-words.ts';
import { Offices } from '../../widget/screens/form/offices.tsx';
import { screen } from './queries.ts';
import { createTestApp, removeTestApps } from './test-app.tsx';

afterEach(removeTestApps);

const region: Region = {
  emergency: { number: '911' },
  verifiedOn: null,
  complaints: [
    {
      id: 'civil-rights',
      phone: '1-800-555-0100',
      text: '88788',
      website: 'https://rights.example/complain',
      address: '1 Main Street',
    },
  ],
};

const show = (language: string, given: Region | undefined = region) => {
  const test = createTestApp({ language, region: given });
  test.app.translator.add('en', 'forms', parseLocale(JSON.stringify(forms)).tree);
  test.show(<Offices list="complaints" words={formWords(test.app, 'advocate', false)} />);
  return screen(test.frame.view);
};

describe('offices outside the hospital', () => {
  it('are each named by a heading, with a way to call, to write and to look', () => {
    const { getByRole, getByText } = show('en');
    expect(getByRole('heading').textContent).toBe(forms.offices['civil-rights'].label);
    expect(getByRole('link', { name: /1-800-555-0100$/ }).getAttribute('href')).toBe('tel:18005550100');
    expect(getByRole('link', { name: /88788$/ }).getAttribute('href')).toBe('sms:88788');
    expect(getByRole('link', { name: 'rights.example' }).getAttribute('href')).toBe(
      'https://rights.example/complain',
    );
    expect(getByText('1 Main Street').translate).toBe(false);
  });

  it('have numbers that stay left to right among Arabic words', () => {
    const { getByText } = show('ar');
    for (const text of ['1-800-555-0100', '88788', 'rights.example']) {
      const part = getByText(text);
      expect(part.localName).toBe('bdi');
      expect(getComputedStyle(part).direction).toBe('ltr');
    }
  });

  it('are none where the region has none', () => {
    const { queryByRole } = show('en', { emergency: { number: '911' }, verifiedOn: null });
    expect(queryByRole('list')).toBeNull();
  });
});
