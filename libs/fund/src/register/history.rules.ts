import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { formatWon, requiredAmount, won, type Won } from '#libs/money';
import type { ExitFact, FundFact, InvestmentFact } from './register.js';

export interface HistoricDeal {
  readonly fund: string;
  readonly number: string;
  readonly verdict: Verdict;
}

/**
 * Deals of the past after which the obligation was out of reach, as it looked on the day of their payment: headroom
 * below zero with what was decided by then. They are recorded all the same; the breach is on record with them.
 */
export function dealsThatBrokeTheHeadroom(funds: readonly FundFact[], investments: readonly InvestmentFact[], exits: readonly ExitFact[]): HistoricDeal[] {
  return funds.flatMap((fund) => {
    const deals = investments.filter((deal) => deal.fund === fund.number && deal.kind !== 'CONVERSION');
    const rescinded = new Map(exits.filter((exit) => exit.fund === fund.number && exit.kind === 'RESCISSION').map((exit) => [exit.investment, exit.exitedOn]));
    return deals.flatMap((deal) => {
      const headroom = headroomOn(fund, deals, rescinded, deal.paidOn);
      return headroom >= 0n || wasRecognised(deal, deal.paidOn) ? [] : [{ fund: fund.number, number: deal.number, verdict: breach(fund, deal, headroom) }];
    });
  });
}

function headroomOn(fund: FundFact, deals: readonly InvestmentFact[], rescinded: ReadonlyMap<string, LocalDate>, on: LocalDate): Won {
  const standing = deals.filter((deal) => deal.paidOn <= on && !((rescinded.get(deal.number) ?? '9999') <= on));
  const invested = standing.reduce((sum, deal) => sum + deal.amountWon, 0n);
  const qualifying = standing.filter((deal) => wasRecognised(deal, on)).reduce((sum, deal) => sum + deal.amountWon, 0n);
  const remaining = fund.committedWon - fund.lifetimeExpensesWon - invested;
  const shortfall = requiredAmount(fund.committedWon, fund.obligationRatio) - qualifying;
  return won((remaining > 0n ? remaining : 0n) - (shortfall > 0n ? shortfall : 0n));
}

/** By what was decided by that day and in effect on it. */
function wasRecognised(deal: InvestmentFact, on: LocalDate): boolean {
  return deal.decisions.filter((decision) => decision.decidedOn <= on && decision.effectiveOn <= on).at(-1)?.decision === 'QUALIFIED';
}

function breach(fund: FundFact, deal: InvestmentFact, headroom: Won): Verdict {
  const short = formatWon(won(-headroom));
  return {
    rule: 'history-kept-the-obligation-reachable',
    clause: fund.clauses['주목적 의무비율'] ?? '조합규약',
    result: 'WARN',
    text: {
      ko: `납입일 기준으로 주목적 투자의무 달성에 ${short}원이 부족한 상태에서 이루어진 투자입니다(과거 기록).`,
      en: `On the day of payment the obligation was out of reach by ${short} won (history, recorded as it happened).`,
    },
    inputs: { paidOn: deal.paidOn, amountWon: `${deal.amountWon}`, headroomWon: `${headroom}` },
  };
}
