import { describe, expect, it } from '@jest/globals';
import { addDays, localDate } from '#libs/calendar';
import { won } from '#libs/money';
import type { DepositorRelation, FlagKind } from './deposit.js';
import type { FundSource } from '../match/match.js';
import { flagsOfDeclaration, flagsOfWithdrawal, lockedUntil, roundTripsOf, type DepositTerms, type OutMove } from './deposit.rules.js';
import { privateMoney, privateMoneyKeepsPace, releaseStaysWithinRoom } from '../room/room.rules.js';

const TERMS: DepositTerms = {
  ...{ sourcesNotCounted: ['OTHER_PUBLIC', 'GUARANTEED_LOAN', 'RELATED_PARTY', 'OTHER'], sourcesClause: '재원' },
  ...{ lockUpDays: 180, lockUpClause: '묶음', roundTripDays: 30, roundTripClause: '순환' },
};
const day = localDate('2021-06-01');

describe('what a declaration says', () => {
  it.each<[FundSource, DepositorRelation, FlagKind[]]>([
    ['OWN', 'COMPANY', []],
    ['GUARANTEED_LOAN', 'COMPANY', ['EXCLUDED_SOURCE']],
    ['OTHER_PUBLIC', 'COMPANY', ['EXCLUDED_SOURCE']],
    ['OWN', 'PERFORMER', ['EXCLUDED_DEPOSITOR']],
    ['OWN', 'RELATED', ['EXCLUDED_DEPOSITOR']],
    ['RELATED_PARTY', 'RELATED', ['EXCLUDED_SOURCE', 'EXCLUDED_DEPOSITOR']],
    ['OWN', 'THIRD_PARTY', ['THIRD_PARTY']],
  ])('%s from %s: %j', (source, relation, kinds) => {
    const flags = flagsOfDeclaration({ source, relation, depositor: '(주)가' }, TERMS);
    expect(flags.map(({ kind }) => kind)).toEqual(kinds);
    expect(flags.every(({ uncounts, clause }) => uncounts && clause === '재원')).toBe(true);
  });

  it('is measured by what the pool decided, not by a list of ours', () => {
    const lenient = { ...TERMS, sourcesNotCounted: ['OTHER_PUBLIC'] };
    expect(flagsOfDeclaration({ source: 'GUARANTEED_LOAN', relation: 'PERFORMER', depositor: '가' }, lenient)).toEqual([]);
  });

  it('locks the money for the days of the pool', () => {
    expect(lockedUntil(day, TERMS)).toBe('2021-11-28');
  });
});

const deposit = (id: string, offset: number, amount = 100n) => ({ id, depositedOn: addDays(day, offset), amountWon: won(amount), lockedUntil: addDays(day, offset + 180) });
const move = (id: string, offset: number, isDepositor = true): OutMove => ({ id, on: addDays(day, offset), amountWon: won(100n), payee: '(주)가', isDepositor, relation: null, label: '외주' });

describe('money that goes round', () => {
  it.each<[string, OutMove[], (readonly [string, string])[]]>([
    ['back within the days', [move('m', 30)], [['d1', 'm']]],
    ['back a day later', [move('m', 51)], []],
    ['out before it came in', [move('m', -1)], []],
    ['to somebody else', [move('m', 10, false)], []],
    ['twice, out of the earliest deposit that it can be', [move('m', 20), move('n', 45)], [['d1', 'm'], ['d2', 'n']]],
  ])('%s', (_what, moves, expected) => {
    const found = roundTripsOf([deposit('d2', 20), deposit('d1', 0)], moves, TERMS);
    expect(found.map(({ deposit: { id }, flag }) => [id, flag.evidenceId])).toEqual(expected);
  });

  it('by one more hop is to be looked at, and counts: what the payee did with it nobody here sees', () => {
    const related = { ...move('m', 30, false), relation: '(주)가 – (주)나 (AFFILIATED_WITH)' };
    const [found] = roundTripsOf([deposit('d', 0)], [related], TERMS);
    expect([found?.flag.kind, found?.flag.uncounts, found?.flag.detail]).toEqual(['ROUND_TRIP', false, expect.stringContaining('AFFILIATED_WITH')]);
    expect(roundTripsOf([deposit('d', 0)], [{ ...related, on: addDays(day, 31) }], TERMS)).toEqual([]);
  });

  it('of a withdrawal: the money is off already, the breach is kept', () => {
    const found = flagsOfWithdrawal([deposit('d', 0)], { id: 'w', on: addDays(day, 10), amountWon: won(100n) }, TERMS);
    expect(found.map(({ flag: { kind, uncounts } }) => [kind, uncounts])).toEqual([['ROUND_TRIP', false], ['LOCK_UP_BROKEN', false]]);
    expect(flagsOfWithdrawal([deposit('d', 0)], { id: 'w', on: addDays(day, 180), amountWon: won(100n) }, TERMS)).toEqual([]);
  });
});

describe('what counts', () => {
  const proven = (amount: bigint, counts = true) => ({ amountWon: won(amount), state: 'PROVEN' as const, counts });

  it.each([
    ['nothing before it is proven', [{ amountWon: won(50n), state: 'UNPROVEN' as const, counts: true }], 0n, [0n, 0n, 50n]],
    ['what is proven', [proven(100n)], 0n, [100n, 0n, 0n]],
    ['nothing of what is flagged', [proven(100n), proven(50n, false)], 0n, [100n, 50n, 0n]],
    ['less what left, of the counted first', [proven(100n), proven(50n, false)], 120n, [0n, 30n, 0n]],
    ['nothing of what was recorded wrongly', [{ amountWon: won(50n), state: 'REVERSED' as const, counts: true }], 0n, [0n, 0n, 0n]],
  ])('%s', (_what, deposits, withdrawn, [counted, uncounted, unproven]) => {
    expect(privateMoney(deposits, won(withdrawn))).toEqual({ countedWon: counted, uncountedWon: uncounted, unprovenWon: unproven, withdrawnWon: withdrawn });
  });

  it('is late by what the plan of payments needs, rounded up to the won', () => {
    const project = { governmentWon: won(200_000_000n), privateWon: won(250_000_000n) };
    expect(privateMoneyKeepsPace(project, won(33_333_333n), won(26_666_667n))).toEqual({ neededWon: 33_333_334n, missingWon: 1n });
    expect(privateMoneyKeepsPace(project, won(0n), won(0n)).missingWon).toBe(0n);
  });

  it('a release is told its room', () => {
    const balances = { allowedWon: 80_000_000n, releasedWon: 50_000_000n, roomWon: 30_000_000n, overReleasedWon: 0n };
    expect([releaseStaysWithinRoom(won(30_000_000n), balances).result, releaseStaysWithinRoom(won(30_000_001n), balances).result]).toEqual(['PASS', 'BLOCK']);
  });
});
