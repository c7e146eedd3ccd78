import { formatWon, shareOf, subtractWon, sumWon } from '#libs/money';
import type { Bilingual } from '#libs/errors';
import { remark, type RemarkPlace, type RowRemark } from '#libs/sheet';
import {
  keyDocumentPrecedesPayment,
  routeHasItsEvidence,
  startupWithinAge,
  transferWithinWindow,
  type EvidenceFinding,
} from '../../classification/classification.rules.js';
import type { RecognitionRoute } from '../../classification/classification.js';
import type { Book } from '../reading/book.import.js';
import type { RegisterLimits } from '../register-limits.rules.js';
import type { InvestmentFact } from '../register.js';
import type { InvestmentReading } from './investment.import.js';

/** Warnings about one deal by itself: price, and for recognised new deals the evidence. The decision stands all the same. */
export function remarksAboutDeal(deal: InvestmentFact, recognised: boolean, reading: InvestmentReading, limits: RegisterLimits): RowRemark[] {
  if (deal.kind === 'CONVERSION') return [];
  return [...priceIsOff(deal, reading), ...(recognised ? evidenceIsWeak(deal, reading, limits) : [])];
}

/** SHARE_PRICE_MISMATCH: shares × price is not the amount. */
function priceIsOff(deal: InvestmentFact, reading: InvestmentReading): RowRemark[] {
  if (deal.shares === null || deal.pricePerShareWon === null) return [];
  const product = deal.shares * deal.pricePerShareWon;
  if (product === deal.amountWon) return [];
  const shown = product.toLocaleString('en-US');
  return [
    remark(
      'SHARE_PRICE_MISMATCH',
      reading.at('amount'),
      { ko: `주식수 × 주당가격(${shown}원)이 투자금액 ${formatWon(deal.amountWon)}원과 다릅니다.`, en: `Shares × price is ${shown} won, not the amount of ${formatWon(deal.amountWon)}.` },
      { ko: '계약서의 주식수·주당가격·투자금액을 대조하십시오.', en: 'Compare shares, price and amount with the contract.' },
    ),
  ];
}

function evidenceIsWeak(deal: InvestmentFact, reading: InvestmentReading, limits: RegisterLimits): RowRemark[] {
  if (deal.kind !== 'NEW') return [];
  const evidence = reading.at('evidence');
  const contract = { ko: '계약·협약의 날짜를 확인하고, 맞으면 인정 사유를 판정 기록에 남기십시오.', en: 'Check the dates; if they are right, put the grounds of the recognition on record.' };
  const aboutRoute = (route: RecognitionRoute): RowRemark[] => [
    ...broken('EVIDENCE_INCOMPLETE', evidence, routeHasItsEvidence(route, deal.evidence), {
      ko: "빠진 증빙을 '이름(발급일)'로 덧붙이거나 가져온 뒤 프로그램에 첨부하십시오.",
      en: "Add what is missing as 'name(date)', or attach it in the program after the import.",
    }),
    ...broken('EVIDENCE_AFTER_PAYMENT', evidence, keyDocumentPrecedesPayment(route, deal.evidence, deal.paidOn), contract),
    ...broken('TRANSFER_WINDOW_EXCEEDED', evidence, transferWithinWindow(route, deal.evidence, deal.paidOn, limits.transferWindowYears), contract),
  ];
  return [
    ...(deal.route === null ? [] : aboutRoute(deal.route)),
    ...broken('STARTUP_AGE_EXCEEDED', reading.at('incorporatedOn'), startupWithinAge(deal.companyBasis, deal.incorporatedOn, deal.paidOn, limits.startupYears), {
      ko: '설립일을 등기부와 대조하거나 다른 기술기반 구분(벤처기업·이노비즈·기업부설연구소)을 확인하십시오.',
      en: 'Compare the date with the corporate register, or see whether another technology basis applies.',
    }),
  ];
}

function broken(code: string, place: RemarkPlace, finding: EvidenceFinding, fix: Bilingual): RowRemark[] {
  return finding.holds ? [] : [remark(code, place, finding.text, fix)];
}

type CompanyCosts = ReadonlyMap<string, readonly InvestmentFact[]>;

const companyKey = (deal: InvestmentFact): string => `${deal.fund}|${deal.businessNumber}`;

/** The cash deals of each fund by company. */
export function costsByCompany(book: Book): CompanyCosts {
  const costs = new Map<string, InvestmentFact[]>();
  for (const deal of book.facts.investments) {
    if (deal.kind === 'CONVERSION') continue;
    const deals = costs.get(companyKey(deal));
    if (deals === undefined) costs.set(companyKey(deal), [deal]);
    else deals.push(deal);
  }
  return costs;
}

/** SINGLE_COMPANY_CAP: what the fund had put into the company by the day of this payment is above the cap on commitments. */
export function remarksAboutCompany(deal: InvestmentFact, reading: InvestmentReading, book: Book, costs: CompanyCosts): RowRemark[] {
  const fund = book.funds.get(deal.fund);
  if (deal.kind === 'CONVERSION' || fund === undefined) return [];
  const cap = shareOf(fund.committedWon, fund.singleCompanyCap ?? book.limits.singleCompanyCap, 'floor');
  const until = (costs.get(companyKey(deal)) ?? []).filter((each) => each.paidOn <= deal.paidOn);
  const cost = sumWon(until.map((each) => each.amountWon));
  if (cost <= cap) return [];
  const over = formatWon(subtractWon(cost, cap));
  return [
    remark(
      'SINGLE_COMPANY_CAP',
      reading.at('amount'),
      {
        ko: `이 기업에 대한 누적 투자금액 ${formatWon(cost)}원이 동일기업 한도 ${formatWon(cap)}원을 ${over}원 초과합니다.`,
        en: `The fund has put ${formatWon(cost)} won into this company, ${over} over the cap of ${formatWon(cap)}.`,
      },
      { ko: '규약의 예외 승인 근거를 남기십시오.', en: 'Put the ground for the exception on record.' },
    ),
  ];
}
