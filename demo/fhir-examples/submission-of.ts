/**
 * The way back: the submission in a `Bundle` of `endpoint-format="fhir-r4"`, for a receiver that stores submissions, and
 * as an example of how to read one. Only the `QuestionnaireResponse` is needed; the other resources repeat what it says
 * in the words other systems know.
 */
import { submissionSchema } from '../../widget/contract/submission.ts';

type Json = Record<string, unknown>;

const languageExtension = 'http://hl7.org/fhir/StructureDefinition/language';

/**
 * Never throws: what is not there or of another kind is left out, and `checkSubmission` says so.
 * @param bundle a parsed body
 * @param repeats whether a question takes several answers; FHIR leaves that to the questionnaire
 */
export function submissionOf(bundle: unknown, repeats: (form: string, field: string) => boolean): unknown {
  const response = recordsIn(record(bundle).entry)
    .map(({ resource }) => record(resource))
    .find(({ resourceType }) => resourceType === 'QuestionnaireResponse');
  if (!response) return undefined;
  const [, form = '', formVersion] = /\/([^/|]+)\|([^|]+)$/.exec(text(response.questionnaire)) ?? [];
  const meta = record(response.meta);
  const answers = new Map<string, unknown>();
  const readable: Json[] = [];
  for (const { linkId, text: label, answer } of recordsIn(response.item)) {
    const values = recordsIn(answer).map(readAnswer);
    const field = text(linkId);
    answers.set(field, repeats(form, field) ? values.map(({ value }) => value) : values[0]?.value);
    if (typeof label !== 'string') continue;
    const lang = values[0]?.lang;
    readable.push({
      field,
      label,
      value: values.map(({ words }) => text(words)).join('; '),
      ...(lang === undefined ? {} : { lang }),
    });
  }
  return {
    schema: submissionSchema,
    id: text(record(response.identifier).value).replace(/^urn:uuid:/, ''),
    form,
    formVersion,
    language: response.language,
    easyWords: recordsIn(meta.tag).some(({ code }) => code === 'easy-words'),
    submittedAt: response.authored,
    page: meta.source,
    answers: Object.fromEntries(answers),
    readable,
  };
}

interface Value {
  value: unknown;
  words: unknown;
  lang?: unknown;
}

function readAnswer(answer: Json): Value {
  if (answer.valueBoolean === true) return { value: true, words: 'Yes' };
  if (answer.valueCoding !== undefined) {
    const { code, display } = record(answer.valueCoding);
    return { value: code, words: display ?? code };
  }
  // A time of the form has no seconds.
  const time = typeof answer.valueTime === 'string' ? answer.valueTime.replace(/:00$/, '') : undefined;
  const value = answer.valueDate ?? time ?? answer.valueString;
  const language = recordsIn(record(answer._valueString).extension).find(
    ({ url }) => url === languageExtension,
  );
  return { value, words: value, ...(language ? { lang: language.valueCode } : {}) };
}

/** `String()` throws at an object whose `toString` is no function, and any body can hold one. */
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const record = (value: unknown): Json => (isRecord(value) ? value : {});
const recordsIn = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);
