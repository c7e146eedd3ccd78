import { describe, expect, it } from '@jest/globals';
import type { ApprovalTier } from '#libs/approval';
import { aboveTheChecker, byAmount } from './approval-line.js';

/** The tier of an amount: the last one that begins at or below it. */
const tierOf = (tiers: readonly ApprovalTier[], amountWon: bigint): ApprovalTier | undefined => tiers.filter(({ fromWon }) => BigInt(fromWon) <= amountWon).at(-1);
const signersOf = (tiers: readonly ApprovalTier[], amountWon: bigint): readonly string[] | undefined => tierOf(tiers, amountWon)?.steps.map(({ kind, role, minRank }) => `${kind} ${role} ${minRank}`);

const CHECKED = 'REVIEW FINANCE_CHECKER STAFF';

describe('who signs for money', () => {
  it.each<[bigint, readonly string[], readonly string[]]>([
    [0n, ['APPROVE FINANCE_CHECKER TEAM_LEADER'], []],
    [9_999_999n, ['APPROVE FINANCE_CHECKER TEAM_LEADER'], []],
    [10_000_000n, ['APPROVE APPROVER DIRECTOR'], ['APPROVE APPROVER DIRECTOR']],
    [99_999_999n, ['APPROVE APPROVER DIRECTOR'], ['APPROVE APPROVER DIRECTOR']],
    [100_000_000n, [CHECKED, 'APPROVE APPROVER EXECUTIVE'], ['APPROVE APPROVER EXECUTIVE']],
    [999_999_999n, [CHECKED, 'APPROVE APPROVER EXECUTIVE'], ['APPROVE APPROVER EXECUTIVE']],
    [1_000_000_000n, [CHECKED, 'APPROVE APPROVER HEAD'], ['APPROVE APPROVER HEAD']],
  ])('%d won: as drafted by the maker, and as decided by the checker', (amountWon, byMaker, byChecker) => {
    expect([signersOf(byAmount(false), amountWon), signersOf(aboveTheChecker, amountWon)]).toEqual([byMaker, byChecker]);
  });

  it('two of the committee are heard before the head, and only there', () => {
    const heard = byAmount(true).map(({ fromWon, steps }) => [fromWon, steps.filter(({ kind }) => kind === 'COOPERATE').map(({ quorum }) => quorum)]);
    expect(heard).toEqual([['0', []], ['10000000', []], ['100000000', []], ['1000000000', [2]]]);
  });

  it('who decides as the checker waits for no other checker', () => {
    expect(aboveTheChecker.flatMap(({ steps }) => steps.map(({ role }) => role))).not.toContain('FINANCE_CHECKER');
    expect(aboveTheChecker.map(({ mode, steps }) => [mode, steps.length])).toEqual([['DIRECT', 0], ['SIGNED', 1], ['SIGNED', 1], ['SIGNED', 1]]);
  });
});
