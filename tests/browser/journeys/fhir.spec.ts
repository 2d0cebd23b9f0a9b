import type { Page } from '@playwright/test';
import { submissionOf } from '../../../demo/fhir-examples/submission-of.ts';
import { checkSubmission } from '../../../widget/contract/submission-schema.ts';
import { expect, test } from './fixtures.ts';
import { wordsOf } from './words.ts';

const en = wordsOf('en');
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

test('a hospital that asks for FHIR gets a Bundle, and the patient the same receipt', async ({
  page,
  endpoint,
  sites,
  visit,
}) => {
  const { show, said, violations } = await visit({ attributes: { 'endpoint-format': 'fhir-r4' } });
  await show('check');
  // What writes FHIR is downloaded when it is needed, not before.
  expect(sites.requested.filter((file) => file.startsWith('encode-fhir'))).toEqual([]);
  await page.getByRole('button', { name: en.ui('check.send') }).click();
  await expect(heading(page, en.ui('receipt.title'))).toBeFocused();
  await expect(page.getByText('HH-7K3F')).toBeVisible();
  const [post] = endpoint.posts;
  expect(post?.headers['content-type']).toBe('application/fhir+json');
  const bundle = JSON.parse(post?.body ?? '');
  const kinds = bundle.entry.map(
    (entry: { resource: { resourceType: string } }) => entry.resource.resourceType,
  );
  expect(kinds).toEqual(
    expect.arrayContaining(['Patient', 'QuestionnaireResponse', 'ServiceRequest', 'Task']),
  );
  const checked = checkSubmission(submissionOf(bundle, (_, field) => field === 'best-time'));
  expect(checked).toMatchObject({ ok: true, submission: { answers: { name: 'Rima Nasser' } } });
  expect(checked.ok && checked.submission.id).toBe(post?.headers['idempotency-key']);
  expect(await violations()).toEqual([]);
  expect(said.filter((line) => line.includes('Health Help'))).toEqual([]);
});

test('when what writes FHIR cannot be downloaded, nothing is sent in another form, and Try again sends it', async ({
  page,
  endpoint,
  sites,
  visit,
}) => {
  const { show } = await visit({ attributes: { 'endpoint-format': 'fhir-r4' } });
  await show('check');
  await page.route(/encode-fhir-/, (route) => route.abort());
  await page.getByRole('button', { name: en.ui('check.send') }).click();
  await expect(heading(page, en.ui('not-sent.title'))).toBeFocused();
  expect(endpoint.posts).toEqual([]);
  await page.unroute(/encode-fhir-/);
  await page.getByRole('button', { name: en.ui('not-sent.again') }).click();
  await expect(heading(page, en.ui('receipt.title'))).toBeFocused();
  expect(endpoint.posts.map(({ headers }) => headers['content-type'])).toEqual(['application/fhir+json']);
  expect(sites.requested.some((file) => file.startsWith('encode-fhir'))).toBe(true);
});
