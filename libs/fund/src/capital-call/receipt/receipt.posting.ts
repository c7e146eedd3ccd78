import { definePosting } from '#libs/journal';
import { FUND_CHARTS } from '../../fund/fund.charts.js';

export const CAPITAL_RECEIPT_REVERSED = definePosting({
  code: 'fund.capital-receipt-reversed',
  by: ['capital-receipt.reverse', 'bank-match.undo', 'bank-statement.import'],
  name: { ko: '출자금 납입 취소', en: 'Receipt of capital reversed' },
  when: { ko: '잘못 기록된 납입을 역분개로 취소한 때.', en: 'A receipt that should not have been booked is undone by mirrored entries.' },
  charts: FUND_CHARTS,
  lines: [{ debit: 'the lines of what is undone, on their other sides', credit: '', amount: 'the same' }],
});
