import type { Won } from '#libs/money';

/** What a clawback asks for, by ground; won. */
export interface ClawbackParts {
  readonly overReleasedWon: Won;
  /** The government's part of what a settlement outside of the grant engine disallowed, of what it left, and interest. */
  readonly disallowedWon: Won;
  readonly unspentWon: Won;
  readonly interestWon: Won;
}

export type ClawbackState = 'PROPOSED' | 'DECIDED' | 'OVERTAKEN';

export interface Clawback extends ClawbackParts {
  readonly id: string;
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly callId: string;
  readonly debtor: string;
  readonly totalWon: Won;
  readonly cause: string;
  readonly allowedWon: Won;
  readonly releasedWon: Won;
  readonly state: ClawbackState;
  readonly proposedAt: string;
  readonly proposedBy: string | null;
  readonly decidedBy: string | null;
  readonly recoveryId: string | null;
  readonly recoveryNumber: string | null;
  readonly dueOn: string | null;
}
