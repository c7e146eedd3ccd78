import type { LocalDate } from '#libs/calendar';
import { won, type Won } from '#libs/money';

export type PartnerKind = 'GENERAL' | 'LIMITED' | 'SPECIAL_LIMITED';

/** A fund and its terms as every use case needs them. */
export interface Fund {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly vintageId: string;
  readonly committedWon: Won;
  readonly unitWon: Won;
  readonly foundedOn: LocalDate;
  readonly registeredOn: LocalDate | null;
  readonly investmentFrom: LocalDate;
  readonly investmentTo: LocalDate;
  readonly lifeTo: LocalDate;
}

export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly kind: PartnerKind;
  readonly ordinal: number;
  readonly commitmentWon: Won;
}

export function committedCapital(partners: readonly Pick<Partner, 'commitmentWon'>[]): Won {
  return won(partners.reduce((sum, partner) => sum + partner.commitmentWon, 0n));
}
