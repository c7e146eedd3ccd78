import type { LocalDate } from '#libs/calendar';
import { mostAlike, referenceUnknown, valueAssumed, type RemarkPlace, type RowRemark } from '#libs/sheet';
import type { FundFact, InvestmentFact, PartnerFact } from '../register.js';
import { cashDealOf, findFund, findInvestment, findPartner, partnerKey, type Book } from './book.import.js';

/** What a row refers to, or the refusal where that does not exist. */
export type Reference<Target> = { readonly ok: true; readonly target: Target } | { readonly ok: false; readonly remark: RowRemark };

/** The fund of a number. */
export function referToFund(book: Book, number: string, place: RemarkPlace): Reference<FundFact> {
  const fund = findFund(book, number);
  if (fund !== undefined) return { ok: true, target: fund };
  const nearest = mostAlike(number, [...book.funds.keys()]);
  return unknown(place, { ko: '조합번호', en: 'fund' }, nearest, {
    ko: "'조합개요' 시트에 그 조합이 있고 반려되지 않았는지 확인하십시오.",
    en: "Check that the sheet '조합개요' has that fund and that it was not rejected.",
  });
}

/** The partner of a fund by name. */
export function referToPartner(book: Book, fund: FundFact, name: string, place: RemarkPlace): Reference<PartnerFact> {
  const partner = findPartner(book, fund, name);
  if (partner !== undefined) return { ok: true, target: partner };
  const names = book.facts.partners.filter((each) => each.fund === fund.number).map((each) => each.name);
  return unknown(place, { ko: '조합원', en: 'partner' }, mostAlike(name, names), {
    ko: "'조합원명부' 시트에 있는 이름이어야 합니다. 조합원이 아니면(착오 송금 등) 이 행을 빼십시오.",
    en: "It has to be a name of the sheet '조합원명부'. Take the row out if it is no partner (a mistaken transfer).",
  });
}

/** An investment as a row names it. */
interface NamedDeal {
  readonly number: string;
  readonly company: string | null;
  /** Only deals paid earlier come into question. */
  readonly before?: LocalDate;
}

/** The cash deal behind an investment number, with a remark where the number was that of its conversion. */
export function referToDeal(book: Book, fund: FundFact, named: NamedDeal, place: RemarkPlace): Reference<{ deal: InvestmentFact; warnings: RowRemark[] }> {
  const investment = findInvestment(book, fund, named.number);
  if (investment === undefined) return unknownInvestment(book, fund, named, place);
  const deal = cashDealOf(book, fund, investment);
  if (deal === investment) return { ok: true, target: { deal, warnings: [] } };
  const moved = {
    ko: `전환 건은 원투자번호로 관리하므로 ${deal.number}(으)로 보았습니다.`,
    en: `A conversion stays under its original number: taken as ${deal.number}.`,
  };
  return { ok: true, target: { deal, warnings: [valueAssumed(place, moved)] } };
}

/** Refuses an investment number; numbers are all alike, so what is offered instead are those of the same company. */
export function unknownInvestment(book: Book, fund: FundFact, { company, before }: NamedDeal, place: RemarkPlace): Reference<never> {
  const deals = company === null ? [] : (book.deals.get(partnerKey(fund.number, company)) ?? []);
  const numbers = deals.filter((deal) => before === undefined || deal.paidOn < before).map((deal) => deal.number).slice(0, 5);
  return unknown(place, { ko: '투자번호', en: 'investment' }, numbers.length === 0 ? null : numbers.join(', '), {
    ko: "'투자현황' 시트에 그 투자가 있고 반려되지 않았는지 확인하십시오.",
    en: "Check that the sheet '투자현황' has that investment and that it was not rejected.",
  });
}

function unknown(place: RemarkPlace, noun: { ko: string; en: string }, nearest: string | null, otherwise: { ko: string; en: string }): Reference<never> {
  return { ok: false, remark: referenceUnknown(place, noun, nearest, otherwise) };
}
