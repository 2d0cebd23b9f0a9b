import { describe, expect, test } from 'vitest';
import { makeKeyPair } from '../../../demo/receiver/keys/key-pair.ts';
import { openSealed } from '../../../demo/receiver/keys/open-sealed.ts';
import { readPrivateKeys } from '../../../demo/receiver/keys/private-keys.ts';
import { maxBodyBytes, type Submission } from '../../../widget/contract/submission.ts';
import { encodeFhir } from '../../../widget/fhir/encode-fhir.ts';
import { forms } from './any-submission.ts';
import { type Example, examples } from './example-submissions.ts';

const example = (name: string): Example => examples[name] as Example;

describe('on the wire', () => {
  test('FHIR can be sealed, and what is opened is the same Bundle', async () => {
    const { publicKey, privateKey } = await makeKeyPair();
    const { seal } = await import('../../../widget/submit/seal.ts');
    const fetch = globalThis.fetch;
    globalThis.fetch = async () => Response.json(publicKey);
    try {
      const { submission, facts } = example('interpreter');
      const encode = async (given: Submission) =>
        seal(encodeFhir(given, facts), 'https://hospital.example/fhir-key.json');
      const sealed = await encode(submission);
      expect(sealed.contentType).toBe('application/jose');
      const opened = await openSealed(sealed.body, readPrivateKeys(JSON.stringify(privateKey)));
      expect(opened).toEqual(encodeFhir(submission, facts));
      expect(opened.contentType).toBe('application/fhir+json');
    } finally {
      globalThis.fetch = fetch;
    }
  });

  test.each([...forms])(
    'the longest answers to the form %s still fit, sealed',
    (form, { version, fields }) => {
      // Three bytes a character, as in Burmese, Thai or Chinese, and every choice made. Of the ways to be reached there is
      // one, and what else there is to say is asked once.
      const never = [
        'email',
        'relay-number',
        'videophone',
        ...(form === 'accessibility' ? ['anything-else'] : []),
      ];
      const rows = fields
        .filter(({ id }) => !never.includes(id))
        .map((field) => {
          const most =
            'maxLength' in field && field.maxLength ? field.maxLength : field.type === 'textarea' ? 500 : 200;
          const codes = 'options' in field ? (field.options ?? []).map(({ code }) => code) : [];
          const text =
            field.type === 'language' ? 'ase' : field.type === 'date' ? '2026-12-01' : '字'.repeat(most);
          const answer =
            field.type === 'checkbox' ? codes : field.type === 'radio' ? (codes[0] ?? 'x') : text;
          return {
            field: field.id,
            answer,
            label: 'Eight words of a label for the staff here',
            value: [answer]
              .flat()
              .map((one) => (one === text ? one : `The words for ${one}`))
              .join('; '),
          };
        });
      const submission: Submission = {
        ...example('interpreter').submission,
        form,
        formVersion: version,
        answers: Object.fromEntries(rows.map(({ field, answer }) => [field, answer])),
        readable: rows.map(({ answer, ...row }) => ({
          ...row,
          ...(String(answer).includes('字') ? { lang: 'my' } : {}),
        })),
      };
      const { body } = encodeFhir(submission, {
        region: 'gb',
        timeZone: 'Europe/London',
        language: 'en',
        emitFlags: true,
      });
      const sealedBytes = Math.ceil((Buffer.byteLength(body) * 4) / 3) + 600;
      expect(sealedBytes).toBeLessThanOrEqual(maxBodyBytes);
    },
  );
});
