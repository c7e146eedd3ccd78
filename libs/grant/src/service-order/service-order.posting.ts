import type { LocalDate } from '#libs/calendar';
import { PAYING_COMMANDS, RETURNING_COMMANDS, credit, debit, definePosting, journalEntry, type JournalEntry } from '#libs/journal';
import type { Payable } from '#libs/payment';
import { COMMITMENT_LAPSED } from '../agreement/agreement.posting.js';
import { APPROPRIATION, APPROPRIATION_CARRIED, AVAILABLE, COMMITTED, grantAccount, PAYABLE } from '../call/call.charts.js';
import { fiscalYearOf } from '../call/call.js';

const SOURCES = [PAYABLE, APPROPRIATION, APPROPRIATION_CARRIED];

export const ORDER_ACCEPTED = definePosting({
  code: 'grant.service-order-accepted',
  by: ['service-order.accept'],
  name: { ko: '성능평가·시험 의뢰 접수', en: 'Service order accepted' },
  when: { ko: '기관이 의뢰를 접수하여 정부 부담분을 예산에서 확보한 때.', en: 'A laboratory accepts an order: the government’s part is taken from the budget.' },
  charts: [AVAILABLE, COMMITTED],
  lines: [{ debit: 'grant.available/fiscal year', credit: 'grant.committed/order', amount: 'government’s part' }],
});
export const ORDER_CANCELLED = definePosting({
  code: 'grant.service-order-cancelled',
  by: ['service-order.cancel', 'grant-year.close'],
  name: { ko: '성능평가·시험 의뢰 취소', en: 'Service order cancelled' },
  when: { ko: '접수된 의뢰를 취소하거나 회계연도를 마감하며 이월하지 않아 확보한 예산을 되돌린 때.', en: 'An accepted order is given up, or not carried over at the end of its year: its budget is free again.' },
  charts: [AVAILABLE, COMMITTED],
  lines: [{ debit: 'grant.committed/order', credit: 'grant.available/fiscal year', amount: 'government’s part' }],
});
export const ORDER_APPROVED = definePosting({
  code: 'grant.service-order-approved',
  by: ['service-order.approve'],
  name: { ko: '성능평가·시험 지급결정', en: 'Service order approved for payment' },
  when: { ko: '성적서를 확인하고 정부 부담분의 지급을 결정한 때.', en: 'The certificate is in order: the government’s part is to be paid.' },
  charts: [COMMITTED, PAYABLE],
  lines: [{ debit: 'grant.committed/order', credit: 'grant.payable/order', amount: 'government’s part' }],
});
export const ORDER_PAID = definePosting({
  code: 'grant.service-order-paid',
  by: [...PAYING_COMMANDS],
  name: { ko: '성능평가·시험 수수료 지급', en: 'Service order paid' },
  when: { ko: '지급 묶음으로 정부 부담분을 이체한 때. 이월한 의뢰는 이월예산에서 나간다.', en: 'A payment run transfers the government’s part; of an order carried over, out of money carried over.' },
  charts: SOURCES,
  lines: [{ debit: 'grant.payable/order', credit: 'grant.appropriation or grant.appropriation-carried/fiscal year', amount: 'amount transferred' }],
});
export const ORDER_RETURNED = definePosting({
  code: 'grant.service-order-returned',
  by: [...RETURNING_COMMANDS],
  name: { ko: '성능평가·시험 수수료 반송', en: 'Service order sent back' },
  when: { ko: '은행이 이체를 돌려보낸 때.', en: 'The bank sends the transfer back.' },
  charts: SOURCES,
  lines: [{ debit: 'grant.appropriation or grant.appropriation-carried/fiscal year', credit: 'grant.payable/order', amount: 'amount sent back' }],
});
export const ORDER_POSTINGS = [ORDER_ACCEPTED, ORDER_CANCELLED, ORDER_APPROVED, ORDER_PAID, ORDER_RETURNED];

interface OfOneOrder {
  readonly callId: string;
  readonly orderId: string;
  readonly fiscalYear: number;
  readonly effectiveOn: LocalDate;
  readonly memo: string;
}

const about = ({ orderId, effectiveOn, memo }: OfOneOrder) => ({ effectiveOn, memo, subject: { kind: 'service-order', id: orderId } });
const available = ({ callId, fiscalYear }: OfOneOrder) => grantAccount(AVAILABLE, callId, `${fiscalYear}`);
const committed = ({ callId, orderId }: OfOneOrder) => grantAccount(COMMITTED, callId, orderId);

export function orderAccepted(order: OfOneOrder, governmentWon: bigint): JournalEntry {
  return journalEntry(ORDER_ACCEPTED, { ...about(order), lines: [debit(available(order), governmentWon), credit(committed(order), governmentWon)] });
}

export function orderCancelled(order: OfOneOrder, governmentWon: bigint): JournalEntry {
  return journalEntry(ORDER_CANCELLED, { ...about(order), lines: [debit(committed(order), governmentWon), credit(available(order), governmentWon)] });
}

/** Given up after it was carried over: the money goes back to nobody. */
export function orderLapsed(order: OfOneOrder, governmentWon: bigint): JournalEntry {
  const carried = grantAccount(APPROPRIATION_CARRIED, order.callId, `${order.fiscalYear}`);
  return journalEntry(COMMITMENT_LAPSED, { ...about(order), lines: [debit(committed(order), governmentWon), credit(carried, governmentWon)] });
}

export function orderApproved(order: OfOneOrder, governmentWon: bigint): JournalEntry {
  return journalEntry(ORDER_APPROVED, { ...about(order), lines: [debit(committed(order), governmentWon), credit(grantAccount(PAYABLE, order.callId, order.orderId), governmentWon)] });
}

/** Which kind of debt the fee of a laboratory is. */
export const SERVICE_ORDER_PAYABLE = 'grant.service-order';

/** What such a debt carries beside its amount: the fiscal year whose budget bears it, whenever it is paid. */
export const orderDetail = (fiscalYear: number): Readonly<Record<string, string>> => ({ fiscalYear: `${fiscalYear}` });

/** The debt and the money. A debt from before its fiscal year was told falls due in that year. */
function sides({ book, subjectId, dueOn, detail }: Payable) {
  const callId = book.slice('grant/'.length);
  const source = detail['carried'] === 'YES' ? APPROPRIATION_CARRIED : APPROPRIATION;
  return { payable: grantAccount(PAYABLE, callId, subjectId), money: grantAccount(source, callId, detail['fiscalYear'] ?? `${fiscalYearOf(dueOn)}`) };
}

const ofDebt = ({ subjectId, purpose }: Payable, effectiveOn: LocalDate) => ({ effectiveOn, memo: purpose, subject: { kind: 'service-order', id: subjectId } });

/** Paid out of the year whose budget bears it, or out of what was carried over. */
export function payableOfOrderPaid(debt: Payable, effectiveOn: LocalDate): JournalEntry {
  const { payable, money } = sides(debt);
  return journalEntry(ORDER_PAID, { ...ofDebt(debt, effectiveOn), lines: [debit(payable, debt.amountWon), credit(money, debt.amountWon)] });
}

export function payableOfOrderReturned(debt: Payable, effectiveOn: LocalDate): JournalEntry {
  const { payable, money } = sides(debt);
  return journalEntry(ORDER_RETURNED, { ...ofDebt(debt, effectiveOn), lines: [debit(money, debt.amountWon), credit(payable, debt.amountWon)] });
}
