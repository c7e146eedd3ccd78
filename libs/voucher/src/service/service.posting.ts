import type { LocalDate } from '#libs/calendar';
import { credit, debit, definePosting, journalEntry, PAYING_COMMANDS, RETURNING_COMMANDS, type JournalEntry } from '#libs/journal';
import { voucherExpired, voucherRevoked } from '../voucher/voucher.posting.js';
import type { VoucherState } from '../voucher/voucher.js';
import {
  APPROPRIATION, APPROPRIATION_CARRIED, CUSTODY, OUTSTANDING, OWN_MONEY, PAYABLE_OWN, PAYABLE_PUBLIC, REDEEMED, VOUCHER_BALANCE, yearAccount,
} from '../year/year.charts.js';

const USED = [OUTSTANDING, PAYABLE_PUBLIC, VOUCHER_BALANCE, REDEEMED, OWN_MONEY, PAYABLE_OWN];

export const SERVICE_CAPTURED = definePosting({
  code: 'voucher.service-captured',
  by: ['service.capture', 'voucher-roster.import'],
  name: { ko: '바우처 사용(지급결정)', en: 'Voucher used (captured)' },
  when: { ko: '정산청구를 확인하고 지급을 결정한 때. 사용예약이 같은 거래에서 사용으로 바뀐다.', en: 'A claim is approved for payment; its hold is turned into use in the same transaction.' },
  charts: USED,
  lines: [
    { debit: 'voucher.outstanding', credit: 'voucher.payable-public/provider', amount: 'public share' },
    { debit: 'voucher.balance/voucher', credit: 'voucher.redeemed/provider', amount: 'public share' },
    { debit: 'voucher.own-money/voucher', credit: 'voucher.payable-own/provider', amount: "the company's share, where it was paid in" },
  ],
});
export const CAPTURE_REVERSED = definePosting({
  code: 'voucher.capture-reversed',
  by: ['service.reverse-capture'],
  name: { ko: '지급결정 취소', en: 'Capture reversed' },
  when: { ko: '지급하기 전에 지급결정을 취소한 때.', en: 'The decision to pay is undone before the money has left.' },
  charts: USED,
  lines: [
    { debit: 'voucher.payable-public/provider', credit: 'voucher.outstanding', amount: 'public share' },
    { debit: 'voucher.redeemed/provider', credit: 'voucher.balance/voucher', amount: 'public share' },
    { debit: 'voucher.payable-own/provider', credit: 'voucher.own-money/voucher', amount: "the company's share" },
  ],
});
export const SERVICE_PAID = definePosting({
  code: 'voucher.service-paid',
  by: [...PAYING_COMMANDS, 'voucher-roster.import'],
  name: { ko: '공급기관 지급', en: 'Provider paid' },
  when: { ko: '은행이 공급기관에 송금한 때. 사업연도를 마감한 뒤에는 이월예산에서 나간다.', en: 'The bank has paid the provider; once the year is closed it is paid out of money carried over.' },
  charts: [PAYABLE_PUBLIC, PAYABLE_OWN, APPROPRIATION, APPROPRIATION_CARRIED, CUSTODY],
  lines: [
    { debit: 'voucher.payable-public/provider', credit: 'voucher.appropriation or voucher.appropriation-carried', amount: 'public share' },
    { debit: 'voucher.payable-own/provider', credit: 'voucher.custody', amount: "the company's share" },
  ],
});
export const PAYMENT_RETURNED = definePosting({
  code: 'voucher.payment-returned',
  by: [...RETURNING_COMMANDS],
  name: { ko: '공급기관 지급 반송', en: 'Payment to a provider sent back' },
  when: { ko: '은행이 이체를 돌려보낸 때. 다시 지급할 금액이 된다.', en: 'The bank sends a transfer back: it is owed again.' },
  charts: [PAYABLE_PUBLIC, PAYABLE_OWN, APPROPRIATION, APPROPRIATION_CARRIED, CUSTODY],
  lines: [
    { debit: 'voucher.appropriation or voucher.appropriation-carried', credit: 'voucher.payable-public/provider', amount: 'public share' },
    { debit: 'voucher.custody', credit: 'voucher.payable-own/provider', amount: "the company's share" },
  ],
});
export const SERVICE_REFUNDED = definePosting({
  code: 'voucher.service-refunded',
  by: ['service.refund'],
  name: { ko: '사용금 환불', en: 'Service refunded' },
  when: { ko: '공급기관이 받은 돈을 돌려준 때. 정부지원금은 바우처로, 자부담금은 기업의 몫으로 되돌아간다.', en: 'A provider gives money back; public money returns to the voucher, own money to the company\'s lot.' },
  charts: [APPROPRIATION, APPROPRIATION_CARRIED, OUTSTANDING, REDEEMED, VOUCHER_BALANCE, CUSTODY, OWN_MONEY],
  lines: [
    { debit: 'voucher.appropriation or voucher.appropriation-carried', credit: 'voucher.outstanding', amount: 'public share returned' },
    { debit: 'voucher.redeemed/provider', credit: 'voucher.balance/voucher', amount: 'public share returned' },
    { debit: 'voucher.custody', credit: 'voucher.own-money/voucher', amount: "the company's share, where it came out of its deposit" },
  ],
});
export const SERVICE_POSTINGS = [SERVICE_CAPTURED, CAPTURE_REVERSED, SERVICE_PAID, PAYMENT_RETURNED, SERVICE_REFUNDED];

