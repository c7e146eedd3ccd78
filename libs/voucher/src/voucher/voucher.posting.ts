import type { LocalDate } from '#libs/calendar';
import { credit, debit, definePosting, journalEntry, type JournalEntry, type PostingRule } from '#libs/journal';
import {
  BUDGET, COMPANY_QUOTA, COMPANY_QUOTA_USED, CUSTODY, GRANTED, OUTSTANDING, OWN_MONEY, QUOTA, QUOTA_USED, RETURNED, VOUCHER_BALANCE, yearAccount,
} from '../year/year.charts.js';

const ROSTER = 'voucher-roster.import';
const GIVEN = [BUDGET, OUTSTANDING, GRANTED, VOUCHER_BALANCE];
const BACK = [OUTSTANDING, RETURNED, BUDGET, VOUCHER_BALANCE, GRANTED];
const GIVEN_LINES = [
  { debit: 'voucher.budget', credit: 'voucher.outstanding', amount: 'public money on the vouchers' },
  { debit: 'voucher.granted', credit: 'voucher.balance/voucher', amount: 'of each voucher' },
];
const BACK_LINES = [
  { debit: 'voucher.outstanding', credit: 'voucher.returned, or voucher.budget where the terms let it be issued again', amount: 'what the voucher had left' },
  { debit: 'voucher.balance/voucher', credit: 'voucher.granted', amount: 'the same' },
];

export const VOUCHERS_ISSUED = definePosting({
  code: 'voucher.issued',
  by: ['voucher.issue', ROSTER],
  name: { ko: '바우처 발급', en: 'Vouchers issued' },
  when: { ko: '협약한 기업에 바우처를 발급한 때. 한 묶음이 한 분개이고 바우처는 그 보조원장이다.', en: 'Vouchers are issued to companies; a batch is one entry, the vouchers are its sub-ledger.' },
  charts: [...GIVEN, QUOTA, QUOTA_USED, COMPANY_QUOTA, COMPANY_QUOTA_USED],
  lines: [
    ...GIVEN_LINES,
    { debit: 'voucher.quota', credit: 'voucher.quota-used', amount: 'vouchers' },
    { debit: 'voucher.company-quota', credit: 'voucher.company-quota-used', amount: 'companies that had none in this year' },
  ],
});
export const VOUCHER_TOPPED_UP = definePosting({
  code: 'voucher.topped-up',
  by: ['voucher.top-up'],
  name: { ko: '바우처 증액', en: 'Voucher topped up' },
  when: { ko: '발급된 바우처의 금액을 늘린 때.', en: 'An issued voucher is given more.' },
  charts: GIVEN,
  lines: GIVEN_LINES,
});
export const VOUCHER_EXPIRED = definePosting({
  code: 'voucher.expired',
  by: ['voucher.expire', 'service.capture', 'service.cancel', 'service.refund', 'service.reverse-capture', ROSTER],
  name: { ko: '바우처 소멸', en: 'Voucher expired' },
  when: { ko: '유효기간이 끝나 남은 금액이 사업예산으로 돌아간 때.', en: 'What a voucher had left when its validity ended goes back to the programme.' },
  charts: BACK,
  lines: BACK_LINES,
});
export const VOUCHER_REVOKED = definePosting({
  code: 'voucher.revoked',
  by: ['voucher.withdraw', 'voucher.cancel', 'clawback.decide', 'service.cancel', 'service.refund', 'service.reverse-capture', ROSTER],
  name: { ko: '바우처 회수', en: 'Voucher revoked' },
  when: { ko: '포기·해약·환수로 남은 금액이 사업예산으로 돌아간 때.', en: 'What a voucher had left when it was given up, cancelled or clawed back goes back to the programme.' },
  charts: BACK,
  lines: BACK_LINES,
});
export const VOUCHER_SPLIT = definePosting({
  code: 'voucher.split',
  by: ['voucher.split'],
  name: { ko: '바우처 분할', en: 'Voucher split' },
  when: { ko: '바우처의 일부를 같은 기업의 새 바우처로 나눈 때.', en: 'A part of a voucher becomes a voucher of its own for the same company.' },
  charts: [VOUCHER_BALANCE, OWN_MONEY, QUOTA, QUOTA_USED],
  lines: [
    { debit: 'voucher.balance/voucher', credit: 'voucher.balance/part', amount: 'the part' },
    { debit: 'voucher.own-money/voucher', credit: 'voucher.own-money/part', amount: "the company's share that belongs to the part, where it was paid in" },
    { debit: 'voucher.quota', credit: 'voucher.quota-used', amount: 'one voucher' },
  ],
});
export const OWN_MONEY_DEPOSITED = definePosting({
  code: 'voucher.own-money-deposited',
  by: ['own-money.deposit'],
  name: { ko: '자부담금 납입', en: 'Own money paid in' },
  when: { ko: '기업이 자부담금을 전담기관 계좌에 낸 때.', en: 'A company pays its share into the account of the agency.' },
  charts: [CUSTODY, OWN_MONEY],
  lines: [{ debit: 'voucher.custody', credit: 'voucher.own-money/voucher', amount: 'amount received' }],
});
export const OWN_MONEY_RETURNED = definePosting({
  code: 'voucher.own-money-returned',
  by: ['own-money.return'],
  name: { ko: '자부담금 반환', en: 'Own money returned' },
  when: { ko: '쓰지 않은 자부담금을 기업에 돌려준 때.', en: 'What is left of a company\'s own money goes back to it.' },
  charts: [CUSTODY, OWN_MONEY],
  lines: [{ debit: 'voucher.own-money/voucher', credit: 'voucher.custody', amount: 'amount returned' }],
});
export const VOUCHER_POSTINGS = [VOUCHERS_ISSUED, VOUCHER_TOPPED_UP, VOUCHER_EXPIRED, VOUCHER_REVOKED, VOUCHER_SPLIT, OWN_MONEY_DEPOSITED, OWN_MONEY_RETURNED];

