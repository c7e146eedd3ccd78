import type { LocalDate } from '#libs/calendar';
import { credit, debit, definePosting, journalEntry, type JournalEntry } from '#libs/journal';
import {
  CLAWBACK_RECEIVABLE, PAYABLE_PUBLIC, RECOVERED_CASH, RECOVERY_INTEREST, RECOVERY_PENALTY, RECOVERY_PRINCIPAL, RECOVERY_SURCHARGE, WRITTEN_OFF, yearAccount,
} from '../year/year.charts.js';

export const CLAWBACK_DECIDED = definePosting({
  code: 'voucher.clawback-decided',
  by: ['clawback.decide'],
  name: { ko: '환수 결정', en: 'Clawback decided' },
  when: { ko: '부정하게 나간 금액의 환수와 이자·제재부가금을 결정한 때.', en: 'Improperly paid money is claimed back with interest and penalty.' },
  charts: [CLAWBACK_RECEIVABLE, RECOVERY_PRINCIPAL, RECOVERY_INTEREST, RECOVERY_PENALTY],
  lines: [
    { debit: 'voucher.clawback-receivable/clawback', credit: 'voucher.recovery-principal', amount: 'principal' },
    { debit: 'voucher.clawback-receivable/clawback', credit: 'voucher.recovery-interest', amount: 'interest' },
    { debit: 'voucher.clawback-receivable/clawback', credit: 'voucher.recovery-penalty', amount: 'penalty' },
  ],
});
export const CLAWBACK_RECEIVED = definePosting({
  code: 'voucher.clawback-received',
  by: ['clawback.receive'],
  name: { ko: '환수금 수납', en: 'Clawback received' },
  when: { ko: '환수금이 들어온 때.', en: 'Money arrives for a clawback.' },
  charts: [RECOVERED_CASH, CLAWBACK_RECEIVABLE],
  lines: [{ debit: 'voucher.recovered-cash', credit: 'voucher.clawback-receivable/clawback', amount: 'amount received' }],
});
export const CLAWBACK_OFFSET = definePosting({
  code: 'voucher.clawback-offset',
  by: ['clawback.offset'],
  name: { ko: '환수금 상계', en: 'Clawback set off' },
  when: { ko: '같은 기관에 줄 정부지원금과 환수금을 상계한 때.', en: 'A clawback is set off against what the debtor is owed from public money.' },
  charts: [PAYABLE_PUBLIC, CLAWBACK_RECEIVABLE],
  lines: [{ debit: 'voucher.payable-public/provider', credit: 'voucher.clawback-receivable/clawback', amount: 'amount set off' }],
});
export const CLAWBACK_SURCHARGED = definePosting({
  code: 'voucher.clawback-surcharged',
  by: ['clawback.surcharge'],
  name: { ko: '가산금 부과', en: 'Late surcharge' },
  when: { ko: '납부기한을 넘긴 환수금에 가산금을 매긴 때.', en: 'A surcharge is added to a clawback that is overdue.' },
  charts: [CLAWBACK_RECEIVABLE, RECOVERY_SURCHARGE],
  lines: [{ debit: 'voucher.clawback-receivable/clawback', credit: 'voucher.recovery-surcharge', amount: 'surcharge' }],
});
export const CLAWBACK_WRITTEN_OFF = definePosting({
  code: 'voucher.clawback-written-off',
  by: ['clawback.write-off'],
  name: { ko: '환수금 결손처분', en: 'Clawback written off' },
  when: { ko: '받을 수 없는 환수금을 결손처분한 때.', en: 'A clawback that cannot be collected is given up.' },
  charts: [WRITTEN_OFF, CLAWBACK_RECEIVABLE],
  lines: [{ debit: 'voucher.written-off', credit: 'voucher.clawback-receivable/clawback', amount: 'amount given up' }],
});
export const CLAWBACK_REINSTATED = definePosting({
  code: 'voucher.clawback-reinstated',
  by: ['clawback.receive', 'clawback.offset'],
  name: { ko: '결손처분 취소(회수)', en: 'Write-off reinstated' },
  when: { ko: '결손처분한 환수금이 뒤에 들어와 그만큼 미수금을 되살린 때.', en: 'Money arrives for a claim that was given up: that much of it stands again.' },
  charts: [CLAWBACK_RECEIVABLE, WRITTEN_OFF],
  lines: [{ debit: 'voucher.clawback-receivable/clawback', credit: 'voucher.written-off', amount: 'amount that arrived' }],
});
export const CLAWBACK_RECEIPT_REVERSED = definePosting({
  code: 'voucher.clawback-receipt-reversed',
  by: ['clawback-receipt.reverse', 'bank-statement.import'],
  name: { ko: '환수금 수납 취소', en: 'Receipt of a clawback reversed' },
  when: { ko: '잘못 기록한 수납을 취소한 때. 처음의 분개를 그대로 되돌린다.', en: 'A receipt that was recorded wrongly is undone by the mirrored entry.' },
  charts: [RECOVERED_CASH, CLAWBACK_RECEIVABLE],
  lines: [{ debit: 'voucher.clawback-receivable/clawback', credit: 'voucher.recovered-cash', amount: 'the same' }],
});
export const CLAWBACK_GIVEN_UP_AGAIN = definePosting({
  code: 'voucher.clawback-given-up-again',
  by: ['clawback-receipt.reverse', 'bank-statement.import'],
  name: { ko: '결손처분 부활 취소', en: 'Reinstated clawback given up again' },
  when: { ko: '수납을 취소하여 그 수납으로 되살렸던 결손처분이 다시 서는 때.', en: 'What a receipt had reinstated of a write-off stands written off again, for the receipt was none.' },
  charts: [WRITTEN_OFF, CLAWBACK_RECEIVABLE],
  lines: [{ debit: 'voucher.written-off', credit: 'voucher.clawback-receivable/clawback', amount: 'what is written off without the receipt, less what was with it' }],
});
export const CLAWBACK_POSTINGS = [
  ...[CLAWBACK_DECIDED, CLAWBACK_RECEIVED, CLAWBACK_OFFSET, CLAWBACK_SURCHARGED, CLAWBACK_WRITTEN_OFF, CLAWBACK_REINSTATED],
  ...[CLAWBACK_RECEIPT_REVERSED, CLAWBACK_GIVEN_UP_AGAIN],
];

