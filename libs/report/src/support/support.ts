import type { LocalDate } from '#libs/calendar';

/** Support that a company or institution got: a deal, a voucher, an agreement, a service, a technology whose sales are declared. */
export interface Support {
  readonly partyId: string;
  readonly party: string;
  readonly businessNumber: string | null;
  readonly kind: string;
  /** The fund, programme year or call that it belongs to, and the thing itself. */
  readonly bookId: string;
  readonly id: string;
  readonly number: string;
  readonly on: LocalDate;
  /** Public money, or the fund's; won. */
  readonly amountWon: bigint;
  /** The number that tells the technology apart: of its transfer contract or patent. */
  readonly technologyNumber: string | null;
  readonly technology: string | null;
  readonly region: string | null;
}