export interface VoucherAmount {
  readonly voucherId: string;
  readonly amountWon: bigint;
}

interface Issue {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly effectiveOn: LocalDate;
  readonly vouchers: readonly VoucherAmount[];
  /** Companies that had no voucher of this year before. */
  readonly newCompanies: number;
  readonly memo: string;
}

/** One entry for a batch of vouchers, at most ten thousand of them: lines are numbered in sixteen bits. */
export function vouchersIssued(yearId: string, issue: Issue): JournalEntry {
  const totalWon = issue.vouchers.reduce((sum, { amountWon }) => sum + amountWon, 0n);
  const count = BigInt(issue.vouchers.length);
  return journalEntry(VOUCHERS_ISSUED, {
    effectiveOn: issue.effectiveOn,
    subject: issue.subject,
    memo: issue.memo,
    lines: [
      ...[debit(yearAccount(BUDGET, yearId), totalWon), credit(yearAccount(OUTSTANDING, yearId), totalWon)],
      ...[debit(yearAccount(QUOTA, yearId), count), credit(yearAccount(QUOTA_USED, yearId), count)],
      ...[debit(yearAccount(COMPANY_QUOTA, yearId), BigInt(issue.newCompanies)), credit(yearAccount(COMPANY_QUOTA_USED, yearId), BigInt(issue.newCompanies))],
      debit(yearAccount(GRANTED, yearId), totalWon),
      ...issue.vouchers.map(({ voucherId, amountWon }) => credit(yearAccount(VOUCHER_BALANCE, yearId, voucherId), amountWon)),
    ],
  });
}

interface OfOneVoucher {
  readonly yearId: string;
  readonly voucherId: string;
  readonly effectiveOn: LocalDate;
  readonly memo: string;
}

const about = ({ voucherId, effectiveOn, memo }: OfOneVoucher) => ({ effectiveOn, memo, subject: { kind: 'voucher', id: voucherId } });

export function voucherToppedUp(voucher: OfOneVoucher, amountWon: bigint): JournalEntry {
  const { yearId, voucherId } = voucher;
  return journalEntry(VOUCHER_TOPPED_UP, {
    ...about(voucher),
    lines: [
      ...[debit(yearAccount(BUDGET, yearId), amountWon), credit(yearAccount(OUTSTANDING, yearId), amountWon)],
      ...[debit(yearAccount(GRANTED, yearId), amountWon), credit(yearAccount(VOUCHER_BALANCE, yearId, voucherId), amountWon)],
    ],
  });
}

/** `reissued`: the terms let money that came back be issued again. */
export const voucherExpired = (voucher: OfOneVoucher, amountWon: bigint, reissued: boolean): JournalEntry => givenBack(VOUCHER_EXPIRED, voucher, amountWon, reissued);
export const voucherRevoked = (voucher: OfOneVoucher, amountWon: bigint, reissued: boolean): JournalEntry => givenBack(VOUCHER_REVOKED, voucher, amountWon, reissued);

function givenBack(posting: PostingRule, voucher: OfOneVoucher, amountWon: bigint, reissued: boolean): JournalEntry {
  const { yearId, voucherId } = voucher;
  return journalEntry(posting, {
    ...about(voucher),
    lines: [
      ...[debit(yearAccount(OUTSTANDING, yearId), amountWon), credit(yearAccount(reissued ? BUDGET : RETURNED, yearId), amountWon)],
      ...[debit(yearAccount(VOUCHER_BALANCE, yearId, voucherId), amountWon), credit(yearAccount(GRANTED, yearId), amountWon)],
    ],
  });
}

/** `ownWon`: what of the company's lot goes along, in won; zero where it pays its share directly. */
export function voucherSplit(voucher: OfOneVoucher, part: VoucherAmount, ownWon: bigint): JournalEntry {
  const { yearId, voucherId } = voucher;
  return journalEntry(VOUCHER_SPLIT, {
    ...about(voucher),
    lines: [
      ...[debit(yearAccount(VOUCHER_BALANCE, yearId, voucherId), part.amountWon), credit(yearAccount(VOUCHER_BALANCE, yearId, part.voucherId), part.amountWon)],
      ...[debit(yearAccount(OWN_MONEY, yearId, voucherId), ownWon), credit(yearAccount(OWN_MONEY, yearId, part.voucherId), ownWon)],
      ...[debit(yearAccount(QUOTA, yearId), 1n), credit(yearAccount(QUOTA_USED, yearId), 1n)],
    ],
  });
}

export function ownMoneyDeposited(voucher: OfOneVoucher, amountWon: bigint): JournalEntry {
  return journalEntry(OWN_MONEY_DEPOSITED, { ...about(voucher), lines: [debit(yearAccount(CUSTODY, voucher.yearId), amountWon), credit(yearAccount(OWN_MONEY, voucher.yearId, voucher.voucherId), amountWon)] });
}

export function ownMoneyReturned(voucher: OfOneVoucher, amountWon: bigint): JournalEntry {
  return journalEntry(OWN_MONEY_RETURNED, { ...about(voucher), lines: [debit(yearAccount(OWN_MONEY, voucher.yearId, voucher.voucherId), amountWon), credit(yearAccount(CUSTODY, voucher.yearId), amountWon)] });
}
