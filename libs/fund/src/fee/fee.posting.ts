import { credit, debit, definePosting, journalEntry, type JournalEntry } from '#libs/journal';
import type { Won } from '#libs/money';
import { CASH, EXPENSE, fundAccount } from '../fund/fund.charts.js';
import type { Dating } from '../fund/fund.posting.js';
import { FEE_PAYABLE } from './fee.charts.js';

export const FEE_BILLED = definePosting({
  code: 'fund.fee-billed',
  by: ['fee.bill'],
  name: { ko: '관리보수 청구', en: 'Management fee billed' },
  when: { ko: '한 분기의 관리보수를 청구한 때.', en: 'The management fee of a quarter is billed.' },
  charts: [EXPENSE, FEE_PAYABLE],
  lines: [{ debit: 'fund.expense/MANAGEMENT_FEE', credit: 'fund.fee-payable/bill', amount: 'amount billed' }],
});

export const FEE_PAID = definePosting({
  code: 'fund.fee-paid',
  by: ['expense.pay'],
  name: { ko: '관리보수 지급', en: 'Management fee paid' },
  when: { ko: '청구된 관리보수를 지급한 때.', en: 'A fee that was billed is paid.' },
  charts: [FEE_PAYABLE, CASH],
  lines: [{ debit: 'fund.fee-payable/bill', credit: 'fund.cash', amount: 'amount paid' }],
});

export const FEE_VOIDED = definePosting({
  code: 'fund.fee-voided',
  by: ['fee.void'],
  name: { ko: '관리보수 청구 취소', en: 'Fee bill voided' },
  when: { ko: '잘못 청구한 관리보수를 취소한 때.', en: 'A bill was wrong: its entry is mirrored.' },
  charts: [EXPENSE, FEE_PAYABLE],
  lines: [{ debit: 'fund.fee-payable/bill', credit: 'fund.expense/MANAGEMENT_FEE', amount: 'amount billed' }],
});

export const EXPENSE_VOIDED = definePosting({
  code: 'fund.expense-voided',
  by: ['expense.void'],
  name: { ko: '보수·비용 지급 취소', en: 'Expense voided' },
  when: { ko: '잘못 기록한 지급을 취소한 때.', en: 'A payment was recorded wrongly: its entry is mirrored.' },
  charts: [EXPENSE, FEE_PAYABLE, CASH],
  lines: [{ debit: 'fund.cash', credit: 'fund.expense/kind or fund.fee-payable/bill', amount: 'amount paid' }],
});

export const FEE_POSTINGS = [FEE_BILLED, FEE_PAID, FEE_VOIDED, EXPENSE_VOIDED];

/** The fee of a period becomes due; the amount is above zero. */
export function feeBilled(fundId: string, bill: { readonly id: string; readonly memo: string; readonly amountWon: Won }, dating: Dating): JournalEntry {
  return journalEntry(FEE_BILLED, {
    ...dating,
    subject: { kind: 'fee-bill', id: bill.id },
    memo: bill.memo,
    lines: [debit(fundAccount(EXPENSE, fundId, 'MANAGEMENT_FEE'), bill.amountWon), credit(fundAccount(FEE_PAYABLE, fundId, bill.id), bill.amountWon)],
  });
}

/** A bill is paid, whole or in part. */
export function feePaid(fundId: string, payment: { readonly id: string; readonly billId: string; readonly label: string; readonly amountWon: Won }, dating: Dating): JournalEntry {
  return journalEntry(FEE_PAID, {
    ...dating,
    subject: { kind: 'fund-expense', id: payment.id },
    memo: payment.label,
    lines: [debit(fundAccount(FEE_PAYABLE, fundId, payment.billId), payment.amountWon), credit(fundAccount(CASH, fundId), payment.amountWon)],
  });
}
