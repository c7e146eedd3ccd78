import type { Fault } from '../../design/form/faults.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import type { ApplicationForm } from './grant-application.requests.js';

export const AMOUNTS = ['governmentWon', 'ownCashWon', 'ownInKindWon', 'localWon', 'otherWon'] as const;

export interface ApplicantForm {
  organisation: { name: string; businessNumber: string };
  role: string;
  institution: string;
  investigator: string;
  investigatorNumber: string;
  governmentWon: string;
  ownCashWon: string;
  ownInKindWon: string;
  localWon: string;
  otherWon: string;
}

export interface ReceiptForm {
  title: string;
  technology: string;
  subProgramme: string;
  broker: string;
  receivedOn: string;
  periodFrom: string;
  periodTo: string;
  applicants: ApplicantForm[];
}

export const blankApplicant = (role: string): ApplicantForm => ({
  ...{ organisation: { name: '', businessNumber: '' }, role, institution: 'SME', investigator: '', investigatorNumber: '' },
  ...{ governmentWon: '', ownCashWon: '', ownInKindWon: '', localWon: '', otherWon: '' },
});

export const blankReceipt = (fiscalYear: number): ReceiptForm => ({
  ...{ title: '', technology: '', subProgramme: '', broker: '', receivedOn: todayInSeoul() },
  ...{ periodFrom: `${fiscalYear}-04-01`, periodTo: `${fiscalYear}-12-31`, applicants: [blankApplicant('LEAD')] },
});

/** What is missing or cannot be read, by what is wrong with it. */
export interface ReadReceipt {
  readonly body: ApplicationForm;
  readonly found: readonly (Omit<Fault, 'text'> & { readonly wrong: 'missing' | 'date' | 'won' })[];
}

/** The form as it is sent. */
export function readReceipt(form: ReceiptForm): ReadReceipt {
  const found: ReadReceipt['found'][number][] = [];
  const day = (pointer: string, text: string): string => {
    const date = parseDateInput(text);
    if (date === null) found.push({ pointer, wrong: 'date' });
    return date ?? '';
  };
  const want = (pointer: string, text: string): string => {
    if (text.trim() === '') found.push({ pointer, wrong: 'missing' });
    return text.trim();
  };
  const body: ApplicationForm = {
    title: want('/title', form.title),
    ...given('technology', form.technology),
    ...given('subProgramme', form.subProgramme),
    ...given('broker', form.broker),
    ...{ receivedOn: day('/receivedOn', form.receivedOn), periodFrom: day('/periodFrom', form.periodFrom), periodTo: day('/periodTo', form.periodTo) },
    applicants: form.applicants.map((each, index) => {
      const at = `/applicants/${index}`;
      const amounts = AMOUNTS.map((key) => {
        const read = each[key].trim() === '' ? { ok: true as const, amount: 0n } : parseWonInput(each[key]);
        if (!read.ok) found.push({ pointer: `${at}/${key}`, wrong: 'won' });
        return [key, read.ok ? read.amount.toString() : '0'] as const;
      });
      return {
        organisation: { name: want(`${at}/organisation/name`, each.organisation.name), businessNumber: want(`${at}/organisation/businessNumber`, each.organisation.businessNumber) },
        ...{ role: each.role as 'LEAD', institution: each.institution as 'SME' },
        ...given('investigator', each.investigator),
        ...given('investigatorNumber', each.investigatorNumber),
        ...(Object.fromEntries(amounts) as Record<(typeof AMOUNTS)[number], string>),
      };
    }),
  };
  return { body, found };
}

const given = <Key extends string>(key: Key, text: string): Partial<Record<Key, string>> => (text.trim() === '' ? {} : ({ [key]: text.trim() } as Record<Key, string>));