export interface ServiceMoney {
  readonly yearId: string;
  readonly voucherId: string;
  readonly serviceId: string;
  /** The party that is paid. */
  readonly payeeId: string;
  readonly publicWon: bigint;
  /** Out of the company's deposit; zero where the company pays its share directly. */
  readonly ownWon: bigint;
  readonly effectiveOn: LocalDate;
  readonly memo: string;
}

const about = ({ serviceId, effectiveOn, memo }: ServiceMoney) => ({ effectiveOn, memo, subject: { kind: 'service', id: serviceId } });

/** The public share leaves the voucher for good; its hold has to be consumed in the same transaction. */
export function serviceCaptured(money: ServiceMoney): JournalEntry {
  const { yearId, voucherId, payeeId, publicWon, ownWon } = money;
  return journalEntry(SERVICE_CAPTURED, {
    ...about(money),
    lines: [
      ...[debit(yearAccount(OUTSTANDING, yearId), publicWon), credit(yearAccount(PAYABLE_PUBLIC, yearId, payeeId), publicWon)],
      ...[debit(yearAccount(VOUCHER_BALANCE, yearId, voucherId), publicWon), credit(yearAccount(REDEEMED, yearId, payeeId), publicWon)],
      ...[debit(yearAccount(OWN_MONEY, yearId, voucherId), ownWon), credit(yearAccount(PAYABLE_OWN, yearId, payeeId), ownWon)],
    ],
  });
}

export function captureReversed(money: ServiceMoney): JournalEntry {
  const { yearId, voucherId, payeeId, publicWon, ownWon } = money;
  return journalEntry(CAPTURE_REVERSED, {
    ...about(money),
    lines: [
      ...[debit(yearAccount(PAYABLE_PUBLIC, yearId, payeeId), publicWon), credit(yearAccount(OUTSTANDING, yearId), publicWon)],
      ...[debit(yearAccount(REDEEMED, yearId, payeeId), publicWon), credit(yearAccount(VOUCHER_BALANCE, yearId, voucherId), publicWon)],
      ...[debit(yearAccount(PAYABLE_OWN, yearId, payeeId), ownWon), credit(yearAccount(OWN_MONEY, yearId, voucherId), ownWon)],
    ],
  });
}

/** `carried`: paid after the closing of the year, out of money carried over. */
export function servicePaid(money: ServiceMoney, carried: boolean): JournalEntry {
  const { yearId, payeeId, publicWon, ownWon } = money;
  return journalEntry(SERVICE_PAID, {
    ...about(money),
    lines: [
      ...[debit(yearAccount(PAYABLE_PUBLIC, yearId, payeeId), publicWon), credit(yearAccount(carried ? APPROPRIATION_CARRIED : APPROPRIATION, yearId), publicWon)],
      ...[debit(yearAccount(PAYABLE_OWN, yearId, payeeId), ownWon), credit(yearAccount(CUSTODY, yearId), ownWon)],
    ],
  });
}

/** `carried`: as for the payment; what comes back after the closing of the year is carried over as well. */
export function paymentReturned(money: ServiceMoney, carried: boolean): JournalEntry {
  const { yearId, payeeId, publicWon, ownWon } = money;
  return journalEntry(PAYMENT_RETURNED, {
    ...about(money),
    lines: [
      ...[debit(yearAccount(carried ? APPROPRIATION_CARRIED : APPROPRIATION, yearId), publicWon), credit(yearAccount(PAYABLE_PUBLIC, yearId, payeeId), publicWon)],
      ...[debit(yearAccount(CUSTODY, yearId), ownWon), credit(yearAccount(PAYABLE_OWN, yearId, payeeId), ownWon)],
    ],
  });
}

/** A voucher that has ended passes the public share on to the programme: post `voucherExpired` or `voucherRevoked` with it. */
export function serviceRefunded(money: ServiceMoney, carried: boolean): JournalEntry {
  const { yearId, voucherId, payeeId, publicWon, ownWon } = money;
  return journalEntry(SERVICE_REFUNDED, {
    ...about(money),
    lines: [
      ...[debit(yearAccount(carried ? APPROPRIATION_CARRIED : APPROPRIATION, yearId), publicWon), credit(yearAccount(OUTSTANDING, yearId), publicWon)],
      ...[debit(yearAccount(REDEEMED, yearId, payeeId), publicWon), credit(yearAccount(VOUCHER_BALANCE, yearId, voucherId), publicWon)],
      ...[debit(yearAccount(CUSTODY, yearId), ownWon), credit(yearAccount(OWN_MONEY, yearId, voucherId), ownWon)],
    ],
  });
}

/**
 * Public money that comes free on a voucher that has ended goes on to the programme at once: the entry for it, or none while
 * the voucher lives. `reissued`: the terms let it be issued again.
 */
export function passedOn(state: VoucherState, money: Omit<ServiceMoney, 'ownWon' | 'payeeId' | 'serviceId'>, reissued: boolean): JournalEntry[] {
  if (money.publicWon === 0n || state === 'ISSUED' || state === 'SUSPENDED') return [];
  return [(state === 'EXPIRED' ? voucherExpired : voucherRevoked)(money, money.publicWon, reissued)];
}
