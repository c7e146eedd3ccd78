import type { LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';
import type { PartnerKind } from '../fund/fund.js';

/** What a partner holds, in units and in won, and what was called, paid, given back and recalled on it. */
export interface Holding {
  readonly units: bigint;
  readonly commitmentWon: Won;
  readonly calledWon: Won;
  readonly paidInWon: Won;
  readonly recalledWon: Won;
  readonly distributedWon: Won;
}

/** A partner with what they hold. */
export interface Holder extends Holding {
  readonly id: string;
  readonly name: string;
  readonly kind: PartnerKind;
  readonly professional: boolean;
}

/** Units that changed hands, with what went along. */
export interface CommitmentTransfer extends Omit<Holding, 'units'> {
  readonly id: string;
  readonly number: number;
  readonly fromId: string;
  readonly from: string;
  readonly toId: string;
  readonly to: string;
  readonly units: string;
  readonly effectiveOn: LocalDate;
  readonly consent: string;
  readonly documentId: string | null;
  readonly documentName: string | null;
}
