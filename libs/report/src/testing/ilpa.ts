import { localDate } from '#libs/calendar';
import { negateWon, subtractWon, won, ZERO_WON, type Won } from '#libs/money';
import type { IlpaPerformanceFacts, IlpaReportingFacts, IlpaStretch, Stretch } from '../ilpa/ilpa.js';
import { TV2_OUTCOME } from './outcome.js';
import { TV2_STRETCHES } from './statement.js';
import { tv2Facts } from './tv2.js';

/** The portfolio of testing/tv2.ts under the fields of the ILPA templates. */

const mn = (millions: number): Won => won(BigInt(millions) * 1_000_000n);
const MANAGEMENT: Readonly<Record<Stretch, number>> = { quarter: 80, year: 100, life: 140 };

export function tv2IlpaReporting(): IlpaReportingFacts {
  const { fund, partners, asOf, knownBefore } = tv2Facts();
  const stretch = (name: Stretch): IlpaStretch => ({
    accounts: TV2_STRETCHES[name],
    before: partners.map((partner) => ({ ...partner, paidInWon: name === 'life' ? ZERO_WON : partner.paidInWon, distributedWon: ZERO_WON })),
    expenses: new Map([['MANAGEMENT_FEE', mn(MANAGEMENT[name])], ['CUSTODY', mn(20)]]),
  });
  return { fund, asOf, knownBefore, partner: partners[0] as (typeof partners)[number], partners, stretches: { quarter: stretch('quarter'), year: stretch('year'), life: stretch('life') }, agreementVersion: 1 };
}

export function tv2IlpaPerformance(): IlpaPerformanceFacts {
  const { fund, asOf, knownBefore } = tv2Facts();
  const { deals, exits } = TV2_OUTCOME;
  return {
    fund,
    asOf,
    knownBefore,
    outcome: TV2_OUTCOME,
    partnerFlows: [
      { on: localDate('2021-11-30'), type: 'Capital Call: Investments', subject: '제1차 출자요청', amountWon: mn(-8000) },
      { on: localDate('2023-06-15'), type: 'Distribution', subject: '제1차 분배', amountWon: mn(300) },
    ],
    dealFlows: [
      ...deals.map((deal) => ({ on: deal.paidOn, type: 'Investment', subject: deal.number, amountWon: negateWon(deal.costWon) })),
      ...exits.map((exit) => ({ on: exit.exitedOn, type: 'Investment Proceeds', subject: exit.investment, amountWon: subtractWon(exit.proceedsWon, exit.expenseWon) })),
    ],
    grossMultiple: '1.0667',
    agreementVersion: 1,
  };
}
