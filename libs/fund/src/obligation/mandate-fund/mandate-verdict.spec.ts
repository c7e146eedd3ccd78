import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { basisPoints, won, ZERO_WON } from '#libs/money';
import type { MandateFund, MandateRule, Traits } from '../mandate/mandate.js';
import { mandatesStayReachable } from './mandate-verdict.rules.js';

const TODAY = localDate('2026-11-20');

/** A rule of a class that is named like the value of a trait. */
const rule = (id: string, level: MandateRule['level'], key: string, counts: string, ratio: number): MandateRule => ({
  id, level, key, name: { ko: id, en: id }, counts: { kind: 'TRAIT', dimension: 'region', values: [counts] }, ratioBasisPoints: basisPoints(ratio), denominator: 'COMMITTED', measure: 'CUMULATIVE_COST',
  test: { kind: 'BY_DEADLINE', deadlineOn: localDate('2028-01-14') }, fixedBaseWon: null, stakePartnerId: null, startsOn: localDate('2024-01-15'), graceDays: 0, cureDays: 0, clause: id, source: 'AGREEMENT', version: '1',
});

/** A fund of 100 won with one deal that counts for nothing. */
function fund(fundId: string, investedWon: bigint): MandateFund {
  const invested = won(investedWon);
  const facts = { committedWon: won(100n), paidInWon: won(100n), investedWon: invested, qualifyingWon: ZERO_WON, qualifyingOutstandingWon: ZERO_WON, pendingWon: ZERO_WON, pendingCount: 0, investmentCount: 1, qualifyingCount: 0, lifetimeExpensesWon: ZERO_WON, recyclableWon: ZERO_WON };
  return { fundId, programmeId: 'P', generalPartnerIds: ['G'], facts, stakes: new Map(), deals: [{ fundId, amountWon: invested, outstandingWon: invested, traits: {}, traitsIfAccepted: null }] };
}

/** 대전: half of the broken fund, of which only ten won are left. 부산: half of the sound one. 광주: a fifth of the programme. */
const LOST = rule('lost', 'FUND', 'broken', '대전', 5_000);
const OWN = rule('own', 'FUND', 'sound', '부산', 5_000);
const SHARED = rule('shared', 'PROGRAMME', 'P', '광주', 2_000);
const FUNDS = [fund('broken', 90n), fund('sound', 0n)];

const verdict = (fundId: string, amount: bigint, region: string | null, rules: readonly MandateRule[]): string => {
  const traits: Traits = region === null ? {} : { region };
  return mandatesStayReachable({ fundId, amountWon: won(amount), traits }, { rules, funds: FUNDS, partial: false }, TODAY, 'BLOCK').result;
};

describe('a deal where a rule of a sister fund is lost', () => {
  // The sound fund has 100 won: 50 for its own rule, and of the 40 for the programme's the ten of the broken fund may bear some.
  it.each<[string, amount: bigint, region: string | null, result: string]>([
    ['outside of every class, as much as the others leave', 20n, null, 'WARN'],
    ['a won more', 21n, null, 'BLOCK'],
    ['for its own rule', 60n, '부산', 'WARN'],
    ['for the programme', 50n, '광주', 'WARN'],
    ['for the programme, so much that its own rule is lost', 51n, '광주', 'BLOCK'],
    ['more than there is', 101n, '부산', 'BLOCK'],
  ])('in the sound fund: %s', (_what, amount, region, result) => {
    expect(verdict('sound', amount, region, [LOST, OWN, SHARED])).toBe(result);
  });

  it.each<[string, amount: bigint, region: string | null, result: string]>([
    ['counting for the lost rule', 10n, '대전', 'WARN'],
    ['counting for nothing', 1n, null, 'BLOCK'],
    ['counting for the programme alone', 1n, '광주', 'BLOCK'],
  ])('in the broken fund: %s', (_what, amount, region, result) => {
    expect(verdict('broken', amount, region, [LOST, OWN, SHARED])).toBe(result);
  });

  it('passes without a word where nothing is lost', () => {
    expect([verdict('sound', 50n, null, [OWN]), verdict('sound', 51n, null, [OWN])]).toEqual(['PASS', 'BLOCK']);
  });
});
