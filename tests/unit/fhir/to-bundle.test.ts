import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../widget/contract/form.ts';
import type { Submission } from '../../../widget/contract/submission.ts';
import { toBundle } from '../../../widget/fhir/to-bundle.ts';
import type { BundleFacts, Resource } from '../../../widget/fhir/types.ts';
import { type Example, examples } from './example-submissions.ts';

const example = (name: string): Example => examples[name] as Example;

/** The resources of an example, by type, with answers replaced. */
function resources(name: string, answers: Answers = {}, facts: Partial<BundleFacts> = {}) {
  const { submission, facts: own } = example(name);
  const bundle = toBundle(
    { ...submission, answers: { ...submission.answers, ...answers } },
    { ...own, ...facts },
  );
  const all = bundle.entry.map(({ resource }) => resource);
  return {
    bundle,
    all,
    // biome-ignore lint/suspicious/noExplicitAny: resources are looked into in many ways here
    one: (type: string): any => all.find(({ resourceType }) => resourceType === type) as Resource,
    types: all.map(({ resourceType }) => resourceType),
    text: JSON.stringify(bundle),
  };
}

const interpreterRequired = 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired';

describe('who it is for', () => {
  test('a patient who asks for themselves is patient and source at once', () => {
    const { one, types } = resources('interpreter');
    expect(types).toEqual(['Patient', 'QuestionnaireResponse', 'ServiceRequest', 'Task']);
    expect(one('Patient')).toMatchObject({
      name: [{ text: 'Amina Warsame' }],
      telecom: [{ system: 'phone', value: '312 555 0199' }],
    });
    expect(one('QuestionnaireResponse').source).toEqual(one('QuestionnaireResponse').subject);
  });

  test('a parent is a related person with the phone; the child is the patient', () => {
    const { one, bundle } = resources('interpreter-for-my-child');
    expect(one('Patient').name).toEqual([{ text: 'Sam Field' }]);
    expect(one('Patient').telecom).toBeUndefined();
    expect(one('RelatedPerson')).toMatchObject({
      name: [{ text: 'Jo Field' }],
      telecom: [{ system: 'sms' }],
      relationship: [{ text: 'Parent or guardian' }],
      patient: { reference: bundle.entry[0]?.fullUrl },
    });
    expect(one('ServiceRequest').requester.reference).toBe(bundle.entry[1]?.fullUrl);
  });

  test('staff who ask for a patient are not called a relative', () => {
    const { one, types } = resources('daily-needs');
    expect(types).not.toContain('RelatedPerson');
    expect(one('Practitioner').name).toEqual([{ text: 'Marie Pierre, nurse' }]);
    expect(one('Task').meta.tag[0].code).toBe('reported-by-staff');
  });

  test('who gives no name is nobody: no patient, no sender', () => {
    const { one, types } = resources('grievance-without-a-name');
    expect(types).toEqual(['QuestionnaireResponse', 'Communication', 'Task']);
    for (const type of types)
      for (const key of ['sender', 'source', 'requester', 'subject', 'for'])
        expect(one(type)).not.toHaveProperty(key);
  });
});

