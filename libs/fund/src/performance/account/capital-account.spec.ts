import { describe, expect, it } from '@jest/globals';
import { addDays, localDate } from '#libs/calendar';
import { basisPoints, negateWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import fc from 'fast-check';
import { planDistribution } from '../../waterfall/waterfall.rules.js';
import type { Contribution, PaidDistribution, WaterfallTerms } from '../../waterfall/waterfall.js';
import { capitalAccounts, valueShares, type AccountFacts } from './capital-account.rules.js';
import type { CapitalAccounts } from './capital-account.js';

const NAMES = ['모태펀드', '공제회', '은행A', '기업B', 'GP'];
const COMMITTED = [10_000n, 5_000n, 3_000n, 1_800n, 200n].map((millions) => won(millions * 1_000_000n));
const terms: WaterfallTerms = {
  hurdle: basisPoints(500), dayCount: 'ACTUAL_365', carry: basisPoints(2000), catchUp: null, firstLoss: [],
  carriedPartners: [{ partnerId: 'GP', weight: 1n }], interim: 'PRINCIPAL_ONLY', clause: '규약 제41조',
};
const partners = NAMES.map((name, index) => ({ id: name, name, commitmentWon: COMMITTED[index] as Won, calledWon: ZERO_WON }));
const called = (on: string, millions: bigint): Contribution[] => NAMES.map((partnerId, index) => ({ partnerId, on: localDate(on), amountWon: won((millions * (COMMITTED[index] as Won)) / 20_000n) }));
const contributions = [...called('2021-11-15', 8_000n), ...called('2022-11-15', 6_000n), ...called('2023-11-15', 4_000n)];
const bn = (tenths: bigint): Won => won(tenths * 100_000_000n);

/** The result that makes contributions, distributions and a value fit together, split into its parts at will. */
function facts(on: string, netAssetValueWon: Won, paid: readonly PaidDistribution[], given: readonly Contribution[], changes: Partial<AccountFacts> & { feesWon?: Won; unrealisedWon?: Won } = {}): AccountFacts {
  const day = localDate(on);
  const { feesWon = ZERO_WON, unrealisedWon = ZERO_WON, ...rest } = changes;
  const known = { contributions: given.filter((each) => each.on <= day), paid: paid.filter((each) => each.on <= day) };
  const gone = sumWon(known.paid.flatMap((each) => [each.carryWon, ...each.byPartner.map((part) => part.amountWon)]));
  const gain = netAssetValueWon + gone - sumWon(known.contributions.map((each) => each.amountWon));
  return { on: day, partners, ...known, netAssetValueWon, result: { feesWon, unrealisedWon, realisedWon: won(gain - feesWon - unrealisedWon) }, terms, ...rest };
}

/** Every row and every column adds up, and all of it is the net asset value. */
function expectToTie({ accounts, carry, netAssetValueWon }: CapitalAccounts): void {
  for (const each of accounts) {
    expect(each.closingWon).toBe(each.openingWon + each.contributedWon - each.distributedWon + each.feesWon + each.realisedWon + each.unrealisedWon + each.carryWon);
  }
  expect(sumWon([...accounts.map((each) => each.closingWon), carry.closingWon])).toBe(netAssetValueWon);
  expect(carry.closingWon).toBe(carry.openingWon + carry.accruedWon - carry.paidWon);
  expect(sumWon(accounts.map((each) => each.carryWon))).toBe(negateWon(carry.accruedWon));
}

describe('whose a fund is', () => {
  it('32 billion net asset value after 18 billion paid in: the carry of TV-7 is accrued, and nobody has been paid', () => {
    const shares = valueShares(facts('2028-11-15', bn(320n), [], contributions));
    expect(shares.carryWon).toBe(1_518_194_361n);
    expect(shares.byPartner).toEqual([15_240_902_819n, 7_620_451_410n, 4_572_270_846n, 2_743_362_508n, 304_818_056n]);
  });

  it.each<[string, bigint, bigint]>([
    ['no carry below the hurdle', 200n, 0n],
    ['no carry on nothing', 0n, 0n],
    ['no carry on a debt, which paid-in capital bears', -10n, 0n],
  ])('%s', (_what, tenths, carry) => {
    const shares = valueShares(facts('2028-11-15', bn(tenths), [], contributions));
    expect([shares.carryWon, sumWon([...shares.byPartner])]).toEqual([carry, bn(tenths)]);
  });

  it('money before anybody paid in goes by commitments', () => {
    expect(valueShares(facts('2021-11-01', won(2_000n), [], [])).byPartner).toEqual([1_000n, 500n, 300n, 180n, 20n]);
  });
});

describe('capital accounts', () => {
  it('of a year with a call, a payout and a gain', () => {
    const before = facts('2022-12-31', bn(140n), [], contributions);
    const plan = planDistribution(terms, NAMES, contributions, [], { on: localDate('2023-12-01'), amountWon: bn(20n) });
    const paid = [{ on: localDate('2023-12-01'), byPartner: plan.byPartner, carryWon: plan.carryWon }];
    const accounts = capitalAccounts(before, facts('2023-12-31', bn(190n), paid, contributions, { feesWon: won(-360_000_000n), unrealisedWon: bn(30n) }));
    expectToTie(accounts);
    expect(accounts.accounts[0]).toMatchObject({
      openingWon: 7_000_000_000n, contributedWon: 2_000_000_000n, distributedWon: 1_000_000_000n, feesWon: -180_000_000n, unrealisedWon: 1_500_000_000n, realisedWon: 180_000_000n, paidInWon: 9_000_000_000n,
    });
    expect(accounts.carry.accruedWon).toBe(accounts.carry.closingWon);
  });

  it('whoever bears losses first loses what the others keep, and the column says so', () => {
    const guarded = { ...terms, firstLoss: [{ partnerId: 'GP', share: basisPoints(1_000) }] };
    const accounts = capitalAccounts(facts('2023-12-31', bn(180n), [], contributions, { terms: guarded }), facts('2024-12-31', bn(179n), [], contributions, { terms: guarded }));
    expectToTie(accounts);
    const [first, , , , general] = accounts.accounts;
    expect([general?.closingWon, first?.closingWon]).toEqual([80_000_000n, 9_000_000_000n]);
    expect([general?.carryWon, first?.carryWon]).toEqual([-99_000_000n, 50_000_000n]);
  });

  it('tie to the won over any course of a fund', () => {
    const amount = fc.bigInt({ min: 0n, max: 40_000_000_000n }).map(won);
    const loss = fc.bigInt({ min: -3_000_000_000n, max: 3_000_000_000n }).map(won);
    fc.assert(
      fc.property(fc.array(fc.record({ days: fc.integer({ min: 1, max: 500 }), payout: amount, value: amount, fees: loss, unrealised: loss }), { minLength: 1, maxLength: 5 }), (years) => {
        const paid: PaidDistribution[] = [];
        let before = facts('2023-11-30', bn(180n), paid, contributions);
        let day = localDate('2023-11-30');
        for (const year of years) {
          day = addDays(day, year.days);
          if (year.payout > 0n) {
            const plan = planDistribution(terms, NAMES, contributions, paid, { on: day, amountWon: year.payout });
            paid.push({ on: day, byPartner: plan.byPartner, carryWon: plan.carryWon });
          }
          const after = facts(day, year.value, [...paid], contributions, { feesWon: year.fees, unrealisedWon: year.unrealised });
          expectToTie(capitalAccounts(before, after));
          before = after;
        }
      }),
      { numRuns: 40 },
    );
  });
});
