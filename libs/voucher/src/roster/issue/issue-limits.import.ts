import { addDays, daysBetween } from '#libs/calendar';
import { sumWon, won, type Won } from '#libs/money';
import { remark, type RemarkPlace, type RowRemark } from '#libs/sheet';
import { explained, inWon } from '../reading/refusal.import.js';
import type { RosterLimits } from '../roster-limits.rules.js';
import type { IssueFact } from '../roster.js';

/** What the vouchers issued so far have used up. Given-up and lapsed vouchers stay used: they are not issued again. */
export interface Issued {
  count: number;
  amountWon: Won;
  readonly companies: Set<string>;
}

/** What is left to issue. */
export interface Remaining {
  readonly vouchers: number;
  readonly companies: number;
  readonly budgetWon: Won;
}

export function issuedSoFar(issues: readonly IssueFact[]): Issued {
  return { count: issues.length, amountWon: sumWon(issues.map((issue) => issue.amountWon)), companies: new Set(issues.map((issue) => issue.businessNumber)) };
}

export function useUp(issued: Issued, issue: IssueFact): void {
  issued.count += 1;
  issued.amountWon = won(issued.amountWon + issue.amountWon);
  issued.companies.add(issue.businessNumber);
}

export function remainingOf(issued: Issued, limits: RosterLimits): Remaining {
  const besides = limits.usedBesides ?? { vouchers: 0, companies: 0, amountWon: 0n };
  return {
    vouchers: limits.voucherQuota - issued.count - besides.vouchers,
    companies: limits.companyQuota - issued.companies.size - besides.companies,
    budgetWon: won(limits.budgetWon - issued.amountWon - besides.amountWon),
  };
}

/** Places of an issue row that remarks point at. */
interface IssuePlaces {
  at(key: 'voucher' | 'amount' | 'validTo'): RemarkPlace;
}

/** OVER_CAP, then QUOTA_EXCEEDED, then BUDGET_EXCEEDED; null for a voucher that may be issued. */
export function limitBroken(fact: IssueFact, places: IssuePlaces, issued: Issued, limits: RosterLimits): RowRemark | null {
  if (fact.amountWon > limits.capWon) return overCap(fact, places, limits);
  const remaining = remainingOf(issued, limits);
  const overQuota = remaining.vouchers < 1 || (remaining.companies < 1 && !issued.companies.has(fact.businessNumber));
  const overBudget = fact.amountWon > remaining.budgetWon;
  if (!overQuota && !overBudget) return null;
  return overQuota ? quotaExceeded(fact, places, remaining, overBudget) : budgetExceeded(fact, places, remaining);
}

function overCap(fact: IssueFact, places: IssuePlaces, limits: RosterLimits): RowRemark {
  return explained(
    'OVER_CAP',
    places.at('amount'),
    {
      ko: `발급금액 ${inWon(fact.amountWon)}이 건당 한도 ${inWon(limits.capWon)}을 넘습니다.`,
      en: `The amount issued (${inWon(fact.amountWon)}) is above the cap of one voucher (${inWon(limits.capWon)}).`,
    },
    {
      fix: { ko: `발급금액을 ${inWon(limits.capWon)} 이하로 고치십시오.`, en: `Issue at most ${inWon(limits.capWon)}.` },
      details: { askedWon: String(fact.amountWon), capWon: String(limits.capWon) },
      suggested: String(limits.capWon),
    },
  );
}

/** Both remaining figures are told, whichever limit broke. */
const left = ({ vouchers, companies, budgetWon }: Remaining) => ({
  ko: `남은 한도: 바우처 ${vouchers}건, 기업 ${companies}개, 예산 ${inWon(budgetWon)}.`,
  en: `Left: ${vouchers} voucher(s), ${companies} company(ies), ${inWon(budgetWon)} of the budget.`,
  details: { remainingVouchers: vouchers, remainingCompanies: companies, remainingBudgetWon: String(budgetWon) },
});

function quotaExceeded(fact: IssueFact, places: IssuePlaces, remaining: Remaining, overBudget: boolean): RowRemark {
  const { ko, en, details } = left(remaining);
  const also = overBudget ? { ko: ' 예산도 모자랍니다.', en: ' The budget is short as well.' } : { ko: '', en: '' };
  return explained(
    'QUOTA_EXCEEDED',
    places.at('voucher'),
    { ko: `발급 건수 또는 기업 수 한도를 넘습니다.${also.ko} ${ko}`, en: `No more vouchers or companies may be served.${also.en} ${en}` },
    {
      fix: { ko: '예비 순위로 두거나, 한도를 늘리는 사업 변경을 먼저 승인받으십시오.', en: 'Put it on the waiting list, or have the quota raised first.' },
      details: { ...details, askedWon: String(fact.amountWon), also: overBudget ? ['BUDGET_EXCEEDED'] : [] },
    },
  );
}

function budgetExceeded(fact: IssueFact, places: IssuePlaces, remaining: Remaining): RowRemark {
  const { ko, en, details } = left(remaining);
  return explained(
    'BUDGET_EXCEEDED',
    places.at('amount'),
    { ko: `발급금액 ${inWon(fact.amountWon)}이 남은 예산보다 큽니다. ${ko}`, en: `The amount issued (${inWon(fact.amountWon)}) is more than is left of the budget. ${en}` },
    {
      fix: { ko: '금액을 남은 예산 안으로 줄이거나 다음 순위를 심사하십시오.', en: 'Issue no more than is left, or go on to the next rank.' },
      details: { ...details, askedWon: String(fact.amountWon) },
      ...(remaining.budgetWon > 0n ? { suggested: String(remaining.budgetWon) } : {}),
    },
  );
}

/** DATE_INVALID for a voucher that ends before it begins. */
export function validityReversed(fact: IssueFact, places: IssuePlaces): RowRemark | null {
  if (fact.validTo >= fact.issuedOn) return null;
  const text = { ko: `유효기간 만료일이 발급일(${fact.issuedOn})보다 앞섭니다.`, en: `The voucher would end before the day of issue (${fact.issuedOn}).` };
  return remark('DATE_INVALID', places.at('validTo'), text, { ko: '발급일과 유효기간 만료일을 확인하십시오.', en: 'Check the day of issue and the last day of validity.' });
}

/** VALIDITY_EXCEEDED: good for longer than the programme allows. */
export function validityRemarks(fact: IssueFact, places: IssuePlaces, limits: RosterLimits): RowRemark[] {
  if (limits.validityDays === null || daysBetween(fact.issuedOn, fact.validTo) <= limits.validityDays) return [];
  const last = addDays(fact.issuedOn, limits.validityDays);
  return [
    explained(
      'VALIDITY_EXCEEDED',
      places.at('validTo'),
      { ko: `유효기간이 발급일부터 ${limits.validityDays}일을 넘습니다.`, en: `The voucher is good for more than ${limits.validityDays} days.` },
      { fix: { ko: `만료일은 늦어도 ${last}입니다.`, en: `The last day is ${last} at the latest.` }, details: { latest: last }, suggested: last },
    ),
  ];
}
