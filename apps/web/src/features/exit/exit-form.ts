import type { Fault } from '../../design/form/faults.js';
import { parseDateInput } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import type { RecordExit } from './exit.requests.js';

export const EXIT_KINDS = ['LISTING', 'MERGER', 'OVER_THE_COUNTER', 'REDEMPTION', 'LIQUIDATION', 'PROJECT_SETTLEMENT', 'WRITE_OFF'] as const;

/** An exit as it is typed; every field is text. */
export interface ExitForm {
  investmentId: string;
  kind: string;
  exitedOn: string;
  shares: string;
  pricePerShareWon: string;
  proceedsWon: string;
  costWon: string;
  feeWon: string;
  taxWon: string;
  interestWon: string;
  escrowWon: string;
  escrowUntil: string;
  counterpartyName: string;
  counterpartyNumber: string;
  consentDocumentId: string;
  documentId: string;
  note: string;
}

export interface ExitWords {
  readonly missingDeal: string;
  readonly missingDate: string;
  readonly missingAmount: string;
}

const AMOUNTS = ['pricePerShareWon', 'costWon', 'feeWon', 'taxWon', 'interestWon', 'escrowWon'] as const;

/** What is typed as it is sent, and what is wrong with it; fields that are empty are left out. */
export function exitBody(form: ExitForm, words: ExitWords): { readonly body: RecordExit; readonly faults: Fault[] } {
  const faults: Fault[] = [];
  const proceeds = parseWonInput(form.proceedsWon === '' && form.kind === 'WRITE_OFF' ? '0' : form.proceedsWon);
  const day = parseDateInput(form.exitedOn);
  if (form.investmentId === '') faults.push({ pointer: '/investmentId', text: words.missingDeal });
  if (day === null) faults.push({ pointer: '/exitedOn', text: words.missingDate });
  if (!proceeds.ok) faults.push({ pointer: '/proceedsWon', text: words.missingAmount });
  const amounts: Partial<Record<(typeof AMOUNTS)[number], string>> = {};
  for (const name of AMOUNTS) {
    if (form[name].trim() === '') continue;
    const parsed = parseWonInput(form[name]);
    if (parsed.ok) amounts[name] = parsed.amount.toString();
    else faults.push({ pointer: `/${name}`, text: words.missingAmount });
  }
  const shares = form.shares.replaceAll(',', '').trim();
  const until = parseDateInput(form.escrowUntil);
  const body: RecordExit = {
    investmentId: form.investmentId,
    kind: form.kind as RecordExit['kind'],
    exitedOn: day ?? '',
    proceedsWon: proceeds.ok ? proceeds.amount.toString() : '',
    ...amounts,
    ...(shares === '' ? {} : { shares }),
    ...(until === null ? {} : { escrowUntil: until }),
    ...(form.counterpartyName.trim() === '' ? {} : { counterparty: { name: form.counterpartyName.trim(), ...(form.counterpartyNumber.trim() === '' ? {} : { businessNumber: form.counterpartyNumber.trim() }) } }),
    ...(form.kind === 'WRITE_OFF' || form.consentDocumentId === '' ? {} : { consentDocumentId: form.consentDocumentId }),
    ...(form.kind === 'WRITE_OFF' || form.documentId === '' ? {} : { documentId: form.documentId }),
    ...(form.note.trim() === '' ? {} : { note: form.note.trim() }),
  };
  return { body, faults };
}
