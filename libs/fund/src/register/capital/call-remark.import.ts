import { daysBetween } from '#libs/calendar';
import { formatWon, won } from '#libs/money';
import { remark, type RowRemark } from '#libs/sheet';
import { overdueInterest } from '../../capital-call/capital-call.rules.js';
import type { Book } from '../reading/book.import.js';
import type { CallRow } from './call.import.js';
import { callShareKey } from './call-key.import.js';
import { receivedOf, sharesOf } from './call-record.import.js';

/** Warnings about what came: late, or less than was called by the end of the file. */
export function remarkPayments(rows: readonly CallRow[], book: Book): void {
  const called = sharesOf(book.facts.callPayments);
  const received = receivedOf(book.facts.callPayments);
  for (const row of rows) {
    if (row.fact === null) continue;
    row.remarks.push(...latePayment(row, book));
    const key = callShareKey(row.fact);
    if (row.fact.calledWon !== null) row.remarks.push(...shortPayment(row, called.get(key) ?? 0n, received.get(key) ?? 0n));
  }
}

/** LATE_PAYMENT: the money came after the due date of the row; interest = floor(amount × rate × days / 365). */
function latePayment({ fact, reading }: CallRow, book: Book): RowRemark[] {
  const dueOn = reading.values.dueOn ?? fact?.dueOn;
  if (fact === null || fact.valueOn === null || fact.receivedWon === null || dueOn === undefined || fact.valueOn <= dueOn) return [];
  const rate = book.funds.get(fact.fund)?.overdueRate ?? book.limits.overdueRate;
  const days = daysBetween(dueOn, fact.valueOn);
  const interest = formatWon(overdueInterest(fact.receivedWon, dueOn, fact.valueOn, rate));
  return [
    remark(
      'LATE_PAYMENT',
      reading.at('valueOn'),
      {
        ko: `납입기한보다 ${days}일 늦었습니다. 연체이자(연 ${rate / 100}%) ${interest}원.`,
        en: `${days} days after the due date. Overdue interest at ${rate / 100} % a year: ${interest} won.`,
      },
      { ko: '연체이자를 청구하거나 면제 근거를 남기십시오.', en: 'Claim the interest, or put the ground for waiving it on record.' },
    ),
  ];
}

/** SHORT_PAYMENT: all payments of the partner to the call together are less than was called. */
function shortPayment({ reading }: CallRow, called: bigint, received: bigint): RowRemark[] {
  if (received >= called) return [];
  const unpaid = formatWon(won(called - received));
  return [
    remark(
      'SHORT_PAYMENT',
      reading.at('received'),
      { ko: `요청금액보다 ${unpaid}원 적게 납입되었습니다.`, en: `${unpaid} won of what was called have not come.` },
      { ko: '추가 납입이 있으면 요청금액을 비운 행으로 덧붙이십시오.', en: 'Add a later payment as a row without a called amount.' },
    ),
  ];
}
