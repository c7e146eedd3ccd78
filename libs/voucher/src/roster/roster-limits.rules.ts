import type { HolidayCalendar, LocalDate } from '#libs/calendar';
import { basisPoints, fractionOf, type BasisPoints, type Fraction, type Won } from '#libs/money';

/** Numbers that the checks of a roster rest on: of the programme year, each with its clause in the programme's policies. */
export interface RosterLimits {
  /** Appropriated money that may be issued. */
  readonly budgetWon: Won;
  /** Most vouchers of the year. */
  readonly voucherQuota: number;
  /** Most distinct companies of the year. */
  readonly companyQuota: number;
  /** Most government money on one voucher. */
  readonly capWon: Won;
  /** The company's share of the supply price. */
  readonly selfBurden: BasisPoints;
  /** An application comes within so many years after the technology-transfer contract; null where none is asked for. */
  readonly windowYears: number | null;
  /** A voucher is good for at most so many days, the day of issue not counted; null for no limit. */
  readonly validityDays: number | null;
  /** Most of the supply price that a broker may charge; null where vouchers are issued on applications, without brokers. */
  readonly brokerFeeCap: BasisPoints | null;
  /** Rate of value-added tax on the supply price. */
  readonly vatRate: BasisPoints;
  /** Public holidays, for ends of periods by the Civil Code. */
  readonly holidays: HolidayCalendar;
  /** Day of the import: what is dated later has not happened and is rejected. Null leaves dates alone. */
  readonly today: LocalDate | null;
  /** What the books have used up beside the issues on record (top-ups, parts), or got back; absent: nothing. */
  readonly usedBesides?: { readonly vouchers: number; readonly companies: number; readonly amountWon: bigint };
}

/** What the overview of a workbook says about its programme; null where it says nothing. */
export interface StatedProgramme {
  readonly name: string | null;
  readonly fiscalYear: number | null;
  readonly budgetWon: Won | null;
  readonly quota: number | null;
  readonly capWon: Won | null;
  readonly selfBurden: BasisPoints | null;
  readonly windowYears: number | null;
  readonly brokerFeeCap: BasisPoints | null;
}

/** The government's share of the supply price. */
export const governmentBasisPoints = (limits: RosterLimits): BasisPoints => basisPoints(10_000 - limits.selfBurden);

export const governmentShare = (limits: RosterLimits): Fraction => fractionOf(governmentBasisPoints(limits));