describe('languages', () => {
  test('who needs the interpreter is said of them: the patient, or the companion alone', () => {
    expect(resources('interpreter').one('Patient').extension[0]).toEqual({
      url: interpreterRequired,
      valueBoolean: true,
    });
    const { one, text } = resources('interpreter-for-my-child');
    expect(text).not.toContain(interpreterRequired);
    expect(one('Patient').communication).toBeUndefined();
    expect(one('RelatedPerson').communication[0].language.coding[0].code).toBe('bfi');
  });

  test('asking for other help says nothing about interpreters', () => {
    for (const name of ['programs', 'faith-culture', 'contact', 'advocate', 'grievance-without-a-name'])
      expect(resources(name).text, name).not.toContain('interpreterRequired');
    for (const name of ['telehealth', 'accessibility'])
      expect(resources(name).text, name).toContain('interpreterRequired');
  });

  test('spoken, signed and written languages are told apart, and a dialect is named', () => {
    const modes = (answers: Answers) =>
      resources('interpreter', answers)
        .one('Patient')
        .communication.map(
          // biome-ignore lint/suspicious/noExplicitAny: as above
          (one: any) => [
            one.language.coding.map(({ code }: { code: string }) => code).join('+'),
            one.extension?.[0].extension[0].valueCoding.code,
            one.preferred,
          ],
        );
    expect(modes({})).toEqual([
      ['so', 'RSP', true],
      ['en', 'RWR', undefined],
    ]);
    expect(modes({ language: 'ase', 'contact-language': 'es' })).toEqual([
      ['ase', 'RSGN', true],
      ['en', 'RWR', undefined],
      ['es', undefined, undefined],
    ]);
    expect(modes({ language: 'zh', dialect: 'cantonese', 'contact-language': 'zh' })[0]).toEqual([
      'zh+yue',
      'RSP',
      true,
    ]);
  });

  test('a language that is not on the list is written as the patient wrote it; one without a name is not invented', () => {
    const other = resources('interpreter', { language: 'other', 'language-other': 'Bajuni' });
    expect(other.one('Patient').communication[0].language).toEqual({ text: 'Bajuni' });
    const unknown = resources('interpreter', { language: 'unknown' }).one('Patient');
    expect(JSON.stringify(unknown.communication)).not.toContain('unknown');
    expect(unknown.extension[0].valueBoolean).toBe(true);
  });
});

describe('the request', () => {
  test('the time of the visit is tied to the hospital, in winter and in summer', () => {
    const at = (date: string, timeZone?: string, time = '10:30') =>
      resources('interpreter', { date, time }, { timeZone }).one('ServiceRequest').occurrenceDateTime;
    expect(at('2026-12-01', 'America/Chicago')).toBe('2026-12-01T10:30:00-06:00');
    expect(at('2026-07-01', 'America/Chicago')).toBe('2026-07-01T10:30:00-05:00');
    expect(at('2026-07-01', 'Asia/Kathmandu')).toBe('2026-07-01T10:30:00+05:45');
    expect(at('2026-12-01', 'Europe/London', '00:00')).toBe('2026-12-01T00:00:00+00:00');
    // The day the clocks change, before and after it.
    expect(at('2026-03-08', 'America/Chicago', '01:30')).toBe('2026-03-08T01:30:00-06:00');
    expect(at('2026-03-08', 'America/Chicago', '03:30')).toBe('2026-03-08T03:30:00-05:00');
    expect(at('2026-11-01', 'America/Chicago', '03:30')).toBe('2026-11-01T03:30:00-06:00');
  });

  test('without a zone, or a time, it is the day and no more', () => {
    const at = (answers: Answers, timeZone?: string) =>
      resources('interpreter', answers, { timeZone }).one('ServiceRequest').occurrenceDateTime;
    expect(at({})).toBe('2026-12-01');
    expect(at({ time: '' }, 'America/Chicago')).toBe('2026-12-01');
    expect(at({}, 'Nowhere/None')).toBe('2026-12-01');
    expect(at({ date: 'soon' }, 'America/Chicago')).toBeUndefined();
  });

  test('a complaint is a message with its words, never an observation', () => {
    const { one, text } = resources('grievance-without-a-name');
    expect(one('Communication')).toMatchObject({
      topic: { text: 'Section 1557 grievance' },
      payload: [{ contentString: 'طلبت مترجماً ولم يأت أحد.' }],
    });
    expect(text).not.toMatch(/Observation|Condition/);
    const elsewhere = resources('grievance-without-a-name', {}, { region: 'de' }).one('Communication');
    expect(elsewhere.topic.text).toBe('Grievance');
    expect(resources('advocate').types).toContain('ServiceRequest');
  });

  test('who must not be left a message is named on the task itself', () => {
    expect(resources('interpreter-for-my-child').one('Task').note).toEqual([
      { text: 'Safe to leave a message: No' },
    ]);
    expect(resources('interpreter').one('Task').note).toBeUndefined();
  });

  test('what is chosen is there in words and in codes; belief and reasons are in the answers only', () => {
    const codes = (name: string) =>
      resources(name)
        .one('ServiceRequest')
        .orderDetail.map(({ text }: { text: string }) => text);
    expect(codes('accessibility')).toEqual([
      'Large print',
      'Braille, contracted',
      '24 point',
      'Sign language interpreter',
      'Face me',
      'A table that goes low',
      'A lift',
      'Low light',
      'A woman on the staff',
    ]);
    expect(JSON.stringify(resources('faith-culture').one('ServiceRequest'))).not.toContain('muslim');
    const complaint = resources('grievance-without-a-name');
    for (const type of ['Communication', 'Task'])
      expect(JSON.stringify(complaint.one(type))).not.toContain('national-origin');
  });

  test('feedback asks nobody to do anything', () => {
    expect(resources('feedback').types).toEqual(['QuestionnaireResponse']);
  });

  test("a hospital's own form becomes a task on its answers, under the hospital's names", () => {
    const { one, types, bundle } = resources('made-by-the-hospital');
    expect(types).toEqual(['Patient', 'QuestionnaireResponse', 'Task']);
    expect(one('QuestionnaireResponse').questionnaire).toBe(
      'https://hospital.example/fhir/Questionnaire/parking-permit|1',
    );
    expect(one('Task').focus.reference).toBe(bundle.entry[1]?.fullUrl);
  });
});

