import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import type { ReceiveApplication } from './application.requests.js';

/** The form of a receipt as it is typed. */
export interface ReceiptForm {
  company: { name: string; businessNumber: string };
  representative: string;
  officers: string;
  contractNumber: string;
  contractOn: string;
  technology: string;
  researcher: string;
  researcherNumber: string;
  institution: string;
  requestedWon: string;
  receivedOn: string;
  receivedTime: string;
  consented: boolean;
  clearance: string;
  phone: string;
  address: string;
  services: string;
  note: string;
}

const TEXTS = ['representative', 'officers', 'contractNumber', 'technology', 'researcher', 'researcherNumber', 'institution', 'receivedTime', 'clearance', 'phone', 'address', 'services', 'note'] as const;

export function blankReceipt(): ReceiptForm {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, ''])) as Record<(typeof TEXTS)[number], string>;
  return { ...texts, company: { name: '', businessNumber: '' }, contractOn: '', requestedWon: '', receivedOn: todayInSeoul(), consented: false };
}

/** What the form itself can tell, by the key of its sentence; everything else is the server's to say. */
export function faultsOfReceipt({ company, contractOn, receivedOn, requestedWon }: ReceiptForm): { pointer: string; text: 'company' | 'businessNumber' | 'date' | 'amount' }[] {
  const amount = parseWonInput(requestedWon);
  return [
    ...(company.name.trim() === '' ? [{ pointer: '/company/name', text: 'company' as const }] : []),
    ...(/^\d{10}$/.test(company.businessNumber.replace(/[\s-]/g, '')) ? [] : [{ pointer: '/company/businessNumber', text: 'businessNumber' as const }]),
    ...(contractOn.trim() === '' || parseDateInput(contractOn) !== null ? [] : [{ pointer: '/contractOn', text: 'date' as const }]),
    ...(parseDateInput(receivedOn) !== null ? [] : [{ pointer: '/receivedOn', text: 'date' as const }]),
    ...(requestedWon.trim() === '' || (amount.ok && amount.amount > 0n) ? [] : [{ pointer: '/requestedWon', text: 'amount' as const }]),
  ];
}

/** What is sent: empty answers are left out. */
export function receiptBody(form: ReceiptForm): ReceiveApplication {
  const texts = Object.fromEntries(TEXTS.flatMap((name) => (form[name].trim() === '' ? [] : [[name, form[name].trim()]])));
  const amount = parseWonInput(form.requestedWon);
  const [contractOn, receivedOn] = [parseDateInput(form.contractOn), parseDateInput(form.receivedOn)];
  return {
    ...texts,
    company: { name: form.company.name.trim(), businessNumber: form.company.businessNumber.trim() },
    // Not ticked says nothing: whether there is a form is for the screening to ask.
    ...(form.consented ? { consented: true } : {}),
    ...(contractOn === null ? {} : { contractOn }),
    ...(receivedOn === null ? {} : { receivedOn }),
    ...(amount.ok && amount.amount > 0n ? { requestedWon: amount.amount.toString() } : {}),
  };
}
