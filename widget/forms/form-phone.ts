import type { FormStructure } from '../contract/form.ts';

/** The fact that holds the phone of whoever arranges what the form asks for, e.g. `advocatePhone`. */
export function phoneFact({ phone = 'main' }: FormStructure): string {
  return phone === 'main' ? 'phone' : `${phone}Phone`;
}

/** A text all forms share, with `{{formPhone}}` as the phone fact of this one, which becomes a link like any other. */
export function withFormPhone(text: string, structure: FormStructure): string {
  return text.replaceAll('{{formPhone}}', `{{${phoneFact(structure)}}}`);
}

/** The same for a text of the widget itself, which knows only the main phone: `[{{phone}}](phone)`. */
export function withFormPhoneLink(text: string, structure: FormStructure): string {
  const { phone = 'main' } = structure;
  return withFormPhone(text.replaceAll('{{phone}}', '{{formPhone}}'), structure).replaceAll(
    '](phone)',
    `](phone:${phone})`,
  );
}
