import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { basisPoints, won } from '#libs/money';
import type { ExitedDeal, ExitTerms } from './exit.js';
import { costLeft, costOfExit, judgePrice, requirePossibleExit, restOf } from './exit.rules.js';

const TODAY = localDate('2026-11-20');
const LIMITS = { priceDeviation: basisPoints(2_000), clause: '규약 제30조' };
const deal = (changes: Partial<ExitedDeal> = {}): ExitedDeal => ({
  id: 'i', fundId: 'f', number: 'INV-2024-0001', company: '(주)한회사', kind: 'NEW', paidOn: localDate('2024-06-03'), amountWon: won(1_000n), shares: 7n,
  takenWon: won(0n), soldShares: 0n, voided: false, lastExitedOn: null, fairValueWon: null, impairmentWon: won(0n), ...changes,
});
const terms = (changes: Partial<ExitTerms> = {}): ExitTerms => ({
  kind: 'LISTING', exitedOn: localDate('2025-03-03'), shares: null, pricePerShareWon: null, proceedsWon: won(1_500n), feeWon: won(0n), taxWon: won(0n), interestWon: won(0n),
  escrowWon: won(0n), escrowUntil: null, costWon: null, note: null, ...changes,
});

describe('the cost that goes with an exit of a deal of 1,000 won and 7 shares', () => {
  it.each<[string, Partial<ExitedDeal>, Partial<ExitTerms>, bigint]>([
    ['all that is left where nothing is said', {}, {}, 1_000n],
    ['what earlier exits left', { takenWon: won(300n) }, {}, 700n],
    ['as named', {}, { costWon: won(250n) }, 250n],
    ['3 of 7 shares, floored', {}, { shares: 3n }, 428n],
    ['3 of the 4 shares left', { takenWon: won(428n), soldShares: 3n }, { shares: 3n }, 429n],
    ['the last share takes the last won', { takenWon: won(857n), soldShares: 6n }, { shares: 1n }, 143n],
    ['named as the shares say', {}, { shares: 3n, costWon: won(428n) }, 428n],
    ['shares of a deal that has none tell nothing', { shares: null }, { shares: 3n }, 1_000n],
  ])('%s', (_what, of, by, cost) => {
    expect(costOfExit(deal(of), terms(by))).toBe(cost);
  });

  it.each<[string, Partial<ExitedDeal>, Partial<ExitTerms>, string]>([
    ['more than is left', { takenWon: won(300n) }, { costWon: won(701n) }, 'exit.more-than-left'],
    ['another cost than the shares say', {}, { shares: 3n, costWon: won(429n) }, 'exit.cost-against-shares'],
    ['more shares than are left', { soldShares: 5n }, { shares: 3n }, 'exit.more-shares-than-left'],
  ])('is not %s', (_what, of, by, code) => {
    expect(() => costOfExit(deal(of), terms(by))).toThrow(expect.objectContaining({ code }));
  });

  it('adds up over any number of exits by shares', () => {
    let held = deal();
    for (const shares of [1n, 2n, 1n, 3n]) held = { ...held, takenWon: won(held.takenWon + costOfExit(held, terms({ shares }))), soldShares: held.soldShares + shares };
    expect([costLeft(held), held.soldShares]).toEqual([0n, 7n]);
  });
});

