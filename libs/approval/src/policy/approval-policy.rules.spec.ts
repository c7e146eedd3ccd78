import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '#libs/errors';
import type { ApprovalStep, ApprovalTier } from './approval-policy.js';
import { requireFollowable } from './approval-policy.rules.js';

const approve: ApprovalStep = { kind: 'APPROVE', role: 'APPROVER', minRank: 'HEAD', quorum: 1 };
const review: ApprovalStep = { ...approve, kind: 'REVIEW' };
const signed = (fromWon: string, ...steps: ApprovalStep[]): ApprovalTier => ({ fromWon, mode: 'SIGNED', steps });
const direct = (fromWon: string, ...steps: ApprovalStep[]): ApprovalTier => ({ fromWon, mode: 'DIRECT', steps });

describe('an approval policy that can be followed', () => {
  const rows: [string, ApprovalTier[], boolean, string | null][] = [
    ['one signature for everything', [signed('0', approve)], true, null],
    ['free below an amount', [direct('0'), signed('100000000', review, approve)], false, null],
    ['in any order', [signed('5', approve), direct('0')], false, null],
    ['no tier at all', [], false, '/tiers'],
    ['nothing from 0 won', [signed('1', approve)], false, '/tiers'],
    ['two tiers from one amount', [direct('0'), signed('0', approve)], false, '/tiers'],
    ['signatures by nobody', [signed('0')], false, '/tiers/0/steps'],
    ['ends with a review', [signed('0', approve, review)], false, '/tiers/0/steps'],
    ['steps where none are wanted', [direct('0', approve)], false, '/tiers/0/steps'],
    ['free where it never is', [signed('0', approve), direct('5')], true, '/tiers/1/mode'],
  ];
  it.each(rows)('%s', (_, tiers, alwaysSigned, pointer) => {
    const refused = ((): string | null => {
      try {
        requireFollowable({ tiers }, alwaysSigned);
        return null;
      } catch (error) {
        return (error as DomainError).faults[0]?.pointer ?? 'no field';
      }
    })();
    expect(refused).toBe(pointer);
  });
});