interface OfOneClawback {
  readonly yearId: string;
  readonly clawbackId: string;
  readonly effectiveOn: LocalDate;
  readonly memo: string;
}

const about = ({ clawbackId, effectiveOn, memo }: OfOneClawback) => ({ effectiveOn, memo, subject: { kind: 'clawback', id: clawbackId } });
const receivable = ({ yearId, clawbackId }: OfOneClawback) => yearAccount(CLAWBACK_RECEIVABLE, yearId, clawbackId);

export function clawbackDecided(clawback: OfOneClawback, amounts: { readonly principalWon: bigint; readonly interestWon: bigint; readonly penaltyWon: bigint }): JournalEntry {
  const { principalWon, interestWon, penaltyWon } = amounts;
  return journalEntry(CLAWBACK_DECIDED, {
    ...about(clawback),
    lines: [
      debit(receivable(clawback), principalWon + interestWon + penaltyWon),
      credit(yearAccount(RECOVERY_PRINCIPAL, clawback.yearId), principalWon),
      credit(yearAccount(RECOVERY_INTEREST, clawback.yearId), interestWon),
      credit(yearAccount(RECOVERY_PENALTY, clawback.yearId), penaltyWon),
    ],
  });
}

export function clawbackReceived(clawback: OfOneClawback, amountWon: bigint): JournalEntry {
  return journalEntry(CLAWBACK_RECEIVED, { ...about(clawback), lines: [debit(yearAccount(RECOVERED_CASH, clawback.yearId), amountWon), credit(receivable(clawback), amountWon)] });
}

export function clawbackOffset(clawback: OfOneClawback, payeeId: string, amountWon: bigint): JournalEntry {
  return journalEntry(CLAWBACK_OFFSET, { ...about(clawback), lines: [debit(yearAccount(PAYABLE_PUBLIC, clawback.yearId, payeeId), amountWon), credit(receivable(clawback), amountWon)] });
}

export function clawbackSurcharged(clawback: OfOneClawback, amountWon: bigint): JournalEntry {
  return journalEntry(CLAWBACK_SURCHARGED, { ...about(clawback), lines: [debit(receivable(clawback), amountWon), credit(yearAccount(RECOVERY_SURCHARGE, clawback.yearId), amountWon)] });
}

export function clawbackWrittenOff(clawback: OfOneClawback, amountWon: bigint): JournalEntry {
  return journalEntry(CLAWBACK_WRITTEN_OFF, { ...about(clawback), lines: [debit(yearAccount(WRITTEN_OFF, clawback.yearId), amountWon), credit(receivable(clawback), amountWon)] });
}

export function clawbackGivenUpAgain(clawback: OfOneClawback, amountWon: bigint): JournalEntry {
  return journalEntry(CLAWBACK_GIVEN_UP_AGAIN, { ...about(clawback), lines: [debit(yearAccount(WRITTEN_OFF, clawback.yearId), amountWon), credit(receivable(clawback), amountWon)] });
}

export function clawbackReinstated(clawback: OfOneClawback, amountWon: bigint): JournalEntry {
  return journalEntry(CLAWBACK_REINSTATED, { ...about(clawback), lines: [debit(receivable(clawback), amountWon), credit(yearAccount(WRITTEN_OFF, clawback.yearId), amountWon)] });
}
