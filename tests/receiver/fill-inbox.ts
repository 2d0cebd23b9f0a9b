import { arabicWords, aSubmission } from './a-submission.ts';
import type { RunningReceiver } from './running-receiver.ts';

/**
 * Puts six different requests into an inbox: today's, short and long ones, with words in three scripts.
 * @returns their references, in the order sent
 */
export async function fillInbox(receiver: RunningReceiver): Promise<readonly string[]> {
  const { answers } = aSubmission();
  const submissions = [
    aSubmission(),
    aSubmission({ answers: { ...answers, date: '2026-11-24', time: '14:00' } }),
    aSubmission({
      language: 'ar',
      easyWords: true,
      answers: { ...answers, language: 'ar', mode: 'in-person', date: '2026-12-01' },
      readable: [
        { field: 'language', label: 'Language', value: 'Arabic (Levantine)' },
        { field: 'mode', label: 'How', value: 'In person' },
        { field: 'date', label: 'Date of the visit', value: 'Tuesday, December 1, 2026' },
        { field: 'time', label: 'Time', value: '10:30 AM' },
        { field: 'place', label: 'Where', value: 'عيادة العيون', lang: 'ar' },
        { field: 'gender', label: 'Interpreter', value: 'A woman, if possible' },
        { field: 'name', label: 'Name', value: 'ريما ناصر' },
        { field: 'phone', label: 'Phone', value: '+1 555 010 0199' },
        { field: 'safe-to-message', label: 'OK to leave a message', value: 'Yes' },
        {
          field: 'anything-else',
          label: 'Anything else',
          value: `${arabicWords} من فضلكم تكلموا ببطء، وقفوا أمامها.`,
          lang: 'ar',
        },
      ],
    }),
    aSubmission({
      language: 'es',
      answers: { language: 'ase', mode: 'in-person', date: '2027-01-14', name: 'x', phone: '555' },
      readable: [
        { field: 'language', label: 'Language', value: 'American Sign Language (ASL)' },
        { field: 'mode', label: 'How', value: 'In person' },
        { field: 'place', label: 'Where', value: 'Surgery talk' },
        {
          field: 'name',
          label: 'Name',
          value: 'Wolfeschlegelsteinhausenbergerdorff-Wolfeschlegelsteinhausenbergerdorff',
        },
        {
          field: 'email',
          label: 'Email',
          value: 'a.very.long.address.without.any.space.in.it@hospital-in-the-countryside.example',
        },
        { field: 'contact-language', label: 'Language to contact in', value: '' },
      ],
    }),
    aSubmission({ answers: { appointment: 'want-one' }, readable: [] }),
    aSubmission({ language: 'zh-Hans' }),
  ];
  const references: string[] = [];
  for (const submission of submissions) {
    const answer = await receiver.send(submission);
    if (answer.status !== 201) throw new Error(`A request was not taken: ${await answer.text()}`);
    references.push(((await answer.json()) as { reference: string }).reference);
  }
  return references;
}