describe('what only some hospitals get', () => {
  const ukOnly = /"code":"\d+10000001\d\d"|fhir\.nhs\.uk/;
  test('codes of the United Kingdom go to hospitals there, those of US Core to hospitals there', () => {
    for (const name of Object.keys(examples)) {
      for (const region of ['us', 'gb', 'de', undefined]) {
        const { text } = resources(name, {}, { region, emitFlags: true });
        if (region !== 'gb') expect(text, `${name} ${region}`).not.toMatch(ukOnly);
        if (region !== 'us') expect(text, `${name} ${region}`).not.toMatch(/hl7\.org\/fhir\/us\//);
      }
    }
    expect(resources('interpreter', {}, { region: 'gb' }).text).toContain('"204021000000108"');
    expect(resources('accessibility', {}, { region: 'gb' }).text).toContain('"936661000000109"');
    expect(resources('interpreter').text).toContain('us-core-interpreter-needed');
    expect(resources('daily-needs').text).toContain('food-insecurity');
  });

  test('a flag is sent only where the hospital wants flags, for needs that are there every time', () => {
    const flags = (answers: Answers, emitFlags?: boolean) =>
      resources('accessibility-with-flags', answers, { emitFlags }).types.filter((type) => type === 'Flag')
        .length;
    expect(flags({}, true)).toBe(5);
    expect(flags({}, false)).toBe(0);
    expect(flags({})).toBe(0);
    expect(flags({ 'every-time': 'once' }, true)).toBe(0);
  });

  test('a consent is written for a yes, and for nothing else', () => {
    expect(resources('accessibility').one('Consent')).toMatchObject({
      provision: { type: 'permit' },
      policyRule: { text: 'Tell other teams' },
    });
    expect(resources('accessibility', { 'share-teams': 'no' }).types).not.toContain('Consent');
    expect(resources('accessibility-with-flags').types).not.toContain('Consent');
  });
});

describe('words', () => {
  test('what a patient wrote is text, whatever it looks like, with its language', () => {
    const { submission, facts } = example('interpreter');
    const words = '<img src=x onerror=alert(1)> & "2026-12-01"\v\u0000\ud800';
    const changed: Submission = {
      ...submission,
      answers: { ...submission.answers, 'anything-else': words },
      readable: submission.readable.map((row) =>
        row.field === 'anything-else' ? { ...row, value: words } : row,
      ),
    };
    const bundle = toBundle(changed, facts);
    const response = bundle.entry[1]?.resource as unknown as {
      text: { div: string };
      item: { linkId: string; answer: object[] }[];
    };
    const kept = '<img src=x onerror=alert(1)> & "2026-12-01"\n\ufffd\ufffd';
    expect(response.item.at(-1)?.answer[0]).toMatchObject({ valueString: kept });
    expect(response.text.div).toContain(
      'lang="so" xml:lang="so">&lt;img src=x onerror=alert(1)&gt; &amp; &quot;',
    );
    expect(response.text.div).not.toContain('<img');
  });
});