describe('an exit that can be', () => {
  it.each<[string, Partial<ExitedDeal>, Partial<ExitTerms>, buyerKnown: boolean, code: string | null]>([
    ['a sale on the market', {}, {}, false, null],
    ['a sale over the counter to somebody named', {}, { kind: 'OVER_THE_COUNTER' }, true, null],
    ['the same to nobody', {}, { kind: 'OVER_THE_COUNTER' }, false, 'exit.no-counterparty'],
    ['a merger without a buyer', {}, { kind: 'MERGER' }, false, 'exit.no-counterparty'],
    ['on the day of the payment', {}, { exitedOn: localDate('2024-06-03') }, false, null],
    ['the day before', {}, { exitedOn: localDate('2024-06-02') }, false, 'exit.before-payment'],
    ['tomorrow', {}, { exitedOn: localDate('2026-11-21') }, false, 'exit.in-future'],
    ['before an earlier exit', { lastExitedOn: localDate('2025-03-04'), takenWon: won(1n) }, {}, false, 'exit.before-earlier-exit'],
    ['of what a conversion made', { kind: 'CONVERSION' }, {}, false, 'exit.not-a-holding'],
    ['of a voided deal', { voided: true }, {}, false, 'exit.not-a-holding'],
    ['of nothing', { takenWon: won(1_000n) }, {}, false, 'exit.nothing-left'],
    ['a write-off with its reason', {}, { kind: 'WRITE_OFF', proceedsWon: won(0n), note: '파산' }, false, null],
    ['a write-off without one', {}, { kind: 'WRITE_OFF', proceedsWon: won(0n) }, false, 'exit.write-off-without-reason'],
    ['a write-off that brings something', {}, { kind: 'WRITE_OFF', note: '파산' }, false, 'exit.write-off-with-proceeds'],
    ['a liquidation that brings nothing', {}, { kind: 'LIQUIDATION', proceedsWon: won(0n) }, false, null],
    ['a sale that brings nothing', {}, { proceedsWon: won(0n) }, false, 'exit.no-proceeds'],
    ['a sale of which all is held back', {}, { proceedsWon: won(0n), escrowWon: won(1_500n) }, false, null],
    ['interest beyond the proceeds', {}, { interestWon: won(1_501n) }, false, 'exit.interest-over-proceeds'],
    ['a day until which nothing is held back', {}, { escrowUntil: localDate('2026-03-03') }, false, 'exit.no-escrow'],
  ])('%s', (_what, of, by, buyerKnown, code) => {
    const record = (): void => requirePossibleExit(deal(of), terms(by), buyerKnown, TODAY);
    if (code === null) expect(record).not.toThrow();
    else expect(record).toThrow(expect.objectContaining({ code }));
  });
});

describe('the price', () => {
  it.each<[string, Partial<ExitedDeal>, Partial<ExitTerms>, cost: bigint, results: [rule: string, result: string][]]>([
    ['without shares or a valuation: nothing to compare', {}, {}, 1_000n, []],
    ['shares × price are the proceeds', {}, { shares: 7n, pricePerShareWon: won(200n), proceedsWon: won(1_400n) }, 1_000n, [['proceeds-agree-with-price', 'PASS']]],
    ['what is held back counts', {}, { shares: 7n, pricePerShareWon: won(200n), proceedsWon: won(1_000n), escrowWon: won(400n) }, 1_000n, [['proceeds-agree-with-price', 'PASS']]],
    ['a won is missing', {}, { shares: 7n, pricePerShareWon: won(200n), proceedsWon: won(1_399n) }, 1_000n, [['proceeds-agree-with-price', 'WARN']]],
    ['a fifth below the fair value', { fairValueWon: won(1_875n) }, {}, 1_000n, [['price-is-near-fair-value', 'PASS']]],
    ['a won less than that', { fairValueWon: won(1_875n) }, { proceedsWon: won(1_499n) }, 1_000n, [['price-is-near-fair-value', 'WARN']]],
    ['half of the deal against half of its value', { fairValueWon: won(3_000n) }, {}, 500n, [['price-is-near-fair-value', 'PASS']]],
  ])('%s', (_what, of, by, cost, results) => {
    expect(judgePrice(deal(of), terms(by), won(cost), LIMITS).map(({ rule, result }) => [rule, result])).toEqual(results);
  });

  it.each([[1_000n, 3n, 1n, 333n], [1_000n, 3n, 3n, 1_000n], [1_000n, 0n, 0n, 0n]])('of %s won, cost %s: the part of %s is %s', (value, whole, part, rest) => {
    expect(restOf(won(value), won(whole), won(part))).toBe(rest);
  });
});
