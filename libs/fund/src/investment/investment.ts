import type { LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';

/** Instruments of venture investment. CB, BW and EB count for statutory tests only if unsecured and newly issued. */
export const INSTRUMENTS = ['COMMON', 'RCPS', 'CPS', 'CB', 'BW', 'EB', 'SAFE', 'CONVERTIBLE_NOTE', 'PROJECT', 'LLC_INTEREST', 'SECONDARY'] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

export const INVESTMENT_KINDS = ['NEW', 'FOLLOW_ON', 'CONVERSION'] as const;
/** A conversion moves no cash and changes no cost: the first payment went on counting. */
export type InvestmentKind = (typeof INVESTMENT_KINDS)[number];

/** The deal as the investment committee approved it and the custodian paid it. */
export interface Deal {
  readonly kind: InvestmentKind;
  readonly instrument: Instrument;
  /** Acquisition cost in won. */
  readonly amountWon: Won;
  readonly committeeOn: LocalDate | null;
  readonly paidOn: LocalDate;
  readonly shares: bigint | null;
  readonly pricePerShareWon: Won | null;
  readonly round: string | null;
  readonly note: string | null;
}
