import { localDate } from '#libs/calendar';
import type { CapitalAccount, CapitalAccounts } from '#libs/fund';
import { allocate, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import type { StatementFacts } from '../partner-statement/partner-statement.js';
import { quarterOf } from '../period/quarter.js';
import { tv2Facts } from './tv2.js';

/**
 * The accounts of the portfolio in testing/tv2.ts: 8,000 million paid in (all before the second quarter of 2023), 300 distributed in
 * it, 160 of fees (100 in the quarter), 390 realised (in it), no unrealised result, and no carry. Net asset value 7,930 million.
 */

const mn = (millions: number): Won => won(BigInt(millions) * 1_000_000n);
const WEIGHTS = [10_000n, 5_000n, 3_000n, 1_800n, 200n];

interface Sums {
  readonly openingWon: Won;
  readonly contributedWon: Won;
  readonly distributedWon: Won;
  readonly feesWon: Won;
  readonly realisedWon: Won;
  readonly unrealisedWon: Won;
}

function accounts(from: string, sums: Sums): CapitalAccounts {
  const shares = (amount: Won): Won[] => allocate(amount, WEIGHTS);
  const parts = Object.fromEntries(Object.entries(sums).map(([key, amount]) => [key, shares(amount as Won)])) as Record<keyof Sums, Won[]>;
  const { partners } = tv2Facts();
  const list = partners.map((partner, at): CapitalAccount => {
    const part = (key: keyof Sums): Won => parts[key][at] ?? ZERO_WON;
    return {
      partnerId: partner.id, partner: partner.name, commitmentWon: partner.commitmentWon, calledWon: partner.calledWon, paidInWon: partner.paidInWon, distributedToDateWon: partner.distributedWon,
      openingWon: part('openingWon'), contributedWon: part('contributedWon'), distributedWon: part('distributedWon'), feesWon: part('feesWon'), realisedWon: part('realisedWon'), unrealisedWon: part('unrealisedWon'),
      carryWon: ZERO_WON,
      closingWon: won(part('openingWon') + part('contributedWon') - part('distributedWon') + part('feesWon') + part('realisedWon') + part('unrealisedWon')),
    };
  });
  return {
    from: localDate(from), to: localDate('2023-06-30'), accounts: list,
    carry: { openingWon: ZERO_WON, accruedWon: ZERO_WON, paidWon: ZERO_WON, closingWon: ZERO_WON },
    netAssetValueWon: sumWon(list.map((account) => account.closingWon)),
  };
}

const LIFE = accounts('2021-11-14', { openingWon: ZERO_WON, contributedWon: mn(8000), distributedWon: mn(300), feesWon: mn(-160), realisedWon: mn(390), unrealisedWon: ZERO_WON });
const QUARTER = accounts('2023-03-31', { openingWon: mn(7940), contributedWon: ZERO_WON, distributedWon: mn(300), feesWon: mn(-100), realisedWon: mn(390), unrealisedWon: ZERO_WON });
const YEAR = accounts('2022-12-31', { openingWon: mn(7960), contributedWon: ZERO_WON, distributedWon: mn(300), feesWon: mn(-120), realisedWon: mn(390), unrealisedWon: ZERO_WON });

export const TV2_STRETCHES = { quarter: QUARTER, year: YEAR, life: LIFE } as const;

export function tv2Statement(changes: Partial<StatementFacts> = {}): StatementFacts {
  const { fund, partners, asOf, knownBefore } = tv2Facts();
  return {
    fund,
    asOf,
    knownBefore,
    quarter: quarterOf(asOf),
    agreementVersion: 1,
    accounts: QUARTER,
    statements: partners.map((partner, at) => ({
      partner,
      quarter: QUARTER.accounts[at] as CapitalAccount,
      year: YEAR.accounts[at] as CapitalAccount,
      life: LIFE.accounts[at] as CapitalAccount,
      movements: [{ on: localDate('2023-06-15'), kind: 'DISTRIBUTION', by: 'CASH', number: 1, note: '구주 매각대금', amountWon: won(-partner.distributedWon) }],
    })),
    ...changes,
  };
}
