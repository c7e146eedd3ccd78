import { account, defineChart, type AccountRef, type Chart } from '#libs/journal';

/** The set of books of a programme year. */
export const yearBook = (yearId: string): string => `voucher/${yearId}`;

/** An account of a programme year; `part` tells accounts of one kind apart (a voucher, a payee, a clawback). */
export const yearAccount = (chart: Chart, yearId: string, part?: string): AccountRef => account(chart, yearBook(yearId), ...(part === undefined ? [] : [part]));

/** Money of the state that the programme year may draw. */
export const APPROPRIATION = defineChart({
  code: 'voucher.appropriation', class: 'ASSET', normalSide: 'D', unit: 'KRW', floor: null,
  name: { ko: '예산배정액', en: 'Appropriation' },
});
/** The same for commitments that are paid after the year's end. */
export const APPROPRIATION_CARRIED = defineChart({
  code: 'voucher.appropriation-carried', class: 'ASSET', normalSide: 'D', unit: 'KRW', floor: 0n,
  name: { ko: '이월예산', en: 'Appropriation carried over' },
});
/** What may still be issued. */
export const BUDGET = defineChart({
  code: 'voucher.budget', class: 'EQUITY', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '발급가능 예산', en: 'Budget not yet issued' },
});
/** What came back from vouchers and is not issued again. */
export const RETURNED = defineChart({
  code: 'voucher.returned', class: 'EQUITY', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '미사용 반납액', en: 'Returned unused' },
});
/** The control account of all vouchers of the year: equal to the sum of `VOUCHER_BALANCE`. */
export const OUTSTANDING = defineChart({
  code: 'voucher.outstanding', class: 'LIABILITY', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '바우처 미사용 잔액(통제계정)', en: 'Vouchers outstanding (control)' },
});
/** One voucher's public money: the sub-ledger of the control account. Holds are placed here. */
export const VOUCHER_BALANCE = defineChart({
  code: 'voucher.balance', class: 'MEMO', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '바우처 잔액', en: 'Voucher balance' },
});
/** The other side of the sub-ledger: what was given to vouchers less what came back from them unused. */
export const GRANTED = defineChart({
  code: 'voucher.granted', class: 'MEMO', normalSide: 'D', unit: 'KRW', floor: 0n,
  name: { ko: '바우처 부여액', en: 'Granted to vouchers' },
});
/** The other side of the sub-ledger: what was used at one provider. */
export const REDEEMED = defineChart({
  code: 'voucher.redeemed', class: 'MEMO', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '공급기관별 사용액', en: 'Redeemed at a provider' },
});
/** Owed to a provider out of public money, and out of the company's own. */
export const PAYABLE_PUBLIC = defineChart({
  code: 'voucher.payable-public', class: 'LIABILITY', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '미지급금(정부지원금)', en: 'Payable from public money' },
});
export const PAYABLE_OWN = defineChart({
  code: 'voucher.payable-own', class: 'LIABILITY', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '미지급금(자부담금)', en: 'Payable from own money' },
});
/** The companies' own money in the agency's account, and whose it is. */
export const CUSTODY = defineChart({
  code: 'voucher.custody', class: 'ASSET', normalSide: 'D', unit: 'KRW', floor: 0n,
  name: { ko: '자부담금 보관예금', en: 'Own money in custody' },
});
export const OWN_MONEY = defineChart({
  code: 'voucher.own-money', class: 'LIABILITY', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '자부담금 예수금', en: 'Own money of a company' },
});
/** Pieces: vouchers and distinct companies that may still be served. */
export const QUOTA_GRANTED = defineChart({
  code: 'voucher.quota-granted', class: 'MEMO', normalSide: 'D', unit: 'VOUCHER', floor: null,
  name: { ko: '발급한도(건) 부여', en: 'Voucher quota granted' },
});
export const QUOTA = defineChart({
  code: 'voucher.quota', class: 'MEMO', normalSide: 'C', unit: 'VOUCHER', floor: 0n,
  name: { ko: '발급가능 건수', en: 'Vouchers left to issue' },
});
export const QUOTA_USED = defineChart({
  code: 'voucher.quota-used', class: 'MEMO', normalSide: 'C', unit: 'VOUCHER', floor: 0n,
  name: { ko: '발급 건수', en: 'Vouchers issued' },
});
export const COMPANY_QUOTA_GRANTED = defineChart({
  code: 'voucher.company-quota-granted', class: 'MEMO', normalSide: 'D', unit: 'COMPANY', floor: null,
  name: { ko: '수혜기업 한도 부여', en: 'Company quota granted' },
});
export const COMPANY_QUOTA = defineChart({
  code: 'voucher.company-quota', class: 'MEMO', normalSide: 'C', unit: 'COMPANY', floor: 0n,
  name: { ko: '수혜가능 기업 수', en: 'Companies left to serve' },
});
export const COMPANY_QUOTA_USED = defineChart({
  code: 'voucher.company-quota-used', class: 'MEMO', normalSide: 'C', unit: 'COMPANY', floor: 0n,
  name: { ko: '수혜기업 수', en: 'Companies served' },
});
/** What a debtor owes after a clawback, and what the claim consists of. */
export const CLAWBACK_RECEIVABLE = defineChart({
  code: 'voucher.clawback-receivable', class: 'ASSET', normalSide: 'D', unit: 'KRW', floor: 0n,
  name: { ko: '환수 미수금', en: 'Clawback receivable' },
});
export const RECOVERY_PRINCIPAL = defineChart({
  code: 'voucher.recovery-principal', class: 'INCOME', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '환수금(원금)', en: 'Recovered principal' },
});
export const RECOVERY_INTEREST = defineChart({
  code: 'voucher.recovery-interest', class: 'INCOME', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '환수이자', en: 'Recovered interest' },
});
export const RECOVERY_PENALTY = defineChart({
  code: 'voucher.recovery-penalty', class: 'INCOME', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '제재부가금', en: 'Penalty charges' },
});
export const RECOVERY_SURCHARGE = defineChart({
  code: 'voucher.recovery-surcharge', class: 'INCOME', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '가산금', en: 'Late surcharges' },
});
/** Money recovered that goes to the Treasury, and claims given up. */
export const RECOVERED_CASH = defineChart({
  code: 'voucher.recovered-cash', class: 'ASSET', normalSide: 'D', unit: 'KRW', floor: 0n,
  name: { ko: '환수금 수납액', en: 'Recovered cash' },
});
export const WRITTEN_OFF = defineChart({
  code: 'voucher.written-off', class: 'EXPENSE', normalSide: 'D', unit: 'KRW', floor: 0n,
  name: { ko: '결손처분액', en: 'Written off' },
});

export const YEAR_CHARTS: readonly Chart[] = [
  ...[APPROPRIATION, APPROPRIATION_CARRIED, BUDGET, RETURNED, OUTSTANDING, VOUCHER_BALANCE, GRANTED, REDEEMED],
  ...[PAYABLE_PUBLIC, PAYABLE_OWN, CUSTODY, OWN_MONEY],
  ...[QUOTA_GRANTED, QUOTA, QUOTA_USED, COMPANY_QUOTA_GRANTED, COMPANY_QUOTA, COMPANY_QUOTA_USED],
  ...[CLAWBACK_RECEIVABLE, RECOVERY_PRINCIPAL, RECOVERY_INTEREST, RECOVERY_PENALTY, RECOVERY_SURCHARGE, RECOVERED_CASH, WRITTEN_OFF],
];
