import { parseDateInput } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import type { AgreeVouchers, ApplicationSummary, Deposit } from './application.requests.js';

/** What was typed about one agreement. */
export interface AgreementDraft {
  readonly chosen: boolean;
  readonly amountWon: string;
  readonly brokerId: string;
}

/** What was typed about one deposit. */
export interface DepositDraft {
  readonly chosen: boolean;
  readonly amountWon: string;
  readonly bankReference: string;
}

export type AgreementDrafts = Readonly<Record<string, AgreementDraft>>;
export type DepositDrafts = Readonly<Record<string, DepositDraft>>;

type Row = Pick<ApplicationSummary, 'voucherId'>;

/** The lesser of request and face value, as nearly every agreement has it. */
export function firstAgreement({ requestedWon }: Pick<ApplicationSummary, 'requestedWon'>, faceWon: string): AgreementDraft {
  const least = faceWon !== '' && BigInt(faceWon) < BigInt(requestedWon) ? faceWon : requestedWon;
  return { chosen: true, amountWon: formatWon(least), brokerId: '' };
}

/** The chosen rows as they are sent; null while nothing is chosen or something is not complete. */
export function agreementsOf(rows: readonly Row[], drafts: AgreementDrafts, agreedOn: string): AgreeVouchers | null {
  const [date, chosen] = [parseDateInput(agreedOn), chosenOf(rows, drafts)];
  if (date === null || chosen === null || chosen.length === 0) return null;
  return { agreedOn: date, vouchers: chosen.map(({ voucherId, amountWon, draft }) => ({ voucherId, amountWon, ...(draft.brokerId === '' ? {} : { brokerId: draft.brokerId }) })) };
}

/** The same for deposits: nothing chosen is an empty list. */
export function depositsOf(rows: readonly Row[], drafts: DepositDrafts, valueOn: string): Deposit[] | null {
  const [date, chosen] = [parseDateInput(valueOn), chosenOf(rows, drafts)];
  if (date === null || chosen === null) return null;
  return chosen.map(({ voucherId, amountWon, draft }) => ({ voucherId, amountWon, valueOn: date, ...(draft.bankReference.trim() === '' ? {} : { bankReference: draft.bankReference.trim() }) }));
}

function chosenOf<Draft extends { readonly chosen: boolean; readonly amountWon: string }>(rows: readonly Row[], drafts: Readonly<Record<string, Draft>>): { voucherId: string; amountWon: string; draft: Draft }[] | null {
  const chosen: { voucherId: string; amountWon: string; draft: Draft }[] = [];
  for (const { voucherId } of rows) {
    const draft = drafts[voucherId];
    if (draft?.chosen !== true) continue;
    const amount = parseWonInput(draft.amountWon);
    if (!amount.ok || amount.amount === 0n) return null;
    chosen.push({ voucherId, amountWon: amount.amount.toString(), draft });
  }
  return chosen;
}
