import type { Submission } from '../contract/submission.ts';
import { answerItems } from './answers.ts';
import { meaningOf } from './codes.ts';
import { urnOf } from './ids.ts';
import { narrative } from './narrative.ts';
import { peopleOf } from './people.ts';
import { createReading } from './reading.ts';
import { communication, type Links, serviceRequest, task } from './requests.ts';
import { consents, flags } from './standing.ts';
import { systems } from './systems.ts';
import { tidy } from './tidy.ts';
import type { Bundle, BundleFacts, Entry, Reference, Resource } from './types.ts';

/** The last byte of each resource's address. */
const numbers = { patient: 1, submitter: 2, answers: 3, request: 4, task: 5, consent: 16, flag: 32 } as const;

/**
 * A submission as a FHIR R4 `Bundle` of type `collection`: the answers as a `QuestionnaireResponse`, who it is for and
 * from, what is to be done, and a `Task` to do it. The same submission and facts give the same Bundle: ids are made from
 * the submission's, the time is that of sending, nothing is drawn by chance.
 *
 * Never written: a condition, an observation, an identifier, insurance, race or ethnicity.
 */
export function toBundle(submission: Submission, facts: BundleFacts): Bundle {
  const reading = createReading(submission, facts);
  const { id, form, formVersion, language, submittedAt, page, easyWords } = submission;
  const meaning = meaningOf(form, reading.text('way'));
  const urn = (number: number): string => urnOf(id, number);
  const entries: Entry[] = [];
  const people = peopleOf(reading, urn(numbers.patient));
  const tags = [{ system: reading.system('CodeSystem/tags'), code: people.reporter }];

  /** Puts a resource in; answers how others point at it. */
  const add = (number: number, { resourceType, ...rest }: Resource, moreTags: object[] = []): Reference => {
    const meta = { source: page || undefined, tag: [...tags, ...moreTags] };
    entries.push({ fullUrl: urn(number), resource: { resourceType, meta, ...rest } });
    return { reference: urn(number) };
  };

  // A service is for somebody, even if all that is known of them is that they asked.
  const needsPatient = people.hasPatient || people.submitter !== undefined || meaning?.kind === 'service';
  const patient = needsPatient ? add(numbers.patient, people.patient) : undefined;
  const submitter = people.submitter ? add(numbers.submitter, people.submitter) : undefined;
  // Somebody else wrote it and left no name: then nobody is named.
  const isFromPatient = people.reporter === 'self-reported';
  const from = submitter ?? (isFromPatient ? patient : undefined);
  const answers = add(
    numbers.answers,
    {
      resourceType: 'QuestionnaireResponse',
      language,
      text: facts.brief ? undefined : narrative(reading),
      identifier: { system: systems.uri, value: `urn:uuid:${id}` },
      questionnaire: `${reading.system(`Questionnaire/${form}`)}|${formVersion}`,
      status: 'completed',
      subject: patient,
      authored: submittedAt,
      source: from,
      item: answerItems(reading),
    },
    easyWords ? [{ system: reading.system('CodeSystem/tags'), code: 'easy-words' }] : [],
  );
  const links: Links = { patient, submitter: from, answers };

  if (meaning?.kind !== 'answers') {
    const request =
      meaning?.kind === 'service'
        ? add(numbers.request, serviceRequest(reading, meaning, links))
        : meaning?.kind === 'message'
          ? add(numbers.request, communication(reading, meaning, links))
          : answers;
    add(numbers.task, task(reading, meaning, request, links));
  }
  consents(reading, links).forEach((consent, index) => void add(numbers.consent + index, consent));
  flags(reading, links)
    // One byte tells them apart; nobody has two hundred needs.
    .slice(0, 256 - numbers.flag)
    .forEach((flag, index) => void add(numbers.flag + index, flag));

  return tidy({
    resourceType: 'Bundle',
    identifier: { system: systems.uri, value: `urn:uuid:${id}` },
    type: 'collection',
    timestamp: submittedAt,
    entry: entries,
  });
}
