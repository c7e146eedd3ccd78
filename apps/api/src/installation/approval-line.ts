import type { Rank, Role } from '#libs/access';
import type { ApprovalStep, ApprovalTier } from '#libs/approval';

const step = (kind: ApprovalStep['kind'], role: Role, minRank: Rank = 'STAFF', quorum = 1): ApprovalStep => ({ kind, role, minRank, quorum });

/** Runs at once: one person may do this. */
export const DIRECT: readonly ApprovalTier[] = [{ fromWon: '0', mode: 'DIRECT', steps: [] }];

/** A second person signs, whatever the amount. */
export const secondPerson = (role: Role, minRank: Rank = 'STAFF'): readonly ApprovalTier[] => [{ fromWon: '0', mode: 'SIGNED', steps: [step('APPROVE', role, minRank)] }];

/** Two further persons sign, one after the other. */
export const twoPersons = (review: Role, approve: Role, minRank: Rank): readonly ApprovalTier[] => [
  { fromWon: '0', mode: 'SIGNED', steps: [step('REVIEW', review), step('APPROVE', approve, minRank)] },
];

/** From these amounts on the director, the executive, the head of the institution approve. Source: dossier §7.1 [assumption]. */
const [DIRECTORS, EXECUTIVES, HEADS] = ['10000000', '100000000', '1000000000'] as const;

/**
 * Money by amount: below 10 million won the team leader, below 100 million the director, below 1 billion the executive,
 * from there the head, after the committee where there is one. Source: dossier §7.1 [assumption].
 */
export function byAmount(committee: boolean): readonly ApprovalTier[] {
  const review = step('REVIEW', 'FINANCE_CHECKER');
  const consult = committee ? [step('COOPERATE', 'COMMITTEE', 'STAFF', 2)] : [];
  return [
    { fromWon: '0', mode: 'SIGNED', steps: [step('APPROVE', 'FINANCE_CHECKER', 'TEAM_LEADER')] },
    { fromWon: DIRECTORS, mode: 'SIGNED', steps: [step('APPROVE', 'APPROVER', 'DIRECTOR')] },
    { fromWon: EXECUTIVES, mode: 'SIGNED', steps: [review, step('APPROVE', 'APPROVER', 'EXECUTIVE')] },
    { fromWon: HEADS, mode: 'SIGNED', steps: [review, ...consult, step('APPROVE', 'APPROVER', 'HEAD')] },
  ];
}

/**
 * The same for what one person asked for and the checker decides: two persons have seen it already, and nobody checks what they
 * drafted themselves, so only those above the checker sign.
 */
export const aboveTheChecker: readonly ApprovalTier[] = [
  { fromWon: '0', mode: 'DIRECT', steps: [] },
  { fromWon: DIRECTORS, mode: 'SIGNED', steps: [step('APPROVE', 'APPROVER', 'DIRECTOR')] },
  { fromWon: EXECUTIVES, mode: 'SIGNED', steps: [step('APPROVE', 'APPROVER', 'EXECUTIVE')] },
  { fromWon: HEADS, mode: 'SIGNED', steps: [step('APPROVE', 'APPROVER', 'HEAD')] },
];
