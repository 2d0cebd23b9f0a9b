import type { Hospital, PhoneName } from './hospital.ts';
import type { Region } from './structure.ts';

/** A fact a text may name as `{{name}}`. `phone` facts become telephone links. */
export interface Fact {
  kind: 'text' | 'phone' | 'email';
  value: string;
}

/** Phone facts and the phone each stands for. Without one of its own, a department is reached at the main phone. */
const phoneFacts: Readonly<Record<string, PhoneName>> = {
  phone: 'main',
  interpreterPhone: 'interpreter',
  emergencyDepartmentPhone: 'emergencyDepartment',
  nursePhone: 'nurse',
  advocatePhone: 'advocate',
  appointmentsPhone: 'appointments',
  financialHelpPhone: 'financialHelp',
  medicalRecordsPhone: 'medicalRecords',
  portalPhone: 'portal',
  ridesPhone: 'rides',
  socialWorkPhone: 'socialWork',
  chaplainPhone: 'chaplain',
};

/** Every name a text may use. The checker and the editors' guide list these. */
export const factNames: readonly string[] = [
  'hospitalName',
  ...Object.keys(phoneFacts),
  'emergencyNumber',
  'emergencyText',
  'relay',
  'videophone',
  'textNumber',
  'email',
  'leadTimeSpoken',
  'leadTimeSign',
  'leadTimeCart',
  'leadTimeRare',
  'replyWithinDays',
  'keptForDays',
  'hours',
];

/**
 * The facts a hospital has configured. `hours` is not among them: it is written in the reader's language by the view.
 * @returns a map without a prototype; a missing name is a fact that is not configured.
 */
export function factsOf(hospital: Hospital, region?: Region): Readonly<Record<string, Fact>> {
  const facts: Record<string, Fact> = Object.create(null);
  const put = (name: string, kind: Fact['kind'], value: string | number | undefined): void => {
    if (value !== undefined && value !== '') facts[name] = { kind, value: String(value) };
  };
  put('hospitalName', 'text', hospital.name);
  for (const name of Object.keys(phoneFacts)) {
    const phone = phoneFacts[name] as PhoneName;
    put(
      name,
      'phone',
      hospital.phones[phone] ?? (phone === 'emergencyDepartment' ? undefined : hospital.phones.main),
    );
  }
  put('emergencyNumber', 'phone', region?.emergency.number);
  put('emergencyText', 'phone', region?.emergency.sms);
  put('relay', 'phone', hospital.relay ?? region?.emergency.relay);
  put('videophone', 'phone', hospital.videophone);
  put('textNumber', 'phone', hospital.text);
  put('email', 'email', hospital.email);
  put('leadTimeSpoken', 'text', hospital.leadTimes.spoken);
  put('leadTimeSign', 'text', hospital.leadTimes.sign);
  put('leadTimeCart', 'text', hospital.leadTimes.cart);
  put('leadTimeRare', 'text', hospital.leadTimes.rare);
  put('replyWithinDays', 'text', hospital.replyWithinDays);
  put('keptForDays', 'text', hospital.keptForDays);
  return facts;
}
