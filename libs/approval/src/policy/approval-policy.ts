import type { Rank, Role } from '#libs/access';
import type { LocalDate } from '#libs/calendar';
import type { PolicySource } from '#libs/policy';

/** 검토, 협조, 결재. The last step of a tier is always an approval. */
export type StepKind = 'REVIEW' | 'COOPERATE' | 'APPROVE';

export interface ApprovalStep {
  readonly kind: StepKind;
  /** The role a signer must hold, and the lowest rank. */
  readonly role: Role;
  readonly minRank: Rank;
  /** How many different persons must sign at this step. */
  readonly quorum: number;
}

/** What happens from an amount on, up to the next tier. */
export interface ApprovalTier {
  /** Lower bound in won, inclusive; the first tier starts at 0. */
  readonly fromWon: string;
  /** DIRECT: runs at once. SIGNED: waits for the steps, one after the other. */
  readonly mode: 'DIRECT' | 'SIGNED';
  readonly steps: readonly ApprovalStep[];
}

/** A decision about who signs a command (위임전결), from a day on, for one fund or in general. */
export interface ApprovalPolicyDraft {
  readonly command: string;
  /** `*` or `fund/<id>`; the fund's own policy wins over the general one. */
  readonly scope: string;
  readonly effectiveFrom: LocalDate;
  readonly expiresAfterDays: number;
  readonly clause: string;
  readonly source: PolicySource;
  readonly tiers: readonly ApprovalTier[];
}

export interface ApprovalPolicy extends ApprovalPolicyDraft {
  readonly id: string;
  readonly knownAt: Date;
  readonly recordedAt: Date;
}
