import type { LocalDate } from '#libs/calendar';
import { credit, debit, definePosting, journalEntry, type JournalEntry } from '#libs/journal';
import { grantAccount } from '../call/call.charts.js';
import { OUTCOME_CASH, OUTCOME_DUE, OUTCOME_RECEIVABLE } from './outcome-claim.charts.js';

export const OUTCOME_CLAIMED = definePosting({
  code: 'grant.outcome-claimed',
  by: ['grant-royalty.notify', 'grant-asset.dispose'],
  name: { ko: '정부 몫 고지', en: 'Government’s part claimed' },
  when: { ko: '정부납부기술료나 자산 처분수입의 정부 몫을 고지한 때.', en: 'A notice claims the government’s royalty, or its part of what an asset brought.' },
  charts: [OUTCOME_RECEIVABLE, OUTCOME_DUE],
  lines: [{ debit: 'grant.outcome-receivable/claim', credit: 'grant.outcome-due', amount: 'amount of the notice' }],
});
export const OUTCOME_RECEIVED = definePosting({
  code: 'grant.outcome-received',
  by: ['outcome-claim.receive', 'bank-match.confirm'],
  name: { ko: '정부 몫 수납', en: 'Government’s part received' },
  when: { ko: '고지한 금액이 들어온 때.', en: 'Money arrives for a notice.' },
  charts: [OUTCOME_CASH, OUTCOME_RECEIVABLE],
  lines: [{ debit: 'grant.outcome-cash', credit: 'grant.outcome-receivable/claim', amount: 'amount received' }],
});
export const OUTCOME_RECEIPT_REVERSED = definePosting({
  code: 'grant.outcome-receipt-reversed',
  by: ['outcome-receipt.reverse', 'bank-match.undo', 'bank-statement.import'],
  name: { ko: '정부 몫 수납 취소', en: 'Receipt of the government’s part reversed' },
  when: { ko: '잘못 기록한 수납을 취소한 때. 처음의 분개를 그대로 되돌린다.', en: 'A receipt that was recorded wrongly is undone by the mirrored entry.' },
  charts: [OUTCOME_CASH, OUTCOME_RECEIVABLE],
  lines: [{ debit: 'grant.outcome-receivable/claim', credit: 'grant.outcome-cash', amount: 'the same' }],
});
export const OUTCOME_REMITTED = definePosting({
  code: 'grant.outcome-remitted',
  by: ['outcome-claim.remit'],
  name: { ko: '정부 몫 국고납입', en: 'Government’s part remitted' },
  when: { ko: '들어온 금액을 국고에 납입한 때.', en: 'What was received is paid to the Treasury.' },
  charts: [OUTCOME_CASH, OUTCOME_DUE],
  lines: [{ debit: 'grant.outcome-due', credit: 'grant.outcome-cash', amount: 'amount remitted' }],
});
export const OUTCOME_POSTINGS = [OUTCOME_CLAIMED, OUTCOME_RECEIVED, OUTCOME_RECEIPT_REVERSED, OUTCOME_REMITTED];

interface OfOneClaim {
  readonly callId: string;
  readonly claimId: string;
  readonly effectiveOn: LocalDate;
  readonly memo: string;
}

const about = ({ claimId, effectiveOn, memo }: OfOneClaim) => ({ effectiveOn, memo, subject: { kind: 'outcome-claim', id: claimId } });

export function outcomeClaimed(claim: OfOneClaim, amountWon: bigint): JournalEntry {
  const lines = [debit(grantAccount(OUTCOME_RECEIVABLE, claim.callId, claim.claimId), amountWon), credit(grantAccount(OUTCOME_DUE, claim.callId), amountWon)];
  return journalEntry(OUTCOME_CLAIMED, { ...about(claim), lines });
}

export function outcomeReceived(claim: OfOneClaim, amountWon: bigint): JournalEntry {
  const lines = [debit(grantAccount(OUTCOME_CASH, claim.callId), amountWon), credit(grantAccount(OUTCOME_RECEIVABLE, claim.callId, claim.claimId), amountWon)];
  return journalEntry(OUTCOME_RECEIVED, { ...about(claim), lines });
}

export function outcomeRemitted(remittance: Omit<OfOneClaim, 'claimId'> & { readonly remittanceId: string }, amountWon: bigint): JournalEntry {
  const { callId, remittanceId, effectiveOn, memo } = remittance;
  const lines = [debit(grantAccount(OUTCOME_DUE, callId), amountWon), credit(grantAccount(OUTCOME_CASH, callId), amountWon)];
  return journalEntry(OUTCOME_REMITTED, { effectiveOn, memo, subject: { kind: 'outcome-remittance', id: remittanceId }, lines });
}
