import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import type { PlanProject } from '../matching-pool/matching.queries.js';

export interface PartyForm {
  name: string;
  businessNumber: string;
  institution: string;
  zone: string;
  place: string;
}

export interface PlanForm {
  title: string;
  technology: string;
  receivedOn: string;
  periodFrom: string;
  periodTo: string;
  company: PartyForm;
  performer: PartyForm;
  researcher: string;
  researcherNumber: string;
  chosenBecause: string;
  relation: string;
  relationNote: string;
  privateWon: string;
  ipTerms: string;
  royaltyTerms: string;
}

const party = (institution: string): PartyForm => ({ name: '', businessNumber: '', institution, zone: '', place: '' });

export const blankPlan = (fiscalYear: number): PlanForm => ({
  ...{ title: '', technology: '', receivedOn: todayInSeoul(), periodFrom: '', periodTo: `${fiscalYear}-12-31`, company: party('SME'), performer: party('NON_PROFIT') },
  ...{ researcher: '', researcherNumber: '', chosenBecause: '', relation: 'NONE', relationNote: '', privateWon: '', ipTerms: '', royaltyTerms: '' },
});

export interface PlanFault {
  readonly pointer: string;
  readonly wrong: 'missing' | 'date' | 'won';
}

/** What is sent, and what stands in its way. */
export function readPlan(form: PlanForm): { readonly body: PlanProject; readonly found: readonly PlanFault[] } {
  const found: PlanFault[] = [];
  const text = (pointer: string, value: string): string => {
    if (value.trim() === '') found.push({ pointer, wrong: 'missing' });
    return value.trim();
  };
  const date = (pointer: string, value: string): string => {
    const read = parseDateInput(value);
    if (read === null) found.push({ pointer, wrong: 'date' });
    return read ?? '';
  };
  const optional = <Key extends string>(key: Key, value: string): Partial<Record<Key, string>> => (value.trim() === '' ? {} : ({ [key]: value.trim() } as Record<Key, string>));
  const partyOf = (pointer: string, { name, businessNumber, institution, zone, place }: PartyForm) => ({
    ...{ name: text(`${pointer}/name`, name), businessNumber: text(`${pointer}/businessNumber`, businessNumber), institution },
    ...(zone === '' ? {} : { zone, place: text(`${pointer}/place`, place) }),
  });
  const amount = parseWonInput(form.privateWon);
  if (!amount.ok) found.push({ pointer: '/privateWon', wrong: 'won' });
  const body = {
    ...{ title: text('/title', form.title), receivedOn: date('/receivedOn', form.receivedOn), periodFrom: date('/periodFrom', form.periodFrom), periodTo: date('/periodTo', form.periodTo) },
    ...{ company: partyOf('/company', form.company), performer: partyOf('/performer', form.performer), researcher: text('/researcher', form.researcher), chosenBecause: text('/chosenBecause', form.chosenBecause) },
    ...{ relation: form.relation, privateWon: amount.ok ? amount.amount.toString() : '', ipTerms: text('/ipTerms', form.ipTerms), royaltyTerms: text('/royaltyTerms', form.royaltyTerms) },
    ...optional('technology', form.technology),
    ...optional('researcherNumber', form.researcherNumber),
    ...(form.relation === 'NONE' ? {} : { relationNote: text('/relationNote', form.relationNote) }),
  };
  return { body: body as PlanProject, found };
}
